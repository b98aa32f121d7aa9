"""Databases of other programs, journals of other versions, and tables that are made whole or not at all."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journal.observations import Activity, Pain
from journal.store import database, schema
from journal.values import JournalError
from tests.journal.samples import DAY, change, noted, on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("version", [-1, 0, 1, 2, 99])
@pytest.mark.parametrize("table", ["recipes (name TEXT)", "records (id TEXT, name TEXT)"])
def test_a_database_of_another_program_is_left_as_it_is_whatever_its_version(
    path: Path, version: int, table: str
) -> None:
    change(path, f"CREATE TABLE {table}")
    change(path, "PRAGMA journal_mode = PERSIST")
    change(path, f"PRAGMA user_version = {version}")
    before = digest(path)
    with pytest.raises(JournalError, match="another program"):
        on_disk(path)
    assert digest(path) == before


@pytest.mark.parametrize("version", [-1, 3])
def test_an_empty_database_that_claims_a_version_is_no_journal(path: Path, version: int) -> None:
    change(path, f"PRAGMA user_version = {version}")
    with pytest.raises(JournalError, match="another program"):
        on_disk(path)


FIRST_VIEWS = (
    "DROP TABLE entries",
    """CREATE TABLE entries (
            id TEXT PRIMARY KEY,
            first TEXT NOT NULL,
            record TEXT NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            at TEXT NOT NULL,
            recorded_at TEXT NOT NULL
        )""",
    "CREATE INDEX entries_day ON entries (day, first)",
    "INSERT INTO entries SELECT id, id, id, kind, day, at, recorded_at FROM records",
    "PRAGMA user_version = 1",
)
"""Make a journal as the first version had it."""


def test_a_journal_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    with closing(on_disk(path)) as store:
        store.write([noted(Pain(4)), noted(Activity(steps=10))])
        before = store.entries(), store.days()
    for statement in FIRST_VIEWS:
        change(path, statement)
    with closing(on_disk(path)) as store:
        assert (store.entries(), store.days()) == before
        assert store.check() == []
        store.write([noted(Pain(5))])
        assert [row.day for row in store.days()] == [DAY]


def test_an_interrupted_migration_leaves_nothing_behind() -> None:
    def migrate(connection: sqlite3.Connection) -> None:
        with database.transaction(connection):
            schema.migrate(connection)
            raise InterruptedError

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with pytest.raises(InterruptedError):
            migrate(connection)
        assert schema.version(connection) == 0
        assert connection.execute(schema.OBJECTS).fetchall() == []
