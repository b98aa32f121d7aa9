"""The answer of the estimate in words: verdict, ranges, and how sure they are. The only place for these sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journal.medium.answer import CurveAnswer, Lag, Span, Stage, Verdict
from journal.medium.rows import NEEDED, WINDOW_DAYS

TOO_ALIKE = "your days are too alike in activity to compare; quieter and busier ones would help"
PAIN_ALIKE = "your pain was about the same on all days, so there is nothing to compare"

NOT_THE_GOAL = "Less movement is not the goal."
ASSOCIATION = f"Your diary shows what goes together, not what causes what. {NOT_THE_GOAL}"
"""Shown once wherever answers are shown."""

WHEN = {Lag.SAME: "on the same day", Lag.NEXT: "on the next day"}
"""Whose pain an answer is about."""

DAY = {Lag.SAME: "same day", Lag.NEXT: "next day"}
"""The same, for a title."""

CAREFUL = "Careful: bad days may be the reason for doing {}."

STAGE_NAMES = {Stage.EMERGING: "new", Stage.ESTABLISHED: "confirmed"}

STAGES = {
    Stage.EMERGING: "New: seen this week, not confirmed yet.",
    Stage.ESTABLISHED: "Confirmed: the same as a week ago.",
}


@dataclass(frozen=True)
class MeasureWords:
    """The words for a measure of activity: its name, an amount with its unit, and days with little and much of it.

    `rest`: a day with much of it is no busy day.
    """

    name: str
    unit: str
    quieter: str = "quieter days"
    busier: str = "busier days"
    rest: bool = False

    def amount(self, levels: str) -> str:
        """Levels with their unit: `6,200 steps`, `load 3 to 5`."""
        return self.unit.format(levels)


KINDS: Mapping[str, MeasureWords] = {
    "steps": MeasureWords("steps", "{} steps"),
    "active_minutes": MeasureWords("active minutes", "{} active minutes"),
    "sitting_minutes": MeasureWords(
        "sitting minutes",
        "{} minutes of sitting",
        "days with less sitting",
        "days with more sitting",
        rest=True,
    ),
    "load": MeasureWords("load", "load {}"),
}


def kind_of(measure: str) -> MeasureWords:
    """The words for a measure; an unknown one goes by its name."""
    return KINDS.get(measure) or MeasureWords(measure, "{} of " + measure)


def too_few(rows: int) -> str:
    """Why there is no answer yet."""
    return f"{rows} of {NEEDED} days so far; a day counts with pain, activity, and activity the day before"


def days_counted(rows: int, measure: str) -> str:
    """How many days an answer counts."""
    what = kind_of(measure).name
    if not rows:
        return f"No day in the last {WINDOW_DAYS} has both pain and {'activity' if measure == 'steps' else what} yet."
    return f"{rows} of the last {WINDOW_DAYS} days have pain and {what}, also on the day before."


def level(value: float) -> str:
    """A level of activity, rounded to two digits: `6,200`, `35`, `0.8`."""
    if value >= 1_000:  # noqa: PLR2004
        return f"{round(value, -2):,.0f}"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"  # noqa: PLR2004


def describe_answer(
    answer: CurveAnswer, lag: Lag, measure: str, tolerance: float | None, stage: Stage | None = None
) -> CurveAnswer:
    """The answer with its stage and its sentences about `measure`, such as `steps`."""
    sentences = [_VERDICTS[answer.verdict](answer, lag, measure)]
    if stage is not None:
        sentences.append(STAGES[stage])
    if answer.verdict is not Verdict.NOT_ENOUGH:
        sentences += [_ranges(answer, measure), _tolerance(answer, lag, measure, tolerance)]
    text = " ".join(sentence for sentence in sentences if sentence)
    reason = answer.reason or _REASONS[answer.verdict]
    return replace(answer, words=text, stage=stage, reason=reason)


def _not_enough(answer: CurveAnswer, _lag: Lag, _measure: str) -> str:
    return f"Too early to say: {answer.reason}."


def _medium(answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    around = "" if answer.best is None else f" around {kind.amount(level(answer.best))}"
    both = f"{kind.quieter.capitalize()} and {kind.busier} both hurt more."
    return f"Pain {WHEN[lag]} was lowest{around}{_plausibly(answer)}. {both}"


def _plausibly(answer: CurveAnswer) -> str:
    low, high = answer.best_interval or (None, None)
    if low is None and high is None:
        return ", though it may be anywhere in what you have tried"
    first = "the least you have tried or less" if low is None else level(low)
    last = "the most you have tried or more" if high is None else level(high)
    return f" (likely {first} to {last})"


def _inverted(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    return (
        f"The other way round: pain {WHEN[lag]} was highest on days in the middle, and lower on both {kind.quieter} "
        f"and {kind.busier}."
    )


def _more(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    sentence = _direction(kind.busier, lag, "" if kind.rest else CAREFUL.format("less"))
    return f"{sentence} {NOT_THE_GOAL}" if kind.rest else sentence


def _less(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    sentence = _direction(kind.quieter, lag, CAREFUL.format("more") if kind.rest else "")
    return sentence if kind.rest else f"{sentence} {NOT_THE_GOAL}"


def _direction(days: str, lag: Lag, careful: str) -> str:
    """A direction; pain of the same day may come first and change the activity, so it says to be careful."""
    sentence = f"{days.capitalize()} had less pain {WHEN[lag]}, in what you have tried."
    return f"{sentence} {careful}" if careful and lag is Lag.SAME else sentence


def _no_pattern(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    what = kind_of(measure).name
    return f"No pattern found between {what} and pain {WHEN[lag]}. There may still be one."


_VERDICTS = {
    Verdict.NOT_ENOUGH: _not_enough,
    Verdict.MEDIUM: _medium,
    Verdict.INVERTED: _inverted,
    Verdict.MORE: _more,
    Verdict.LESS: _less,
    Verdict.NO_PATTERN: _no_pattern,
}

_REASONS = {
    Verdict.NOT_ENOUGH: "",
    Verdict.MEDIUM: "the curve is higher at both ends, and two lines fall and rise",
    Verdict.INVERTED: "the curve is lower at both ends, and two lines rise and fall",
    Verdict.MORE: "a straight line falls",
    Verdict.LESS: "a straight line rises",
    Verdict.NO_PATTERN: "neither a bend nor a straight line is clear",
}


def _ranges(answer: CurveAnswer, measure: str) -> str:
    amount = kind_of(measure).amount
    if answer.verdict is Verdict.INVERTED:
        low = amount(spans(answer.core or answer.likely))
        return f"It was lowest on days with {low}; which side is lower may be chance."
    if answer.verdict is Verdict.NO_PATTERN:
        if not answer.even:
            return "It is too early to say how big the difference is."
        return f"On days with {amount(spans(answer.core))} it was about the same, within one point."
    if answer.core:
        return f"Days with {amount(spans(answer.core))} had the least pain."
    return f"Days with {amount(spans(answer.likely))} may have had the least pain; that is not sure yet."


def _tolerance(answer: CurveAnswer, lag: Lag, measure: str, tolerance: float | None) -> str:
    if tolerance is None or answer.sure is None:
        return ""
    amount = kind_of(measure).amount
    if answer.sure:
        return f"Average pain {WHEN[lag]} is {tolerance:g} or less with {amount(spans(answer.sure))}."
    if answer.maybe:
        return f"Average pain {WHEN[lag]} may be {tolerance:g} or less with {amount(spans(answer.maybe))}; that is not sure."
    return f"So far, average pain {WHEN[lag]} was above {tolerance:g} at every level you have tried."


def spans(found: Sequence[Span]) -> str:
    """Ranges of levels: `5,100 to 7,400`."""
    return " and ".join(f"{level(low)} to {level(high)}" for low, high in found)
