"""A journal that is damaged, full, locked, newer, planted or read-only."""

import hashlib
import os
import re
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from journal.observations import Activity, Pain
from journal.record import SetRun, Source
from journal.store import database
from journal.store.store import Store
from journal.values import JournalError
from tests.journal.samples import DAY, Now, a_set, change, ids, noted, on_disk, rebuild

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def filled(path: Path) -> None:
    with closing(on_disk(path)) as store:
        store.write([noted(Pain(4, note="a note to find")), noted(Activity(steps=4321))])


@pytest.mark.usefixtures("open_umask")
def test_a_journal_and_its_folders_are_made_for_the_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "journal.db"
    with closing(on_disk(path)) as store:
        store.write([noted(Pain(4))])
        made = {entry.name: mode(entry) for entry in path.parent.iterdir()}
    assert (mode(path.parent), mode(path.parent.parent)) == (0o700, 0o700)
    assert made == {"journal.db": 0o600, "journal.db-journal": 0o600}


def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    filled(path)
    with closing(on_disk(path)) as store:
        assert [entry.body for entry in store.entries(kinds={"activity"})] == [Activity(steps=4321)]
        assert store.read_only is None


def test_a_saved_act_is_on_the_disk_with_the_settings_that_lose_nothing(path: Path) -> None:
    with closing(on_disk(path)) as store:
        (journal_mode,) = store._connection.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = store._connection.execute("PRAGMA synchronous").fetchone()
    assert (journal_mode, synchronous) == ("truncate", 3)


@pytest.mark.parametrize("there", [True, False])
def test_a_planted_link_is_refused_and_its_end_left_alone(path: Path, tmp_path: Path, there: bool) -> None:
    target = tmp_path / "target"
    if there:
        target.write_bytes(b"")
    path.symlink_to(target)
    with pytest.raises(JournalError, match="is a link"):
        on_disk(path)
    assert not there or target.read_bytes() == b""
    assert target.exists() is there


def test_a_folder_in_place_of_the_journal_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(JournalError, match="is not a file"):
        on_disk(path)


def test_a_pipe_in_place_of_the_journal_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(JournalError, match="is not a file"):
        on_disk(path)


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(JournalError, match=r"journal\.db: Not a directory"):
        on_disk(tmp_path / "data" / "journal.db")


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"my notes, not yours\n" * 100)
    before = digest(path)
    with pytest.raises(JournalError, match="is not a journal"):
        on_disk(path)
    assert digest(path) == before


