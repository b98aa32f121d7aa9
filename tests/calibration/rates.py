"""Rates over many diaries, how far chance may have moved them, and whether a target is reached.

A target is reached when the rate is on its good side. When it is not, it is NOT REACHED only if the rate is beyond the
target by more than two standard errors; less than that may be chance, and is said as such. Where the target is that
something never happens, once is too often.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import nan, sqrt

from tests.calibration.questions import TARGETS, CalibrationTarget, Counts

ERRORS = 2.0
"""So many standard errors beyond a target may be chance."""


@dataclass(frozen=True)
class Rate:
    """How often it was so, of `chances`, with its standard error: each diary is one draw, whatever it counts.

    Where nothing ever happened, or always, the error is that of a single hit: it may happen all the same.
    """

    value: float
    error: float
    chances: float


Key = tuple[str, str, int]
"""Question, name of the cell, days."""


def rate(counts: Sequence[Counts]) -> Rate:
    """The rate over the counts of diaries."""
    chances = sum(of for _, of in counts)
    if not chances:
        return Rate(nan, nan, 0)
    value = sum(hits for hits, _ in counts) / chances
    off = sum((hits - value * of) ** 2 for hits, of in counts)
    return Rate(value, sqrt(off or 1.0) / chances, chances)


def mean(rates: Sequence[Rate]) -> Rate:
    """The mean over cells, each as heavy as the others."""
    count = len(rates)
    error = sqrt(sum(one.error**2 for one in rates)) / count
    return Rate(sum(one.value for one in rates) / count, error, sum(one.chances for one in rates))


@dataclass(frozen=True)
class Compared:
    """One target beside what was reached: `what` is the mean or the worst of the cells."""

    question: str
    what: str
    rate: Rate
    at_least: bool
    limit: float

    @property
    def beyond(self) -> float:
        """By how much the target is missed; negative when it is reached."""
        return self.limit - self.rate.value if self.at_least else self.rate.value - self.limit

    @property
    def missed(self) -> bool:
        """Whether it is missed by more than chance may explain."""
        allowed = ERRORS * self.rate.error if self.limit else 0.0
        return not self.beyond <= allowed

    @property
    def sign(self) -> str:
        """The comparison in words."""
        if self.missed:
            return "NOT REACHED"
        return "reached" if self.beyond <= 0 else "beyond it, but within two standard errors"

    @property
    def target(self) -> str:
        """The target in words."""
        return f"{'at least' if self.at_least else 'at most'} {self.limit:.0%}"


def compared(rates: Mapping[Key, Rate]) -> Iterator[Compared]:
    """Every target that something was found for."""
    for (question, days), target in TARGETS.items():
        found = {
            key: one
            for key, one in rates.items()
            if key[0] == question and days in {None, key[2]} and one.chances
        }
        if found:
            yield from _compared(question if days is None else f"{question}, {days} days", target, found)


def _compared(question: str, target: CalibrationTarget, found: Mapping[Key, Rate]) -> Iterator[Compared]:
    if target.mean is not None:
        yield Compared(question, "mean", mean(list(found.values())), target.at_least, target.mean)
    if target.any_cell is not None:
        worst = (min if target.at_least else max)(found, key=lambda key: found[key].value)
        what = f"worst of {len(found)}: {worst[1]}, {worst[2]} days"
        yield Compared(question, what, found[worst], target.at_least, target.any_cell)
