"""The calendar: every day of a month stands in it once, under its weekday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.months import (
    DayCell,
    cells,
    first_day,
    last_day,
    month_of,
    moved,
    rounded,
    same_day,
    weeks,
)
from journal.observations import MEASURES
from journal.trends import measured, pain

DAY = date(2026, 11, 22)
months = st.tuples(st.integers(1, 9999), st.integers(1, 12))


@given(months)
def test_every_day_of_a_month_stands_in_it_once_under_its_weekday(month: tuple[int, int]) -> None:
    grid = weeks(month)
    assert [len(week) for week in grid] == [7] * 6
    found = [day for week in grid for day in week if day is not None]
    length = (last_day(month) - first_day(month)).days + 1
    assert found == [first_day(month) + timedelta(days=n) for n in range(length)]
    assert all(day.weekday() == n for week in grid for n, day in enumerate(week) if day is not None)


@given(months, st.integers(-30_000, 30_000))
def test_months_stay_within_the_calendar(month: tuple[int, int], by: int) -> None:
    assert month_of(first_day(moved(month, by))) == moved(month, by)


@pytest.mark.parametrize(
    ("month", "by", "there"),
    [
        ((2026, 11), 1, (2026, 12)),
        ((2026, 12), 1, (2027, 1)),
        ((2026, 1), -1, (2025, 12)),
        ((1, 1), -1, (1, 1)),
    ],
)
def test_a_month_later_may_be_another_year(month: tuple[int, int], by: int, there: tuple[int, int]) -> None:
    assert moved(month, by) == there


def test_a_day_that_another_month_lacks_is_its_last() -> None:
    assert same_day(date(2024, 3, 31), (2024, 2)) == date(2024, 2, 29)
    assert same_day(date(2024, 3, 15), (2024, 2)) == date(2024, 2, 15)


@pytest.mark.parametrize(("value", "whole"), [(2.5, 3), (3.5, 4), (2.49, 2), (0.0, 0), (10, 10)])
def test_halves_are_rounded_up(value: float, whole: int) -> None:
    assert rounded(value) == whole


def test_a_cell_keeps_unknown_zero_and_skipped_apart() -> None:
    activity = dict.fromkeys(MEASURES)
    rows = [
        DayRow(DAY, 0, None, None, 1, {**activity, "steps": 900}, {}, backfilled=True),
        DayRow(DAY - timedelta(days=1), None, None, None, 0, activity, {}, skipped=("pain",)),
    ]
    found = cells(rows, pain)
    assert found[DAY] == DayCell(DAY, 0, backfilled=True)
    assert found[DAY - timedelta(days=1)] == DayCell(DAY - timedelta(days=1), None, skipped=True)
    assert DAY - timedelta(days=2) not in found
    assert cells(rows, measured("steps"))[DAY].value == 900
