"""The list of settings in groups, each with its value."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

LABEL = 30
"""Columns for the name of a setting."""


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A line of the list: the setting `name`, its group, its label and its value."""

    name: str
    group: str
    label: str
    value: str


class SettingsList(OptionList):
    """Lists the settings. Left and right change a value; space and enter change it or open an editor."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("left", "move(-1)", "Less", show=False, id="settings.less", tooltip="Less, or previous"),
        Binding("right", "move(1)", "More", show=False, id="settings.more", tooltip="More, or next"),
        Binding("space", "select", "Change", id="settings.change", tooltip="Change this setting"),
    ]

    @dataclass
    class Moved(Message):
        """An arrow key was pressed on the setting; `by` is 1 or -1."""

        name: str
        by: int

    @dataclass
    class Opened(Message):
        """The person wants to change a setting."""

        name: str

    @dataclass
    class Reached(Message):
        """Another setting was highlighted."""

        name: str

    def __init__(self, lines: Sequence[SettingLine]) -> None:
        self._setting_lines = tuple(lines)
        super().__init__(*self._rows(), markup=False)

    def _rows(self) -> list[Option]:
        options: list[Option] = []
        group = ""
        for line in self._setting_lines:
            if line.group != group:
                group = line.group
                options.append(Option(Content.styled(group, "bold"), disabled=True))
            options.append(Option(_row_text(line), id=line.name))
        return options

    @property
    def highlighted_name(self) -> str:
        """The name of the highlighted setting; empty when there is none."""
        option = self.highlighted_option
        return "" if option is None else option.id or ""

    def show(self, lines: Sequence[SettingLine]) -> None:
        """Show these values; `lines` are the same settings in the same order."""
        for old, line in zip(self._setting_lines, lines, strict=True):
            if old != line:
                self.replace_option_prompt(line.name, _row_text(line))
        self._setting_lines = tuple(lines)

    def on_resize(self) -> None:
        """Keep the highlighted setting in view."""
        self.scroll_to_highlight()

    def action_move(self, by: int) -> None:
        """Ask for more or less of the highlighted setting."""
        if self.highlighted_name:
            self.post_message(self.Moved(self.highlighted_name, by))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Opened(event.option_id or ""))

    @on(OptionList.OptionHighlighted)
    def _reach(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Reached(event.option_id or ""))


def _row_text(line: SettingLine) -> Content:
    return Content.assemble(f"  {line.label:<{LABEL}}", (line.value, "bold"))
