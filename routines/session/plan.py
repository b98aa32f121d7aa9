"""A routine laid out in time: a flat list of timed steps from getting into position to getting up again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from routines.dose_words import spoken_dose
from routines.exercise import Dose, Exercise, Item, Movement, Phase, Routine, Side, Sides, StartPosition

FROM_STANDING = 30.0
SAME_POSITION = 10.0

WINDOWS_TO = {
    StartPosition.SIDE_LYING: 15.0,  # from the other side, too
    StartPosition.HANDS_AND_KNEES: 15.0,
    StartPosition.PRONE: 15.0,
    StartPosition.SUPINE: 20.0,
    StartPosition.SEATED_FLOOR: 20.0,
    StartPosition.STANDING: 20.0,
}
"""Seconds to get into a position from another one that is not standing."""

LYING = frozenset({StartPosition.SUPINE, StartPosition.PRONE, StartPosition.SIDE_LYING})
BOTH = (Side.LEFT, Side.RIGHT)

REP_PHASES = frozenset({Phase.MOVE, Phase.HOLD, Phase.RELAX, Phase.WORK})
"""The phases that belong to a repetition; all others are gaps between sets or sides."""

RepKey = tuple[str, int, Side | None, int]
"""A repetition by its exercise, set, side and number."""

SetKey = tuple[str, int, Side | None]
"""A set by its exercise, number and side."""


@dataclass(frozen=True, slots=True)
class Step:
    """One timed item of a plan; `seconds` is over 0, `starts` counts from the plan's beginning.

    `set` and `rep` count from 1. A gap (prepare, switch, rest) carries the exercise, and where there is one the
    set and side, that come after it. `say` is spoken in the gap before.
    """

    phase: Phase
    exercise: str
    set: int | None
    rep: int | None
    side: Side | None
    seconds: float
    starts: float = 0.0
    say: str | None = None

    @property
    def rep_key(self) -> RepKey | None:
        """The repetition that the step is a part of; None for gaps."""
        if self.phase not in REP_PHASES or self.set is None or self.rep is None:
            return None
        return self.exercise, self.set, self.side, self.rep


@dataclass(frozen=True, slots=True)
class Span:
    """One set of an exercise in a plan, by the indexes of its steps.

    `gap` is the first step of the gap before it, `first` and `last` its own steps; without a gap, `gap` is
    `first`. `side` is None when both sides take part in the set or the exercise has none.
    """

    gap: int
    first: int
    last: int
    exercise: str
    set: int
    side: Side | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine's steps in order and without holes; the last one is the finish. `seconds` is the whole."""

    routine: Routine
    steps: tuple[Step, ...]
    seconds: float
    spans: tuple[Span, ...]

    def item(self, exercise: str) -> Item:
        """The routine's item with the exercise of this id."""
        return next(item for item in self.routine if item.exercise.id == exercise)


@dataclass(frozen=True, slots=True)
class _Set:
    """A set on its way into a plan: the gap before it and its own steps, not yet timed."""

    gap: tuple[Step, ...]
    own: tuple[Step, ...]
    side: Side | None


def make_plan(routine: Routine) -> Plan:
    """Lay a routine out in time, beginning on one's feet and ending there."""
    sets = list(_laid_out(routine.items))
    steps = tuple(
        _timed([*chain.from_iterable((*one.gap, *one.own) for one in sets), _finish(routine.items)])
    )
    return Plan(routine, steps, round(steps[-1].starts + steps[-1].seconds, 3), tuple(_spans(sets)))


def longer_than(items: Sequence[Item], seconds: float) -> bool:
    """Whether a routine of these exercises takes longer; lays out no more of it than is needed to know."""
    lengths = (step.seconds for one in _laid_out(items) for step in (*one.gap, *one.own))
    return any(round(total, 3) > seconds for total in accumulate(chain(lengths, [_finish(items).seconds])))


