"""Big days and what came after, and the longest times without a break: counted, without a claim. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from journal.days import DayRow
from journal.medium.rows import WINDOW_DAYS
from journal.observations import BOUTS
from journal.pacing.week import NEEDED, PLANNED

BIG, QUIET = 1.5, 0.5
"""From so many times the middle of one's own days on a day is big, up to so many it is quiet."""

AFTER = 2
"""Calendar days after a day in which a quiet one counts as following it."""

SPANS = (14, WINDOW_DAYS)
"""Days for which the longest times without a break are shown."""


@dataclass(frozen=True, slots=True)
class Followed:
    """Of some days: how many were followed by a quiet one, how many were not, of how many it is not known."""

    quiet: int = 0
    other: int = 0
    unknown: int = 0

    @property
    def days(self) -> int:
        """All of these days."""
        return self.quiet + self.other + self.unknown


@dataclass(frozen=True, slots=True)
class BigDays:
    """The `known` days of the WINDOW_DAYS before today, of which `quiet` were quiet ones; `middle` is their median.

    `big` and `rest` are the big days and all others. With fewer than NEEDED known days, or a middle of 0, there are no
    big days to speak of: `middle` is None then, or 0.
    """

    known: int
    middle: float | None = None
    quiet: int = 0
    big: Followed = Followed()
    rest: Followed = Followed()


def big_days(rows: Iterable[DayRow], measure: str, today: date) -> BigDays | None:
    """What followed big days; None for a measure that cannot be added up. Today is not looked at: it is not over.

    A day is followed by a quiet one when that is known of one of the AFTER days after it, not followed when all of them
    are known and none is quiet, else it is not known. The same holds for the rest, so that the two can be compared.
    """
    if measure not in PLANNED:
        return None
    values = {
        row.day.toordinal(): value
        for row in rows
        if 1 <= (today - row.day).days <= WINDOW_DAYS and (value := row.activity.get(measure)) is not None
    }
    if len(values) < NEEDED:
        return BigDays(len(values))
    middle = median(values.values())
    if middle <= 0:
        return BigDays(len(values), 0.0)
    quiet = {day for day, value in values.items() if value <= QUIET * middle}
    big = {day for day, value in values.items() if value >= BIG * middle}
    return BigDays(
        len(values),
        middle,
        len(quiet),
        _followed(big, values, quiet),
        _followed(values.keys() - big, values, quiet),
    )


def _followed(days: Iterable[int], values: Mapping[int, float], quiet: set[int]) -> Followed:
    """What is known after these days, each by its number in the calendar."""
    counts = {True: 0, False: 0, None: 0}
    for day in days:
        after = range(day + 1, day + AFTER + 1)
        if any(one in quiet for one in after):
            counts[True] += 1
        else:
            counts[False if all(one in values for one in after) else None] += 1
    return Followed(counts[True], counts[False], counts[None])


@dataclass(frozen=True, slots=True)
class LastDays:
    """Of the last `days` days, `known` ones: the middle and the longest of their longest times, in minutes."""

    days: int
    known: int
    middle: float | None = None
    longest: float | None = None


@dataclass(frozen=True, slots=True)
class Bout:
    """The longest times without a break of one kind (a key of BOUTS): the newest, and those of each of SPANS."""

    name: str
    newest: float
    day: date
    spans: tuple[LastDays, ...]


def bouts(rows: Iterable[DayRow], today: date) -> tuple[Bout, ...]:
    """Each bout that is known of the last WINDOW_DAYS days, today among them."""
    recent = [row for row in rows if 0 <= (today - row.day).days < WINDOW_DAYS]
    found = []
    for name in BOUTS:
        values = {row.day: row.bouts[name] for row in recent if name in row.bouts}
        if values:
            newest = max(values)
            found.append(Bout(name, values[newest], newest, tuple(_last(values, today, n) for n in SPANS)))
    return tuple(found)


def _last(values: Mapping[date, float], today: date, days: int) -> LastDays:
    within = [value for day, value in values.items() if (today - day).days < days]
    return LastDays(days, len(within), median(within), max(within)) if within else LastDays(days, 0)
