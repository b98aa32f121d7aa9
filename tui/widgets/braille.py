"""A grid of dots drawn as braille: two dots across and four down in each cell. Pure, and quick enough to move."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

ACROSS, DOWN = 2, 4
BLANK = 0x2800

BITS = (
    (0x00, 0x01, 0x08, 0x09),
    (0x00, 0x02, 0x10, 0x12),
    (0x00, 0x04, 0x20, 0x24),
    (0x00, 0x40, 0x80, 0xC0),
)
"""For each of a cell's four lines of dots, what none, the left, the right and both of them add to its character."""

THINNEST = 1.0
"""A line of less than a dot has holes."""

Dot = tuple[float, float]


class Dots:
    """A canvas of `columns` × `rows` cells. A dot is (x, y) from the top left; what lies outside is left out.

    Each line of dots is one whole number with a bit for each dot, so that a run of dots costs one step.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._lines = [0] * (rows * DOWN)
        self._all = (1 << columns * ACROSS) - 1

    def line(self, points: Sequence[Dot], width: float) -> None:
        """Draw a line through the points, `width` dots thick, at least one, and round at its ends."""
        for a, b in pairwise(points):
            self._piece(a, b, max(width, THINNEST) / 2)

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
        """A row of cells, each as the bits of its braille character; 0 is an empty one."""
        a, b, c, d = self._lines[row * DOWN : (row + 1) * DOWN]
        if not a | b | c | d:
            return [0] * self.columns
        first, second, third, fourth = BITS
        shifts = range(0, self.columns * ACROSS, ACROSS)
        return [
            first[a >> n & 3] | second[b >> n & 3] | third[c >> n & 3] | fourth[d >> n & 3] for n in shifts
        ]

    def _piece(self, a: Dot, b: Dot, radius: float) -> None:
        """Fill everything within the radius of a straight piece."""
        top, bottom = min(a[1], b[1]) - radius, max(a[1], b[1]) + radius
        for y in range(max(0, math.ceil(top)), min(len(self._lines) - 1, math.floor(bottom)) + 1):
            edges = list(_edges(a, b, radius, y))
            # The outermost line may miss a round end by a rounding error, and then has no edges.
            first, last = max(0, math.ceil(min(edges, default=0))), math.floor(max(edges, default=-1))
            if last >= first:
                self._lines[y] |= ((1 << (last - first + 1)) - 1) << first & self._all


def _edges(a: Dot, b: Dot, radius: float, y: int) -> Iterator[float]:
    """Where line `y` may enter and leave a piece with round ends: the outermost are where it does."""
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
    """The character with these dots; an empty one is a blank, which every font has."""
    return chr(BLANK + bits) if bits else " "
