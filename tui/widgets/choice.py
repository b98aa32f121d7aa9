"""One of a few words in a row, chosen with the arrow keys."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """A row of options of which one, or none yet, is chosen; the chosen one is bracketed, not only coloured.

    `index` counts the options from 0.
    """

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("left", "move(-1)", "Left", show=False, id="choice.left", tooltip="The option before"),
        Binding("right", "move(1)", "Right", show=False, id="choice.right", tooltip="The next option"),
    ]

    DEFAULT_CSS = """
    Choice { height: 1; width: auto; color: $text-muted; }
    Choice:focus { color: $foreground; }
    """

    index: reactive[int | None] = reactive(None)

    def __init__(self, options: Sequence[str], index: int | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options = tuple(options)
        self.set_reactive(Choice.index, index)

    def render(self) -> Content:
        return Content.assemble(*(self._cell(index, option) for index, option in enumerate(self._options)))

    def _cell(self, index: int, option: str) -> tuple[str, str]:
        if index != self.index:
            return f" {option} ", ""
        return f"[{option}]", "bold reverse" if self.has_focus else "bold"

    def get_content_width(self, *_: object) -> int:
        return sum(len(option) + 2 for option in self._options)

    def action_move(self, by: int) -> None:
        """Choose the neighbour; from none, the first or the last."""
        start = self.index if self.index is not None else (-1 if by > 0 else len(self._options))
        self.index = min(len(self._options) - 1, max(0, start + by))
