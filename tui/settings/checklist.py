"""A checklist of exercises or movements to exclude."""

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui.text.clean import one_line


class ChecklistScreen(ModalScreen[None]):
    """Checks and unchecks options; each change is saved at once.

    `names` are the names to show, by id. Checked ids without a name are options below them, so that they can be
    unchecked. `toggle` saves a change and returns the ids that are checked then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "toggle_option", "Check", id="checklist.toggle", tooltip="Check or uncheck"),
        Binding("escape,q", "dismiss", "Back", id="checklist.back", tooltip="Back to the settings"),
    ]

    def __init__(
        self,
        title: str,
        meaning: str,
        names: Mapping[str, str],
        checked: tuple[str, ...],
        toggle: Callable[[str], Awaitable[tuple[str, ...]]],
    ) -> None:
        super().__init__()
        self._title = title
        self._meaning = meaning
        self._names = {**names, **{option: option for option in checked if option not in names}}
        self._checked = checked
        self._toggle = toggle

    def compose(self) -> ComposeResult:
        with Vertical(id="card") as card:
            card.border_title = Content(self._title)
            yield OptionList(*(Option(self._row(name)) for name in self._names), markup=False)
            yield Static(Content(self._meaning), id="meaning")
        yield Footer(show_command_palette=False)

    def _row(self, name: str) -> Content:
        mark = "x" if name in self._checked else " "
        return Content(f"[{mark}] {one_line(self._names[name], 60)}")

    async def action_toggle_option(self) -> None:
        """Check or uncheck the highlighted option."""
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        self._checked = await self._toggle(list(self._names)[options.highlighted])
        for index, name in enumerate(self._names):
            options.replace_option_prompt_at_index(index, self._row(name))

    @on(OptionList.OptionSelected)
    async def _select(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_toggle_option()
