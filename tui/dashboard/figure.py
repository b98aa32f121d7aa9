"""A stick figure in braille: the pose of this moment, with the working parts in the accent colour."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from routines.figure.pose import CUSHION_RADIUS, HEAD_RADIUS, Figure, Stroke
from routines.figure.skeleton import Point, VisiblePart
from tui.widgets.drawing import Line

ACROSS, DOWN = 2, 4
BLANK = 0x2800

BITS = (
    (0x00, 0x01, 0x08, 0x09),
    (0x00, 0x02, 0x10, 0x12),
    (0x00, 0x04, 0x20, 0x24),
    (0x00, 0x40, 0x80, 0xC0),
)
"""For each of a cell's four rows of dots: the bits for no dot, the left, the right, and both."""

LEAST_DOTS = 1.0
"""A line thinner than one dot has holes."""

Dot = tuple[float, float]


class Dots:
    """A canvas of `columns` × `rows` cells. A dot is (x, y) from the top left; what lies outside is not drawn.

    Each line of dots is one whole number with a bit for each dot, so that a run of dots costs one step.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._lines = [0] * (rows * DOWN)
        self._all = (1 << columns * ACROSS) - 1

    def line(self, points: Sequence[Dot], width: float) -> None:
        """Draw a line through the points, `width` dots thick, at least one, with round ends."""
        for a, b in pairwise(points):
            self._piece(a, b, max(width, LEAST_DOTS) / 2)

    def disc(self, centre: Dot, radius: float) -> None:
        """Fill a disc; its radius is in dots."""
        self._piece(centre, centre, radius)

    def ring(self, centre: Dot, radius: float, width: float) -> None:
        """Draw a circle."""
        corners = max(12, math.ceil(radius * 4))
        angles = [2 * math.pi * n / corners for n in range(corners + 1)]
        self.line(
            [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles], width
        )

    def row(self, row: int) -> list[int]:
        """A row of cells, each as the bits of its braille character; 0 is an empty cell."""
        a, b, c, d = self._lines[row * DOWN : (row + 1) * DOWN]
        if not a | b | c | d:
            return [0] * self.columns
        first, second, third, fourth = BITS
        shifts = range(0, self.columns * ACROSS, ACROSS)
        return [
            first[a >> n & 3] | second[b >> n & 3] | third[c >> n & 3] | fourth[d >> n & 3] for n in shifts
        ]

    def _piece(self, a: Dot, b: Dot, radius: float) -> None:
        """Fill everything within `radius` of a straight segment."""
        top, bottom = min(a[1], b[1]) - radius, max(a[1], b[1]) + radius
        for y in range(max(0, math.ceil(top)), min(len(self._lines) - 1, math.floor(bottom)) + 1):
            edges = list(_edges(a, b, radius, y))
            # The outermost line may miss a round end by a rounding error, and then has no edges.
            first, last = max(0, math.ceil(min(edges, default=0))), math.floor(max(edges, default=-1))
            if last >= first:
                self._lines[y] |= ((1 << (last - first + 1)) - 1) << first & self._all


def _edges(a: Dot, b: Dot, radius: float, y: int) -> Iterator[float]:
    """Where row `y` may cross the edge of a segment with round ends; the outermost two are the edges."""
    for end in (a, b):
        if (square := radius * radius - (y - end[1]) ** 2) >= 0:
            half = math.sqrt(square)
            yield end[0] - half
            yield end[0] + half
    rise, run = b[1] - a[1], b[0] - a[0]
    if not rise:
        return
    length = math.hypot(rise, run)
    for sign in (-radius, radius):
        along = (y - a[1] - sign * run / length) / rise
        if 0 <= along <= 1:
            yield a[0] - sign * rise / length + along * run


def braille(bits: int) -> str:
    """The character with these dots; a space for none, which every font has."""
    return chr(BLANK + bits) if bits else " "


LEAST_WIDTH, LEAST_HEIGHT = 20, 6
"""Columns and rows below which no figure is shown: it would be a blot."""

FLOOR = "⠉"
GRAIN = "⠐"
ABOVE = "seen from above"

USUAL_WIDTH, USUAL_HEIGHT = 44, 11
THINNEST = 0.6

BEHIND, BODY, WORKS = 1.2, 2.2, 4.2
"""Widths of lines in dots at the usual size. Working parts are thicker, so that they stand out without colour."""

MARGIN = 1
"""Free dots at the edges, for the thickness of lines."""

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """How centimetres become dots: `scale` dots a centimetre, the origin at (x, y) in dots from the top left.

    `weight` scales the usual widths of lines.
    """

    scale: float
    x: float
    y: float
    weight: float

    def dot(self, point: Point) -> Point:
        """The dot of a point of the body."""
        return self.x + point[0] * self.scale, self.y - point[1] * self.scale


def frame(figure: Figure, columns: int, rows: int) -> Frame:
    """The largest frame that fits: on the floor, or centred when seen from above."""
    box = figure.box
    width, height = columns * ACROSS - 1 - 2 * MARGIN, rows * DOWN - 1 - MARGIN
    scale = min(width / (box.right - box.left), height / (box.top - box.bottom))
    spare = (height - (box.top - box.bottom) * scale) / 2 if figure.seen is VisiblePart.ABOVE else 0.0
    middle = (box.left + box.right) / 2 * scale
    weight = max(THINNEST, min(columns / USUAL_WIDTH, (rows + 1) / USUAL_HEIGHT))
    return Frame(scale, MARGIN + width / 2 - middle, rows * DOWN - 1 - spare + box.bottom * scale, weight)


def figure_cells(figure: Figure, columns: int, rows: int) -> list[list[Cell]]:
    """Each cell as (character, part): works, body, behind, floor, or an empty part."""
    layers = {name: Dots(columns, rows - 1) for name in ("works", "body", "behind")}
    fitted = frame(figure, columns, rows - 1)
    for stroke in figure.strokes:
        _draw(layers, fitted, stroke)
    _draw_head(layers["body"], fitted, figure)
    if figure.cushion is not None:
        layers["behind"].ring(
            fitted.dot(figure.cushion), CUSHION_RADIUS * fitted.scale, BEHIND * fitted.weight
        )
    grid = [_row(layers, row) for row in range(rows - 1)]
    if figure.seen is VisiblePart.ABOVE:
        grid = [[_with_grain(cell, n, row) for n, cell in enumerate(line)] for row, line in enumerate(grid)]
    return [*grid, _ground(figure.seen, columns)]


def _draw(layers: dict[str, Dots], fitted: Frame, stroke: Stroke) -> None:
    points = [fitted.dot(point) for point in stroke.points]
    if stroke.works:
        layers["works"].line(points, WORKS * fitted.weight)
    elif stroke.behind:
        layers["behind"].line(points, BEHIND * fitted.weight)
    else:
        layers["body"].line(points, BODY * fitted.weight)


def _draw_head(layer: Dots, fitted: Frame, figure: Figure) -> None:
    layer.disc(fitted.dot(figure.head), HEAD_RADIUS * fitted.scale)
    if figure.nose is not None:
        layer.line([fitted.dot(figure.head), fitted.dot(figure.nose)], BODY * fitted.weight)


def _row(layers: dict[str, Dots], row: int) -> list[Cell]:
    """A row of cells. A cell with several layers belongs to `works`, else to `body`, else to `behind`."""
    cells = zip(*(layers[name].row(row) for name in ("works", "body", "behind")), strict=True)
    return [
        (braille(works | body | behind), "works" if works else "body" if body else "behind" if behind else "")
        for works, body, behind in cells
    ]


def _with_grain(cell: Cell, column: int, row: int) -> Cell:
    """The cell, or a grain of the floor in some empty ones, when seen from above."""
    grain = not cell[1] and not (column + row % 2 * 2) % 4
    return (GRAIN, "floor") if grain else cell


def _ground(seen: VisiblePart, columns: int) -> list[Cell]:
    """The last row: the floor, or the words "seen from above"."""
    text = FLOOR * columns if seen is VisiblePart.SIDE else ABOVE.center(columns)
    return [(character, "floor") for character in text]


def join_cells(cells: list[Cell]) -> Line:
    """Join the cells of a row into as few pieces as possible; a blank goes with its neighbour."""
    joined: list[Cell] = []
    for text, owner in cells:
        last, last_owner = joined[-1] if joined else ("", owner)
        if not owner or not last_owner or owner == last_owner:
            joined[-1:] = [(last + text, last_owner or owner)]
        else:
            joined.append((text, owner))
    return tuple((text, owner or "floor") for text, owner in joined)


@lru_cache(maxsize=2)
def figure_lines(figure: Figure | None, columns: int, rows: int) -> tuple[Line, ...]:
    """The lines of the figure, as large as fits; blank without one, or where it would be too small."""
    if figure is None or columns < LEAST_WIDTH or rows < LEAST_HEIGHT:
        return ((((" " * columns), "floor"),),) * rows
    return tuple(map(join_cells, figure_cells(figure, columns, rows)))
