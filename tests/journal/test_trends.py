"""Means over days that were noted, and nothing over days that were not."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.observations import MEASURES, Site
from journal.trends import (
    OF_A_KIND,
    OF_A_SPAN,
    OF_A_WEEK,
    SPAN,
    WEEK,
    Change,
    DayPart,
    Level,
    Rating,
    by_day,
    by_part,
    by_site,
    change,
    measured,
    noted_of,
    pain,
    part_of,
)

TODAY = date(2026, 11, 22)
BERLIN = ZoneInfo("Europe/Berlin")


def row(day: date, average: float | None = None, *, backfilled: bool = False, **activity: float) -> DayRow:
    known = {measure: activity.get(measure) for measure in MEASURES}
    return DayRow(day, None, average, None, 0, known, {}, backfilled=backfilled)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def rows_of(values: Mapping[int, float]) -> list[DayRow]:
    """Days by how long ago they are, with their pain."""
    return [row(ago(days), value) for days, value in values.items()]


diaries = st.dictionaries(st.integers(0, 60), st.integers(0, 10) | st.floats(0, 10), max_size=40).map(rows_of)
ratings = st.lists(
    st.builds(
        Rating,
        st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001 - as a clock shows it
        st.floats(0, 10),
        st.lists(st.sampled_from(Site), max_size=3, unique=True).map(tuple),
    ),
    max_size=40,
)


def test_no_days_make_no_points_and_no_change() -> None:
    assert by_day([], pain, TODAY, ago(1)) == ()
    assert change([], pain, TODAY) == Change(None, None, 0, 0)
    assert noted_of([], TODAY) == 0


def test_each_calendar_day_has_a_point_and_an_unknown_one_has_no_value() -> None:
    points = by_day(rows_of({0: 4, 2: 6}), pain, ago(2), TODAY)
    assert [(point.day, point.value) for point in points] == [(ago(2), 6), (ago(1), None), (TODAY, 4)]


def test_a_week_with_too_few_days_has_no_mean() -> None:
    two = by_day(rows_of({0: 4, 2: 6}), pain, TODAY, TODAY)
    three = by_day(rows_of({0: 4, 2: 6, 6: 8}), pain, TODAY, TODAY)
    assert (two[0].mean, three[0].mean) == (None, 6)


def test_the_week_ends_with_its_day_and_reaches_before_the_first_that_is_shown() -> None:
    (point,) = by_day(rows_of({0: 1, 1: 1, 2: 1, 6: 5, 7: 10}), pain, TODAY, TODAY)
    assert point.mean == 2


def test_zero_is_a_value() -> None:
    assert by_day(rows_of({0: 0, 1: 0, 2: 0}), pain, TODAY, TODAY)[0].mean == 0


def test_a_day_noted_later_says_so_and_an_unknown_day_does_not() -> None:
    points = by_day([row(ago(1), 3, backfilled=True)], pain, ago(1), TODAY)
    assert [point.backfilled for point in points] == [True, False]


def test_activity_is_looked_at_by_its_measure() -> None:
    rows = [row(ago(n), steps=1000.0 * n) for n in (1, 2, 3)]
    assert by_day(rows, measured("steps"), ago(1), ago(1))[0].mean == 2000
    assert by_day(rows, measured("load"), ago(1), ago(1))[0].mean is None


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_days_of_a_clock_change_are_days_like_others(day: date) -> None:
    rows = [row(day + timedelta(days=n), 4.0) for n in (-1, 0, 1)]
    points = by_day(rows, pain, day - timedelta(days=1), day + timedelta(days=1))
    assert [point.value for point in points] == [4, 4, 4]
    assert points[-1].mean == 4


def test_the_first_days_of_the_calendar_fail_nothing() -> None:
    assert by_day([row(date.min, 3)], pain, date.min, date.min)[0].value == 3


@given(diaries, st.integers(0, 80))
def test_a_mean_is_a_number_between_the_values_of_its_week(rows: Sequence[DayRow], first: int) -> None:
    values = {r.day: r.pain for r in rows if r.pain is not None}
    for point in by_day(rows, pain, ago(first), TODAY):
        week = [values[d] for n in range(WEEK) if (d := point.day - timedelta(days=n)) in values]
        assert (point.mean is None) == (len(week) < OF_A_WEEK)
        if point.mean is not None:
            assert math.isfinite(point.mean)
            assert min(week) - 1e-9 <= point.mean <= max(week) + 1e-9


# Against the days before


def spans(now: float, before: float, days: int = SPAN) -> list[DayRow]:
    return rows_of({**dict.fromkeys(range(days), now), **dict.fromkeys(range(SPAN, SPAN + days), before)})


@pytest.mark.parametrize(
    ("now", "before", "noticed"),
    [
        (4.0, 6.1, True),  # 2.1 points
        (4.0, 6.0, True),  # 2 points
        (8.0, 6.0, True),  # worse by 2 points
        (5.0, 6.9, False),  # 1.9 points and 28 %
        (2.1, 3.0, True),  # 30 %
        (2.2, 3.0, False),  # 27 %
        (6.5, 5.0, True),  # worse by 30 %
        (0.0, 0.0, False),
        (1.0, 0.0, False),  # of nothing there is no share
        (2.0, 0.0, True),
    ],
)
def test_two_points_or_thirty_percent_are_noticed(now: float, before: float, *, noticed: bool) -> None:
    found = change(spans(now, before), pain, TODAY)
    assert found.noticed is noticed
    assert found.by == pytest.approx(now - before)


def test_half_of_each_span_is_needed_and_what_is_missing_is_said() -> None:
    assert change(spans(4, 6, OF_A_SPAN), pain, TODAY).missing == (0, 0)
    few = change(spans(4, 6, OF_A_SPAN - 2), pain, TODAY)
    assert (few.now, few.before, few.by, few.noticed, few.missing) == (None, None, None, False, (2, 2))


def test_today_is_the_last_of_the_days_and_the_spans_touch() -> None:
    found = change(rows_of(dict.fromkeys(range(-3, 40), 5.0)), pain, TODAY)
    assert (found.days, found.days_before) == (SPAN, SPAN)


@given(diaries)
def test_a_change_is_made_of_numbers_or_of_nothing(rows: Sequence[DayRow]) -> None:
    found = change(rows, pain, TODAY)
    for mean, days in ((found.now, found.days), (found.before, found.days_before)):
        assert (mean is None) == (days < OF_A_SPAN)
        assert mean is None or 0 <= mean <= 10
    if found.by is None:
        assert not found.noticed


def test_days_that_were_noted_are_counted_without_a_streak() -> None:
    rows = rows_of({0: 1, 1: 2, 5: 3, 13: 4, 14: 5})
    assert noted_of([*rows, row(TODAY + timedelta(days=1), 3)], TODAY) == 4


# When and where


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, DayPart.NIGHT),
        (4, DayPart.NIGHT),
        (5, DayPart.MORNING),
        (10, DayPart.MORNING),
        (11, DayPart.MIDDAY),
        (16, DayPart.MIDDAY),
        (17, DayPart.EVENING),
        (21, DayPart.EVENING),
        (22, DayPart.NIGHT),
        (23, DayPart.NIGHT),
    ],
)
def test_each_hour_has_its_part_of_the_day(hour: int, part: DayPart) -> None:
    assert part_of(datetime(2026, 11, 22, hour, 30, tzinfo=UTC)) is part


def test_the_hour_is_that_of_the_clock_where_it_was_noted() -> None:
    """In the night in which the clocks go back, 04:30 UTC is half past five in Berlin, not half past six."""
    at = datetime(2026, 10, 25, 4, 30, tzinfo=UTC)
    assert part_of(at) is DayPart.NIGHT
    assert part_of(at.astimezone(BERLIN)) is DayPart.MORNING


def test_a_few_ratings_make_no_mean_and_are_counted() -> None:
    few = [Rating(datetime(2026, 11, 22, 9, tzinfo=UTC), 4.0)] * (OF_A_KIND - 1)
    assert by_part(few)[0] == Level("morning", None, OF_A_KIND - 1)
    assert by_part([*few, few[0]])[0] == Level("morning", 4.0, OF_A_KIND)


def test_a_rating_that_names_two_places_counts_for_both() -> None:
    both = [Rating(datetime(2026, 11, 22, 9, tzinfo=UTC), 6.0, (Site.LEG, Site.BUTTOCK))] * OF_A_KIND
    found = {level.name: level.mean for level in by_site(both)}
    assert found == {"low-back": None, "buttock": 6.0, "leg": 6.0, "below-knee": None}


@given(ratings)
def test_levels_are_numbers_or_nothing_and_count_every_rating(found: Sequence[Rating]) -> None:
    parts, sites = by_part(found), by_site(found)
    assert sum(level.count for level in parts) == len(found)
    assert sum(level.count for level in sites) == sum(len(rating.sites) for rating in found)
    for level in (*parts, *sites):
        assert (level.mean is None) == (level.count < OF_A_KIND)
        assert level.mean is None or -1e-9 <= level.mean <= 10 + 1e-9
