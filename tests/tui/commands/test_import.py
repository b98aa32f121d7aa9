"""Bringing a table of days in by commands, looking first, and taking it back."""

import os
from pathlib import Path

import pytest

from tests.fakes import CommandLine
from tests.folders import SHARED

TABLE = "date,pain,steps,Mood\n2026-11-18,2.5,1906,7\n2026-11-20,,11012,\n2026-11-22,4,0,\n"
DIARY = SHARED / "data" / "dose_response" / "P3_daily.csv"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "diary.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def act_of(said: str) -> str:
    """The act that the last line of an import names."""
    return said.rsplit(maxsplit=1)[-1]


def test_a_table_is_brought_in_and_its_rows_are_days(tolerable: CommandLine, table: Path) -> None:
    said = tolerable("import", str(table))
    assert said.lines[:-1] == [
        "diary.csv: 3 rows, 2026-11-18 to 2026-11-22",
        "Days without a row: 2. Blank cells (no entry): 1.",
        "Found: pain on 2 days, steps on 3 days.",
        "New: 5. Changed: 0. Unchanged: 0.",
    ]
    rows = tolerable("days", "--json").json
    assert [(row["day"], row["pain"]["average"], row["activity"]["steps"]) for row in rows] == [
        ("2026-11-18", 2.5, 1906),
        ("2026-11-20", None, 11012),
        ("2026-11-22", 4, 0),
    ]
    assert rows[0]["sources"] == {"steps": "import:table"}


def test_nothing_imported_is_about_a_moment_to_come(tolerable: CommandLine, table: Path) -> None:
    tolerable("import", str(table))
    newest = tolerable("history", "--json").json[-1]
    assert (newest["day"], newest["at"]) == ("2026-11-22", "2026-11-22T13:05:00+00:00")


def test_imported_entries_are_marked_as_such(tolerable: CommandLine, table: Path) -> None:
    tolerable("import", str(table))
    assert tolerable("history").lines[0] == "2026-11-18         pain 2.5 on average (imported)"


def test_the_same_table_again_changes_nothing(tolerable: CommandLine, table: Path) -> None:
    tolerable("import", str(table))
    before = tolerable("history", "--json").json
    again = tolerable("import", str(table))
    assert again.lines[-1] == "New: 0. Changed: 0. Unchanged: 5."
    assert tolerable("history", "--json").json == before


def test_columns_are_named_by_a_map(tolerable: CommandLine, table: Path) -> None:
    assert tolerable("import", str(table), "--map", "date=date, load=Mood").status == 0
    assert tolerable("days", "--json").json[0]["activity"]["load"] == 7


@pytest.mark.parametrize(
    "mapping", ["steps", "date=", "=date", "foo=date", "date=date,date=date", "date=date,,", "\x1b=x"]
)
def test_a_map_that_says_nothing_is_a_slip(tolerable: CommandLine, table: Path, mapping: str) -> None:
    said = tolerable("import", str(table), "--map", mapping)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tolerable: --map: ")
    assert said.err.count("\n") == 1


def test_a_dry_run_counts_and_writes_nothing_not_even_a_journal(tolerable: CommandLine, table: Path) -> None:
    said = tolerable("import", str(table), "--dry-run")
    assert said.lines[-2:] == [
        "New: 5. Changed: 0. Unchanged: 0.",
        "Dry run: nothing was written.",
    ]
    assert not tolerable.paths.data.exists()


def test_a_dry_run_says_what_the_import_then_says(tolerable: CommandLine, table: Path) -> None:
    tolerable("log", "9", "--kind", "average")
    tolerable("import", str(table))
    table.write_text(TABLE.replace("11012", "11013") + "2026-11-21,3,,\n", encoding="utf-8")
    before = tolerable("history", "--json").json
    dry = tolerable("import", str(table), "--dry-run").lines
    assert tolerable("history", "--json").json == before
    real = tolerable("import", str(table)).lines
    assert dry[:-1] == real[:-1]
    assert dry[3:5] == [
        "New: 1. Changed: 1. Unchanged: 4.",
        "  2026-11-20: 11,013 steps (instead of 11,012 steps)",
    ]


def test_many_changes_are_cut_to_ten(tolerable: CommandLine, table: Path) -> None:
    for pain in (3, 4):
        rows = [f"2026-10-{day:02},{pain}" for day in range(1, 21)]
        table.write_text("\n".join(["date,pain", *rows]), encoding="utf-8")
        said = tolerable("import", str(table))
    assert sum(line.startswith("  2026") for line in said.lines) == 10
    assert "  and 10 more" in said.lines


def test_a_faulty_table_names_its_faults_and_changes_nothing(tolerable: CommandLine, table: Path) -> None:
    table.write_text('date,steps\n2026-11-18,"1,773"\nsoon,5\n2026-11-20,7\n2026-11-23,1\n', encoding="utf-8")
    said = tolerable("import", str(table))
    assert (said.status, said.out) == (1, "")
    assert [line.split(":")[:2] for line in said.err.splitlines()] == [
        ["diary.csv", str(n)] for n in (2, 3, 5)
    ]
    assert not tolerable.paths.journal.exists()


