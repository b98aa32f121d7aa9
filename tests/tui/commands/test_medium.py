import json
import math
import os
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.observations import Activity
from journal.record import Draft
from tests.fakes import CommandLine
from tests.folders import SHARED
from tests.journal.medium.diaries import MEDIUM, World, write

DIARIES = SHARED / "data" / "dose_response"


def cell(value: float) -> str:
    """A number as it stands in a table: a missing one is blank."""
    return "" if math.isnan(value) else f"{value}"


def a_table(path: Path, world: World, days: int) -> Path:
    """A CSV file of an invented diary."""
    written = write(world, days, 1)
    lines = ["date,pain,activity"]
    for number, pain, activity in zip(written.day, written.pain, written.activity, strict=True):
        day = f"2026-{5 + number // 30:02}-{1 + number % 30:02}"
        lines.append(f"{day},{cell(pain)},{cell(activity)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_without_a_journal_it_says_how_far_it_is(tolerable: CommandLine) -> None:
    said = tolerable("medium")
    assert (said.status, said.err) == (0, "")
    assert "0 of 28 days so far" in said.out
    assert "Less movement is not the goal." in said.out
    assert not tolerable.paths.data.exists()


def test_days_after_today_are_not_looked_at(tolerable: CommandLine) -> None:
    at = tolerable.clock.now()
    with closing(tolerable.context().open_journal()) as journal:
        for days in (0, 50):  # a clock was wrong
            about = at + timedelta(days=days)
            journal.write([Draft(Activity(steps=5_000), about.date(), about, "Europe/Berlin")])
    assert tolerable("medium", "--json").json["days"] == 1


def test_a_table_has_an_answer_as_one_document_with_every_key(tolerable: CommandLine, tmp_path: Path) -> None:
    answer = tolerable("medium", "--csv", str(a_table(tmp_path / "u.csv", MEDIUM, 90)), "--json").json
    assert isinstance(answer, dict)
    assert set(answer) == {"days", "rows", "measure", "curves", "headline"}
    same = answer["curves"]["same"]
    assert (same["verdict"], answer["headline"]) == ("medium", "same")
    assert same["best_interval"][0] < same["best"] < same["best_interval"][1]
    assert len(same["grid"]) == len(same["fit"]) == 61
    json.dumps(answer, allow_nan=False)


def test_the_answer_in_words_names_both_days_and_is_the_same_each_time(
    tolerable: CommandLine, tmp_path: Path
) -> None:
    table = str(a_table(tmp_path / "u.csv", MEDIUM, 90))
    said = tolerable("medium", "--csv", table)
    assert said.status == 0
    assert "Pain on the same day was lowest around" in said.out
    assert "on the next day" in said.out
    assert tolerable("medium", "--csv", table).out == said.out


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("22.11.2026,4,5000", "'date': '22.11.2026' is not a date"),
        ("2026-02-30,4,5000", "'date': 2026-02-30 does not exist"),
        ("2026-05-01,4,5000", "'date': 2026-05-01 appears twice (first on line 2)"),
        ("2026-06-01,eleven,5000", "'pain': 'eleven' is not a number"),
        ("2026-06-01,11,5000", "'pain': pain must be from 0 to 10, not 11"),
        ("2026-06-01,4,-5", "'activity': '-5' has a sign"),
        ("2026-06-01,4,inf", "'activity': 'inf' is not a number"),
        ("2026-06-01,nan,5", "'pain': 'nan' is not a number"),
        ("2026-06-01,4", "has 2 cells where the header has 3"),
    ],
)
def test_a_line_at_fault_is_named(tolerable: CommandLine, tmp_path: Path, line: str, wrong: str) -> None:
    table = tmp_path / "days.csv"
    table.write_text(f"date,pain,activity\n2026-05-01,4,5000\n{line}\n", encoding="utf-8")
    said = tolerable("medium", "--csv", str(table))
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"days.csv:3: {wrong}")


@pytest.mark.parametrize("data", [b"", b"day,pain\n", b"\xff\xfe\x00", b'date,pain,activity\n"2026', b"\x00"])
def test_what_is_no_such_table_is_told_in_a_line(tolerable: CommandLine, tmp_path: Path, data: bytes) -> None:
    table = tmp_path / "days.csv"
    table.write_bytes(data)
    said = tolerable("medium", "--csv", str(table))
    assert said.status == 1
    assert said.err.count("\n") == 1
    assert said.err.startswith("days.csv:")
    os.mkfifo(tmp_path / "pipe")
    assert "is not a plain file" in tolerable("medium", "--csv", str(tmp_path / "pipe")).err
    missing = tolerable("medium", "--csv", str(tmp_path / "none.csv"))
    assert missing.status == 1


@pytest.mark.skipif(not DIARIES.is_dir(), reason="the sample diaries are not beside the project")
@pytest.mark.parametrize("name", ["P3", "P4", "P7"])
def test_a_real_diary_has_no_medium_that_did_not_pass_the_gates(
    tolerable: CommandLine, tmp_path: Path, name: str
) -> None:
    rows = (DIARIES / f"{name}_daily.csv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [row.split(",") for row in rows]
    table = tmp_path / "days.csv"
    lines = [f"{day},{pain},{steps}" for day, pain, _, steps, _ in cells]
    table.write_text("\n".join(["date,pain,activity", *lines]), encoding="utf-8")
    curves = tolerable("medium", "--csv", str(table), "--json").json["curves"]
    assert {curve["verdict"] for curve in curves.values()} <= {
        *("not_enough", "no_pattern", "more_is_better", "less_is_better")
    }
