"""Which days can speak about pain against activity: the rows that an estimate counts."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from journal.body import MEASURES
from journal.days import ONE_DAY, DayRow

NEEDED = 28
"""Fewer counted days than this give no answer."""

WINDOW_DAYS = 120
"""An answer speaks of the last days only: what is tolerable drifts."""


def counted(days: Sequence[DayRow], measure: str, last: date) -> tuple[date, ...]:
    """The days of the window ending at `last` that count, oldest first.

    A day counts when its pain, its activity and the activity of the calendar day before are all known.
    """
    return _counted(_window(days, last), days, measure)


def _counted(rows: Sequence[DayRow], days: Sequence[DayRow], measure: str) -> tuple[date, ...]:
    """Those of `rows` that count; `days` may know of the day before the first of them."""
    active = {row.day for row in days if row.activity[measure] is not None}
    return tuple(
        row.day for row in rows if row.pain is not None and row.day in active and row.day - ONE_DAY in active
    )


def best_measure(days: Sequence[DayRow], last: date) -> str:
    """The measure with the most counted days, then the most days beside pain, then the most values.

    Only the window ending at `last` is looked at, unless none of its days has both pain and a measure: then all
    days are, so that a diary of long ago is not displaced by one value of today. Among equals the first of
    MEASURES: steps.
    """
    window = _window(days, last)
    rows = window if has_pairs(window) else days

    def worth(measure: str) -> tuple[int, int, int]:
        known = [row for row in rows if row.activity[measure] is not None]
        beside_pain = sum(row.pain is not None for row in known)
        return len(_counted(rows, days, measure)), beside_pain, len(known)

    return max(MEASURES, key=worth)


def has_pairs(rows: Iterable[DayRow]) -> bool:
    """Whether any of the days has both pain and a measure of activity."""
    return any(row.pain is not None and any(v is not None for v in row.activity.values()) for row in rows)


def _window(days: Sequence[DayRow], last: date) -> list[DayRow]:
    first = last - timedelta(days=WINDOW_DAYS - 1)
    return sorted((row for row in days if first <= row.day <= last), key=lambda row: row.day)
