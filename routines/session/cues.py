"""What is heard of a plan and when: tones that count time, and words.

Everything is a function of the plan. Times are seconds from the plan's beginning. Tones and words tell the same,
so that each is enough alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from routines.exercise import Exercise, Glide, Movement, Phase
from routines.session.plan import Plan
from routines.session.speech import Spoken, spoken_in_count_in, spoken_in_step

GRACE = 0.25
"""Seconds by which a tone may be late; later it would mislead, and is not played."""

COUNTED = 8.0
"""The last seconds of steps at least this long are counted by ticks."""

TICKS = (3, 2, 1)
"""How many seconds before a step's end a tick is played."""

SLOW = 2.0
"""Movements at least this long are accompanied by a tone that glides."""

GLIDE_IN = 0.25
"""Seconds by which a glide begins after its movement and ends before it: room for other tones."""


class Tone(StrEnum):
    """A sound with one meaning."""

    GO = "go"  # a set begins, or goes on after a pause
    HOLD_END = "hold ends"
    SWITCH = "switch side"
    REST = "rest"  # a set or an exercise is over
    DONE = "done"  # the exercises are over
    TICK = "tick"
    RISING = "rising"
    FALLING = "falling"
    PAUSE = "pause"  # the session paused by itself
    LEAD_IN = "lead-in"  # silence that wakes a sleeping speaker


GLIDES = {Glide.RISING: Tone.RISING, Glide.FALLING: Tone.FALLING}

GAPS = {
    Phase.PREPARE: Tone.REST,
    Phase.REST: Tone.REST,
    Phase.SWITCH: Tone.SWITCH,
    Phase.FINISH: Tone.DONE,
}
"""The tones that begin what lies between two sets."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to be heard at `at`, and not at all later than `until`: a tone or words, never both.

    `seconds` is how long a gliding tone lasts; other tones have a length of their own.
    """

    at: float
    until: float
    tone: Tone | None = None
    words: str | None = None
    seconds: float = 0.0


def cues(plan: Plan) -> tuple[Cue, ...]:
    """Everything that is heard of a plan, in order."""
    parts = _parts(plan)
    return _in_order(cue for index in range(len(plan.steps)) for cue in _of_step(plan, index, parts[index]))


def count_in(plan: Plan, index: int, ahead: float) -> tuple[Cue, ...]:
    """What is heard of a countdown of `ahead` seconds, after which the step at `index` goes on.

    Times count from the countdown's beginning.
    """
    spoken = _spoken_cues(spoken_in_count_in(plan, index, ahead))
    if not plan.steps[index].rep_key:
        return _in_order(spoken)
    return _in_order([*_ticks(0.0, ahead), _tone(ahead, Tone.GO), *spoken])


def _in_order(found: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(found, key=lambda cue: (cue.at, cue.tone is None)))


def _tone(at: float, tone: Tone) -> Cue:
    return Cue(round(at, 3), round(at + GRACE, 3), tone)


def _spoken_cues(spoken: Iterable[Spoken]) -> Iterator[Cue]:
    return (Cue(one.at, one.until, words=one.words) for one in spoken)


def _parts(plan: Plan) -> list[int]:
    """For each step the number of its movement within the repetition, from 0; 0 for gaps."""
    parts: list[int] = []
    for index, step in enumerate(plan.steps):
        goes_on = index and step.rep_key and step.rep_key == plan.steps[index - 1].rep_key
        parts.append(parts[-1] + 1 if goes_on else 0)
    return parts


def _of_step(plan: Plan, index: int, part: int) -> Iterator[Cue]:
    step = plan.steps[index]
    if (tone := _boundary(plan, index)) is not None:
        yield _tone(step.starts, tone)
    if step.phase is Phase.MOVE and step.seconds >= SLOW:
        yield _glide(step.starts, step.seconds, plan.item(step.exercise).exercise, part)
    if step.phase is not Phase.FINISH:  # nobody is hurried while getting up
        yield from _ticks(step.starts, step.seconds)
    yield from _spoken_cues(spoken_in_step(plan, index))


def _boundary(plan: Plan, index: int) -> Tone | None:
    """The tone that tells what the step begins or ends; none for the very first."""
    if not index:
        return None
    step, before = plan.steps[index], plan.steps[index - 1]
    if step.phase in GAPS:
        return GAPS[step.phase]
    if before.phase in GAPS or before.set != step.set:
        return Tone.GO
    if before.side is not step.side:
        return Tone.SWITCH
    return Tone.HOLD_END if before.phase is Phase.HOLD else None


def _glide(starts: float, seconds: float, exercise: Exercise, part: int) -> Cue:
    at = round(starts + GLIDE_IN, 3)
    tone = GLIDES[exercise.repetition[part].glide or usual_glide(exercise.repetition, part)]
    return Cue(at, round(at + GRACE, 3), tone, seconds=seconds - 2 * GLIDE_IN)


def usual_glide(repetition: Sequence[Movement], part: int) -> Glide:
    """Up as long as a hold is to come, then down; without any hold the first movement goes up."""
    phases = [movement.phase for movement in repetition]
    out = Phase.HOLD in phases[part:] if Phase.HOLD in phases else Phase.MOVE not in phases[:part]
    return Glide.RISING if out else Glide.FALLING


def _ticks(starts: float, seconds: float) -> Iterator[Cue]:
    """The countdown of the last seconds, where there are enough of them."""
    if seconds >= COUNTED:
        for left in TICKS:
            yield _tone(starts + seconds - left, Tone.TICK)
