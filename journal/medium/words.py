"""An answer in words: what the diary shows, how sure that is, and nothing that it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journal.medium.answer import CurveAnswer, Lag, Span, Stage, Verdict
from journal.medium.rows import NEEDED

TOO_ALIKE = "your days are too alike in activity to compare: quieter and busier ones would help"
PAIN_ALIKE = "your pain was much the same on all days, so there is nothing to tell apart"

NOT_THE_GOAL = "Less movement is not the goal."
ASSOCIATION = f"This is what your diary shows: what goes together, not what causes what. {NOT_THE_GOAL}"
"""Said once wherever answers are shown."""

WHEN = {Lag.SAME: "on the same day", Lag.NEXT: "on the day after"}

CAREFUL = "Careful: on bad days you may simply do {}."

STAGES = {
    Stage.EMERGING: "Emerging: it shows today; whether it stays is not known yet.",
    Stage.ESTABLISHED: "Established: it stood a week ago, too.",
}


@dataclass(frozen=True)
class MeasureWords:
    """How a measure of activity is spoken of: its `name`, an amount with its unit, and days with little and much of it.

    `rest`: much of it is no busy day.
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
    """How a measure is spoken of; one that is not known, by its name."""
    return KINDS.get(measure) or MeasureWords(measure, "{} of " + measure)


def too_few(rows: int) -> str:
    """Why there is no answer yet."""
    return (
        f"{rows} of {NEEDED} days count so far: days with pain, activity, and the activity of the day before"
    )


def level(value: float) -> str:
    """A level of activity, with as many digits as mean something: `6,200`, `35`, `0.8`."""
    if value >= 1_000:  # noqa: PLR2004
        return f"{round(value, -2):,.0f}"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"  # noqa: PLR2004


def describe_answer(
    answer: CurveAnswer, lag: Lag, measure: str, tolerance: float | None, stage: Stage | None = None
) -> CurveAnswer:
    """The answer with its stage and its words; `measure` is the unit, such as `steps`."""
    sentences = [_VERDICTS[answer.verdict](answer, lag, measure)]
    if stage is not None:
        sentences.append(STAGES[stage])
    if answer.verdict is not Verdict.NOT_ENOUGH:
        sentences += [_ranges(answer, measure), _tolerance(answer, lag, measure, tolerance)]
    text = " ".join(sentence for sentence in sentences if sentence)
    reason = answer.reason or _REASONS[answer.verdict]
    return replace(answer, words=text, stage=stage, reason=reason)


def _not_enough(answer: CurveAnswer, _lag: Lag, _measure: str) -> str:
    return f"Not enough to say yet: {answer.reason}."


def _medium(answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    around = "" if answer.best is None else f" around {kind.amount(level(answer.best))}"
    both = f"both {kind.quieter} and {kind.busier} went with more."
    return f"Pain {WHEN[lag]} was lowest{around}{_plausibly(answer)}: {both}"


def _plausibly(answer: CurveAnswer) -> str:
    low, high = answer.best_interval or (None, None)
    if low is None and high is None:
        return ", though it may be anywhere among what you have tried"
    first = "the least you have tried, or less," if low is None else level(low)
    last = "the most you have tried, or beyond" if high is None else level(high)
    return f", plausibly {first} to {last}"


def _inverted(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    return (
        f"Upside down: within what you have tried, pain {WHEN[lag]} was highest on middling days and lower on both "
        f"{kind.quieter} and {kind.busier}."
    )


def _more(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    sentence = _direction(kind.busier, lag, "" if kind.rest else CAREFUL.format("less"))
    return f"{sentence} {NOT_THE_GOAL}" if kind.rest else sentence


def _less(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    kind = kind_of(measure)
    sentence = _direction(kind.quieter, lag, CAREFUL.format("more of it") if kind.rest else "")
    return sentence if kind.rest else f"{sentence} {NOT_THE_GOAL}"


def _direction(days: str, lag: Lag, careful: str) -> str:
    """Pain of the same day may as well come first: then the activity follows it."""
    sentence = f"{days.capitalize()} went with less pain {WHEN[lag]}, within what you have tried."
    return f"{sentence} {careful}" if careful and lag is Lag.SAME else sentence


def _no_pattern(_answer: CurveAnswer, lag: Lag, measure: str) -> str:
    what = kind_of(measure).name
    return f"No pattern found between {what} and pain {WHEN[lag]}. That is not proof that there is none."


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
        return f"It was lowest on days of {low}; which of both sides is lower may be chance."
    if answer.verdict is Verdict.NO_PATTERN:
        if not answer.even:
            return "How far levels differ is not known well yet."
        return f"On days of {amount(spans(answer.core))} it was much the same, within a point."
    if answer.core:
        return f"Days of {amount(spans(answer.core))} went with about the least pain."
    return f"Days of {amount(spans(answer.likely))} may have gone with about the least pain; that is not sure yet."


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
