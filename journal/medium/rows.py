"""Which days can speak about pain against activity: the rows that an estimate counts."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal.days import ONE_DAY, DayRow
from journal.record import MEASURES

NEEDED = 28
"""Fewer counted days than this give no answer."""

WINDOW_DAYS = 120
"""An answer speaks of the last days only: what is tolerable drifts."""


def counted(days: Sequence[DayRow], measure: str, last: date) -> tuple[date, ...]:
    """The days of the window ending at `last` that count, oldest first.

    A day counts when its pain, its activity and the activity of the calendar day before are all known.
    """
    rows = {row.day: row for row in days}
    active = {day for day, row in rows.items() if row.activity[measure] is not None}
    return tuple(
        row.day
        for row in _window(days, last)
        if row.pain is not None and row.day in active and row.day - ONE_DAY in active
    )


def best_measure(days: Sequence[DayRow], last: date) -> str:
    """The measure with the most counted days, then the most days beside pain, then the most values.

    Only the window ending at `last` is looked at. Among equals the first of MEASURES: steps.
    """

    def worth(measure: str) -> tuple[int, int, int]:
        known = [row for row in _window(days, last) if row.activity[measure] is not None]
        beside_pain = sum(row.pain is not None for row in known)
        return len(counted(days, measure, last)), beside_pain, len(known)

    return max(MEASURES, key=worth)


def _window(days: Sequence[DayRow], last: date) -> list[DayRow]:
    first = last - timedelta(days=WINDOW_DAYS - 1)
    return sorted((row for row in days if first <= row.day <= last), key=lambda row: row.day)
