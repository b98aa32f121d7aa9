"""Dots and lines over two axes: numbers in, cells out. The only place that calls plotext.

plotext keeps one global figure, so it is cleared first and drawn in the screen's thread only. It hangs on a
far point, raises on infinity and divides by zero on equal limits; what reaches it is finite, within the
limits, and one dot a cell; a line has one point a column.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

Rgb = tuple[int, int, int]
Cell = tuple[int, int]

LEAST_WIDTH, LEAST_HEIGHT = 16, 6
"""Below this many columns and rows there is no room for axes and a dot."""

LEAST_COLUMNS = 8
"""Fewer columns beside the labels are no plot."""

AXIS = 2
"""Rows that the horizontal axis takes."""

TICK_COLUMNS = 11
"""A horizontal tick for about every so many columns keeps the labels apart."""


HOLLOW, MANY_HOLLOW = "○", "◎"
"""The mark of a day that was noted later, and of several in one cell."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Points (x, y) that look alike; a later layer lies over an earlier one.

    `many` is the mark of a cell that holds more than one point.
    """

    points: Sequence[tuple[float, float]]
    colour: Rgb
    mark: str = "•"
    many: str = "●"


@dataclass(frozen=True, slots=True)
class Line:
    """Points (x, y) in the order of x, joined; a y that is no number is a gap. Lines lie over the dots."""

    points: Sequence[tuple[float, float]]
    colour: Rgb


@dataclass(frozen=True, slots=True)
class Axes:
    """Limits and ticks: x runs from 0 to `most_x`, y over `y` with a tick at each of `y_ticks`.

    `x_ticks` are places with their labels, for an x that is not told by its number; `y_labels` are those of `y_ticks`.
    """

    most_x: float
    colour: Rgb
    y: tuple[float, float] = (0.0, 10.0)
    y_ticks: tuple[float, ...] = (0, 2, 4, 6, 8, 10)
    y_labels: tuple[str, ...] = ("0", "2", "4", "6", "8", "10")
    x_ticks: tuple[tuple[float, str], ...] | None = None

    @property
    def labels(self) -> int:
        """Columns that the vertical axis takes with its labels."""
        return max(map(len, self.y_labels), default=0) + 1


LEAST_SPAN = 1e-6


def nice_step(span: float, most: int) -> float:
    """The smallest 1, 2 or 5 times a power of ten that divides `span` (over 0) into at most `most` parts.

    A span that is hardly there counts as `LEAST_SPAN`.
    """
    rough = max(span, LEAST_SPAN) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * (1 - 1e-9))


def axis_for(values: Iterable[float], colour: Rgb) -> Axes:
    """Axes wide enough for the finite ones of `values`, ending on a round number."""
    most = max((value for value in values if math.isfinite(value) and value > 0), default=1.0)
    most = min(most, 1e9)
    step = nice_step(most, 12)
    return Axes(max(math.ceil(most / step) * step, 1e-6), colour)


def cells(layer: Layer, axes: Axes, columns: int, rows: int) -> Mapping[Cell, int]:
    """How many of the layer's points fall into each cell (column, row); the others are left out."""
    low, high = axes.y
    return Counter(
        (round(x / axes.most_x * (columns - 1)), round((y - low) / (high - low) * (rows - 1)))
        for x, y in layer.points
        if math.isfinite(x) and math.isfinite(y) and 0 <= x <= axes.most_x and low <= y <= high
    )


def binned(line: Line, axes: Axes, columns: int) -> list[list[tuple[float, float]]]:
    """The line as runs without a gap, with one point a column: the mean of what falls into it.

    What is beyond the limits of y is drawn at the limit; what is beyond those of x is left out.
    """
    low, high = axes.y
    found: dict[int, list[float]] = {}
    for x, y in line.points:
        if math.isfinite(x) and 0 <= x <= axes.most_x:
            values = found.setdefault(round(x / axes.most_x * (columns - 1)), [])
            values += [min(max(y, low), high)] if math.isfinite(y) else []
    runs: list[list[tuple[float, float]]] = [[]]
    for column, values in sorted(found.items()):
        if values:
            runs[-1].append((column / (columns - 1) * axes.most_x, sum(values) / len(values)))
        else:
            runs.append([])
    return [run for run in runs if run]


def scatter(width: int, height: int, layers: Sequence[Layer], axes: Axes, lines: Sequence[Line] = ()) -> Text:
    """The plot as exactly `height` lines of `width` cells; empty where there is no room for it."""
    columns, rows = width - axes.labels, height - AXIS
    if width < LEAST_WIDTH or height < LEAST_HEIGHT or columns < LEAST_COLUMNS:
        return Text()
    import plotext  # noqa: PLC0415 - 30 ms that the first paint need not wait for

    _frame(width, height, axes)
    taken: dict[Cell, tuple[int, bool]] = {}
    for index, layer in enumerate(layers):
        taken |= {cell: (index, count > 1) for cell, count in cells(layer, axes, columns, rows).items()}
    for (index, crowded), group in _alike(taken).items():
        plotext.scatter(
            [column / (columns - 1) * axes.most_x for column, _ in group],
            [axes.y[0] + row / (rows - 1) * (axes.y[1] - axes.y[0]) for _, row in group],
            marker=layers[index].many if crowded else layers[index].mark,
            color=layers[index].colour,
        )
    for line in lines:
        for run in binned(line, axes, columns):
            _join(run, line.colour)
    return Text.from_ansi(plotext.build().rstrip("\n"), no_wrap=True)


def _join(run: Sequence[tuple[float, float]], colour: Rgb) -> None:
    import plotext  # noqa: PLC0415

    places = [x for x, _ in run], [y for _, y in run]
    draw = plotext.plot if len(run) > 1 else plotext.scatter
    draw(*places, marker="braille", color=colour)


def _alike(taken: Mapping[Cell, tuple[int, bool]]) -> dict[tuple[int, bool], list[Cell]]:
    """The cells by what they look like: plotext costs by the call."""
    groups: dict[tuple[int, bool], list[Cell]] = {}
    for cell, look in taken.items():
        groups.setdefault(look, []).append(cell)
    return groups


def _frame(width: int, height: int, axes: Axes) -> None:
    import plotext  # noqa: PLC0415

    ticks = axes.x_ticks if axes.x_ticks is not None else _by_number(axes, width - axes.labels)
    plotext.clear_figure()
    plotext.limit_size(False, False)
    plotext.plotsize(width, height)
    plotext.frame(False)
    plotext.xaxes(True, False)
    plotext.yaxes(True, False)
    plotext.xlim(0, axes.most_x)
    plotext.ylim(*axes.y)
    plotext.canvas_color("default")
    plotext.axes_color("default")
    plotext.ticks_color(axes.colour)
    plotext.xticks([place for place, _ in ticks], [label for _, label in ticks])
    plotext.yticks(axes.y_ticks, axes.y_labels)


def _by_number(axes: Axes, columns: int) -> tuple[tuple[float, str], ...]:
    """Ticks at round numbers, with room between their labels."""
    step = nice_step(axes.most_x, max(columns // TICK_COLUMNS, 1))
    ticks = [step * i for i in range(int(axes.most_x / step + 1e-9) + 1)]
    return tuple((tick, f"{tick:,.0f}" if step >= 1 else f"{tick:g}") for tick in ticks)
