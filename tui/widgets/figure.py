"""A stick figure in braille: the body of an exercise at this moment, with what works in the accent colour."""

from dataclasses import dataclass
from functools import lru_cache

from routines.figure.pose import CUSHION_RADIUS, HEAD_RADIUS, Figure, Stroke
from routines.figure.skeleton import Point, Seen
from tui.widgets.braille import ACROSS, DOWN, Dots, braille
from tui.widgets.drawing import Line

LEAST_WIDTH, LEAST_HEIGHT = 20, 6
"""Below this many columns and rows a body is a blot: nothing is shown."""

FLOOR = "⠉"
GRAIN = "⠐"
ABOVE = "seen from above"

USUAL_WIDTH, USUAL_HEIGHT = 44, 11
THINNEST = 0.6

BEHIND, BODY, WORKS = 1.2, 2.2, 4.2
"""Widths of lines in dots, at the usual size. What works is twice as thick: it is seen without colour, too."""

MARGIN = 1
"""Dots left free at the edges for the thickness of lines."""

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """How centimetres become dots: `scale` dots a centimetre, the origin at (x, y) in dots from the top left.

    `weight` is how thick lines are, by their usual width.
    """

    scale: float
    x: float
    y: float
    weight: float

    def dot(self, point: Point) -> Point:
        """Where a place of the body is in the picture."""
        return self.x + point[0] * self.scale, self.y - point[1] * self.scale


def frame(figure: Figure, columns: int, rows: int) -> Frame:
    """The largest picture that fits; it stands on the floor, or in the middle when seen from above."""
    box = figure.box
    width, height = columns * ACROSS - 1 - 2 * MARGIN, rows * DOWN - 1 - MARGIN
    scale = min(width / (box.right - box.left), height / (box.top - box.bottom))
    spare = (height - (box.top - box.bottom) * scale) / 2 if figure.seen is Seen.ABOVE else 0.0
    middle = (box.left + box.right) / 2 * scale
    weight = max(THINNEST, min(columns / USUAL_WIDTH, (rows + 1) / USUAL_HEIGHT))
    return Frame(scale, MARGIN + width / 2 - middle, rows * DOWN - 1 - spare + box.bottom * scale, weight)


def picture(figure: Figure, columns: int, rows: int) -> list[list[Cell]]:
    """Each cell as (character, what it belongs to: works, body, behind, floor or nothing)."""
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
    if figure.seen is Seen.ABOVE:
        grid = [[_strewn(cell, n, row) for n, cell in enumerate(line)] for row, line in enumerate(grid)]
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
    """A row of cells; one with dots of several layers belongs to what works before the body before what is behind."""
    cells = zip(*(layers[name].row(row) for name in ("works", "body", "behind")), strict=True)
    return [
        (braille(works | body | behind), "works" if works else "body" if body else "behind" if behind else "")
        for works, body, behind in cells
    ]


def _strewn(cell: Cell, column: int, row: int) -> Cell:
    """An empty cell with a grain of the floor here and there: somebody lies on it."""
    grain = not cell[1] and not (column + row % 2 * 2) % 4
    return (GRAIN, "floor") if grain else cell


def _ground(seen: Seen, columns: int) -> list[Cell]:
    """The last row: the floor, or the words that there is none to be seen."""
    text = FLOOR * columns if seen is Seen.SIDE else ABOVE.center(columns)
    return [(character, "floor") for character in text]


def pieces(cells: list[Cell]) -> Line:
    """A row of cells in as few pieces as it takes: a blank looks alike in every colour, and goes with its neighbour."""
    found: list[Cell] = []
    for text, owner in cells:
        last, last_owner = found[-1] if found else ("", owner)
        if not owner or not last_owner or owner == last_owner:
            found[-1:] = [(last + text, last_owner or owner)]
        else:
            found.append((text, owner))
    return tuple((text, owner or "floor") for text, owner in found)


@lru_cache(maxsize=2)
def drawn(figure: Figure | None, columns: int, rows: int) -> tuple[Line, ...]:
    """The figure as large as it fits, line by line; blank without one, or where the place is too small."""
    if figure is None or columns < LEAST_WIDTH or rows < LEAST_HEIGHT:
        return ((((" " * columns), "floor"),),) * rows
    return tuple(map(pieces, picture(figure, columns, rows)))
