"""The spoken words of a session: which words in each step, and when, so that they end before what they announce.

Words say everything that tones say. No two overlap, and words without room are dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from routines.exercise import Phase, Side, Sides, StartPosition
from routines.session.plan import Plan, Step

AFTER_TONE = 0.6
"""Seconds from the tone that begins a step to the words that explain it."""

SPEAKERS_WAKE = 1.0
"""Seconds without words after the start: a sleeping speaker may swallow them."""

BEFORE_END = 0.2
"""Seconds between the end of an announcement and what it announces."""

BETWEEN = 0.4
"""Seconds between two announcements in the same step."""

LONG_HOLD = 10.0
"""In holds at least this long a person is reminded to breathe."""

LONG_COUNT_IN = 8.0
"""In a countdown at least this long a person who was away hears where the session is."""

SHORT_RELAX = 2.0
"""Seconds below which a relaxing phase is not named."""

BREATHE = "keep breathing"

WORDS = {Phase.MOVE: "move", Phase.HOLD: "hold", Phase.RELAX: "relax", Phase.WORK: "go"}
"""The words for a phase that has none of its own."""

PLACES = {
    StartPosition.STANDING: "stand up",
    StartPosition.SUPINE: "lie on your back",
    StartPosition.PRONE: "lie on your belly",
    StartPosition.SIDE_LYING: "lie on your side",
    StartPosition.HANDS_AND_KNEES: "come to hands and knees",
    StartPosition.SEATED_FLOOR: "sit on the floor",
}

OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}

Line = Sequence[str]
"""Alternatives, the best first: the first with room is spoken."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that begin at `at`; begun later than `until` they would not end in time. Seconds."""

    at: float
    until: float
    words: str


def spoken_seconds(words: str) -> float:
    """How long it takes to say the words, rather too much than too little.

    For a voice of 160 words a minute, with the time that it takes to begin; figures and stops take longer.
    """
    figures = sum(letter.isdigit() for letter in words)
    stops = sum(letter in ".,:;" for letter in words)
    return round(0.55 + 0.07 * (len(words) + 4 * figures) + 0.3 * stops, 3)


def spoken_in_step(plan: Plan, index: int) -> list[Spoken]:
    """The words during a step, in order. Times are seconds from the plan's start."""
    step = plan.steps[index]
    ends = step.starts + step.seconds
    last = _last(step.starts, ends, announcement(plan, index))
    limit = last[0].at - BETWEEN if last else ends
    if step.phase is Phase.HOLD and step.seconds >= LONG_HOLD:
        middle = step.starts + (step.seconds - spoken_seconds(BREATHE)) / 2
        return [*_lines(middle, limit, [[BREATHE]]), *last]
    begins = step.starts + (AFTER_TONE if index else SPEAKERS_WAKE)
    return [*_lines(begins, limit, opening(plan, index)), *last]


def spoken_in_count_in(plan: Plan, index: int, ahead: float) -> list[Spoken]:
    """The words in a countdown of `ahead` seconds before the step at `index` continues, counted from its start."""
    step = plan.steps[index]
    word = word_of(step) if step.rep_key else None
    last = _last(SPEAKERS_WAKE, ahead, [word] if word else [])
    lines = [[plan.item(step.exercise).exercise.name]] if step.rep_key else opening(plan, index)
    limit = last[0].at - BETWEEN if last else ahead
    return [*_lines(SPEAKERS_WAKE, limit, lines if ahead >= LONG_COUNT_IN else []), *last]


def word_of(step: Step) -> str | None:
    """The word for a part of a repetition; None where there is no time for it."""
    short = step.phase is Phase.RELAX and step.seconds < SHORT_RELAX
    return step.say or (None if short else WORDS[step.phase])


def opening(plan: Plan, index: int) -> list[Line]:
    """The words when a gap begins; none in repetitions."""
    step = plan.steps[index]
    match step.phase:
        case Phase.PREPARE:
            name = plan.item(step.exercise).exercise.name
            return [[step.say or name, name], *_place(plan, step)]
        case Phase.SWITCH:
            turned = [f"turn over: {lying}" for [lying] in _place(plan, step)]
            return [[*turned, step.say or f"{step.side} side"]]
        case Phase.REST:
            return [["rest"]]
        case Phase.FINISH:
            return [[f"done. {step.say}", "done"]]
        case _:
            return []


def _place(plan: Plan, step: Step) -> list[Line]:
    """How to lie, sit or kneel, where that is another way than before; the side named is the upper one."""
    items = plan.routine.items
    number = [item.exercise.id for item in items].index(step.exercise)
    position = items[number].exercise.position
    if position is StartPosition.SIDE_LYING and step.side:
        return [[f"lie on your {OTHER[step.side]}, {step.side} side up"]]
    before = items[number - 1].exercise.position if number else StartPosition.STANDING
    return [[PLACES[position]]] if position is not before and step.phase is Phase.PREPARE else []


def announcement(plan: Plan, index: int) -> Line:
    """The words at the end of a step for the next one: its phase, and before a set or side which one."""
    step, following = plan.steps[index], plan.steps[index + 1 :][:1]
    word = word_of(following[0]) if following and following[0].rep_key else None
    if word is None:
        return []
    item, (coming,) = plan.item(step.exercise), following
    if step.phase is Phase.REST or (step.rep_key and step.set != coming.set):
        return [f"set {coming.set} of {item.dose.sets}: {word}", word]
    if step.rep_key and step.side is not coming.side and item.exercise.sides is Sides.BLOCKS:
        return [f"{coming.side} side: {word}", word]
    return [word]


def _last(earliest: float, ends: float, line: Line) -> list[Spoken]:
    """The words that fit, so that they end just before `ends`; none that would begin before `earliest`."""
    for words in line:
        at = max(earliest, ends - BEFORE_END - spoken_seconds(words))
        if at + spoken_seconds(words) <= ends:
            return [Spoken(round(at, 3), round(ends - spoken_seconds(words), 3), words)]
    return []


def _lines(begins: float, limit: float, lines: Sequence[Line]) -> list[Spoken]:
    """The lines one after the other from `begins` on, all to end before `limit`."""
    chosen: list[str] = []
    starts = [begins]
    for line in lines:
        fits = [words for words in line if starts[-1] + spoken_seconds(words) <= limit][:1]
        chosen += fits
        starts += [starts[-1] + spoken_seconds(words) + BETWEEN for words in fits]
    ends = [*starts[1:-1], limit]
    return [
        Spoken(round(at, 3), round(end - spoken_seconds(words), 3), words)
        for at, end, words in zip(starts, ends, chosen, strict=False)
    ]
