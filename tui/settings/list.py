"""The settings in groups, a line each, with the value they have."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

LABEL = 30
"""Columns of a setting's name."""


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting: its name in the file, its group, and what is said of it."""

    name: str
    group: str
    label: str
    value: str


class SettingsList(OptionList):
    """The arrows up and down go through it; left and right change, space and enter too, or open what has more to say."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding(
            "left", "move(-1)", "Less", show=False, id="settings.less", tooltip="Less, or the one before"
        ),
        Binding("right", "move(1)", "More", show=False, id="settings.more", tooltip="More, or the next one"),
        Binding("space", "select", "Change", id="settings.change", tooltip="Change it"),
    ]

    @dataclass
    class Moved(Message):
        """An arrow key was pressed on a setting."""

        name: str
        by: int

    @dataclass
    class Opened(Message):
        """A setting is to be changed."""

        name: str

    @dataclass
    class Reached(Message):
        """Another setting is highlighted."""

        name: str

    def __init__(self, lines: Sequence[SettingLine]) -> None:
        self._shown = tuple(lines)
        super().__init__(*self._rows(), markup=False)

    def _rows(self) -> list[Option]:
        options: list[Option] = []
        group = ""
        for line in self._shown:
            if line.group != group:
                group = line.group
                options.append(Option(Content.styled(group, "bold"), disabled=True))
            options.append(Option(_told(line), id=line.name))
        return options

    @property
    def highlighted_name(self) -> str:
        """The setting that is highlighted; empty where none is."""
        option = self.highlighted_option
        return "" if option is None else option.id or ""

    def show(self, lines: Sequence[SettingLine]) -> None:
        """Show the values as they are now."""
        for before, line in zip(self._shown, lines, strict=True):
            if before != line:
                self.replace_option_prompt(line.name, _told(line))
        self._shown = tuple(lines)

    def on_resize(self) -> None:
        """Where there is less room, what is highlighted stays to be seen."""
        self.scroll_to_highlight()

    def action_move(self, by: int) -> None:
        """More or less of what is highlighted."""
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


def _told(line: SettingLine) -> Content:
    return Content.assemble(f"  {line.label:<{LABEL}}", (line.value, "bold"))
