"""Pain against activity in one person's diary: both lags, judged and drawn (see `gates` and `posterior`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.medium import words
from journal.medium.answer import CurveAnswer, Lag, Medium, Span, Stage, Verdict
from journal.medium.gates import ENDS, SHUT, Days, Gate, Sample, arms, arms_gate, line, lines_gate
from journal.medium.gls import CollinearError
from journal.medium.numeric import ArrayLike, NDArray, np
from journal.medium.posterior import FittedCurve, curve
from journal.medium.rows import LEAST_LEVELS, LEAST_SPREAD, NEEDED, WINDOW_DAYS
from journal.medium.splines import Array, bends, quantile_knots

LEAST_PAIN_SD = 0.25
LEAST_PAIN_RANGE = 1.0

PASSES, PASSES_TWICE, LINE_PASSES = 0.05, 0.025, 0.025
"""Levels of p: of each side of each gate, the same for two looks running, and of a straight line."""

WEEK = 7
MOST_PAIN, MOST_ACTIVITY, LEAST_ACTIVITY = 1e3, 1e12, 1e-9
"""Values beyond these are no measurements and count as missing; a smaller activity is 0."""

CORE, POSSIBLE = 0.9, 0.1
SURE, MAYBE = 0.95, 0.05
NUISANCE_KNOTS = np.array([0.05, 0.35, 0.65, 0.95])


@dataclass(frozen=True)
class EstimateOptions:
    """What is wanted to be known, beside the diary (see `estimate`)."""

    tolerance: float | None
    margin: float
    measure: str


@dataclass(frozen=True)
class Observations:
    """Ascending days without doubles, and for each its pain, activity (nan: missing) and whether it is a weekend."""

    day: Days
    pain: Array
    activity: Array
    weekend: Array


@dataclass(frozen=True)
class Rows:
    """The days of a window that count: with pain, activity and the activity of the calendar day before."""

    day: Days
    pain: Array
    activity: Mapping[Lag, Array]
    weekend: Array


@dataclass(frozen=True)
class Judgement:
    """A verdict, and what it stands on: the p of gate 1, and that of both gates together."""

    verdict: Verdict
    arms: Gate = SHUT
    both: float = 1.0


def estimate(  # noqa: PLR0917 - the order is that of a table: day, pain, activity
    day: ArrayLike,
    pain: ArrayLike,
    activity: ArrayLike,
    weekend: ArrayLike | None = None,
    tolerance: float | None = None,
    margin: float = 1.0,
    *,
    measure: str = "activity",
) -> Medium:
    """The answer for the last 120 calendar days up to the last `day`.

    `day`: calendar day numbers; `pain` 0 to 10 and `activity` >= 0 in any unit, nan where missing; `weekend`: flags,
    without which there is no such term; all of one length. Of a day given twice the last values count. `margin`: points
    of pain above the lowest that are as good as it; `tolerance`: a level of pain the person can live with.
    Raises ValueError when the lengths differ.
    """
    diary = _diary(day, pain, activity, weekend)
    rows, before = _rows(diary), _rows(diary, ago=WEEK)
    asked = EstimateOptions(tolerance, margin, measure)
    curves, gates = {}, {}
    for lag in Lag:
        answer, judged = _answer(rows, before, lag, asked)
        curves[lag.value], gates[lag.value] = answer, judged.arms.p
    mediums = [lag for lag, answer in curves.items() if answer.verdict is Verdict.MEDIUM]
    headline = min(mediums, key=lambda lag: gates[lag], default=None)
    return Medium(_days_known(diary), len(rows.day), measure, curves, headline)


# The rows


def _diary(day: ArrayLike, pain: ArrayLike, activity: ArrayLike, weekend: ArrayLike | None) -> Observations:
    days, pains, activities = (np.asarray(one, dtype=float).ravel() for one in (day, pain, activity))
    flags = np.zeros(len(days)) if weekend is None else np.asarray(weekend, dtype=float).ravel()
    if len({len(days), len(pains), len(activities), len(flags)}) > 1:
        raise ValueError("day, pain, activity and weekend must have the same length")
    whole = np.isfinite(days) & (np.abs(days) < MOST_ACTIVITY)
    numbers = np.where(whole, days, 0.0).astype(np.int64)
    newest = {int(number): index for index, number in enumerate(numbers) if whole[index]}
    order = np.array([newest[number] for number in sorted(newest)], dtype=np.int64)
    return Observations(
        numbers[order],
        _within(pains[order], -MOST_PAIN, MOST_PAIN),
        _floored(_within(activities[order], 0.0, MOST_ACTIVITY)),
        (np.nan_to_num(flags[order]) != 0).astype(float),
    )


def _within(values: Array, low: float, high: float) -> Array:
    """The values, nan where they are not finite or beyond the limits."""
    inside = np.isfinite(values)
    inside[inside] = (values[inside] >= low) & (values[inside] <= high)
    return np.where(inside, values, np.nan)


def _floored(values: Array) -> Array:
    return np.where(values < LEAST_ACTIVITY, 0.0, values)


def _rows(diary: Observations, ago: int = 0) -> Rows:
    """Match each day of the window with the calendar day before it, never with the row before it.

    The window ends so many days before the last one.
    """
    if not len(diary.day):
        return Rows(diary.day, diary.pain, dict.fromkeys(Lag, diary.activity), diary.weekend)
    at = np.searchsorted(diary.day, diary.day - 1)
    follows = diary.day[at] == diary.day - 1
    yesterday = np.where(follows, diary.activity[at], np.nan)
    last = diary.day[-1] - ago
    in_window = (diary.day > last - WINDOW_DAYS) & (diary.day <= last)
    counts = in_window & np.isfinite(diary.pain) & np.isfinite(diary.activity) & np.isfinite(yesterday)
    activity = {Lag.SAME: diary.activity[counts], Lag.NEXT: yesterday[counts]}
    return Rows(diary.day[counts], diary.pain[counts], activity, diary.weekend[counts])


def _days_known(diary: Observations) -> int:
    known = np.isfinite(diary.pain) | np.isfinite(diary.activity)
    return int((known & (diary.day > diary.day[-1] - WINDOW_DAYS)).sum()) if len(diary.day) else 0


# One lag


def _answer(rows: Rows, before: Rows, lag: Lag, asked: EstimateOptions) -> tuple[CurveAnswer, Judgement]:
    nothing = Judgement(Verdict.NOT_ENOUGH)
    if reason := why_not(rows, lag):
        return _refused(reason, lag, asked), nothing
    unit = _unit(rows.activity[lag])
    try:
        sample = _sample(rows, lag)
        judged, drawn = judge(sample), curve(sample)
    except (CollinearError, np.linalg.LinAlgError):
        return _refused(words.TOO_ALIKE, lag, asked), nothing
    answer = _drawn(judged, drawn, sample, unit, asked)
    stage = _stage(judged, before, lag) if judged.verdict is Verdict.MEDIUM else None
    return words.describe_answer(answer, lag, asked.measure, asked.tolerance, stage), judged


def _refused(reason: str, lag: Lag, asked: EstimateOptions) -> CurveAnswer:
    answer = CurveAnswer(Verdict.NOT_ENOUGH, "", reason)
    return words.describe_answer(answer, lag, asked.measure, asked.tolerance)


def why_not(rows: Rows, lag: Lag) -> str:
    """Why these rows can give no answer; empty when they can."""
    if len(rows.day) < NEEDED:
        return words.too_few(len(rows.day))
    level, pain = rows.activity[lag], rows.pain
    if not (level > 0).any() or len(np.unique(level)) < LEAST_LEVELS:
        return words.TOO_ALIKE
    low, high = np.quantile(np.sqrt(level / _unit(level)), ENDS)
    if high - low < LEAST_SPREAD:
        return words.TOO_ALIKE
    if pain.std(ddof=1) < LEAST_PAIN_SD or np.ptp(pain) < LEAST_PAIN_RANGE:
        return words.PAIN_ALIKE
    return ""


def judge(sample: Sample) -> Judgement:
    """The verdict on the sample's curve. Raises CollinearError."""
    smooth = arms(sample)
    for verdict, sign in ((Verdict.MEDIUM, 1.0), (Verdict.INVERTED, -1.0)):
        first = arms_gate(sample, smooth, sign)
        if first.p < PASSES:
            both = max(first.p, lines_gate(sample, smooth, sign).p)
            if both < PASSES:
                return Judgement(verdict, first, both)
    slope, p = line(sample)
    if p >= LINE_PASSES:
        return Judgement(Verdict.NO_PATTERN)
    return Judgement(Verdict.LESS if slope > 0 else Verdict.MORE)


