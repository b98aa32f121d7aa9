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
    ReliefVerdict.NO_SIGN: "no sign of a difference to comparable moments",
    ReliefVerdict.UNCLEAR: "so far not told apart from comparable moments",
    ReliefVerdict.NO_LESS_PAIN: "pain fell no further than at comparable moments",
}

NO_EXERCISES = (
    "No exercise is rated yet. In a session, a digit in the gap after an exercise says how much it hurts; after the "
    f"session a list asks once more. With {NEEDED} ratings of an exercise it stands here what followed it."
)

NO_RELIEFS = (
    "Nothing that you use against the pain is noted yet. Noted with how much it hurt before, and rated again when "
    "that is asked later, it can be set against moments without it."
)

EXERCISES_SAID = (
    "This is what followed an exercise, from the rating just before it to the one just after. It need not come from "
    "it, and one rating says little."
)

EXERCISES_COUNT = "A rating counts where there is one just before it: before the session, or after the exercise done before."

RELIEFS_SAID = (
    "Pain often falls by itself. So each use is set against a moment of about the same pain without it. What goes "
    "together is no proof of what helps."
)

RELIEFS_NEED = (
    "A comparable moment comes by itself: a rating on which nothing was used, with another one half an hour to some "
    "hours later, whether it is better or worse by then."
)

RELIEFS_CARE = "This misleads where, using nothing, you rate again mostly when it got worse."

RELIEFS_RISING = "What is used mostly while pain is rising looks worse here than it is."

IN_BRACKETS = "In brackets: where the mean plausibly lies."


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
    """What followed the relief, against moments without it; where that cannot be said, what is missing."""
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
