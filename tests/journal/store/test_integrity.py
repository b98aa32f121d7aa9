"""What `check` finds, what it says to do, and what `repair` makes anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from journal.observations import Activity, Pain
from journal.values import JournalError
from tests.journal.samples import change, in_memory, noted, on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with two entries of a day, one of them revised."""
    path = tmp_path / "journal.db"
    with closing(on_disk(path)) as store:
        (pain, _) = store.write([noted(Pain(4, note="a note to find")), noted(Activity(steps=4321))])
        store.write([noted(Pain(5), entry=pain.entry)])
    return path


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


WRONG_VIEWS = [
    ("UPDATE entries SET day = '2020-01-01'", "is shown differently from its records"),
    ("UPDATE entries SET recorded_at = 'x'", "is shown differently from its records"),
    ("UPDATE entries SET checksum = 'x'", "is shown differently from its records"),
    ("DELETE FROM entries", "is shown differently from its records"),
    ("UPDATE days SET data = '{}'", "the day '2026-11-22' is shown differently"),
    ("DELETE FROM days", "the day '2026-11-22' is shown differently"),
    ("DROP INDEX entries_day", "the index entries_day is missing"),
    ("DROP TABLE days", "the table days is missing"),
    ("DROP TABLE entries", "the table entries is missing"),
    ("ALTER TABLE days ADD COLUMN mood TEXT", "the table days is changed"),
]


@pytest.mark.parametrize(("statement", "words"), WRONG_VIEWS)
def test_a_view_that_is_not_what_the_records_make_is_named_with_what_to_do(
    path: Path, statement: str, words: str
) -> None:
    change(path, statement)
    with closing(on_disk(path)) as store:
        *faults, advice = store.check()
    assert any(words in fault for fault in faults)
    assert advice.startswith(f"{path}: your entries are intact")
    assert advice.endswith("tolerable check --repair")


@pytest.mark.parametrize("statement", [statement for statement, _ in WRONG_VIEWS])
def test_a_repair_makes_the_views_anew_and_touches_no_record(path: Path, statement: str) -> None:
    before = {table: rows(path, table) for table in ("records", "entries", "days")}
    change(path, statement)
    with closing(on_disk(path)) as store:
        *faults, _ = store.check()
        assert list(store.repair()) == faults
        assert store.check() == []
        assert store.repair() == ()
    assert {table: rows(path, table) for table in before} == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE records SET zone = 'x' WHERE kind = 'activity'", "is damaged"),
        ("DROP INDEX records_act", "the index records_act is missing"),
        (
            "CREATE TRIGGER spy AFTER INSERT ON records BEGIN DELETE FROM entries; END",
            "the trigger 'spy' is not of this program",
        ),
        ("CREATE TABLE recipes (name TEXT)", "the table 'recipes' is not of this program"),
        ("ALTER TABLE records ADD COLUMN mood TEXT", "the table records is changed"),
    ],
)
def test_where_more_than_the_views_is_at_fault_nothing_is_repaired(
    path: Path, statement: str, words: str
) -> None:
    change(path, statement)
    change(path, "DELETE FROM days")
    before = path.read_bytes()
    with closing(on_disk(path)) as store:
        assert any(words in fault for fault in store.check())
        assert "make a copy of the file" in store.check()[-1]
        with pytest.raises(JournalError, match="was not changed, because more than the view is damaged"):
            store.repair()
    assert path.read_bytes() == before


def test_a_damaged_record_is_found_though_a_view_is_missing(path: Path) -> None:
    change(path, "UPDATE records SET body = replace(body, '4321', '9321')")
    change(path, "DROP TABLE days")
    with closing(on_disk(path)) as store:
        faults = store.check()
    assert any("is damaged" in fault for fault in faults)
    assert "the table days is missing" in faults


def test_records_of_another_shape_are_named_with_the_view_that_is_missing(path: Path) -> None:
    change(path, "ALTER TABLE records ADD COLUMN mood TEXT")
    change(path, "DROP TABLE days")
    with closing(on_disk(path)) as store:
        assert store.check()[:-1] == ["the table records is changed", "the table days is missing"]


@pytest.mark.parametrize("column", ["id", "first", "record", "kind", "at", "recorded_at", "checksum"])
def test_a_row_of_the_view_that_was_changed_is_left_out_and_named(path: Path, column: str) -> None:
    change(path, f"UPDATE entries SET {column} = 'x' WHERE kind = 'pain'")
    with closing(on_disk(path)) as store:
        assert [entry.body for entry in store.entries()] == [Activity(steps=4321)]
        assert [line.endswith("cannot be read: its row is damaged") for line in store.damaged] == [True]


def test_a_revision_mends_the_view_of_its_entry(path: Path) -> None:
    change(path, "UPDATE entries SET day = 'x', record = 'y' WHERE kind = 'pain'")
    with closing(on_disk(path)) as store:
        (left,) = store.entries()
        (pain,) = store._connection.execute("SELECT id FROM entries WHERE day = 'x'").fetchone()
        assert left.kind == "activity"
        store.write([noted(Pain(7), entry=pain)])
        assert store.days()[0].now == 7
        assert store.check() == []


def test_a_damaged_day_is_left_out_and_named_until_repaired(path: Path) -> None:
    change(path, "UPDATE days SET data = replace(data, '4321', '9321')")
    with closing(on_disk(path)) as store:
        assert store.days() == []
        assert "2026-11-22" in store.damaged[0]
        store.repair()
        assert store.days()[0].activity["steps"] == 4321


@pytest.fixture
def untouched() -> Iterator[list[str]]:
    with closing(in_memory()) as store:
        yield store.check()


def test_a_fresh_journal_has_no_faults(untouched: list[str]) -> None:
    assert untouched == []
