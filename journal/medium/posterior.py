"""The curve and how sure it is: a penalised natural spline, averaged over how bent it is and how alike days are.

Draws of whole curves answer what intervals of single places cannot: where the lowest is, and which levels are within
a margin of it.
"""

from dataclasses import dataclass

from journal.medium.gates import Sample, grid
from journal.medium.gls import CollinearError, Whitener, independent, normalised
from journal.medium.numeric import np
from journal.medium.splines import Array, bends, penalised_bends, quantile_knots

CURVE_KNOTS = np.linspace(0.03, 0.97, 7)
RHOS = np.round(np.arange(-0.2, 0.91, 0.1), 1)
PENALTIES = 10.0 ** np.arange(-4, 5)
"""How much a bend costs."""

DRAWS = 2_000
SEED = 20_261_122
"""Fixed: the same diary gets the same answer, to the last byte."""

BAND = (0.025, 0.975)


@dataclass(frozen=True)
class FittedCurve:
    """The curve over the places `u`: `fit` is its mean, `lo` and `hi` a 95 % band, `draws` (DRAWS, len(u)) whole curves."""

    u: Array
    fit: Array
    lo: Array
    hi: Array
    draws: Array

    def near_lowest(self, margin: float) -> Array:
        """For each place, the probability that it is within the margin of the curve's lowest."""
        lowest = self.draws.min(axis=1, keepdims=True)
        return np.asarray((self.draws <= lowest + margin).mean(axis=0))

    def under(self, level: float) -> Array:
        """For each place, the probability that the curve is at the level or under it."""
        return np.asarray((self.draws <= level).mean(axis=0))

    def lowest_places(self) -> Array:
        """Where each drawn curve is lowest."""
        return np.asarray(self.u[self.draws.argmin(axis=1)])


@dataclass(frozen=True)
class _Cells:
    """For each rho and penalty: weight, coefficients (cells, p), a square root of their scale, (cells, p, p)."""

    weight: Array
    coef: Array
    root: Array
    df: int


def curve(sample: Sample) -> FittedCurve:
    """The posterior of the curve. Raises CollinearError."""
    knots = quantile_knots(sample.u, CURVE_KNOTS)
    straight, bent = _columns(sample.u, knots)
    free = independent(np.column_stack([straight, sample.others]), straight.shape[1])
    columns = np.column_stack([straight, bent, free[:, straight.shape[1] :]])
    cells = _cells(columns, bent.shape[1], sample)
    places = grid(sample.u)
    own = np.column_stack(_columns(places, knots))
    draws = _draw(cells)[:, : own.shape[1]] @ own.T
    lo, hi = np.quantile(draws, BAND, axis=0)
    return FittedCurve(places, own @ (cells.weight @ cells.coef)[: own.shape[1]], lo, hi, draws)


def _columns(u: Array, knots: Array) -> tuple[Array, Array]:
    """What is free (1 and u), and the bends, of which each unit costs the same."""
    return np.column_stack([np.ones(len(u)), u]), bends(u, knots) @ penalised_bends(knots)


def _cells(columns: Array, bent: int, sample: Sample) -> _Cells:
    """Fit every cell. log marginal = -(df log RSS + log|A + lP| - k log l + sum log(1 - a²)) / 2, RSS with its penalty."""
    n, p = columns.shape
    df = n - (p - bent)
    if df <= 0:
        raise CollinearError(f"{n} days are too few for {p} columns")
    whiten = Whitener(np.diff(sample.days), RHOS)
    x, y = whiten(columns), whiten(sample.pain[:, None])
    penalised = np.zeros(p)
    penalised[2 : 2 + bent] = 1.0
    a = (np.swapaxes(x, 1, 2) @ x)[:, None] + PENALTIES[:, None, None] * np.diag(penalised)
    upper = np.linalg.inv(np.linalg.cholesky(a))
    coef = np.swapaxes(upper, 2, 3) @ (upper @ (np.swapaxes(x, 1, 2) @ y)[:, None])
    left = y[:, None] - x[:, None] @ coef
    cost = PENALTIES * (penalised[:, None] * coef**2).sum(axis=(2, 3))
    rss = np.maximum((left**2).sum(axis=(2, 3)) + cost, np.finfo(float).tiny)
    log_a = -2 * np.log(np.diagonal(upper, axis1=2, axis2=3)).sum(axis=2)
    log_marginal = -0.5 * (df * np.log(rss) + log_a - bent * np.log(PENALTIES) + whiten.log_det[:, None])
    scale = np.sqrt(rss / df)[:, :, None, None]
    return _Cells(
        normalised(log_marginal.ravel()),
        coef.reshape(-1, p),
        (np.swapaxes(upper, 2, 3) * scale).reshape(-1, p, p),
        df,
    )


def _draw(cells: _Cells) -> Array:
    """Coefficients drawn: the cell by systematic sampling, then multivariate t."""
    chance = np.random.default_rng(SEED)
    steps = (np.arange(DRAWS) + chance.uniform()) / DRAWS
    which = np.searchsorted(np.cumsum(cells.weight), steps).clip(max=len(cells.weight) - 1)
    normal = chance.standard_normal((DRAWS, cells.coef.shape[1]))
    wide = np.sqrt(cells.df / chance.chisquare(cells.df, DRAWS))
    drawn = np.empty_like(normal)
    for cell in np.unique(which):
        own = which == cell
        drawn[own] = cells.coef[cell] + (normal[own] @ cells.root[cell].T) * wide[own, None]
    return drawn