def test_an_import_is_listed_taken_back_and_listed_as_such(tolerable: CommandLine, table: Path) -> None:
    act = act_of(tolerable("import", str(table)).out)
    assert tolerable("import", "--list").lines == [f"{act}  2026-11-22  diary.csv, 3 rows"]
    assert tolerable("import", "--undo", act).out == "Import undone: 5 entries.\n"
    assert tolerable("days", "--json").json == []
    assert tolerable("import", "--list").lines == [f"{act}  2026-11-22  diary.csv, 3 rows  (undone)"]
    again = tolerable("import", "--undo", act)
    assert (again.status, again.out) == (0, "Nothing to undo: this import is already undone.\n")


def test_another_measure_from_another_table_wipes_nothing(tolerable: CommandLine, table: Path) -> None:
    tolerable("import", str(table))
    table.write_text("date,sitting,steps\n2026-11-18,300,\n2026-11-20,200,11013\n", encoding="utf-8")
    said = tolerable("import", str(table))
    assert said.lines[3:5] == [
        "New: 2. Changed: 1. Unchanged: 0.",
        "  2026-11-20: 11,013 steps (instead of 11,012 steps)",
    ]
    rows = tolerable("days", "--json").json
    known = [(row["activity"]["steps"], row["activity"]["sitting_minutes"]) for row in rows]
    assert known == [(1906, 300), (11013, 200), (0, None)]


def test_an_import_that_later_ones_replaced_is_taken_back_without_a_change(
    tolerable: CommandLine, table: Path
) -> None:
    first = act_of(tolerable("import", str(table)).out)
    table.write_text(TABLE.replace("1906", "1907") + "2026-11-21,3,,\n", encoding="utf-8")
    tolerable("import", str(table))
    before = tolerable("days", "--json").json
    said = tolerable("import", "--undo", first)
    assert (said.status, said.lines[0].split(".")[0]) == (0, "Import undone")
    assert tolerable("days", "--json").json == before
    assert [line.endswith("(undone)") for line in tolerable("import", "--list").lines] == [True, False]


def test_only_imports_are_taken_back_by_import(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    act = tolerable("history", "--json").json[0]["act"]
    said = tolerable("import", "--undo", act)
    assert (said.status, said.out) == (1, "")
    assert "import --list" in said.err
    assert len(tolerable("history", "--json").json) == 1


def test_undo_by_hand_leaves_an_import_alone(tolerable: CommandLine, table: Path) -> None:
    tolerable("log", "4")
    tolerable("import", str(table))
    assert tolerable("undo").out == "Undone: pain 4 now, today 14:05\n"
    assert len(tolerable("history", "--json").json) == 5


@pytest.mark.parametrize("option", [("--dry-run",), ("--map", "date=date")])
def test_taking_back_takes_no_options_of_a_file(
    tolerable: CommandLine, table: Path, option: tuple[str, ...]
) -> None:
    act = act_of(tolerable("import", str(table)).out)
    assert tolerable("import", "--undo", act, *option).status == 2
    assert len(tolerable("history", "--json").json) == 5


def test_what_is_no_plain_file_is_refused_without_waiting(tolerable: CommandLine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero"), tmp_path / "missing.csv"):
        said = tolerable("import", str(path))
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith(f"{path}: ")
        assert said.err.count("\n") == 1


def test_a_huge_file_is_refused(tolerable: CommandLine, table: Path) -> None:
    os.truncate(table, 9 * 2**20)
    said = tolerable("import", str(table))
    assert said.status == 1
    assert "8 MiB" in said.err


def test_the_name_of_a_table_cannot_act_on_the_terminal(tolerable: CommandLine, table: Path) -> None:
    hostile = table.rename(table.with_name("\x1b[2J\u202e[].csv"))
    for command in (("import", str(hostile)), ("import", "--list")):
        assert all(line.isprintable() for line in tolerable(*command).lines)
    hostile.write_text("date,pain\n2026-11-18,x\n", encoding="utf-8")
    assert tolerable("import", str(hostile)).err.rstrip().isprintable()


@pytest.mark.skipif(not DIARY.exists(), reason="the sample diaries are not beside the repository")
def test_a_real_diary_comes_in_and_its_rows_come_back(tolerable: CommandLine) -> None:
    said = tolerable("import", str(DIARY), "--map", "date=date,pain=pain_mean,steps=steps")
    assert said.status == 0
    wanted = [line.split(",") for line in DIARY.read_text(encoding="utf-8").splitlines()[1:]]
    noted = {row[0]: (row[1], row[3]) for row in wanted if row[1] or row[3]}
    rows = {
        row["day"]: (row["pain"]["average"], row["activity"]["steps"])
        for row in tolerable("days", "--json").json
    }
    assert rows == {
        day: tuple(float(cell) if cell else None for cell in cells) for day, cells in noted.items()
    }