def _laid_out(items: Sequence[Item]) -> Iterator[_Set]:
    before = [StartPosition.STANDING, *(item.exercise.position for item in items)]
    return chain.from_iterable(_sets(item, position) for item, position in zip(items, before, strict=False))


def after_exercise(plan: Plan, index: int) -> int:
    """The first step after the exercise that the step `index` belongs to: the next one's gap, or the finish."""
    exercise = plan.steps[index].exercise
    gaps = (span.gap for span in plan.spans if span.gap > index and span.exercise != exercise)
    return next(gaps, len(plan.steps) - 1)


def with_dose(plan: Plan, exercise: str, dose: Dose) -> Plan:
    """The plan with another dose of one exercise; all that comes before that exercise stays as it is."""
    items = tuple(replace(item, dose=dose) if item.exercise.id == exercise else item for item in plan.routine)
    return make_plan(replace(plan.routine, items=items))


def lesser(exercise: Exercise, one: Dose, other: Dose) -> Dose:
    """A dose that asks for no more than either of two; the rest is the first one's."""
    own = [movement.seconds for movement in exercise.repetition if movement.phase is Phase.HOLD]
    holds = [hold for hold in (one.hold, other.hold) if hold is not None]
    shortest = min((seconds for seconds in own if seconds is not None), default=0.0)
    seconds = [dose.seconds for dose in (one, other) if dose.seconds is not None]
    return replace(
        one,
        reps=min(one.reps, other.reps),
        sets=min(one.sets, other.sets),
        hold=one.hold if one.hold is not None and one.hold <= min(holds) else _shorter(holds, shortest),
        seconds=min(seconds, default=None),
    )


def _shorter(holds: Sequence[float], own: float) -> float | None:
    """The shortest of some holds, None when the exercise's own is not longer."""
    return min(holds) if holds and min(holds) < own else None


def same_place(old: Plan, position: float, index: int, new: Plan, done: Collection[RepKey]) -> float:
    """The position in `new`, the same routine with another dose, where somebody goes on who is in `old`.

    In a gap that is the same moment of it, within a set its first repetition that is not done yet. Where `new`
    has no such gap or set, or nothing of it is left to do, it is the next set's gap.
    """
    here = old.steps[index]
    in_turn = old.item(here.exercise).exercise.sides is Sides.ALTERNATING
    alike = [step for step in new.steps if step.exercise == here.exercise and step.set == here.set]
    for step in alike:
        if here.rep_key is None and (step.phase, step.side, step.rep) == (here.phase, here.side, here.rep):
            return min(step.starts + position - here.starts, step.starts + step.seconds)
        if here.rep_key and step.rep_key and step.rep_key not in done and (in_turn or step.side is here.side):
            return step.starts
    return new.steps[_gap_after(old, index, new)].starts


def _gap_after(old: Plan, index: int, new: Plan) -> int:
    """The gap before the next set of the exercise that `old` at `index` has not come to yet, or what follows."""
    exercise = old.steps[index].exercise
    passed = {(span.set, span.side) for span in old.spans if span.exercise == exercise and span.gap <= index}
    left = (
        span.gap for span in new.spans if span.exercise == exercise and (span.set, span.side) not in passed
    )
    last = max(n for n, step in enumerate(new.steps) if step.exercise == exercise)
    return next(left, min(last + 1, len(new.steps) - 1))


def gap_before(plan: Plan, index: int) -> int:
    """The first step of the gap before the set at `index`; from within that gap, of the one before the set before."""
    current = max(n for n, span in enumerate(plan.spans) if span.gap <= index)
    span = plan.spans[current]
    # A set without a gap is left backwards from its first step, or nobody could get past it.
    in_gap = index < max(span.first, span.gap + 1)
    return plan.spans[max(0, current - 1)].gap if in_gap else span.gap


def window(before: StartPosition, after: StartPosition) -> float:
    """Seconds to get from one position into the next, at the pace of somebody who hurts."""
    if before is after and after is not StartPosition.SIDE_LYING:
        return SAME_POSITION
    return FROM_STANDING if before is StartPosition.STANDING else WINDOWS_TO[after]


