"""A widget drawn line by line that repaints only what changed."""

from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""A text and the name of the part it belongs to, which decides its style."""

Line = tuple[Piece, ...]


def end_of_changes(old: Line, new: Line) -> int:
    """How many cells of the new line to repaint, from its beginning to its last change. Both have the same width.

    Textual always writes a line from its beginning, so the start of the changes does not matter.
    """
    width = sum(cell_len(text) for text, _ in new)
    for before, after in zip(reversed(old), reversed(new), strict=False):
        if before != after:
            break
        width -= cell_len(after[0])
    return width


class Drawing(Widget):
    """Base of widgets that change often in a session; Textual would lay its own widgets out again each time.

    Subclasses give `draw`, the lines, and `style`, the looks of a part, and call `redraw` when their content changes.
    """

    ALLOW_SELECT = False

    _lines: tuple[Line, ...] = ()
    _fitted: Size | None = None
    """The size that the lines were drawn for."""

    def draw(self, columns: int, rows: int) -> tuple[Line, ...]:
        """At most `rows` lines, each `columns` cells wide."""
        raise NotImplementedError

    def style(self, part: str) -> Style:
        """The style of a part."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw the lines again and repaint those that changed."""
        before = self._lines
        self._make()
        changed = [
            Region(0, y, end_of_changes(old, new) if old else self.size.width, 1)
            for y, (old, new) in enumerate(zip_longest(before, self._lines, fillvalue=()))
            if old != new
        ]
        if changed:  # without a region, `refresh` would repaint everything
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        if self._fitted != self.size:
            self._make()
        line = self._lines[y] if y < len(self._lines) else ()
        return Strip([Segment(text, self.style(part)) for text, part in line])

    def _make(self) -> None:
        self._fitted = self.size
        self._lines = self.draw(*self.size)
