"""Two questions that both have to be answered yes before a medium is spoken of, and the straight line otherwise.

Gate 1 asks a smooth curve: is it higher at both ends than at its lowest place? Gate 2 asks two straight lines that
meet near there: does the first fall, and the second rise (Simonsohn 2018)? Each question is asked of each side, one-sided.
"""

from dataclasses import dataclass

from journal.medium.gls import CollinearError, Fit, gls, independent
from journal.medium.numeric import NDArray, np
from journal.medium.splines import Array, bends, quantile_knots
from journal.medium.student import tail, two_sided

Days = NDArray[np.int64]

ARM_KNOTS = np.array([0.05, 0.35, 0.65, 0.95])
GRID_POINTS = 61
EDGES = np.array([0.05, 0.95])
"""Quantiles of the activity tried between which an answer is given; nothing beyond."""

ENDS = np.array([0.10, 0.90])
"""The quantiles that stand for quiet and for busy days."""

LEAST_A_SIDE = 4
"""Rows on each side of where two lines meet."""

NO = 1.0
"""The p-value of a question that cannot be asked of these days."""


@dataclass(frozen=True)
class Gate:
    """The p-values of the left and of the right side, one-sided."""

    left: float = NO
    right: float = NO

    @property
    def p(self) -> float:
        """The larger of both: the gate is passed below a level when this is."""
        return max(self.left, self.right)


SHUT = Gate()


@dataclass(frozen=True)
class Sample:
    """Rows of one curve: `days` ascending, `u` the activity on its scale, `pain`, and `others`: the columns that are
    held constant, centred, (n, k).
    """

    days: Days
    u: Array
    pain: Array
    others: Array

    def fit(self, *own: Array, pain: Array | None = None) -> Fit:
        """Fit 1, these columns, and the others as far as they say something new. Raises CollinearError."""
        core = np.column_stack([np.ones(len(self.u)), *own])
        columns = independent(np.column_stack([core, self.others]), core.shape[1])
        return gls(columns, self.pain if pain is None else pain, self.days)


def grid(u: Array) -> Array:
    """The places at which a curve is looked at: evenly over what was tried, without its outermost."""
    low, high = np.quantile(u, EDGES)
    return np.linspace(low, high, GRID_POINTS)


@dataclass(frozen=True)
class Arms:
    """The smooth curve of gate 1: natural spline with its knots over the rows' `u`."""

    knots: Array
    fit: Fit

    def contrast(self, u: Array) -> Array:
        """What the coefficients are multiplied by to have the curve at `u`: rows (len(u), p)."""
        own = np.column_stack([np.ones(len(u)), u, bends(u, self.knots)])
        rest = np.zeros((len(u), len(self.fit.coef) - own.shape[1]))
        return np.column_stack([own, rest])


def arms(sample: Sample) -> Arms:
    """Fit the smooth curve. Raises CollinearError."""
    knots = quantile_knots(sample.u, ARM_KNOTS)
    return Arms(knots, sample.fit(sample.u, bends(sample.u, knots)))


def arms_gate(sample: Sample, curve: Arms, sign: float = 1.0) -> Gate:
    """Gate 1: whether the curve (with `sign` -1: its mirror image) is higher at both ends than at its lowest place."""
    low, high = np.quantile(sample.u, ENDS)
    places = grid(sample.u)
    inside = places[(places >= low) & (places <= high)]
    if len(inside) < 3:  # noqa: PLR2004 - one place between two
        return SHUT
    heights = sign * (curve.contrast(inside) @ curve.fit.coef)
    lowest = int(np.argmin(heights))
    if lowest in {0, len(inside) - 1}:
        return SHUT
    at_low, at_middle, at_high = sign * curve.contrast(np.array([low, inside[lowest], high]))
    left, right = (curve.fit.t(end - at_middle) for end in (at_low, at_high))
    return Gate(tail(left, curve.fit.df), tail(right, curve.fit.df))


def lines_gate(sample: Sample, curve: Arms, sign: float = 1.0) -> Gate:
    """Gate 2: two lines, the first falling and the second rising; with `sign` -1 the other way round."""
    flat = _flat(sample, curve, sign)
    if not len(flat):
        return SHUT
    try:
        first = _two_lines(sample, float(np.median(flat)), sign)
        steepness = [abs(t) for t, _ in first]
        share = steepness[1] / sum(steepness) if sum(steepness) > 0 else 0.5
        (left, left_df), (right, right_df) = _two_lines(sample, float(np.quantile(flat, share)), sign)
    except CollinearError:
        return SHUT
    return Gate(tail(-left, left_df), tail(right, right_df))


def _flat(sample: Sample, curve: Arms, sign: float) -> Array:
    """The observed places that may be the lowest: their height less its error is under the lowest height."""
    low, high = np.quantile(sample.u, ENDS)
    inside = np.sort(sample.u[(sample.u >= low) & (sample.u <= high)])
    contrasts = curve.contrast(inside)
    heights = sign * (contrasts @ curve.fit.coef)
    may_be_lowest = heights - curve.fit.errors(contrasts) < heights.min(initial=np.inf)
    return np.asarray(inside[may_be_lowest])


def _two_lines(sample: Sample, meet: float, sign: float) -> tuple[tuple[float, int], tuple[float, int]]:
    """The slopes' t before and after `meet`, each with its degrees of freedom; days just there belong to the side
    whose slope is asked for. Raises CollinearError when a side has too few days or no slope.
    """
    return _slope(sample, sample.u <= meet, meet, sign), _slope(sample, sample.u >= meet, meet, sign)


def _slope(sample: Sample, own: NDArray[np.bool_], meet: float, sign: float) -> tuple[float, int]:
    if min(own.sum(), (~own).sum()) < LEAST_A_SIDE:
        raise CollinearError("a side has too few days")
    away = sample.u - meet
    here, there = np.where(own, away, 0.0), np.where(own, 0.0, away)
    other_side = [there] if np.ptp(sample.u[~own]) > 0 else []
    if np.ptp(sample.u[own]) == 0:
        raise CollinearError("a side has no slope")
    fit = sample.fit(here, (~own).astype(float), *other_side, pain=sign * sample.pain)
    contrast = np.zeros(len(fit.coef))
    contrast[1] = 1.0
    return fit.t(contrast), fit.df


def line(sample: Sample) -> tuple[float, float]:
    """The slope of a straight line and its two-sided p. Raises CollinearError."""
    fit = sample.fit(sample.u)
    contrast = np.zeros(len(fit.coef))
    contrast[1] = 1.0
    return fit.value(contrast), two_sided(fit.t(contrast), fit.df)
