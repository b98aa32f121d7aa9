"""Two axes, and where a place on them lies in a grid of cells. Pure; rows count from the bottom."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Rgb = tuple[int, int, int]
Ink = Rgb | int | None
"""A colour, the number of one of the terminal's own sixteen, or its own foreground."""

Cell = tuple[int, int]
"""A column and a row."""

LEAST_WIDTH, LEAST_HEIGHT = 16, 6
"""Below this many columns and rows there is no room for axes and a dot."""

LEAST_COLUMNS = 8
"""Fewer columns beside the labels are no plot."""

AXIS = 2
"""Rows that the horizontal axis takes."""

TICK_COLUMNS = 11
"""A horizontal tick for about every so many columns keeps the labels apart."""

LEAST_SPAN, MOST = 1e-6, 1e9
"""What is smaller or larger than these is no measurement."""


PAIN, COARSE = (0, 2, 4, 6, 8, 10), (0, 5, 10)
EVEN = 1.5
"""Rows for a point of pain from which on ticks every two points look even, whatever the height."""


@dataclass(frozen=True, slots=True)
class Axes:
    """Limits and ticks: x runs from 0 to `most_x`, y over `y` with a tick at each of `y_ticks`.

    `x_ticks` are places with their labels, for an x that is not a plain number; `y_labels` are those of `y_ticks`.
    """

    most_x: float
    colour: Ink
    y: tuple[float, float] = (0.0, 10.0)
    y_ticks: tuple[float, ...] = PAIN
    y_labels: tuple[str, ...] = ("0", "2", "4", "6", "8", "10")
    x_ticks: tuple[tuple[float, str], ...] | None = None

    @property
    def labels(self) -> int:
        """Columns that the vertical axis takes with its labels."""
        return max(map(len, self.y_labels), default=0) + 1

    def ticks(self, columns: int) -> tuple[tuple[float, str], ...]:
        """The ticks of x: those given, else round numbers with room between their labels."""
        if self.x_ticks is not None:
            return self.x_ticks
        step = nice_step(self.most_x, max(columns // TICK_COLUMNS, 1))
        places = [step * n for n in range(int(self.most_x / step + 1e-9) + 1)]
        return tuple((place, f"{place:,.0f}" if step >= 1 else f"{place:g}") for place in places)


@dataclass(frozen=True, slots=True)
class Area:
    """The cells between two axes: `columns` times `rows` of them."""

    axes: Axes
    columns: int
    rows: int

    @property
    def across(self) -> float:
        """Columns for each unit of x."""
        return (self.columns - 1) / self.axes.most_x

    @property
    def upward(self) -> float:
        """Rows for each unit of y."""
        low, high = self.axes.y
        return (self.rows - 1) / (high - low)

    @property
    def ticks_up(self) -> tuple[Sequence[float], Sequence[str]]:
        """The ticks of y, each at the height of the row its place falls into; fewer of pain's where rows are few."""
        axes, fine = self.axes, (self.rows - 1) % 5 == 0 or self.upward >= EVEN
        if axes.y_ticks == PAIN and not fine:
            return [self._middle(y) for y in COARSE], [f"{y:g}" for y in COARSE]
        return [self._middle(y) for y in axes.y_ticks], axes.y_labels

    def _middle(self, y: float) -> float:
        """The y in the middle of the row in which it lies."""
        return self.axes.y[0] + self.row(y) / self.upward if self.upward > 0 else y

    def cells(self, points: Iterable[tuple[float, float]]) -> Counter[Cell]:
        """How many of the points fall into each cell; those that are no numbers or beyond the limits are left out."""
        across, upward, most, (low, high) = self.across, self.upward, self.axes.most_x, self.axes.y
        return Counter(
            [
                (int(x * across + 0.5), int((y - low) * upward + 0.5))
                for x, y in points
                if 0 <= x <= most and low <= y <= high
            ]
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is a number and within the limits."""
        low, high = self.axes.y
        return 0 <= x <= self.axes.most_x and low <= y <= high

    def column(self, x: float) -> int:
        """The column in which an x within the limits lies."""
        return int(x * self.across + 0.5)

    def row(self, y: float) -> int:
        """The row in which a y within the limits lies."""
        return int(self.height(y))

    def height(self, y: float) -> float:
        """How far up a y within the limits lies, in rows from the lower edge of the area."""
        return (y - self.axes.y[0]) * self.upward + 0.5

    def x(self, column: float) -> float:
        """The x at the middle of a column."""
        return column / self.across

    def clipped(self, y: float) -> float:
        """The y, or the limit that it is beyond."""
        return min(max(y, self.axes.y[0]), self.axes.y[1])


def area_of(width: int, height: int, axes: Axes) -> Area | None:
    """What is left for cells in so much room; None where it is too little for a plot, or the limits are none."""
    area = Area(axes, width - axes.labels, height - AXIS)
    sound = all(map(math.isfinite, (axes.most_x, *axes.y))) and axes.most_x > 0 and axes.y[0] < axes.y[1]
    roomy = width >= LEAST_WIDTH and height >= LEAST_HEIGHT and area.columns >= LEAST_COLUMNS
    return area if sound and roomy else None


def nice_step(span: float, most: int) -> float:
    """The smallest 1, 2 or 5 times a power of ten that divides `span` (over 0) into at most `most` parts.

    A span that is hardly there counts as `LEAST_SPAN`.
    """
    rough = max(span, LEAST_SPAN) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * (1 - 1e-9))


def axis_for(values: Iterable[float], colour: Ink) -> Axes:
    """Axes wide enough for the finite ones of `values`, ending on a round number."""
    most = max((value for value in values if math.isfinite(value) and value > 0), default=1.0)
    most = min(most, MOST)
    step = nice_step(most, 12)
    return Axes(max(math.ceil(most / step) * step, LEAST_SPAN), colour)


SPANS: tuple[int | None, ...] = (30, 120, None)
