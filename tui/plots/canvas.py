"""A grid of cells to draw on: in each a mark, its colour and a tint behind it; in the end they are a text."""

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rich.color import Color
from rich.style import Style
from rich.text import Span, Text

from tui.plots.axes import Area, Ink, Rgb

BLANK, BRAILLE = " ", 0x2800
ACROSS, DOWN = 2, 4
"""Braille has so many dots in a cell."""

DOTS = ((0x40, 0x80), (0x04, 0x20), (0x02, 0x10), (0x01, 0x08))
"""What each dot adds to the character: from the lowest line up, the left and the right one."""

Look = tuple[Ink, Rgb | None]
"""The colour of a mark and the tint behind it."""

Point = tuple[float, float]


class Canvas:
    """Cells of `width` × `height`, rows from the top. What is put outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(width, 0), max(height, 0)
        self.marks = [[BLANK] * self.width for _ in range(self.height)]
        self.inks: list[list[Ink]] = [[None] * self.width for _ in range(self.height)]
        self.tints: list[list[Rgb | None]] = [[None] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, mark: str, ink: Ink) -> None:
        """One mark in one cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.marks[y][x], self.inks[y][x] = mark, ink

    def write(self, x: int, y: int, text: str, ink: Ink, tint: Rgb | None = None) -> None:
        """A mark a cell, from here to the right."""
        for at, mark in enumerate(text, x):
            self.put(at, y, mark, ink)
            if tint is not None:
                self.tint(at, y, tint)

    def tint(self, x: int, y: int, tint: Rgb) -> None:
        """Colour what is behind a cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.tints[y][x] = tint

    def fill(self, y: int, line: str, ink: Ink) -> None:
        """Put a line over a whole row."""
        self.marks[y] = list(line[: self.width].ljust(self.width))
        self.inks[y] = [ink] * self.width

    def text(self) -> Text:
        """All of it, `height` lines of `width` cells."""
        lines: list[str] = []
        spans: list[Span] = []
        at = 0
        for row in zip(self.marks, self.inks, self.tints, strict=True):
            lines.append("".join(row[0]))
            spans += _spans(list(zip(row[1], row[2], strict=True)), at)
            at += self.width + 1
        return Text("\n".join(lines), no_wrap=True, spans=spans, end="")


def _spans(looks: list[Look], at: int) -> Iterator[Span]:
    """The runs of a row that look alike."""
    edges = [0, *(n for n, (one, next_one) in enumerate(pairwise(looks), 1) if one != next_one), len(looks)]
    for start, end in pairwise(edges):
        if start < end and looks[start] != (None, None):
            yield Span(at + start, at + end, _style(looks[start]))


@lru_cache(256)
def _style(look: Look) -> Style:
    ink, tint = map(_colour, look)
    return Style(color=ink, bgcolor=tint)


def _colour(ink: Ink) -> Color | None:
    if ink is None:
        return None
    return Color.from_ansi(ink) if isinstance(ink, int) else Color.from_rgb(*ink)


# Lines in braille


def stroke(area: Area, runs: Iterable[list[Point]], thick: int = 1) -> dict[tuple[int, int], int]:
    """The cells of an area (column, row from the bottom) that lines go through, each with its braille dots.

    A run is a line through points (x, y) in the order of x, of one point for each half column at most; `thick` is its
    height in dots.
    """
    found: dict[tuple[int, int], int] = {}
    for run in runs:
        places = [_dot(area, point) for point in run]
        for (x, y), (next_x, next_y) in pairwise(places):
            for step in range(max(next_x - x, 1)):
                share = (step / (next_x - x), (step + 1) / (next_x - x)) if next_x > x else (0.0, 1.0)
                ends = sorted(round(y + (next_y - y) * part) for part in share)
                _column(found, area, x + step, ends[0], max(ends[1] - 1, ends[0]) + thick - 1)
        if places:
            _column(found, area, *places[-1], places[-1][1] + thick - 1)
    return found


def _dot(area: Area, point: Point) -> tuple[int, int]:
    across = point[0] * area.across + 0.5
    return math.floor(across * ACROSS), math.floor(area.height(point[1]) * DOWN)


def _column(found: dict[tuple[int, int], int], area: Area, x: int, low: int, high: int) -> None:
    """Dots one over another."""
    most = area.rows * DOWN - 1
    for y in range(min(low, most), min(high, most) + 1):
        cell = x // ACROSS, y // DOWN
        found[cell] = found.get(cell, 0) | DOTS[y % DOWN][x % ACROSS]


def braille(bits: int) -> str:
    """The character with these dots."""
    return chr(BRAILLE + bits)