def _stage(judged: Judgement, before: Rows, lag: Lag) -> Stage:
    """Whether a medium passes more clearly, and did so seven days before, too."""
    if judged.both >= PASSES_TWICE or why_not(before, lag):
        return Stage.EMERGING
    try:
        earlier = judge(_sample(before, lag))
    except (CollinearError, np.linalg.LinAlgError):
        return Stage.EMERGING
    stands = earlier.verdict is Verdict.MEDIUM and earlier.both < PASSES_TWICE
    return Stage.ESTABLISHED if stands else Stage.EMERGING


def _unit(level: Array) -> float:
    """The median of the positive levels: what is 1 on the scale of a curve."""
    return float(np.median(level[level > 0]))


def _scale(level: Array) -> Array:
    return np.asarray(np.sqrt(level / _unit(level)))


def _sample(rows: Rows, lag: Lag) -> Sample:
    """The rows of one lag, with the other lag, the trend and the weekend as what is held constant."""
    other = rows.activity[lag.other]
    u = _scale(other) if (other > 0).any() else other
    knots = quantile_knots(u, NUISANCE_KNOTS)
    trend = (rows.day - rows.day.mean()) / max(float(np.ptp(rows.day)), 1.0)
    columns = np.column_stack([u, bends(u, knots), trend, rows.weekend])
    varied = columns[:, np.ptp(columns, axis=0) > 0]
    return Sample(rows.day, _scale(rows.activity[lag]), rows.pain, varied - varied.mean(axis=0))


