"""How pain and activity went over weeks: means over days that were noted, and nothing over days that were not. Pure.

A day that is not known is never filled in and never taken for 0. Every mean says of how many values it is made, and
where these are too few there is none. Days are calendar days, so that a change of the clocks moves nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.days import ONE_DAY, DayRow
from journal.observations import Site

WEEK = 7
OF_A_WEEK = 3
"""Fewer known days in a week than this make no mean of it."""

SPAN = 14
"""Days of each of the two spans that are compared."""

OF_A_SPAN = 7
"""Fewer known days in a span than this make no mean of it: half of it."""

POINTS, SHARE = 2.0, 0.3
"""A change of so many points, or of this share of what it was before, is one that people notice.

Ostelo et al., Spine 2008;33(1):90-94: the least important change on the scale from 0 to 10 in low-back pain.
"""

TOLERANCE = 1e-9
"""Of a rounding error when a change lies on the line."""

OF_A_KIND = 5
"""Fewer ratings than this of a part of the day, or of a site, make no mean of it."""

Value = Callable[[DayRow], float | None]
"""What is looked at of a day: its pain, or a measure of its activity. None is unknown."""


def pain(row: DayRow) -> float | None:
    """The day's pain, 0 to 10."""
    return row.pain


def measured(measure: str) -> Value:
    """What is known of the measure of activity on a day, in its own unit."""
    return lambda row: row.activity.get(measure)


@dataclass(frozen=True, slots=True)
class Point:
    """A day with what was noted of it, and the mean of the week that ends with it; None is unknown.

    `backfilled`: the day's pain was filled in from memory.
    """

    day: date
    value: float | None
    mean: float | None
    backfilled: bool = False


def by_day(rows: Iterable[DayRow], value: Value, first: date, last: date) -> tuple[Point, ...]:
    """A point for each calendar day from `first` to `last`; none when `last` is before `first`.

    mean(t) = sum of value(d) / number of known d, over t - 6 <= d <= t, with at least OF_A_WEEK known; `rows` may
    reach further back than `first`.
    """
    known = {row.day: row for row in rows}
    values = {day: found for day, row in known.items() if (found := value(row)) is not None}
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(
        Point(day, values.get(day), _mean_of_week(values, day), day in known and known[day].backfilled)
        for day in days
    )


def _mean_of_week(values: Mapping[date, float], last: date) -> float | None:
    week = _within(values, last, WEEK)
    return _mean(week) if len(week) >= OF_A_WEEK else None


def _within(values: Mapping[date, float], last: date, days: int) -> list[float]:
    """What is known of so many days up to `last`."""
    wanted = range(last.toordinal(), max(last.toordinal() - days, 0), -1)
    return [values[day] for number in wanted if (day := date.fromordinal(number)) in values]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of the last SPAN days and that of the SPAN days before, each with its number of known days.

    A mean is None where fewer than OF_A_SPAN days are known.
    """

    now: float | None
    before: float | None
    days: int
    days_before: int

    @property
    def by(self) -> float | None:
        """How much higher (over 0) or lower it is now: now - before."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def noticed(self) -> bool:
        """Whether people notice such a change of pain: |now - before| >= 2 points, or >= 30 % of before.

        Ostelo 2008, as at POINTS. Of no pain before there is no share.
        """
        by, before = self.by, self.before
        if by is None or before is None:
            return False
        share = before > 0 and abs(by) >= SHARE * before - TOLERANCE
        return abs(by) >= POINTS - TOLERANCE or share

    @property
    def missing(self) -> tuple[int, int]:
        """How many days are missing for a mean: of the last days, and of those before."""
        return max(0, OF_A_SPAN - self.days), max(0, OF_A_SPAN - self.days_before)


def change(rows: Iterable[DayRow], value: Value, today: date) -> Change:
    """The SPAN days that end with `today` against the SPAN days before them."""
    values = {row.day: found for row in rows if (found := value(row)) is not None}
    last = _within(values, today, SPAN)
    before = _within(values, today - SPAN * ONE_DAY, SPAN)
    now, then = (_mean(span) if len(span) >= OF_A_SPAN else None for span in (last, before))
    return Change(now, then, len(last), len(before))


def noted_of(rows: Iterable[DayRow], today: date, days: int = SPAN) -> int:
    """On how many of so many days up to `today` something was noted: no streak, so a gap costs nothing."""
    return sum(1 for row in rows if 0 <= (today - row.day).days < days)


class DayPart(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"
    NIGHT = "night"


BEGINS: Mapping[DayPart, int] = {
    DayPart.MORNING: 5,
    DayPart.MIDDAY: 11,
    DayPart.EVENING: 17,
    DayPart.NIGHT: 22,
}
"""The hour, on the person's clock, at which each part begins; the night ends where the morning begins."""


def part_of(local: datetime) -> DayPart:
    """The part of the day of a moment, given as the person's clock showed it."""
    begun = [part for part, hour in BEGINS.items() if hour <= local.hour]
    return begun[-1] if begun else DayPart.NIGHT


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating of pain (0 to 10) at a moment: as the person's clock showed it, and where it hurt."""

    local: datetime
    nrs: float
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """The mean of `count` ratings of one kind, in points from 0 to 10; None where there are fewer than OF_A_KIND."""

    name: str
    mean: float | None
    count: int


def by_part(ratings: Iterable[Rating]) -> tuple[Level, ...]:
    """The mean of each part of the day, in the order of the day."""
    return _levels(DayPart, ((part_of(rating.local), rating.nrs) for rating in ratings))


def by_site(ratings: Iterable[Rating]) -> tuple[Level, ...]:
    """The mean of the ratings that name each site, in the order of Site; one that names several counts for each."""
    return _levels(Site, ((site, rating.nrs) for rating in ratings for site in rating.sites))


def _levels(kinds: Iterable[StrEnum], pairs: Iterable[tuple[StrEnum, float]]) -> tuple[Level, ...]:
    found: dict[StrEnum, list[float]] = {kind: [] for kind in kinds}
    for kind, nrs in pairs:
        found[kind].append(nrs)
    return tuple(
        Level(str(kind), _mean(values) if len(values) >= OF_A_KIND else None, len(values))
        for kind, values in found.items()
    )
