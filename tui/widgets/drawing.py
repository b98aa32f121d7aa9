"""A widget that is drawn line by line, and of which only what changes is painted anew."""

from itertools import takewhile, zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""A text, and the part of the drawing that it belongs to: that gives it its looks."""

Line = tuple[Piece, ...]


def unlike(old: Line, new: Line) -> tuple[int, int]:
    """Where the new line differs from the old one: the first cell, and the one after the last."""
    same = [text for (text, _), _ in takewhile(_alike, zip(new, old, strict=False))]
    rest, before = new[len(same) :], old[len(same) :]
    after = [text for (text, _), _ in takewhile(_alike, zip(reversed(rest), reversed(before), strict=False))]
    return cell_len("".join(same)), cell_len("".join(text for text, _ in new)) - cell_len("".join(after))


def _alike(pair: tuple[Piece, Piece]) -> bool:
    return pair[0] == pair[1]


class Drawing(Widget):
    """What changes often in a session is drawn so: Textual's own widgets are laid out and looked through each time.

    `draw` makes the lines, `style` says how a part looks; `redraw` is called when something else is to be shown.
    """

    ALLOW_SELECT = False

    _lines: tuple[Line, ...] = ()
    _fitted: Size | None = None
    """The size for which the lines were made."""

    def draw(self, columns: int, rows: int) -> tuple[Line, ...]:
        """The lines for this much room: so many at most, and all of them that wide."""
        raise NotImplementedError

    def style(self, part: str) -> Style:
        """The looks of a part."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Make the lines anew, and have those painted that have changed."""
        before = self._lines
        self._make()
        changed = [
            Region(first, y, past - first, 1)
            for y, (old, new) in enumerate(zip_longest(before, self._lines, fillvalue=()))
            if old != new
            for first, past in [unlike(old, new) if len(before) == len(self._lines) else (0, self.size.width)]
        ]
        if changed:  # without a region it would be all of them
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        if self._fitted != self.size:
            self._make()
        line = self._lines[y] if y < len(self._lines) else ()
        return Strip([Segment(text, self.style(part)) for text, part in line])

    def _make(self) -> None:
        self._fitted = self.size
        self._lines = self.draw(*self.size)
