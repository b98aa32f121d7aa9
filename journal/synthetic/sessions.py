"""Invented exercise sessions for the demo: how somebody felt who does a routine on some days of the week."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from journal.observations import Pain
from journal.synthetic.days import BESIDE, RATING_SD, Lived, chance_of, moment, rated

SESSION_DAYS = 63
GAPS = (2, 2, 3, 3, 4)
"""Days from one session to the next: two or three sessions a week, never on two days running."""

FIRST_MINUTE, BEFORE_MINUTE = 16 * 60, 17 * 60 + 15
"""Of the day: when a session begins."""

CLEAR, SOON_AFTER = timedelta(minutes=40), timedelta(minutes=3)
"""Nobody rates the day's pain in the middle of a session: who rated it then began soon after."""

RISE = 1.0
"""Points that it hurts more after the exercise that does, until the session is over."""

MOMENT_SD, NEXT_SD = 0.3, 0.35
"""How far the pain of the hour is from the day's, and how ratings within the hour differ."""

RATED, MORNINGS = 0.85, 0.7
"""How often what is asked in a session is answered, and on the morning after."""

MORNING_HOURS = (7, 9)

LEFT_EARLY, REACHED = 7, 3
"""Which session was left, and after how many exercises."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What is done in each session: the ids of the exercises, in order, and the one that is followed by more pain."""

    exercises: tuple[str, ...]
    hurts: str


@dataclass(frozen=True, slots=True)
class Practised:
    """A session as it was felt: when it `began`, and the ratings that were given, from 0 to 10.

    `before` and `after` speak of the whole session, `during` of an exercise each, `morning` of the next day, with its
    time. Only the first `reached` exercises were done.
    """

    day: date
    began: datetime
    reached: int
    before: int | None
    during: Mapping[str, int]
    after: int | None
    morning: tuple[datetime, int] | None


def practised(
    days: Sequence[Lived], practice: Practice, *, zone: tzinfo, seed: int = BESIDE
) -> list[Practised]:
    """The sessions of the last SESSION_DAYS of these days, oldest first, none on the last, nor where nothing was told."""
    chance = chance_of(f"{seed} practice")
    return [
        _session(days[place : place + 2], practice.exercises[:reached], practice.hurts, zone, chance)
        for place, reached in _places(days, len(practice.exercises), chance)
    ]


def _places(days: Sequence[Lived], exercises: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """The index of each day with a session, and how many exercises were done in it."""
    place, count = max(0, len(days) - SESSION_DAYS), 0
    while place < len(days) - 1:
        if days[place].noted:
            count += 1
            yield place, REACHED if count == LEFT_EARLY else exercises
        place += chance.choice(GAPS)


def _session(
    days: Sequence[Lived], exercises: Sequence[str], hurts: str, zone: tzinfo, chance: random.Random
) -> Practised:
    """The session of the first of two days, with these exercises."""
    one, following = days
    pain = chance.gauss(one.pain, MOMENT_SD)
    before = _answer(pain, chance)
    during = {}
    for exercise in exercises:
        pain += RISE if exercise == hurts else 0
        if (nrs := _answer(pain, chance)) is not None:
            during[exercise] = nrs
    after = _answer(pain, chance)
    began = datetime.combine(one.day, time(), zone) + _begins(one, chance)
    morning = _morning(one, following, zone, chance)
    return Practised(one.day, began, len(exercises), before, during, after, morning)


def _answer(pain: float, chance: random.Random) -> int | None:
    nrs = rated(pain, NEXT_SD, chance)
    return nrs if chance.random() < RATED else None


def _begins(one: Lived, chance: random.Random) -> timedelta:
    """When the session begins, since midnight."""
    begins = timedelta(minutes=chance.randrange(FIRST_MINUTE, BEFORE_MINUTE))
    for at, body in one.noted:
        rated_at = timedelta(hours=at.hour, minutes=at.minute)
        if isinstance(body, Pain) and begins - SOON_AFTER < rated_at < begins + CLEAR:
            begins = rated_at + SOON_AFTER
    return begins


def _morning(
    one: Lived, following: Lived, zone: tzinfo, chance: random.Random
) -> tuple[datetime, int] | None:
    """How it is the next morning, when half of the day before is still felt; where anything was told of that day."""
    at, nrs = moment(*MORNING_HOURS, chance), rated((one.pain + following.pain) / 2, RATING_SD, chance)
    answered = chance.random() < MORNINGS and bool(following.noted)
    return (datetime.combine(following.day, at, zone), nrs) if answered else None
