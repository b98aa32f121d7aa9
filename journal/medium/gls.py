"""Generalised least squares for days with gaps: errors of days near each other are alike.

The correlation of the errors of two days is rho to the power of the days between them. Nobody knows rho, so the fit is
made for each of many and their answers are weighted by their restricted likelihood (REML): what is said of a
coefficient includes that rho is not known.
"""

from dataclasses import dataclass
from functools import cached_property

from journal.medium.numeric import NDArray, np

Array = NDArray[np.float64]

RHOS = np.round(np.arange(-0.30, 0.951, 0.05), 2)
"""The correlations of one day with the next that are tried."""

MOST_LEVERAGE = 0.95
"""Of a day, in HC3: one that the fit goes through exactly would count without end."""

RANK = 1e-9
"""Columns of unit length of which less than this is their own say nothing new."""


class CollinearError(ValueError):
    """Columns of which one says what the others say already: there is no one fit."""


@dataclass(frozen=True)
class Whitener:
    """Turns values of days into ones without correlation, for each rho. `gaps` are days to the day before, n - 1."""

    gaps: NDArray[np.int64]
    rhos: Array

    @cached_property
    def links(self) -> Array:
        """The correlation of each day's error with that of the day before, (rhos, n - 1)."""
        size = np.abs(self.rhos)[:, None] ** self.gaps
        odd_and_negative = (self.rhos < 0)[:, None] & (self.gaps % 2 == 1)
        return np.where(odd_and_negative, -size, size)

    @cached_property
    def log_det(self) -> Array:
        """The sum of log(1 - link²) for each rho."""
        return np.asarray(np.log1p(-(self.links**2)).sum(axis=1))

    def __call__(self, values: Array) -> Array:
        """The columns (n, k) whitened, (rhos, n, k)."""
        links = self.links[:, :, None]
        rest = (values[1:] - links * values[:-1]) / np.sqrt(1 - links**2)
        first = np.broadcast_to(values[:1], (len(self.rhos), 1, values.shape[1]))
        return np.concatenate([first, rest], axis=1)


@dataclass(frozen=True)
class Fit:
    """Coefficients and their covariance, over all rhos. `best` is the most likely rho, `df` the degrees of freedom.

    `robust` is the covariance that holds where some days scatter more than others (HC3 at the best rho).
    """

    coef: Array
    cov: Array
    robust: Array
    df: int
    best: float

    def value(self, contrast: Array) -> float:
        """The contrast's value."""
        return float(contrast @ self.coef)

    def error(self, contrast: Array) -> float:
        """Its standard error: the larger of the usual one and the robust one."""
        return float(np.sqrt(max(contrast @ self.cov @ contrast, contrast @ self.robust @ contrast)))

    def errors(self, contrasts: Array) -> Array:
        """The standard errors of contrasts (m, p)."""
        both = [np.einsum("mp,pq,mq->m", contrasts, cov, contrasts) for cov in (self.cov, self.robust)]
        return np.asarray(np.sqrt(np.maximum(*both)))

    def t(self, contrast: Array) -> float:
        """The contrast's value in standard errors; 0 when both are 0."""
        error = self.error(contrast)
        return self.value(contrast) / error if error > 0 else 0.0


def gls(columns: Array, response: Array, days: NDArray[np.int64], rhos: Array = RHOS) -> Fit:
    """Fit the response (n) by the columns (n, p) over ascending days. Raises CollinearError.

    Weights are proportional to the restricted likelihood: log REML = -((n - p) log RSS + sum log(1 - a²) + log|A|) / 2
    with A = X'X of the whitened columns X.
    """
    n, p = columns.shape
    if n <= p:
        raise CollinearError(f"{n} days are too few for {p} columns")
    whiten = Whitener(np.diff(days), rhos)
    x, y = whiten(columns), whiten(response[:, None])
    coef, inverse, log_a = _solve(x, y)
    left = (y - x @ coef[:, :, None])[:, :, 0]
    rss = np.maximum((left**2).sum(axis=1), np.finfo(float).tiny)
    log_reml = -0.5 * ((n - p) * np.log(rss) + whiten.log_det + log_a)
    weights = normalised(log_reml)
    mean = weights @ coef
    away = coef - mean
    cov = np.einsum("r,rpq->pq", weights * rss / (n - p), inverse) + np.einsum(
        "r,rp,rq->pq", weights, away, away
    )
    best = int(np.argmax(log_reml))
    return Fit(mean, cov, hc3(x[best], left[best], inverse[best]), n - p, float(rhos[best]))


def normalised(log_weights: Array) -> Array:
    """Weights that add up to 1, from their logarithms."""
    weights = np.exp(log_weights - log_weights.max())
    return np.asarray(weights / weights.sum())


def hc3(x: Array, left: Array, inverse: Array) -> Array:
    """The covariance of coefficients from the residuals `left` (MacKinnon and White 1985); `inverse` is that of X'X."""
    half = x @ inverse
    leverage = np.minimum((half * x).sum(axis=1), MOST_LEVERAGE)
    weighted = half * (left / (1 - leverage))[:, None]
    return np.asarray(weighted.T @ weighted)


def independent(columns: Array, core: int) -> Array:
    """The columns without those, after the first `core`, that the ones before them say already.

    Raises CollinearError when there is such a one among the first.
    """
    basis = np.empty((len(columns), 0))
    kept = []
    for index, column in enumerate(columns.T):
        length = np.linalg.norm(column)
        rest = column / length if length > 0 else column
        for _ in range(2):  # twice is enough (Kahan)
            rest = rest - basis @ (basis.T @ rest)
        own = np.linalg.norm(rest)
        if own > np.sqrt(RANK):
            basis = np.column_stack([basis, rest / own])
            kept.append(index)
        elif index < core:
            raise CollinearError("the days are too alike")
    return columns[:, kept]


def _solve(x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Coefficients, inverse of X'X, and its log determinant, for each of a stack of problems (by QR)."""
    lengths = np.sqrt((x**2).sum(axis=1))
    if not (lengths > 0).all():
        raise CollinearError("a column is empty")
    q, r = np.linalg.qr(x / lengths[:, None, :])
    diagonal = np.abs(np.diagonal(r, axis1=1, axis2=2))
    if (diagonal < RANK).any():
        raise CollinearError("the columns say the same")
    upper = np.linalg.inv(r) / lengths[:, :, None]
    coef = (upper @ (np.swapaxes(q, 1, 2) @ y))[:, :, 0]
    inverse = upper @ np.swapaxes(upper, 1, 2)
    return coef, inverse, 2 * (np.log(diagonal) + np.log(lengths)).sum(axis=1)
