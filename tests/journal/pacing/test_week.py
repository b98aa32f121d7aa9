"""A week is planned from the days before it, grows by a tenth at most, and nothing in it changes it."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.medium.answer import Verdict
from journal.pacing.week import (
    NEEDED,
    Lack,
    Progress,
    WeekPlan,
    Why,
    known_before,
    memorable,
    monday_of,
    plan,
    progress,
)
from tests.journal.pacing.weeks import (
    MONDAY,
    SUNDAY,
    before,
    by_week,
    curve,
    days_from,
    planned,
    row,
    unplanned,
)

FAR_OFF = curve(Verdict.MEDIUM, (12_000, 15_000))


# The usual week


def test_without_an_answer_the_usual_week_is_planned() -> None:
    found = planned(by_week(6_000, 6_000, 6_000, 6_000))
    assert (found.usual, found.total, found.share, found.why) == (6_000, 42_000, 6_000, Why.USUAL)


def test_one_week_in_bed_or_of_hiking_does_not_move_the_usual_week() -> None:
    usual = planned(by_week(6_000, 6_000, 6_000, 6_000)).total
    assert planned(by_week(6_000, 6_000, 6_000, 900)).total == usual
    assert planned(by_week(6_000, 14_000, 6_000, 6_000)).total == usual


def test_a_week_is_the_mean_of_its_known_days_and_one_with_two_has_none() -> None:
    rows = before(
        [2_000, 4_000, 9_000, None, None, None, None, *[3_000] * 7, *[8_000] * 2, *[None] * 5, *[7_000] * 7]
    )
    assert planned(rows).usual == 5_000  # of 5,000, 3,000 and 7,000


def test_days_older_than_four_weeks_say_nothing() -> None:
    assert planned(by_week(20_000, 6_000, 6_000, 6_000, 6_000)) == planned(
        by_week(6_000, 6_000, 6_000, 6_000)
    )


@pytest.mark.parametrize(("known", "enough"), [(NEEDED - 1, False), (NEEDED, True)])
def test_fourteen_known_days_make_a_plan(known: int, enough: bool) -> None:
    found = plan(before([5_000] * known), "steps", None, MONDAY)
    assert isinstance(found, WeekPlan) is enough


def test_fourteen_days_as_scattered_as_can_be_make_a_plan() -> None:
    week = [5_000.0, 5_000.0, None, None, None, None, None]
    assert planned(before([*[5_000] * 7, *week, *week, *week[:2], 5_000.0, *week[3:]])).total == 35_000


def test_how_many_days_are_known_is_kept_where_too_few_are() -> None:
    found = unplanned(before([5_000] * 3))
    assert (found.why, found.known) == (Lack.TOO_FEW, 3)


def test_a_first_diary_and_an_empty_one_have_no_plan() -> None:
    assert unplanned([]).known == 0
    assert unplanned(days_from(MONDAY, dict.fromkeys(range(7), 5_000.0))).known == 0


def test_after_a_gap_of_weeks_there_is_no_plan_until_enough_is_known_again() -> None:
    old = by_week(6_000, 6_000, 6_000, 6_000, monday=MONDAY - timedelta(days=28))
    assert unplanned(old).known == 0
    assert isinstance(plan([*old, *before([4_000] * 14)], "steps", None, MONDAY), WeekPlan)


def test_days_of_nothing_are_values_and_make_no_plan() -> None:
    assert planned(by_week(0, 6_000, 6_000, 0)).usual == 3_000
    found = unplanned(by_week(0, 0, 0, 0))
    assert (found.why, found.known) == (Lack.NEXT_TO_NOTHING, 28)


@pytest.mark.parametrize("measure", ["sitting_minutes", "load"])
def test_sitting_and_the_felt_load_have_no_plan(measure: str) -> None:
    rows = [row(MONDAY - timedelta(days=n), 5.0, measure) for n in range(1, 29)]
    assert unplanned(rows, measure).why is Lack.UNPLANNED


def test_minutes_are_planned_as_steps_are() -> None:
    rows = [row(MONDAY - timedelta(days=n), 33.0, "active_minutes") for n in range(1, 29)]
    found = plan(rows, "active_minutes", None, MONDAY)
    assert isinstance(found, WeekPlan)
    assert (found.total, found.share) == (230, 33)


# Toward the range


@pytest.mark.parametrize(
    ("verdict", "total"),
    [
        (Verdict.MEDIUM, 46_000),
        (Verdict.MORE, 46_000),
        (Verdict.LESS, 42_000),
        (Verdict.NO_PATTERN, 42_000),
        (Verdict.INVERTED, 42_000),
        (Verdict.NOT_ENOUGH, 42_000),
    ],
)
def test_a_tenth_more_at_most_and_only_where_the_days_show_it(verdict: Verdict, total: float) -> None:
    assert planned(by_week(*[6_000] * 4), curve(verdict, (8_000, 9_000))).total == total


@pytest.mark.parametrize("verdict", Verdict)
def test_less_is_planned_only_for_a_medium_and_by_a_tenth(verdict: Verdict) -> None:
    found = planned(by_week(*[10_000] * 4), curve(verdict, (4_000, 6_000)))
    assert found.total == (63_000 if verdict is Verdict.MEDIUM else 70_000)
    assert found.why is (Why.DOWN if verdict is Verdict.MEDIUM else Why.USUAL)


def test_an_end_that_is_nearer_than_a_tenth_is_where_the_week_goes() -> None:
    assert planned(by_week(*[6_000] * 4), curve(Verdict.MEDIUM, (6_300, 9_000))).total == 44_000  # 44,100
    assert planned(by_week(*[6_000] * 4), curve(Verdict.MEDIUM, (3_000, 5_700))).total == 40_000  # 39,900


@pytest.mark.parametrize(("low", "high", "total"), [(200, 300, 7_000), (9_000, 9_500, 8_400)])
def test_rounding_goes_no_further_than_a_tenth(low: float, high: float, total: float) -> None:
    """6,930 and 8,470 would be 6,900 and 8,500."""
    assert planned(by_week(*[1_100] * 4), curve(Verdict.MEDIUM, (low, high))).total == total


def test_within_the_range_the_usual_week_stays() -> None:
    assert planned(by_week(*[6_000] * 4), curve(Verdict.MEDIUM, (5_000, 9_000))).why is Why.USUAL


def test_a_move_that_rounding_hides_is_none() -> None:
    found = planned(by_week(*[6_000] * 4), curve(Verdict.MEDIUM, (6_010, 9_000)))
    assert (found.total, found.why, found.toward) == (42_000, Why.USUAL, None)


def test_the_core_range_comes_before_the_likely_one() -> None:
    answer = curve(Verdict.MEDIUM, (5_000, 7_000), likely=((9_000, 10_000),))
    assert planned(by_week(*[6_000] * 4), answer).why is Why.USUAL
    assert planned(by_week(*[6_000] * 4), curve(Verdict.MEDIUM, likely=((9_000, 10_000),))).why is Why.UP


def test_between_two_runs_a_week_moves_up_to_the_nearer_or_stays() -> None:
    near_above = curve(Verdict.MEDIUM, (1_000, 3_000), (6_500, 9_000))
    near_below = curve(Verdict.MEDIUM, (1_000, 5_900), (9_000, 9_500))
    assert planned(by_week(*[6_000] * 4), near_above).why is Why.UP
    assert planned(by_week(*[6_000] * 4), near_below).why is Why.USUAL


def test_the_range_it_moves_to_is_kept() -> None:
    down = curve(Verdict.MEDIUM, (2_000, 3_000))
    assert planned(by_week(*[6_000] * 4), FAR_OFF).toward == (12_000, 15_000)
    assert planned(by_week(*[6_000] * 4), down).toward == (2_000, 3_000)


# Weeks


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (MONDAY, MONDAY),
        (SUNDAY, MONDAY),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2026, 3, 29), date(2026, 3, 23)),  # the clocks go forward
        (date(2026, 10, 25), date(2026, 10, 19)),  # and back
        (date.min, date.min),
    ],
)
def test_a_week_begins_on_its_monday(day: date, monday: date) -> None:
    assert monday_of(day) == monday


@pytest.mark.parametrize("monday", [date(2026, 3, 30), date(2026, 10, 26)])
def test_four_weeks_with_a_change_of_the_clocks_have_their_days(monday: date) -> None:
    assert known_before(by_week(1, 2, 3, 4, monday=monday), "steps", monday) == 28


def test_the_first_days_of_the_calendar_fail_nothing() -> None:
    assert unplanned([row(date.min, 3)], monday=date.min).known == 0
    assert progress([row(date.min, 3)], "steps", date.min) == Progress(3, 1, 1, 3)


def test_the_progress_of_a_week_begins_anew_on_monday() -> None:
    rows = [*by_week(5_000), *days_from(MONDAY, {0: 4_000})]
    assert progress(rows, "steps", MONDAY) == Progress(4_000, 1, 1, 4_000)
    assert progress(rows, "steps", MONDAY - timedelta(days=1)) == Progress(35_000, 7, 7, 5_000)


def test_unknown_days_are_counted_apart_and_zero_is_known() -> None:
    found = progress(
        days_from(MONDAY, {0: 4_000, 1: None, 2: 0, 4: None}), "steps", MONDAY + timedelta(days=4)
    )
    assert (found.done, found.known, found.days, found.today, found.unknown) == (4_000, 2, 5, None, 2)


def test_a_week_of_which_nothing_is_known_is_not_a_week_of_nothing() -> None:
    found = progress([], "steps", SUNDAY)
    assert (found.done, found.known, found.days, found.unknown) == (0, 0, 7, 6)


def test_days_to_come_are_not_looked_at() -> None:
    assert progress(days_from(MONDAY, {0: 1, 3: 9}), "steps", MONDAY).done == 1


# Numbers


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (43_167, 43_000),
        (6_143, 6_100),
        (10_240, 10_000),
        (10_260, 10_500),
        (233, 230),
        (18.4, 18),
        (7, 7),
        (0, 0),
    ],
)
def test_a_total_is_a_number_that_can_be_remembered(value: float, rounded: float) -> None:
    assert memorable(value) == rounded


@settings(max_examples=300)
@given(st.floats(10, 1_500_000))
def test_rounding_moves_a_total_by_a_twentieth_at_most(value: float) -> None:
    assert abs(memorable(value) / value - 1) <= 0.05


def test_a_plan_is_made_without_numpy() -> None:
    code = "import sys, journal.pacing.week, journal.pacing.big_days, tui.analysis.week_words; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