def test_a_newer_journal_is_read_and_its_bytes_are_unchanged(path: Path) -> None:
    filled(path)
    change(path, "PRAGMA user_version = 99")
    before = digest(path)
    with closing(on_disk(path)) as store:
        assert store.read_only is not None
        assert re.search(r"version 99, this program knows 3", store.read_only)
        assert len(store.entries()) == 2
        assert [row.day for row in store.days()] == [DAY]
        writes: list[Callable[[], object]] = [
            lambda: store.write([noted(Pain(1))]),
            store.undo,
            store.repair,
        ]
        for write in writes:
            with pytest.raises(JournalError, match="99"):
                write()
        assert "99" in store.check()[0]
    assert digest(path) == before
    assert [entry.name for entry in path.parent.iterdir()] == ["journal.db"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike those of `tmp_path`."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def without_rights() -> Iterator[None]:
    """As a person who may not write everywhere, which root may."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "why"),
    [(0o555, 0o666, "its folder is read-only"), (0o777, 0o444, "the file is read-only")],
)
def test_a_read_only_file_or_folder_is_read_and_says_so(
    open_folder: Path, folder_mode: int, file_mode: int, why: str
) -> None:
    path = open_folder / "data" / "journal.db"
    filled(path)
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    with without_rights(), closing(on_disk(path)) as store:
        assert store.read_only == why
        assert len(store.entries()) == 2
        with pytest.raises(JournalError, match=why):
            store.write([noted(Pain(1))])
    path.parent.chmod(0o700)


def test_an_unfinished_journal_that_cannot_be_written_is_told(open_folder: Path) -> None:
    path = open_folder / "journal.db"
    path.touch()
    path.chmod(0o444)
    with without_rights(), pytest.raises(JournalError, match=r"older program .* read-only"):
        on_disk(path)


def test_a_journal_that_cannot_be_made_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_rights(), pytest.raises(JournalError, match=r"journal\.db: Permission denied"):
        on_disk(open_folder / "data" / "journal.db")
    open_folder.chmod(0o700)


def test_a_full_disk_is_told_and_keeps_what_was_there(path: Path) -> None:
    filled(path)
    with closing(on_disk(path)) as store:
        before = digest(path)
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(JournalError, match="disk is full and nothing of this was saved"):
            store.write([noted(Pain(1)), noted(Pain(5, note="x" * 20_000))])
        assert digest(path) == before
        assert len(store.entries()) == 2
        store._connection.execute("PRAGMA max_page_count = 1000000")
        store.write([noted(Pain(5, note="x" * 20_000))])
        assert len(store.entries()) == 3
        assert store.check() == []


def test_a_journal_that_stays_locked_is_told(path: Path) -> None:
    filled(path)
    with closing(on_disk(path)) as store, closing(sqlite3.connect(path)) as other:
        store.tries = 1
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="another program kept the journal locked"):
            store.write([noted(Pain(1))])
        other.rollback()
        assert len(store.write([noted(Pain(1))])) == 1


def test_one_flipped_bit_is_named_and_nothing_else_is_lost(path: Path) -> None:
    filled(path)
    data = bytearray(path.read_bytes())
    data[data.index(b"a note to find") + 2] ^= 0b1000
    path.write_bytes(data)
    with closing(on_disk(path)) as store:
        assert [entry.body for entry in store.entries()] == [Activity(steps=4321)]
        assert "checksum does not match" in store.damaged[0]
        faults = store.check()
        assert any("record '" in fault and "is damaged" in fault for fault in faults)
        store.write([noted(Pain(2))])
        assert len(store.entries()) == 2


def test_a_bit_that_makes_the_text_invalid_stops_no_reading(path: Path) -> None:
    filled(path)
    data = bytearray(path.read_bytes())
    data[data.index(b"a note to find")] ^= 0b1000_0000
    path.write_bytes(data)
    with closing(on_disk(path)) as store:
        assert len(store.entries()) == 1
        assert len(store.check()) > 0


@pytest.mark.parametrize(
    "column",
    [
        "id",
        "entry",
        "act",
        "kind",
        "day",
        "at",
        "zone",
        "recorded_at",
        "source",
        "body",
        "deleted",
        "checksum",
    ],
)
def test_a_change_of_any_column_is_found(path: Path, column: str) -> None:
    filled(path)
    change(path, f"UPDATE records SET {column} = X'00ff' WHERE kind = 'pain'")
    with closing(on_disk(path)) as store:
        assert any("is damaged" in fault for fault in store.check())
        assert [entry.kind for entry in store.entries()] == ["activity"]
        store.write([noted(Pain(2))])
        rebuild(store)
        assert [entry.kind for entry in store.entries()] == ["activity", "pain"]
        fault, advice = store.check()
        assert "is damaged" in fault
        assert "make a copy of the file" in advice


def test_a_damaged_revision_falls_back_to_the_one_before_when_rebuilt(path: Path) -> None:
    with closing(on_disk(path)) as store:
        (begun,) = store.write([noted(a_set("s", 1), source=Source.SESSION)])
        (last,) = store.write([noted(a_set("s", 2), source=Source.SESSION, entry=begun.entry)])
    change(path, f"UPDATE records SET checksum = 'x' WHERE id = '{last.id}'")
    with closing(on_disk(path)) as store:
        assert store.entries() == []
        rebuild(store)
        kept = [entry.body.reps_done for entry in store.entries() if isinstance(entry.body, SetRun)]
        assert kept == [1]


def test_zeroed_pages_are_told_in_lines_and_not_by_a_traceback(path: Path) -> None:
    with closing(on_disk(path)) as store:
        store.write([noted(Pain(4, note="x" * 500)) for _ in range(200)])
    data = bytearray(path.read_bytes())
    data[4096 * 8 : 4096 * 12] = bytes(4096 * 4)
    path.write_bytes(data)
    with closing(on_disk(path)) as store:
        faults = store.check()
        assert faults
        assert all("\n" not in fault for fault in faults)


def test_an_error_without_a_code_is_still_a_line() -> None:
    assert database.explain(sqlite3.ProgrammingError("a\nb")) == "the journal cannot do this: a b"


def test_ids_of_a_second_program_with_a_slow_clock_still_grow(path: Path) -> None:
    with closing(on_disk(path)) as store:
        (first,) = store.write([noted(Pain(4))])
    slow = Store.open(path, ids=ids(), now=Now())
    (second,) = slow.write([noted(Pain(4))])
    slow.close()
    assert second.act > first.id
