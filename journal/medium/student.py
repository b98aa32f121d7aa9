"""Student's t distribution, in the standard library's `math` alone."""

import math
from collections.abc import Iterator

TINY = 1e-300
CLOSE = 1e-16
MOST_TERMS = 10_000


def tail(t: float, df: float) -> float:
    """The probability that Student's t with `df` > 0 degrees of freedom exceeds `t`."""
    if math.isnan(t):
        return 1.0
    half = 0.5 * regularised_beta(df / (df + t * t), df / 2, 0.5) if math.isfinite(t) else 0.0
    return half if t >= 0 else 1.0 - half


def two_sided(t: float, df: float) -> float:
    """The probability that Student's t is further from 0 than `t`."""
    return min(1.0, 2 * tail(abs(t), df))


def quantile(p: float, df: float) -> float:
    """The value that Student's t stays under with the probability `p`, 0 < p < 1."""
    if p < 0.5:  # noqa: PLR2004 - the middle of the distribution
        return -quantile(1 - p, df)
    low, high = 0.0, 1.0
    while tail(high, df) > 1 - p:
        low, high = high, 2 * high
    while high - low > 4 * math.ulp(high):
        middle = (low + high) / 2
        low, high = (middle, high) if tail(middle, df) > 1 - p else (low, middle)
    return (low + high) / 2


def regularised_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # there the fraction converges fast only from the other side
        return 1 - regularised_beta(1 - x, b, a)
    log_front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(log_front) / (a * _fraction(_terms(x, a, b)))


def _terms(x: float, a: float, b: float) -> Iterator[float]:
    for m in range(MOST_TERMS):
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        n = m + 1
        yield n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n))


def _fraction(terms: Iterator[float]) -> float:
    """1 + d1/(1 + d2/(1 + ...)) by Lentz's method."""
    value, c, d = 1.0, 1.0, 0.0
    for term in terms:
        d = 1 + term * d
        c = 1 + term / c
        d = 1 / (d if abs(d) > TINY else TINY)
        c = c if abs(c) > TINY else TINY
        value *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return value