def _timed(steps: Iterable[Step]) -> Iterator[Step]:
    starts = 0.0
    for step in steps:
        yield replace(step, starts=starts)
        starts = round(starts + step.seconds, 3)


def _spans(sets: Iterable[_Set]) -> Iterator[Span]:
    gap = 0
    for one in sets:
        first = gap + len(one.gap)
        after = first + len(one.own)
        yield Span(gap, first, after - 1, one.own[0].exercise, one.own[0].set or 1, one.side)
        gap = after


def _finish(items: Sequence[Item]) -> Step:
    last = items[-1].exercise
    say = "roll to your side and push yourself up" if last.position in LYING else "get up slowly"
    return Step(
        Phase.FINISH, last.id, None, None, None, window(last.position, StartPosition.STANDING), say=say
    )


def _sets(item: Item, before: StartPosition) -> Iterator[_Set]:
    """The sets of an exercise in order; in blocks, all of the left side and then all of the right."""
    for side in BOTH if item.exercise.sides is Sides.BLOCKS else (None,):
        for number in range(1, item.dose.sets + 1):
            yield _Set(tuple(_gap(item, before, number, side)), tuple(_own(item, number, side)), side)


def _gap(item: Item, before: StartPosition, number: int, side: Side | None) -> Iterator[Step]:
    """What comes before a set: getting into position, turning over or a rest; nothing where that has no time."""
    exercise, rest = item.exercise, item.dose.rest
    first_side = Side.LEFT if exercise.sides is Sides.ALTERNATING else side
    if number > 1 and rest:
        yield Step(Phase.REST, exercise.id, number, None, first_side, rest, say="rest")
    elif number == 1 and side is not Side.RIGHT:
        yield _prepare(item, before)
    elif number == 1 and exercise.switch:
        yield _switch(item, number, None, Side.RIGHT)


def _prepare(item: Item, before: StartPosition) -> Step:
    exercise = item.exercise
    side = None if exercise.sides is Sides.NONE else Side.LEFT
    first = f", {side} first" if side else ""
    say = f"{exercise.name}: {spoken_dose(exercise, item.dose)}{first}"
    return Step(Phase.PREPARE, exercise.id, None, None, side, window(before, exercise.position), say=say)


def _own(item: Item, number: int, side: Side | None) -> Iterator[Step]:
    if item.exercise.sides is Sides.ALTERNATING:
        yield from _alternating(item, number)
    else:
        for rep in range(1, item.dose.reps + 1):
            yield from _rep(item, number, rep, side)


def _alternating(item: Item, number: int) -> Iterator[Step]:
    turns = [(rep, side) for rep in range(1, item.dose.reps + 1) for side in BOTH]
    for turn, (rep, side) in enumerate(turns):
        if turn and item.exercise.switch:
            yield _switch(item, number, rep, side)
        yield from _rep(item, number, rep, side)


def _switch(item: Item, number: int, rep: int | None, side: Side) -> Step:
    return Step(Phase.SWITCH, item.exercise.id, number, rep, side, item.exercise.switch, say=f"{side} side")


def _rep(item: Item, number: int, rep: int, side: Side | None) -> Iterator[Step]:
    """One repetition; where the sides take turns, its first words say which."""
    named = side if item.exercise.sides is Sides.ALTERNATING else None
    for movement in repetition(item):
        say = f"{movement.say or ''} {named}".strip() if named else movement.say
        yield Step(movement.phase, item.exercise.id, number, rep, side, movement.seconds or 0.0, say=say)
        named = None


def repetition(item: Item) -> tuple[Movement, ...]:
    """The exercise's repetition with the holds and the length of the dose."""
    lengths = {Phase.HOLD: item.dose.hold, Phase.WORK: item.dose.seconds}
    return tuple(replace(m, seconds=lengths.get(m.phase) or m.seconds) for m in item.exercise.repetition)
