"""A screen of several views, one shown at a time. Each is mounted when it is first shown, and then stays."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from tui.messages import Requested
from tui.widgets.help_screen import HelpScreen, describe_keys
from tui.widgets.pane_tabs import PaneTabs


class View(Protocol):
    """A view of a tabbed screen; always a widget as well."""

    def reload(self) -> Awaitable[None]:
        """Read again what it shows."""

    def focus_first(self) -> None:
        """Focus the part that takes keys."""


def shared_keys(name: str, views: str) -> list[BindingType]:
    """The keys of every tabbed screen. Their ids begin with `name`; `views` lists the views."""
    return [
        Binding("tab", "next", "View", show=False, priority=True, id=f"{name}.next", tooltip=views),
        Binding("s", "safety", "Safety", show=False, id=f"{name}.safety", tooltip="When to get help"),
        Binding("question_mark", "help", "Help", key_display="?", id=f"{name}.help", tooltip="All keys here"),
        Binding(
            "escape,q",
            "leave",
            "Back",
            key_display="esc",
            id=f"{name}.leave",
            tooltip="Back to the dashboard",
        ),
    ]


def palette_actions(keys: Sequence[BindingType]) -> frozenset[str]:
    """The actions of these keys that the palette offers by name: all but the arrow keys."""
    moves = {"left", "right", "up", "down"}
    return frozenset(key.action for key in keys if isinstance(key, Binding) and key.key not in moves)


class TabbedScreen(Screen[None]):
    """Shows one of several views. `makers` make them; the help shows the `keys` of each view and `good_to_know`."""

    AUTO_FOCUS = ""

    shown: var[int] = var(0, init=False)

    def __init__(
        self,
        names: tuple[str, ...],
        makers: Sequence[Callable[[], View]],
        keys: Sequence[Sequence[BindingType]],
        good_to_know: str,
    ) -> None:
        super().__init__()
        self._names = names
        self._makers = makers
        self._keys = keys
        self._good_to_know = good_to_know
        self._mounted: dict[int, View] = {}
        self._stale: set[int] = set()

    @property
    def views(self) -> Mapping[int, View]:
        """The views shown so far, by index."""
        return self._mounted

    def compose(self) -> ComposeResult:
        yield PaneTabs(self._names)
        yield Container(id="views")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        await self.show_view(0)

    async def show_view(self, index: int) -> View:
        """Show a view, and mount it the first time."""
        if index not in self._mounted:
            self._mounted[index] = self._makers[index]()
            await self.query_one("#views").mount(_widget(self._mounted[index]))
        for number, view in self._mounted.items():
            _widget(view).display = number == index
        if index in self._stale:
            self._stale.discard(index)
            self.run_worker(self._mounted[index].reload())
        self.query_one(PaneTabs).shown = self.shown = index
        self._mounted[index].focus_first()
        self.refresh_bindings()
        return self._mounted[index]

    def mark_stale(self, but: int) -> None:
        """Mark all views but one to be reloaded when they are shown again."""
        self._stale = set(self._mounted) - {but}

    async def action_show(self, index: int) -> None:
        """Show a view."""
        await self.show_view(index)

    async def action_next(self) -> None:
        """Show the next view."""
        await self.show_view((self.shown + 1) % len(self._names))

    def action_safety(self) -> None:
        """Show when to get help."""
        self.post_message(Requested("safety"))

    def action_help(self) -> None:
        """Show the keys of this view."""
        keys: list[Any] = [*self._keys[self.shown], *self.BINDINGS]
        self.app.push_screen(HelpScreen(describe_keys(keys), (self._good_to_know,)))

    def action_leave(self) -> None:
        """Go back to the dashboard."""
        self.dismiss()


def _widget(view: View) -> Widget:
    return cast("Widget", view)
