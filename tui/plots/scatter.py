"""Dots and lines over two axes: numbers in, cells out.

What reaches the cells is finite, within the limits, and one dot a cell; a line has one point a column.
"""

import math
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from tui.plots.axes import Area, Axes, Cell, Ink, area_of
from tui.plots.canvas import Canvas, Point, braille, stroke
from tui.plots.frame import framed


@dataclass(frozen=True, slots=True)
class Layer:
    """Points (x, y) that look alike; a later layer lies over an earlier one.

    `many` is the mark of a cell that holds more than one point, whichever layers they are of.
    """

    points: Sequence[Point]
    colour: Ink
    mark: str = "•"
    many: str = "●"


@dataclass(frozen=True, slots=True)
class LevelLine:
    """Points (x, y) in the order of x, joined; a y that is no number is a gap. Lines lie over the dots."""

    points: Sequence[Point]
    colour: Ink


def scatter(
    width: int, height: int, layers: Sequence[Layer], axes: Axes, lines: Sequence[LevelLine] = ()
) -> Text:
    """The plot as exactly `height` lines of `width` cells; empty where there is no room for it."""
    area = area_of(width, height, axes)
    if area is None:
        return Text()
    canvas = framed(width, height, area)
    put_dots(canvas, area, layers)
    for line in lines:
        put_line(canvas, area, binned(line, area), line.colour)
    return canvas.text()


def put_dots(
    canvas: Canvas, area: Area, layers: Sequence[Layer], *, under: Container[Cell] = (), above: str = ""
) -> frozenset[str]:
    """Put a mark into each cell that holds points, into those of `under` only the mark `above`; the marks seen."""
    counts: Counter[Cell] = Counter()
    top: dict[Cell, Layer] = {}
    for layer in layers:
        found = area.cells(layer.points)
        counts.update(found)
        top |= dict.fromkeys(found, layer)
    seen = set()
    left, lowest = area.axes.labels, area.rows - 1
    for cell, layer in top.items():
        mark = layer.many if counts[cell] > 1 else layer.mark
        if mark == above or cell not in under:
            canvas.put(left + cell[0], lowest - cell[1], mark, layer.colour)
            seen.add(mark)
    return frozenset(seen)


def put_line(
    canvas: Canvas, area: Area, runs: Iterable[list[Point]], colour: Ink, thick: int = 1
) -> frozenset[Cell]:
    """Put the braille of a line into the cells that it goes through; these cells."""
    found = stroke(area, runs, thick)
    left, lowest = area.axes.labels, area.rows - 1
    for (column, row), bits in found.items():
        canvas.put(left + column, lowest - row, braille(bits), colour)
    return frozenset(found)


def binned(line: LevelLine, area: Area) -> list[list[Point]]:
    """The line as runs without a gap, with one point a column: the mean of what falls into it.

    What is beyond the limits of y is drawn at the limit; what is beyond those of x is left out.
    """
    found: dict[int, list[float]] = {}
    for x, y in line.points:
        if 0 <= x <= area.axes.most_x:
            values = found.setdefault(area.column(x), [])
            values += [area.clipped(y)] if math.isfinite(y) else []
    runs: list[list[Point]] = [[]]
    for column, values in sorted(found.items()):
        if values:
            runs[-1].append((area.x(column), sum(values) / len(values)))
        else:
            runs.append([])
    return [run for run in runs if run]
