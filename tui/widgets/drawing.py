"""A widget that is drawn line by line, and of which only the lines that change are painted anew."""

from itertools import zip_longest

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

Piece = tuple[str, str]
"""A text, and the component class that gives it its colour."""

Line = tuple[Piece, ...]


class Drawing(Widget):
    """What changes often in a session is drawn so: Textual's own text is divided and wrapped each time.

    `draw` makes the lines; `redraw` is called when something else is to be shown.
    """

    ALLOW_SELECT = False

    _lines: tuple[Line, ...] = ()
    _fitted: Size | None = None
    """The size for which the lines were made."""

    def draw(self, columns: int, rows: int) -> tuple[Line, ...]:
        """The lines for this much room, at most so many and none wider."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Make the lines anew, and have those painted that have changed."""
        before = self._lines
        self._make()
        changed = [y for y, (old, new) in enumerate(zip_longest(before, self._lines)) if old != new]
        if changed:  # without a line it would be all of them
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        if self._fitted != self.size:
            self._make()
        line = self._lines[y] if y < len(self._lines) else ()
        return Strip([Segment(text, self.get_component_rich_style(part)) for text, part in line])

    def _make(self) -> None:
        self._fitted = self.size
        self._lines = self.draw(*self.size)
