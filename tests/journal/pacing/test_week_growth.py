"""A plan grows by a tenth at most, follows slowly, and nothing noted of its week changes it."""

import math
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.medium.answer import CurveAnswer, Verdict
from journal.pacing.week import (
    GROWTH,
    NEEDED,
    Lack,
    NoPlan,
    WeekPlan,
    Why,
    ahead,
    known_before,
    monday_of,
    plan,
)
from tests.journal.pacing.weeks import MONDAY, by_week, curve, curves, days_from, diaries, planned, values

FAR_OFF = curve(Verdict.MEDIUM, (12_000, 15_000))


def obeyed(usual: float, answer: CurveAnswer, weeks: int) -> list[WeekPlan]:
    """The plans of weeks that are each done exactly as planned, after four usual ones."""
    rows, plans = by_week(*[usual] * 4), []
    for n in range(weeks):
        monday = MONDAY + timedelta(days=7 * n)
        plans.append(planned(rows, answer, monday))
        rows += days_from(monday, dict.fromkeys(range(7), plans[-1].total / 7))
    return plans


@given(st.floats(300, 15_000), st.integers(1, 12))
def test_ten_weeks_as_planned_grow_by_a_tenth_a_week_at_most(usual: float, times: int) -> None:
    plans = obeyed(usual, curve(Verdict.MEDIUM, (usual * times, usual * times)), 10)
    totals = [7 * usual * (1 + 1e-9), *(found.total for found in plans)]
    assert all(after <= before_ * (1 + GROWTH) * 1.025 for before_, after in pairwise(totals))
    assert all(found.total <= 7 * found.usual * (1 + GROWTH) * (1 + 1e-6) for found in plans)
    assert totals[-1] <= 7 * usual * (1 + GROWTH) ** 10
    assert totals[-1] <= 7 * usual * times * 1.025  # and never beyond the range, but for rounding


def test_ten_weeks_as_planned_do_grow_and_come_to_rest_at_the_range() -> None:
    growing = [found.total for found in obeyed(6_000, FAR_OFF, 10)]
    assert growing == sorted(growing)
    assert growing[-1] > 1.2 * 42_000
    resting = [found.total for found in obeyed(6_000, curve(Verdict.MEDIUM, (7_000, 9_000)), 20)]
    assert resting[-1] == 49_000


def test_ten_weeks_above_the_range_go_down_to_it_and_no_further() -> None:
    totals = [found.total for found in obeyed(10_000, curve(Verdict.MEDIUM, (5_000, 8_000)), 20)]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] == 56_000


def test_two_wild_weeks_become_the_plan_slowly() -> None:
    first = planned(by_week(*[6_000] * 4, 6_000, 12_000))
    second = planned(by_week(*[6_000] * 4, 12_000, 12_000))
    assert (first.total, first.why) == (42_000, Why.USUAL)
    assert (second.usual, second.total, second.why) == (9_000, 57_000, Why.SLOWER)  # a tenth below the usual


def test_a_usual_week_that_has_grown_by_chance_grows_the_plan_by_a_tenth() -> None:
    found = planned(
        by_week(5_000, 6_000, 7_000, 6_000, 7_000, 7_000), curve(Verdict.MEDIUM, (12_000, 13_000))
    )
    assert found.usual == 7_000  # and 6,500 a week earlier
    assert (found.total, found.why) == (50_000, Why.UP)  # not 53,900, a tenth above it
    found = planned(by_week(6_000, 6_000, 6_000, 7_200, 7_200))
    assert (found.usual, found.total, found.why) == (6_600, 46_000, Why.USUAL)
    found = planned(by_week(6_000, 6_000, 6_000, 7_500, 7_500))
    assert (found.usual, found.total, found.why) == (6_750, 46_000, Why.SLOWER)


def test_without_a_usual_week_earlier_the_first_plan_is_the_usual_one() -> None:
    assert planned(by_week(6_000, 9_000)).total == 53_000


def test_resting_earns_no_smaller_week_than_the_usual_one_already_is() -> None:
    quiet = by_week(6_000, 3_000, 3_000, 3_000)
    assert planned(quiet, curve(Verdict.LESS, (0, 2_000))).total == 21_000
    assert planned(quiet, curve(Verdict.MEDIUM, (6_000, 8_000))).total == 23_000


@given(diaries, curves)
def test_a_plan_lies_within_a_tenth_of_the_usual_week_whatever_the_days_and_the_answer(
    rows: list[DayRow], answer: CurveAnswer | None
) -> None:
    found = plan(rows, "steps", answer, MONDAY)
    assert isinstance(found, WeekPlan) is (
        known_before(rows, "steps", MONDAY) >= NEEDED
        and not (isinstance(found, NoPlan) and found.why is Lack.NEXT_TO_NOTHING)
    )
    if isinstance(found, WeekPlan):
        assert found.total == int(found.total)
        assert (1 - GROWTH) * (1 - 1e-6) <= found.total / (7 * found.usual) <= (1 + GROWTH) * (1 + 1e-6)
        assert (found.toward is not None) is (found.why in {Why.UP, Why.DOWN})
        earlier = plan(rows, "steps", None, MONDAY - timedelta(days=7))
        if isinstance(earlier, WeekPlan):
            most = max(earlier.usual * (1 + GROWTH), found.usual * (1 - GROWTH) * 1.06)
            assert found.total <= 7 * most * (1 + 1e-6)


# Fixed ahead


def made_of(rows: Sequence[DayRow]) -> CurveAnswer | None:
    """An answer that hangs on every value of the days, as the real one does."""
    known = [value for one in rows if (value := one.activity["steps"]) is not None]
    if not known:
        return None
    low = math.fsum(known) * (1 + len(known)) % 20_000
    return curve(list(Verdict)[len(known) % len(Verdict)], (low, low + 2_000))


@given(diaries, st.dictionaries(st.integers(0, 6), values), st.integers(0, 6))
def test_nothing_noted_of_a_week_changes_its_plan(
    rows: list[DayRow], week: dict[int, float | None], weekday: int
) -> None:
    today = MONDAY + timedelta(days=weekday)
    with_week = [*rows, *days_from(MONDAY, week)]
    monday = monday_of(today)
    assert monday == MONDAY
    answers = [made_of(ahead(days, monday)) for days in (rows, with_week)]
    assert plan(rows, "steps", answers[0], monday) == plan(with_week, "steps", answers[1], monday)
