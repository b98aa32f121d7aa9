"""A list to tick: what is left out of sessions, by plain names."""

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
    """Ticks parts of a list, each saved at once: `toggle` puts one in or out and answers with what is in then.

    `names` are what there is, by plain names; what is `ticked` and unknown stands below, to be taken out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "toggle_option", "Tick", id="checklist.toggle", tooltip="Tick it, or no longer"),
        Binding("escape,q", "dismiss", "Back", id="checklist.back", tooltip="Back to the settings"),
    ]

    def __init__(
        self,
        title: str,
        meaning: str,
        names: Mapping[str, str],
        ticked: tuple[str, ...],
        toggle: Callable[[str], Awaitable[tuple[str, ...]]],
    ) -> None:
        super().__init__()
        self._title = title
        self._meaning = meaning
        self._names = {**names, **{part: part for part in ticked if part not in names}}
        self._ticked = ticked
        self._toggle = toggle

    def compose(self) -> ComposeResult:
        with Vertical(id="card") as card:
            card.border_title = Content(self._title)
            yield OptionList(*(Option(self._row(part)) for part in self._names), markup=False)
            yield Static(Content(self._meaning), id="meaning")
        yield Footer(show_command_palette=False)

    def _row(self, part: str) -> Content:
        mark = "x" if part in self._ticked else " "
        return Content(f"[{mark}] {one_line(self._names[part], 60)}")

    async def action_toggle_option(self) -> None:
        """Tick what is highlighted, or no longer."""
        listed = self.query_one(OptionList)
        if listed.highlighted is None:
            return
        self._ticked = await self._toggle(list(self._names)[listed.highlighted])
        for index, part in enumerate(self._names):
            listed.replace_option_prompt_at_index(index, self._row(part))

    @on(OptionList.OptionSelected)
    async def _select(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_toggle_option()