# What is shown


def _drawn(
    judged: Judgement, drawn: FittedCurve, sample: Sample, unit: float, asked: EstimateOptions
) -> CurveAnswer:
    near, tolerance = drawn.near_lowest(asked.margin), asked.tolerance
    levels = drawn.u**2 * unit
    best, interval = _best(drawn, sample, unit) if judged.verdict is Verdict.MEDIUM else (None, None)
    return CurveAnswer(
        verdict=judged.verdict,
        words="",
        best=best,
        best_interval=interval,
        core=_runs(levels, near >= CORE),
        likely=_runs(levels, drawn.fit <= drawn.fit.min() + asked.margin),
        possible=_runs(levels, near >= POSSIBLE),
        sure=None if tolerance is None else _runs(levels, drawn.under(tolerance) >= SURE),
        maybe=None if tolerance is None else _runs(levels, drawn.under(tolerance) >= MAYBE),
        grid=_numbers(levels),
        fit=_numbers(drawn.fit),
        lo=_numbers(drawn.lo),
        hi=_numbers(drawn.hi),
    )


def _best(drawn: FittedCurve, sample: Sample, unit: float) -> tuple[float, tuple[float | None, float | None]]:
    """The level of the lowest expected pain, and the 95 % interval of where the lowest is."""
    low, high = np.quantile(sample.u, ENDS)
    inside = (drawn.u >= low) & (drawn.u <= high)
    best = drawn.u[inside][np.argmin(drawn.fit[inside])]
    first, last = np.quantile(drawn.lowest_places(), (0.025, 0.975))
    return float(best**2 * unit), (
        float(first**2 * unit) if first > drawn.u[0] else None,
        float(last**2 * unit) if last < drawn.u[-1] else None,
    )


def _runs(levels: Array, holds: NDArray[np.bool_]) -> tuple[Span, ...]:
    """The stretches of levels where something holds, each as its two ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], holds.astype(int), [0]])))
    return tuple(
        (float(levels[start]), float(levels[end - 1]))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )


def _numbers(values: Sequence[float] | Array) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
