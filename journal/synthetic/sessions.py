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
"""Points of extra pain after the harmful exercise, until the session ends."""

MOMENT_SD, NEXT_SD = 0.3, 0.35
"""Standard deviations: pain of the hour around the day's, and ratings within the hour."""

RATED, MORNINGS = 0.85, 0.7
"""Shares of questions answered: in a session, and the morning after."""

MORNING_HOURS = (7, 9)

LEFT_EARLY, REACHED = 7, 3
"""The number of the session ended early, and of the exercises done in it."""


@dataclass(frozen=True, slots=True)
class Practice:
    """The exercises of each session, as ids in order, and the one followed by more pain."""

    exercises: tuple[str, ...]
    hurts: str


@dataclass(frozen=True, slots=True)
class Practised:
    """A session with its ratings, from 0 to 10.

    `before` and `after` rate the whole session, `during` each exercise, `morning` the next day, with its time.
    Only the first `reached` exercises were done.
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
    """Return the sessions of the last SESSION_DAYS days, oldest first; none on days without entries or the last."""
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
    lived_day, following = days
    pain = chance.gauss(lived_day.pain, MOMENT_SD)
    before = _answer(pain, chance)
    during = {}
    for exercise in exercises:
        pain += RISE if exercise == hurts else 0
        if (nrs := _answer(pain, chance)) is not None:
            during[exercise] = nrs
    after = _answer(pain, chance)
    began = datetime.combine(lived_day.day, time(), zone) + _begins(lived_day, chance)
    morning = _morning(lived_day, following, zone, chance)
    return Practised(lived_day.day, began, len(exercises), before, during, after, morning)


def _answer(pain: float, chance: random.Random) -> int | None:
    nrs = rated(pain, NEXT_SD, chance)
    return nrs if chance.random() < RATED else None


def _begins(lived_day: Lived, chance: random.Random) -> timedelta:
    """When the session begins, since midnight."""
    begins = timedelta(minutes=chance.randrange(FIRST_MINUTE, BEFORE_MINUTE))
    for at, body in lived_day.noted:
        rated_at = timedelta(hours=at.hour, minutes=at.minute)
        if isinstance(body, Pain) and begins - SOON_AFTER < rated_at < begins + CLEAR:
            begins = rated_at + SOON_AFTER
    return begins


def _morning(
    lived_day: Lived, following: Lived, zone: tzinfo, chance: random.Random
) -> tuple[datetime, int] | None:
    """Rate the next morning, which half follows the day before; only on days with entries."""
    at, nrs = moment(*MORNING_HOURS, chance), rated((lived_day.pain + following.pain) / 2, RATING_SD, chance)
    answered = chance.random() < MORNINGS and bool(following.noted)
    return (datetime.combine(following.day, at, zone), nrs) if answered else None
