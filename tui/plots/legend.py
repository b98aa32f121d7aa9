"""What the marks of a picture mean: pieces in lines, and only of what is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.plots.axes import Ink, Rgb
from tui.plots.canvas import Canvas

APART = 2
"""Columns between two pieces."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark as it is drawn, with its colours, and what it means. Those that matter more are kept first."""

    mark: str
    words: str
    ink: Ink
    tint: Rgb | None = None
    matters: int = 0

    @property
    def width(self) -> int:
        """Columns that the piece takes."""
        return len(self.mark) + 1 + len(self.words)


Line = tuple[Piece, ...]


def lines_of(pieces: Sequence[Piece], width: int, most: int) -> tuple[Line, ...]:
    """The pieces in at most so many lines; those that matter least are dropped until they fit."""
    kept = [piece for piece in pieces if piece.width <= width]
    while len(_wrapped(kept, width)) > most:
        kept.remove(_least(kept, width, most))
    return tuple(map(tuple, _wrapped(kept, width)))


def _least(pieces: Sequence[Piece], width: int, most: int) -> Piece:
    """The piece to drop: the least that makes the others fit, or the least of all where no single one does."""
    by_worth = sorted(pieces, key=lambda piece: piece.matters)
    fits = (
        one
        for one in by_worth
        if len(_wrapped([other for other in pieces if other is not one], width)) <= most
    )
    return next(fits, by_worth[0])


def _wrapped(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    room = -1
    for piece in pieces:
        if room < APART + piece.width:
            lines.append([])
            room = width + APART
        lines[-1].append(piece)
        room -= APART + piece.width
    return lines


def write_pieces(canvas: Canvas, x: int, y: int, pieces: Sequence[Piece], ink: Ink) -> None:
    """Write a line of pieces from here on, their words in `ink`."""
    for piece in pieces:
        canvas.write(x, y, piece.mark, piece.ink, piece.tint)
        canvas.write(x + len(piece.mark) + 1, y, piece.words, ink)
        x += piece.width + APART


def width_of(pieces: Sequence[Piece]) -> int:
    """Columns that a line of pieces takes."""
    return sum(piece.width + APART for piece in pieces) - APART if pieces else 0
