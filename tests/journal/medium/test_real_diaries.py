"""The estimate on days of real people, where they are beside the project: pain against steps, week after week."""

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from journal.medium.answer import Medium
from journal.medium.estimate import estimate
from tests.folders import SHARED
from tests.journal.medium.oracles import needed, table

DIARIES = SHARED / "data" / "dose_response"
WEEK = 7

beside = pytest.mark.skipif(not DIARIES.is_dir(), reason="the sample diaries are not beside the project")


@dataclass(frozen=True)
class Day:
    """One row of a diary; nan is missing."""

    day: date
    pain: float
    steps: float


@cache
def diary(name: str) -> tuple[Day, ...]:
    with (DIARIES / f"{name}_daily.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Day(date.fromisoformat(row["date"]), number(row["pain_mean"]), number(row["steps"])) for row in rows
    )


def number(cell: str) -> float:
    return float(cell) if cell else math.nan


def answer(days: Sequence[Day]) -> Medium:
    return estimate(
        [one.day.toordinal() for one in days],
        [one.pain for one in days],
        [one.steps for one in days],
        [one.day.weekday() >= 5 for one in days],
        measure="steps",
    )


def looks(name: str) -> list[Medium]:
    """The answers of every week, the newest first."""
    whole = diary(name)
    return [answer(whole[:count]) for count in range(len(whole), 1, -WEEK)]


@beside
@pytest.mark.parametrize("name", ["P3", "P4", "P7"])
def test_no_look_at_a_real_diary_finds_a_medium(name: str) -> None:
    curves = [curve for look in looks(name) for curve in look.curves.values()]
    assert {str(curve.verdict) for curve in curves} <= {"not_enough", "no_pattern"}
    assert all((curve.best, curve.stage) == (None, None) for curve in curves)


@beside
@pytest.mark.parametrize(
    ("name", "rows", "verdict"), [("P3", 6, "not_enough"), ("P4", 42, "no_pattern"), ("P7", 63, "not_enough")]
)
def test_a_real_diary_has_its_rows_counted_and_a_modest_verdict(name: str, rows: int, verdict: str) -> None:
    medium = answer(diary(name))
    assert medium.rows == rows
    assert {str(curve.verdict) for curve in medium.curves.values()} == {verdict}


@beside
def test_the_rows_that_count_are_those_whose_day_before_has_steps() -> None:
    days = {one.day.toordinal(): one for one in diary("P4")}
    pairs = [
        one
        for number, one in days.items()
        if not math.isnan(one.pain + one.steps)
        and number - 1 in days
        and not math.isnan(days[number - 1].steps)
    ]
    assert answer(diary("P4")).rows == len(pairs)


@beside
def test_pain_that_hardly_varies_is_said_to_be_so() -> None:
    assert "about the same on all days" in answer(diary("P7")).curves["same"].words


@beside
def test_a_diary_in_which_nothing_is_found_still_has_ranges_within_what_was_tried() -> None:
    steps = [one.steps for one in diary("P4") if not math.isnan(one.steps)]
    for curve in answer(diary("P4")).curves.values():
        assert curve.core
        assert min(steps) < curve.core[0][0] < curve.core[-1][1] < max(steps)


@needed
@pytest.mark.parametrize(
    ("name", "verdicts"),
    [("diary_Ulog", ["medium", "no_pattern"]), ("diary_flat", ["no_pattern", "no_pattern"])],
)
def test_diaries_made_for_other_programs_have_the_verdict_of_their_name(
    name: str, verdicts: list[str]
) -> None:
    made = table(f"{name}.csv")
    medium = estimate(made["t"], made["y"], made["x"])
    assert [str(curve.verdict) for curve in medium.curves.values()] == verdicts
