"""The calendar: months as weeks of days, and the cell of each day."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.days import DayRow
from journal.trends import Value

DAYS_OF_WEEK = 7
WEEKS = 6
"""The most weeks that a month can touch."""

MONTHS_OF_YEAR = 12

Month = tuple[int, int]
"""A year and a month of it, from 1 to 12."""


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day in the calendar: its value (None is unknown), and whether something was skipped or added later."""

    day: date
    value: float | None = None
    skipped: bool = False
    backfilled: bool = False


def cells(rows: Iterable[DayRow], value: Value) -> Mapping[date, DayCell]:
    """Return the cells of the days with a row."""
    return {row.day: DayCell(row.day, value(row), bool(row.skipped), row.backfilled) for row in rows}


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return day.year, day.month


def moved(month: Month, by: int) -> Month:
    """Return the month `by` months later, limited to the months that dates can have."""
    number = month[0] * MONTHS_OF_YEAR + month[1] - 1 + by
    first, last = date.min.year * MONTHS_OF_YEAR, date.max.year * MONTHS_OF_YEAR + MONTHS_OF_YEAR - 1
    year, index = divmod(min(max(number, first), last), MONTHS_OF_YEAR)
    return year, index + 1


def first_day(month: Month) -> date:
    """The first day of a month."""
    return date(*month, 1)


def last_day(month: Month) -> date:
    """The last day of a month."""
    after = moved(month, 1)
    return first_day(after) - timedelta(days=1) if after != month else date(*month, 31)


def weeks(month: Month) -> tuple[tuple[date | None, ...], ...]:
    """The month as WEEKS weeks of seven days from Monday on; None where a day is another month's."""
    first, last = first_day(month), last_day(month)
    days: list[date | None] = [None] * first.weekday()
    days += [first + timedelta(days=n) for n in range((last - first).days + 1)]
    days += [None] * (WEEKS * DAYS_OF_WEEK - len(days))
    return tuple(tuple(days[n : n + DAYS_OF_WEEK]) for n in range(0, len(days), DAYS_OF_WEEK))


def same_day(day: date, month: Month) -> date:
    """The day of that number in another month, or its last where it has no such day."""
    return date(*month, min(day.day, last_day(month).day))


def rounded(value: float) -> int:
    """The nearest whole number, halves up: 2.5 is 3 and 3.5 is 4."""
    return math.floor(value + 0.5)
