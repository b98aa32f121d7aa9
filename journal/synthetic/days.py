"""Invented diaries for the demo: like a person's, and with a truth that is known."""

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from journal.observations import Activity, Pain, Recall, Site
from journal.record import Draft

DAYS = 150
SEED = 20
"""With it each truth is found by the estimate, on whatever day the diary ends; not all others do."""

BESIDE = 34
"""The same for what an exercise and heat do, which stands beside the pain of the days and the steps."""

TENTH = 1.2816
"""Standard deviations from the median to the tenth of quietest, and to the tenth of busiest days."""

MEDIAN_STEPS = 6_200
SPREAD = 0.42
"""Of the logarithm of steps: the quietest tenth of days is under 3,600, the busiest over 10,600."""

WEEKEND = -0.5
"""Weekends are quieter, by this many standard deviations."""

BASE_PAIN = 2.8
PERSISTENCE = 0.4
"""How much of a day's own ups and downs is left on the next."""

DAY_SD = 0.7
RATING_SD = 0.6

QUIET_DAY = 0.04
"""How often nothing at all is noted, and how often the steps are missing."""

RATING_HOURS = ((7, 11), (12, 17), (18, 22))
"""When a rating is made, each before the second hour: in the morning, around noon, in the evening."""

RATED = (0.85, 0.45, 0.8)
"""How often."""


class Truth(StrEnum):
    """What activity does to the pain of the same day, as points on the scale from 0 to 10.

    `MEDIUM`: lowest on a middling day, 2 points more on the quietest and the busiest tenth of days.
    `FLAT`: nothing. `MORE`: more activity is better, 2 points less on the busiest than on the quietest tenth.
    `LESS`: less is better, the other way round. `PLATEAU`: 2 points more on the quietest tenth, nothing from the
    middle on.
    """

    MEDIUM = "medium"
    FLAT = "flat"
    MORE = "more"
    LESS = "less"
    PLATEAU = "plateau"


EFFECTS: Mapping[Truth, Callable[[float], float]] = {
    Truth.MEDIUM: lambda busy: 2 * busy**2,
    Truth.FLAT: lambda _: 1,
    Truth.MORE: lambda busy: 1 - busy,
    Truth.LESS: lambda busy: 1 + busy,
    Truth.PLATEAU: lambda busy: 2 * max(0.0, -busy),
}
"""Points of pain by how busy a day is: -1 the quietest tenth, 0 the median, 1 the busiest tenth."""

MOST_EFFECT = 3.5
"""However quiet or busy a day is."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A day with its true `pain`, in points, and its entries in order of time.

    The true pain may lie beyond the scale; ratings do not.
    """

    day: date
    pain: float
    noted: tuple[tuple[time, Pain | Activity], ...]


def diary(
    truth: Truth, last: date, *, days: int = DAYS, zone_name: str, zone: tzinfo, seed: int = SEED
) -> list[Draft]:
    """A diary of `days` days in which `truth` holds, in order of time; the same seed gives the same diary.

    Momentary ratings in whole numbers, none to three a day, and the day's steps; a few of each are missing. Of
    the day `last` there is only what could be noted by midday.
    """
    return drafts_of(lived(truth, last, days=days, seed=seed), zone_name=zone_name, zone=zone)


def drafts_of(days: Iterable[Lived], *, zone_name: str, zone: tzinfo) -> list[Draft]:
    """Return the entries of these days as drafts."""
    return [
        Draft(body, lived_day.day, datetime.combine(lived_day.day, at, zone), zone_name)
        for lived_day in days
        for at, body in lived_day.noted
    ]


def lived(truth: Truth, last: date, *, days: int = DAYS, seed: int = SEED) -> list[Lived]:
    """Return the days of the diary, oldest first."""
    chance = chance_of(f"{seed} {truth}")
    lived_days = []
    mood = 0.0
    for day in (last - timedelta(days=ago) for ago in range(days - 1, -1, -1)):
        mood = PERSISTENCE * mood + chance.gauss(0, DAY_SD * math.sqrt(1 - PERSISTENCE**2))
        lived_day = _day(truth, day, mood, chance)
        lived_days.append(lived_day if day < last else replace(lived_day, noted=_by_midday(lived_day.noted)))
    return lived_days


def chance_of(seed: str) -> random.Random:
    """Make a source of chance from a seed."""
    return random.Random(seed)  # noqa: S311 - an invented diary keeps no secret


def rated(pain: float, spread: float, chance: random.Random) -> int:
    """Rate pain in whole numbers, with a standard deviation of `spread`."""
    return round(min(max(chance.gauss(pain, spread), 0), 10))


def moment(first_hour: int, before_hour: int, chance: random.Random) -> time:
    """Choose a minute between two hours."""
    minutes = chance.randrange(first_hour * 60, before_hour * 60)
    return time(minutes // 60, minutes % 60)


def _by_midday(noted: tuple[tuple[time, Pain | Activity], ...]) -> tuple[tuple[time, Pain | Activity], ...]:
    return tuple((at, body) for at, body in noted if at < time(12))


def _day(truth: Truth, day: date, mood: float, chance: random.Random) -> Lived:
    busy = (chance.gauss(0, 1) + (WEEKEND if day.weekday() >= 5 else 0)) / TENTH  # noqa: PLR2004 - Saturday
    pain = BASE_PAIN + min(EFFECTS[truth](busy), MOST_EFFECT) + mood
    return Lived(day, pain, tuple(_noted(busy, pain, chance)))


def _noted(busy: float, pain: float, chance: random.Random) -> Iterator[tuple[time, Pain | Activity]]:
    """Yield the entries of a day, in order of time."""
    if chance.random() < QUIET_DAY:
        return
    for hours, often in zip(RATING_HOURS, RATED, strict=True):
        at = moment(*hours, chance)
        nrs = rated(pain, RATING_SD, chance)
        if chance.random() < often:
            yield at, Pain(nrs, Recall.NOW, (Site.LOW_BACK,))
    if chance.random() >= QUIET_DAY:
        steps = round(MEDIAN_STEPS * math.exp(SPREAD * busy * TENTH))
        yield moment(22, 23, chance), Activity(steps=steps)
