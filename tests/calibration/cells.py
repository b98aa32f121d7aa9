"""The cells of the table: a world and a length each, looked at once for all that is asked there."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from journal.medium.answer import Lag, Medium
from tests.calibration import effects
from tests.calibration.looks import JUDGE, Judge, as_diary, established, judgements, whole
from tests.calibration.questions import (
    DIRECTION,
    EVER,
    FALSE_EITHER,
    FALSE_MEDIUM,
    FALSE_OTHER,
    INTERVALS,
    MORE_PAIN,
    MORE_PAIN_POWER,
    POWER,
    RANGES,
    RELIEF,
    RELIEF_POWER,
    UPSIDE_DOWN,
    Counts,
    Question,
    Seen,
    claims_a_direction,
    either_is_medium,
    is_medium,
    one,
    other_is_medium,
)
from tests.journal.medium.diaries import FALSE_SHAPES, INVERTED, MEDIUM, World, Written, write

LENGTHS = (40, 60, 120, 365)
RANGE_LENGTHS = (60, 120)
EXERCISED = 2 * effects.SESSIONS
"""Days of so many sessions, one every other day."""

WEEKS_LENGTH = 190
"""Days: the first of the weekly looks is at about six weeks."""

Answers = Mapping[str, Counts]
"""The counts of one diary, by question."""


@dataclass(frozen=True)
class Cell:
    """`ask` gives the counts of one diary, which is made from a seed; `times` as many diaries as in other cells."""

    name: str
    days: int
    questions: frozenset[str]
    ask: Callable[[int], Answers]
    times: int = 1


def diary(world: World, name: str, days: int, seed: int) -> Written:
    """The diary of this seed; another one in each cell, the same on every machine."""
    return write(world, days, zlib.crc32(f"{name} {days}".encode()) * 10_000 + seed)


def by_verdict(
    name: str,
    world: World,
    days: int,
    questions: Mapping[str, Question],
    *,
    times: int = 1,
    judge: Judge = JUDGE,
) -> Cell:
    """A cell in which only verdicts are asked for."""

    def ask(seed: int) -> Answers:
        judged = judgements(as_diary(diary(world, name, days, seed)), judge)
        seen = Seen(world, {lag: one.verdict for lag, one in judged.items()})
        return {name: question(seen) for name, question in questions.items()}

    return Cell(name, days, frozenset(questions), ask, times)


def by_answer(
    name: str,
    world: World,
    days: int,
    questions: Mapping[str, Question],
    *,
    look: Callable[[Written], Medium] = whole,
) -> Cell:
    """A cell in which the whole answer is asked for."""

    def ask(seed: int) -> Answers:
        answer = look(diary(world, name, days, seed))
        seen = Seen(world, {lag: answer.curves[lag].verdict for lag in Lag}, answer)
        return {name: question(seen) for name, question in questions.items()}

    return Cell(name, days, frozenset(questions), ask)


def by_weeks(name: str, world: World, *, judge: Judge = JUDGE) -> Cell:
    """A cell of diaries that are looked at every week: whether any curve is ever an established medium."""

    def ask(seed: int) -> Answers:
        looks = established(diary(world, name, WEEKS_LENGTH, seed), judge)
        return {EVER: one(any(map(any, looks.values())))}

    return Cell(name, WEEKS_LENGTH, frozenset({EVER}), ask)


def yes_or_no(question: str, name: str, days: int, ask: Callable[[int], bool], times: int = 1) -> Cell:
    """A cell of anything that is so or not for a seed."""
    return Cell(name, days, frozenset({question}), lambda seed: {question: one(ask(seed))}, times)


CONFOUNDED = {
    "both drift": World(lambda level: 0 * level, trend=3.0, drift=2.0),
    "against it": World(lambda level: 0 * level, trend=3.0, drift=-2.0),
    "pain drifts": World(lambda level: 0 * level, trend=3.0),
    "weekends": World(lambda level: 0 * level, weekend=1.5, quieter=1.0),
    "hard weekends": World(lambda level: 0 * level, weekend=2.0, quieter=1.5),
    "both linger": World(lambda level: 0 * level, rho=0.8, linked=0.7),
}
"""Worlds in which activity does nothing, but what both go with looks as if it did."""

AFTER: Mapping[str, Question] = {POWER: is_medium, FALSE_OTHER: other_is_medium}


def cells() -> Iterator[Cell]:
    """All cells of the table."""
    for name, world in FALSE_SHAPES.items():
        for days in LENGTHS:
            yield (
                by_answer(name, world, days, {**FALSE_MEDIUM, **RANGES})
                if days in RANGE_LENGTHS
                else by_verdict(name, world, days, FALSE_MEDIUM)
            )
    yield from _bent_cells()
    for name, world in CONFOUNDED.items():
        for days in RANGE_LENGTHS:
            yield by_verdict(
                name, world, days, {DIRECTION: claims_a_direction, FALSE_EITHER: either_is_medium}
            )
    yield yes_or_no(MORE_PAIN, "no effect", EXERCISED, effects.false_more_pain, times=4)
    yield yes_or_no(MORE_PAIN_POWER, "one of +1.0", EXERCISED, effects.finds_more_pain, times=4)
    yield yes_or_no(RELIEF, "no effect", effects.NO_RELIEF.days, effects.false_relief)
    yield yes_or_no(
        RELIEF,
        "unless better",
        effects.UNLESS_BETTER.days,
        partial(effects.false_relief, world=effects.UNLESS_BETTER),
    )
    yield yes_or_no(RELIEF_POWER, "one of -2.0", effects.RELIEF.days, effects.finds_relief)
    for name, world in FALSE_SHAPES.items():
        yield by_weeks(name, world)


def _bent_cells() -> Iterator[Cell]:
    for days in RANGE_LENGTHS:
        yield by_answer("U", MEDIUM, days, {POWER: is_medium, **INTERVALS, **RANGES})
        yield by_answer("U AR .8", replace(MEDIUM, rho=0.8), days, {**INTERVALS, **RANGES})
        yield by_verdict("U day before", replace(MEDIUM, lag=1), days, AFTER)
        yield by_verdict("inverted", INVERTED, days, {UPSIDE_DOWN: is_medium}, times=2)
