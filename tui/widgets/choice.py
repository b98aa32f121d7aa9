"""Choice fields: a row of options, chosen with the arrow keys or by a letter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.text.clean import one_line

MOST_CHARACTERS = 24
"""Characters shown of an option; words that a person wrote can be longer."""

FEWEST_COLUMNS = 20


class ChoiceField(Widget, can_focus=True):
    """A row of options, one or none of them chosen. Brackets mark the chosen option, so colour is not needed.

    `index` is the chosen option, from 0. Each option has its own letter, while letters last, underlined when the row
    has the focus. `names` maps options to other words to show. Options can be added only when it is `open`.
    """

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("left", "move(-1)", "Left", show=False, id="choice.left", tooltip="Previous option"),
        Binding("right", "move(1)", "Right", show=False, id="choice.right", tooltip="Next option"),
        Binding("backspace,delete", "clear", "None", show=False, id="choice.clear", tooltip="Choose none"),
    ]

    DEFAULT_CSS = """
    ChoiceField { height: auto; width: auto; color: $text-muted; }
    ChoiceField:focus { color: $foreground; }
    """

    index: reactive[int | None] = reactive(None)

    @dataclass
    class Changed(Message):
        """The choice changed."""

        choice: "ChoiceField"

        @property
        def control(self) -> "ChoiceField":
            return self.choice

    def __init__(
        self,
        options: Sequence[str],
        index: int | None = None,
        *,
        names: Mapping[str, str] | None = None,
        open: bool = False,  # noqa: A002
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(map(str, options))
        self._names = names or {}
        self._open = open
        self._keys = dict(_letters(self._label(option) for option in self._options))
        self.set_reactive(ChoiceField.index, index)

    # The choice as text

    @property
    def text(self) -> str:
        """The chosen option; empty when there is none."""
        return "" if self.index is None else self._options[self.index]

    @text.setter
    def text(self, text: str) -> None:
        if text:
            self.add_options([text])
        self.index = self._options.index(text) if text in self._options else None

    def add_options(self, words: Sequence[str]) -> None:
        """Add options to an open field; the choice stays."""
        new = tuple(dict.fromkeys(word for word in words if word not in self._options)) if self._open else ()
        if new:
            self._options += new
            self._keys = dict(_letters(self._label(option) for option in self._options))
            self.refresh(layout=True)

    # Drawing

    def render(self) -> Content:
        lines: list[tuple[str, str]] = []
        for number, line in enumerate(self._lines(max(self.size.width, FEWEST_COLUMNS))):
            lines += [("\n", "")] if number else []
            lines += [part for index in line for part in self._cell(index)]
        return Content.assemble(*lines)

    def _cell(self, index: int) -> list[tuple[str, str]]:
        chosen, style = self._is_chosen(index), self._style(index)
        before, after = "[]" if chosen else "  "
        name = self._label(self._options[index])
        at = name.lower().find(self._letter(index)) if self.has_focus and self._letter(index) else -1
        if at < 0:
            return [(f"{before}{name}{after}", style)]
        marked = f"{style} underline".strip()
        return [(before + name[:at], style), (name[at], marked), (name[at + 1 :] + after, style)]

    def _is_chosen(self, index: int) -> bool:
        return index == self.index

    def _style(self, index: int) -> str:
        if index != self.index:
            return ""
        return "bold reverse" if self.has_focus else "bold"

    def _label(self, option: str) -> str:
        return self._names.get(option) or one_line(option, MOST_CHARACTERS).replace("-", " ")

    def _letter(self, index: int) -> str:
        return next((letter for letter, option in self._keys.items() if option == index), "")

    def _lines(self, width: int) -> list[list[int]]:
        """The indices of the options, in lines of at most `width` columns."""
        lines: list[list[int]] = [[]]
        remaining = width
        for index, option in enumerate(self._options):
            cells = Content(self._label(option)).cell_length + 2
            if cells > remaining and lines[-1]:
                lines.append([])
                remaining = width
            lines[-1].append(index)
            remaining -= cells
        return lines

    def get_content_width(self, *_: object) -> int:
        return sum(Content(self._label(option)).cell_length + 2 for option in self._options)

    def get_content_height(self, _container: object, _viewport: object, width: int) -> int:
        return len(self._lines(max(width, FEWEST_COLUMNS)))

    # Choosing

    def watch_index(self) -> None:
        self.post_message(self.Changed(self))

    def on_key(self, event: events.Key) -> None:
        """Choose the option with this letter."""
        index = self._keys.get(event.character or "")
        if index is not None:
            event.stop()
            self.choose(index)

    def choose(self, index: int) -> None:
        """Choose this option."""
        self.index = index

    def action_move(self, by: int) -> None:
        """Choose the next or previous option; from none, the first or the last."""
        start = self.index if self.index is not None else (-1 if by > 0 else len(self._options))
        self.index = min(len(self._options) - 1, max(0, start + by))

    def action_clear(self) -> None:
        """Choose none."""
        self.index = None


class MultiChoiceField(ChoiceField):
    """A row of options, any number of them chosen. `index` is the option that space adds or removes."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding(
            "space", "toggle_option", "Choose", show=False, id="several.toggle", tooltip="Choose or unchoose"
        ),
    ]

    def __init__(self, options: Sequence[str], **rest: Any) -> None:
        super().__init__(options, **rest)
        self._chosen: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The chosen options, separated by commas."""
        return ", ".join(option for option in self._options if option in self._chosen)

    @text.setter
    def text(self, text: str) -> None:
        self._choose(frozenset(part.strip() for part in text.split(",")).intersection(self._options))

    def _is_chosen(self, index: int) -> bool:
        return self._options[index] in self._chosen

    def _style(self, index: int) -> str:
        bold = "bold" if self._is_chosen(index) else ""
        return f"{bold} reverse".strip() if self.has_focus and index == self.index else bold

    def choose(self, index: int) -> None:
        """Add this option to the choice, or remove it."""
        self.index = index
        self.action_toggle_option()

    def action_toggle_option(self) -> None:
        """Add the option under the cursor to the choice, or remove it."""
        if self.index is None:
            self.index = 0
        self._choose(self._chosen.symmetric_difference({self._options[self.index]}))

    def action_clear(self) -> None:
        """Choose none."""
        self._choose(frozenset())

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
            self.post_message(self.Changed(self))


def _letters(names: Iterator[str]) -> Iterator[tuple[str, int]]:
    """For each name its first letter that no earlier name has taken, with the index of the name."""
    taken: set[str] = set()
    for index, name in enumerate(names):
        letter = next((char for char in name.lower() if char.isalpha() and char not in taken), "")
        if letter:
            taken.add(letter)
            yield letter, index
