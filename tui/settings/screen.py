"""The settings screen: every setting with its value; each change is saved at once."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Static

from tui.settings.checklist import ChecklistScreen
from tui.settings.labels import LABELS, describe_meaning, describe_value, list_options, next_value
from tui.settings.list import SettingLine, SettingsList
from tui.settings.preference_editor import PreferenceEditor
from tui.settings.preferences import Preferences
from tui.settings.settings import SETTING_TYPES, change_setting, find_setting_type
from tui.settings.value_types import ChoiceSetting, NamesSetting, SettingsError, SwitchSetting
from tui.text.clean import one_line
from tui.widgets.text_fields import NoteInput

MOST_FAULTS = 3

HINT = "← →: change · enter: change or open · esc: back"
EDITING = "enter: save · esc: cancel"


class SettingsScreen(ModalScreen[None]):
    """Shows the settings. Changes go through the editor, which saves them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="settings.back", tooltip="Back; everything is saved"),
        Binding("comma,q", "leave_list", "Back", show=False, id="settings.leave", tooltip="Back"),
    ]

    def __init__(self, preferences: Preferences, editor: PreferenceEditor) -> None:
        super().__init__()
        self._preferences = preferences
        self._editor = editor
        self._editing = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="card") as card:
            card.border_title = Content("Settings")
            card.border_subtitle = Content(HINT)
            yield SettingsList(self._lines())
            yield Static(id="meaning", markup=False)
            with Horizontal(id="typed"):
                yield Label(id="typed-label", markup=False)
                yield NoteInput(id="value", compact=True)
            yield Static(id="fault", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self._stop_editing()
        self.query_one(SettingsList).action_first()
        self._show()

    def _lines(self) -> list[SettingLine]:
        settings, library = self._preferences.settings, self._preferences.library
        return [
            SettingLine(name, label.group, label.label, describe_value(name, settings, library))
            for name, label in LABELS.items()
        ]

    def _show(self, fault: str = "") -> None:
        """Show the current values, and `fault` or else the faults of the file."""
        self.query_one(SettingsList).show(self._lines())
        lines = [fault] if fault else list(self._faults())
        fault_text = self.query_one("#fault", Static)
        fault_text.display = bool(lines)
        fault_text.update(Content("\n".join(one_line(line, 300) for line in lines)))

    def _faults(self) -> Iterator[str]:
        """The faults of the file, without the path of its folder."""
        faults = self._preferences.faults
        yield from (fault.removeprefix(f"{self._preferences.folder}/") for fault in faults[:MOST_FAULTS])
        if len(faults) > MOST_FAULTS:
            yield f"and {len(faults) - MOST_FAULTS} more: tolerable set"

    @on(SettingsList.Reached)
    def _show_meaning(self, message: SettingsList.Reached) -> None:
        self.query_one("#meaning", Static).update(Content(self._meaning(message.name)))

    def _meaning(self, name: str) -> str:
        return describe_meaning(name, self._preferences.settings.keys)

    # Changing

    @on(SettingsList.Moved)
    async def _move(self, message: SettingsList.Moved) -> None:
        value = next_value(message.name, self._preferences.settings, message.by, self._preferences.library)
        if value is not None or message.name == "tolerance":
            await self._change(message.name, value)

    @on(SettingsList.Opened)
    async def _open(self, message: SettingsList.Opened) -> None:
        name = message.name
        match SETTING_TYPES[name]:
            case NamesSetting():
                self._open_checklist(name)
            case SwitchSetting() | ChoiceSetting():
                await self._move(SettingsList.Moved(name, 1))
            case _ if name == "routine":
                await self._move(SettingsList.Moved(name, 1))
            case _:
                self._edit(name)

    async def _change(self, name: str, value: object) -> None:
        await self._editor.change(name, value)
        if name == "theme":
            self.app.theme = self._preferences.settings.theme
        self._show()

    # Lists

    @work
    async def _open_checklist(self, name: str) -> None:
        checked = getattr(self._preferences.settings, name)
        names = list_options(name, self._preferences.library)
        toggle = partial(self._editor.toggle, name)
        await self.app.push_screen_wait(
            ChecklistScreen(LABELS[name].label, self._meaning(name), names, checked, toggle)
        )
        self._show()

    # Texts, numbers and times

    def _edit(self, name: str) -> None:
        self._editing = name
        field = self.query_one("#value", NoteInput)
        field.value = SETTING_TYPES[name].to_text(getattr(self._preferences.settings, name))
        self.query_one("#typed-label", Label).update(LABELS[name].label)
        self.query_one("#typed").display = True
        self.query_one("#card").border_subtitle = Content(EDITING)
        field.focus()

    @on(Input.Submitted)
    async def _save(self, message: Input.Submitted) -> None:
        message.stop()
        name = self._editing
        try:
            value = find_setting_type(name).parse(name, message.value)
            change_setting(self._preferences.settings, name, value)
        except SettingsError as error:
            self._show(str(error))
        else:
            self._stop_editing()
            await self._change(name, value)

    def _stop_editing(self) -> None:
        self._editing = ""
        self.query_one("#typed").display = False
        self.query_one("#card").border_subtitle = Content(HINT)
        self.query_one(SettingsList).focus()

    def action_leave(self) -> None:
        """Cancel editing, or close the screen."""
        if self._editing:
            self._stop_editing()
            self._show()
        else:
            self.dismiss()

    def action_leave_list(self) -> None:
        """Close the screen. While a text is edited, these keys are letters."""
        self.dismiss()
