"""Invented people whose exercises and reliefs do what is known, and what is said of them: each from a seed."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from journal.effects.exercises import ExerciseEffect, exercise_effects
from journal.effects.reliefs import ReliefEffect, relief_effects
from journal.observations import Pain, Recall, Relief
from journal.record import Body, Entry, Outcome, SessionRun, SessionState, SetRun, Source

FIRST = datetime(2026, 6, 1, tzinfo=UTC)
EXERCISES = tuple(f"exercise-{number}" for number in range(8))
HURTS = EXERCISES[3]
SESSIONS = 20

HOUR = timedelta(hours=1)


def entry(name: str, body: Body, at: datetime) -> Entry:
    """An entry that was noted as it happened, in UTC."""
    return Entry(name, name, at.date(), at, "UTC", at, Source.TYPED, body)


def whole(pain: float) -> int:
    """Pain as it is rated."""
    return round(min(max(pain, 0.0), 10.0))


# Exercises


@dataclass(frozen=True)
class Sessions:
    """How a person's pain goes in their sessions, in points of the scale.

    A day's level varies by `day_sd`, each rating by `rating_sd`. `rise` is what HURTS adds; a share `stays` of it is
    still there at the next exercise. All of that is the same for each of so many `sessions`; some ratings are
    `missing`.
    """

    rise: float = 0.0
    sessions: int = SESSIONS
    level: float = 3.5
    day_sd: float = 1.3
    rating_sd: float = 0.6
    stays: float = 0.5
    missing: float = 0.0

    def entries(self, seed: int) -> list[Entry]:
        """The entries of their sessions, every other day."""
        chance = random.Random(f"sessions {self} {seed}")
        return [one for number in range(self.sessions) for one in self._session(number, chance)]

    def _session(self, number: int, chance: random.Random) -> Iterator[Entry]:
        at = FIRST + timedelta(days=2 * number, hours=8)
        name = f"s{number}"
        run = SessionRun(
            "start", "First days", {one: {} for one in EXERCISES}, SessionState.FINISHED, 900, 900
        )
        yield entry(name, run, at)
        pain = chance.gauss(self.level, self.day_sd)
        yield entry(f"{name}/before", Pain(self._rated(pain, chance), Recall.BEFORE, session=name), at)
        for place, exercise in enumerate(EXERCISES):
            done = SetRun(name, exercise, 1, None, 5, 5, Outcome.DONE)
            yield entry(f"{name}/{exercise}/1", done, at)
            place_after = place - EXERCISES.index(HURTS)
            felt = pain + (self.rise * self.stays**place_after if place_after >= 0 else 0.0)
            if chance.random() >= self.missing:
                rated = Pain(self._rated(felt, chance), Recall.DURING, session=name, exercise=exercise)
                yield entry(f"{name}/during/{exercise}", rated, at + timedelta(minutes=3 * place + 3))

    def _rated(self, pain: float, chance: random.Random) -> int:
        return whole(chance.gauss(pain, self.rating_sd))


NOTHING, HURTING = Sessions(), Sessions(rise=1.0)


def followed_by_more(world: Sessions, seed: int) -> set[str]:
    """The exercises that are told to have been followed by more pain."""
    effects: Sequence[ExerciseEffect] = exercise_effects(world.entries(seed))
    return {effect.exercise for effect in effects if effect.verdict == "more-pain"}


def false_more_pain(seed: int, world: Sessions = NOTHING) -> bool:
    """Whether any exercise is told to be followed by more pain, where none is."""
    return bool(followed_by_more(world, seed))


def finds_more_pain(seed: int, world: Sessions = HURTING) -> bool:
    """Whether the one exercise that is followed by more pain is found."""
    return HURTS in followed_by_more(world, seed)


# Relief


@dataclass(frozen=True)
class Days:
    """How a person's pain goes through their days, and when they rate it and use something, in points and hours.

    Pain is a `level` that differs by `day_sd` from day to day, and goes up and down within `hours` by `wave_sd`; a
    rating errs by `rating_sd`. They rate it `rated` times a day and, where that was `bad` or worse, use one of
    `kinds` reliefs in a share `used` of these moments; else, in a share `again`, they only rate it again (with
    `worse_only` not when it got better). What is used takes away `eases` points,
    half of that again within `hours`.
    """

    days: int = 180
    level: float = 4.0
    day_sd: float = 1.0
    wave_sd: float = 1.5
    hours: float = 3.0
    rating_sd: float = 0.5
    rated: int = 3
    bad: float = 5.0
    used: float = 0.5
    again: float = 0.6
    kinds: int = 3
    eases: float = 0.0
    worse_only: bool = False

    def entries(self, seed: int) -> list[Entry]:
        """What they note."""
        chance = random.Random(f"days {self} {seed}")
        return [one for day in range(self.days) for one in _Day(self, day, chance).entries()]


class _Day:
    """One day of theirs: the wave of their pain as it goes on."""

    def __init__(self, world: Days, number: int, chance: random.Random) -> None:
        self._world, self._number, self._chance = world, number, chance
        self._level = chance.gauss(world.level, world.day_sd)
        self._wave = chance.gauss(0, world.wave_sd)
        self._eased = 0.0
        self._hour = 7.0

    def entries(self) -> Iterator[Entry]:
        """What is noted of it."""
        world, chance = self._world, self._chance
        for first in sorted(chance.uniform(7, 21) for _ in range(world.rated)):
            if first > self._hour:
                pain = self._rate(first)
                if pain >= world.bad and chance.random() < world.used:
                    yield self._use(pain)
                else:
                    yield self._noted(Pain(pain))
                    if pain >= world.bad and chance.random() < world.again:
                        later = self._rate(self._hour + chance.uniform(0.5, 1.2))
                        if later >= pain or not world.worse_only:
                            yield self._noted(Pain(later))

    def _use(self, before: int) -> Entry:
        at, minutes = self._hour, self._chance.randint(30, 70)
        means = f"relief-{self._chance.randrange(self._world.kinds)}"
        self._eased = self._world.eases
        after = self._rate(at + minutes / 60)
        self._hour += 0.01
        return self._noted(Relief(means, before, after, minutes), at)

    def _rate(self, hour: float) -> int:
        """The rating at a later hour, which it is then."""
        world = self._world
        kept = math.exp(-(hour - self._hour) / world.hours)
        self._wave = kept * self._wave + self._chance.gauss(0, world.wave_sd * math.sqrt(1 - kept**2))
        pain = self._level + self._wave - self._eased
        self._eased *= kept
        self._hour = hour
        return whole(self._chance.gauss(pain, world.rating_sd))

    def _noted(self, body: Body, hour: float | None = None) -> Entry:
        at = FIRST + timedelta(days=self._number) + HOUR * (self._hour if hour is None else hour)
        return entry(f"{self._number} {at:%H:%M:%S}", body, at)


NO_RELIEF, RELIEF = Days(), Days(eases=2.0, kinds=1)

UNLESS_BETTER = Days(worse_only=True)
"""The comparison misleads there, and whoever reads it is told so: nothing that is noted shows that it was so."""


def told_less(world: Days, seed: int) -> set[str]:
    """The reliefs that are told to have been followed by less pain."""
    effects: Sequence[ReliefEffect] = relief_effects(world.entries(seed))
    return {effect.means for effect in effects if effect.verdict == "less-pain"}


def false_relief(seed: int, world: Days = NO_RELIEF) -> bool:
    """Whether any relief is told to be followed by less pain, where none does anything."""
    return bool(told_less(world, seed))


def finds_relief(seed: int, world: Days = RELIEF) -> bool:
    """Whether the one relief that eases is found."""
    return bool(told_less(world, seed))


Question = Callable[[int], bool]


def rate(question: Question, people: int, first: int = 0) -> float:
    """How often it is so among so many people."""
    return sum(question(seed) for seed in range(first, first + people)) / people
