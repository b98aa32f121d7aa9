"""An answer in the cells of a plot: its curve, its band and its ranges, within the ends of what was tried."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from journal.medium.answer import CurveAnswer, Span
from tui.plots.axes import Area, Ink, Rgb
from tui.plots.canvas import ACROSS, Point


class Range(StrEnum):
    """How surely pain is near its lowest at a level of activity; each with its mark."""

    CORE = "█"
    LIKELY = "░"


@dataclass(frozen=True, slots=True)
class PlotCurve:
    """The curve `fit` and its band `lo` to `hi` by half columns, the range that a whole column is in, and the column
    of the level of least pain.
    """

    fit: Mapping[int, float] = field(default_factory=dict)
    lo: Mapping[int, float] = field(default_factory=dict)
    hi: Mapping[int, float] = field(default_factory=dict)
    ranges: Mapping[int, Range] = field(default_factory=dict)
    best: int | None = None


def curve_of(answer: CurveAnswer, area: Area) -> PlotCurve:
    """The answer where its numbers are finite, clipped to the limits of the axes. They may be any, and any many."""
    grid = [x for x in answer.grid if 0 <= x <= area.axes.most_x]
    if not grid:
        return PlotCurve()
    fit, lo, hi = (_along(answer.grid, values, area) for values in (answer.fit, answer.lo, answer.hi))
    both = sorted(lo.keys() & hi.keys())
    return PlotCurve(
        fit,
        {half: min(lo[half], hi[half]) for half in both},
        {half: max(lo[half], hi[half]) for half in both},
        ranges_of(answer, (min(grid), max(grid)), area),
        _best(answer, (min(grid), max(grid)), area),
    )


def ranges_of(answer: CurveAnswer, ends: Span, area: Area) -> dict[int, Range]:
    """The range that each column is in, between the ends of what was tried."""
    found = dict.fromkeys(_columns(answer.likely, ends, area), Range.LIKELY)
    return found | dict.fromkeys(_columns(answer.core, ends, area), Range.CORE)


def _best(answer: CurveAnswer, ends: Span, area: Area) -> int | None:
    best = answer.best
    return area.column(best) if best is not None and ends[0] <= best <= ends[1] else None


def runs(values: Mapping[int, float], area: Area) -> list[list[Point]]:
    """The values of half columns as points (x, y), in runs without a gap."""
    halves = sorted(values)
    cuts = [n for n, (one, after) in enumerate(pairwise(halves), 1) if after - one > 1]
    edges = [0, *cuts, len(halves)]
    return [[(_x(half, area), values[half]) for half in halves[a:b]] for a, b in pairwise(edges)]


def dotted(values: Mapping[int, float], area: Area) -> list[list[Point]]:
    """The same as points apart, one for each column."""
    return [[(_x(half, area), y)] for half, y in values.items() if half % ACROSS == 0]


def _columns(spans: Sequence[Span], ends: Span, area: Area) -> Iterator[int]:
    for low, high in spans:
        first, last = max(low, ends[0]), min(high, ends[1])
        if first <= last:
            yield from range(area.column(first), area.column(last) + 1)


def _along(grid: Sequence[float], values: Sequence[float], area: Area) -> dict[int, float]:
    """The value at each half column from one end of the grid to the other, straight between its points."""
    known = {x: y for x, y in zip(grid, values, strict=False) if 0 <= x <= area.axes.most_x}
    places = sorted(known)
    if not places:
        return {}
    halves = range(_half(places[0], area), _half(places[-1], area) + 1)
    found = ((half, _between(known, places, _x(half, area))) for half in halves)
    return {half: area.clipped(y) for half, y in found if math.isfinite(y)}


def _half(x: float, area: Area) -> int:
    return int((x * area.across + 0.5) * ACROSS)


def _x(half: int, area: Area) -> float:
    """The x in the middle of a half column."""
    return area.x((half + 0.5) / ACROSS - 0.5)


def _between(known: Mapping[float, float], places: Sequence[float], x: float) -> float:
    """The value at x, or at the end that it is beyond."""
    after = bisect_right(places, x)
    if after in {0, len(places)}:
        return known[places[max(after - 1, 0)]]
    left, right = places[after - 1], places[after]
    return known[left] + (known[right] - known[left]) * ((x - left) / (right - left))


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours; `tints` by the range that a cell is in, if any, and by whether it is in the band."""

    axis: Ink
    older: Ink
    recent: Ink
    today: Ink
    curve: Ink
    edge: Ink
    tolerance: Ink
    ranges: Mapping[Range, Ink]
    tints: Mapping[tuple[Range | None, bool], Rgb]
