"""Which days can speak about pain against activity: the exposure that is looked at, and the rows that count."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.days import ONE_DAY, DayRow
from journal.observations import MEASURES

NEEDED = 28
"""Fewer counted days than this give no answer."""

WINDOW_DAYS = 120
"""An answer speaks of the last days only: what is tolerable drifts."""

LEAST_LEVELS = 5
"""Different activities that the counted days must have."""

LEAST_SPREAD = 0.35
"""Between quiet and busy days, on the scale of the square root of activity over its median."""

REACH = timedelta(days=WINDOW_DAYS + 7)
"""How far before the last day an answer reads: its window, that of the look a week before, and the day before that."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """What stands for the activity of a day: one measure (such as `steps`) as one source counts it.

    Two devices, or a device and a guess, do not count alike: a day of which another source tells is a day without.
    """

    measure: str
    source: str

    def of(self, row: DayRow) -> float | None:
        """The activity of the day; None when this source does not tell it."""
        return row.activity[self.measure] if row.sources.get(self.measure) == self.source else None

    def alone(self, row: DayRow) -> DayRow:
        """The day with the activity of this source alone."""
        return replace(row, activity={**row.activity, self.measure: self.of(row)})


STEPS = Exposure(next(iter(MEASURES)), "typed")
"""What is looked at in a diary without any activity."""


def counted(
    days: Sequence[DayRow], exposure: Exposure, last: date, *, later: bool = True
) -> tuple[date, ...]:
    """The days of the window ending at `last` that count, oldest first.

    A day counts when its pain, its activity and the activity of the calendar day before are all known. Without
    `later`, pain that was noted a day or more afterwards is not known.
    """
    return _counted(window(days, last), days, exposure, later=later)


def window(days: Iterable[DayRow], last: date) -> list[DayRow]:
    """The days of the window that ends at `last`, oldest first."""
    first = last - timedelta(days=WINDOW_DAYS - 1)
    return sorted((row for row in days if first <= row.day <= last), key=lambda row: row.day)


def pain_of(row: DayRow, *, later: bool = True) -> float | None:
    """The pain of a day; None, too, when it was noted afterwards and that is not to count."""
    return row.pain if later or not row.backfilled else None


def _counted(
    rows: Sequence[DayRow], days: Sequence[DayRow], exposure: Exposure, *, later: bool = True
) -> tuple[date, ...]:
    """Those of `rows` that count; `days` may know of the day before the first of them."""
    active = {row.day for row in days if exposure.of(row) is not None}
    return tuple(
        row.day
        for row in rows
        if pain_of(row, later=later) is not None and row.day in active and row.day - ONE_DAY in active
    )


def exposures(days: Sequence[DayRow], last: date) -> tuple[Exposure, ...]:
    """Every exposure that the days know, the one with the best coverage first: the most counted days, then the most
    days beside pain, then the most values. Never chosen by what it shows.

    Only the window ending at `last` is looked at, unless none of its days has both pain and a measure: then all
    days are, so that a diary of long ago is not displaced by one value of today. Among equals the order is that of
    MEASURES, then that of the days.
    """
    of_window = window(days, last)
    rows = of_window if has_pairs(of_window) else days
    known = Counter(
        Exposure(measure, row.sources[measure])
        for row in rows
        for measure, value in row.activity.items()
        if value is not None
    )

    def worth(exposure: Exposure) -> tuple[int, int, int]:
        beside_pain = sum(row.pain is not None for row in rows if exposure.of(row) is not None)
        return len(_counted(rows, days, exposure)), beside_pain, known[exposure]

    places = {measure: place for place, measure in enumerate(MEASURES)}
    return tuple(
        sorted(sorted(known, key=lambda exposure: places[exposure.measure]), key=worth, reverse=True)
    )


def best_exposure(days: Sequence[DayRow], last: date) -> Exposure:
    """The exposure with the best coverage."""
    return next(iter(exposures(days, last)), STEPS)


def left_out(days: Iterable[DayRow], exposure: Exposure, last: date) -> Mapping[str, int]:
    """The days of the window on which only another source tells the measure, by that source."""
    others = Counter(
        row.sources[exposure.measure]
        for row in window(days, last)
        if row.activity[exposure.measure] is not None and exposure.of(row) is None
    )
    return dict(others.most_common())


def has_pairs(rows: Iterable[DayRow]) -> bool:
    """Whether any of the days has both pain and a measure of activity."""
    return any(row.pain is not None and any(v is not None for v in row.activity.values()) for row in rows)
