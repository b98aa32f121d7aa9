"""What followed exercises and reliefs, in words: never a cause, never advice, and what is missing for an answer."""

from collections.abc import Mapping

from journal.effects.exercises import ExerciseEffect, ExerciseVerdict
from journal.effects.paired import NEEDED, Interval
from journal.effects.reliefs import ReliefEffect, ReliefVerdict
from tui.text.clean import one_line

LONGEST = 60
"""Characters of the longest name."""

FOLLOWED: Mapping[ExerciseVerdict, str] = {
    ExerciseVerdict.MORE_PAIN: "was followed by more pain",
    ExerciseVerdict.NO_SIGN: "no sign of more pain",
    ExerciseVerdict.UNCLEAR: "unclear so far",
}

COMPARED: Mapping[ReliefVerdict, str] = {
    ReliefVerdict.LESS_PAIN: "was followed by less pain than comparable moments",
    ReliefVerdict.NO_SIGN: "no sign of a difference from comparable moments",
    ReliefVerdict.UNCLEAR: "no clear difference so far",
    ReliefVerdict.NO_LESS_PAIN: "pain fell no further than at comparable moments",
}

NO_EXERCISES = (
    "No exercise has a rating yet. In a session, type a digit after an exercise to rate your pain; after the "
    f"session a list asks once more. With {NEEDED} ratings of an exercise, you see here what followed it."
)

NO_RELIEFS = (
    "Nothing you tried for the pain is logged yet. Logged with your pain before, and rated again when you are asked "
    "later, it can be compared with moments without it."
)

EXERCISES_SAID = (
    "This is how pain changed from the rating just before an exercise to the one just after. The exercise need not be "
    "the reason, and one rating says little."
)

EXERCISES_COUNT = (
    "A rating counts when there is one just before it: before the session, or after the previous exercise."
)

RELIEFS_SAID = (
    "Pain often falls by itself, so each use is compared with a moment of about the same pain without it. This is no "
    "proof of what helps."
)

RELIEFS_NEED = (
    "A comparable moment is a rating after which nothing was tried, with another rating half an hour to some hours "
    "later, better or worse."
)

RELIEFS_CARE = "This can mislead: without treatment you may rate again mainly when it is worse."

RELIEFS_RISING = "What you try mostly while pain is rising looks worse here than it is."

IN_BRACKETS = "In brackets: the likely range of the mean."


def exercise_name(effect: ExerciseEffect, names: Mapping[str, str]) -> str:
    """The exercise's name; its id where it is known no more."""
    return one_line(names.get(effect.exercise) or effect.exercise, LONGEST) or "(no name)"


def relief_name(effect: ReliefEffect) -> str:
    """What was used, as the person wrote it; only its first letter is raised."""
    name = one_line(effect.means, LONGEST)
    return name[:1].upper() + name[1:] or "(no name)"


def exercise_words(effect: ExerciseEffect) -> str:
    """What followed the exercise."""
    return FOLLOWED.get(effect.verdict) or f"not enough yet: {counted(effect.missing, 'more rating')}"


def relief_words(effect: ReliefEffect) -> str:
    """What followed the relief, compared with moments without it; or what is missing to say so."""
    if found := COMPARED.get(effect.verdict):
        return found
    if effect.missing_uses:
        return f"not enough yet: {counted(effect.missing_uses, 'more use')}, rated again when asked"
    return f"not enough yet: {counted(effect.missing_moments, 'more comparable moment')} without it"


def counted(count: int, what: str) -> str:
    """`1 rating`, `8 ratings`."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def points(mean: float, interval: Interval) -> str:
    """A mean change and its interval: `+1.1 points (+0.6 to +1.6)`."""
    low, high = interval
    return f"{_signed(mean)} points ({_signed(low)} to {_signed(high)})"


def _signed(value: float) -> str:
    """The value with its sign, with one more digit where there is nothing in front of it."""
    return f"{value:+.1f}" if round(value, 1) else f"{value:+.2f}" if round(value, 2) else "0.0"


GAUGE = 19
"""Columns of the gauge: from REACH points less to REACH more, nothing in the middle."""

REACH = 3

GAUGE_HEAD = "-3 less  0  more +3"

NOTHING, ZERO, MEAN, SPAN, LOW, HIGH, BELOW, ABOVE = "·│●─├┤◂▸"


def gauge(mean: float, interval: Interval) -> str:
    """A mean and its interval on the scale of GAUGE_HEAD: `·········│├─●─┤····`; an arrow where they go beyond it."""
    low, high = interval
    first, last, middle = _column(low), _column(high), _column(mean)
    cells = [NOTHING] * GAUGE
    cells[GAUGE // 2] = ZERO
    cells[first : last + 1] = SPAN * (last + 1 - first)
    cells[first], cells[last] = (BELOW if low < -REACH else LOW), (ABOVE if high > REACH else HIGH)
    cells[middle] = MEAN
    return "".join(cells)


def _column(points: float) -> int:
    share = (min(max(points, -REACH), REACH) + REACH) / (2 * REACH)
    return round(share * (GAUGE - 1))
