"""Means of paired ratings and how sure they are: Student's t on changes, and Holm's correction for asking of several."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from journal.medium.student import quantile, tail

NEEDED = 8
"""Pairs needed for an answer: with fewer, one odd day would decide."""

LEVEL = 0.05

ROUNDING = 0.29
"""Points: the standard deviation of what rounding to whole numbers hides, 1/sqrt(12)."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of `count` >= 2 differences, in points, with its standard error and its 95 % interval."""

    count: int
    mean: float
    error: float

    @property
    def interval(self) -> Interval:
        """The 95 % interval, by Student's t."""
        reach = _reach(self.count - 1) * self.error
        return self.mean - reach, self.mean + reach

    @property
    def above_zero(self) -> float:
        """The one-sided p of a mean over 0."""
        return tail(self.mean / self.error, self.count - 1)

    @property
    def below_zero(self) -> float:
        """The one-sided p of a mean under 0."""
        return tail(-self.mean / self.error, self.count - 1)


def mean_of(differences: Sequence[float], rounding: float = ROUNDING) -> Mean:
    """The mean of two or more differences; its standard error is never less than rounding / sqrt(n).

    So differences that are all equal are not taken for exact: whole numbers hide up to half a point.
    """
    count = len(differences)
    mean = math.fsum(differences) / count
    variance = math.fsum((one - mean) ** 2 for one in differences) / (count - 1)
    return Mean(count, mean, max(math.sqrt(variance), rounding) / math.sqrt(count))


@lru_cache(maxsize=512)
def _reach(df: int) -> float:
    return quantile(1 - LEVEL / 2, df)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """The p-values, in their order, adjusted so that any false one among them all is as rare as LEVEL says.

    Holm (1979): the k-th smallest of m counts m - k + 1 times, and at least as much as those before it.
    """
    adjusted = [1.0] * len(p_values)
    least = 0.0
    for rank, which in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        least = max(least, min(1.0, (len(p_values) - rank) * p_values[which]))
        adjusted[which] = least
    return tuple(adjusted)
