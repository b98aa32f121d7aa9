"""How long a write waits for another program that is writing."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.observations import Pain
from journal.store.database import BUSY_SECONDS, TRIES, TRY_SECONDS, begin_writing
from journal.store.thread import StoreThread
from journal.values import JournalError
from tests.journal.samples import noted, on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    on_disk(path).close()
    return path


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which is writing."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def test_all_tries_together_last_as_long_as_is_promised() -> None:
    assert BUSY_SECONDS == 10
    assert pytest.approx(BUSY_SECONDS) == TRIES * TRY_SECONDS


@pytest.mark.usefixtures("other")
def test_a_write_gives_up_after_its_tries_and_the_connection_waits_as_before(path: Path) -> None:
    asked: list[int] = []

    def tries() -> int:
        asked.append(3)
        return asked[-1]

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            begin_writing(connection, tries)
        assert len(asked) == 3
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (BUSY_SECONDS * 1000,)


def test_a_write_begins_as_soon_as_the_other_program_is_done(path: Path, other: sqlite3.Connection) -> None:
    def tries() -> int:
        if other.in_transaction:
            other.rollback()
        return TRIES

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        begin_writing(connection, tries)
        assert connection.in_transaction


def test_a_fault_that_is_no_waiting_is_not_tried_again(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
            begin_writing(connection)


@pytest.mark.usefixtures("other")
def test_a_write_that_is_hurried_gives_up_soon_while_it_waits(path: Path) -> None:
    thread = StoreThread(lambda: on_disk(path))
    began = time.monotonic()
    asked = [thread.submit(lambda store: store.write([noted(Pain(4))])) for _ in range(3)]
    thread.hurry(1)
    for write in asked:
        assert isinstance(write.exception(timeout=5), JournalError)
    thread.close()
    assert time.monotonic() - began < BUSY_SECONDS / 2
