"""A widget that is drawn line by line, and of which only what changes is painted anew."""

from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""A text, and the part of the drawing that it belongs to: that gives it its looks."""

Line = tuple[Piece, ...]


def end_of_changes(old: Line, new: Line) -> int:
    """The cell after the last one in which the new line may differ from the old one, as wide as it.

    What stands before the changes is not left out: Textual writes a line from its beginning.
    """
    width = sum(cell_len(text) for text, _ in new)
    for before, after in zip(reversed(old), reversed(new), strict=False):
        if before != after:
            break
        width -= cell_len(after[0])
    return width


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
            Region(0, y, end_of_changes(old, new) if old else self.size.width, 1)
            for y, (old, new) in enumerate(zip_longest(before, self._lines, fillvalue=()))
            if old != new
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
