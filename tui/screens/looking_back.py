"""Looking back: the history, the calendar and the trends, one at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Footer

from tui import messages
from tui.looking_back import LookingBack
from tui.screens import calendar, history, trends
from tui.screens.calendar import CalendarView
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryView
from tui.screens.session_keys import told
from tui.screens.trends import TrendsView
from tui.widgets.pane_tabs import PaneTabs

View = HistoryView | CalendarView | TrendsView

NAMES = ("l List", "c Calendar", "t Trends")
LIST, CALENDAR, TRENDS = range(3)

GOOD_TO_KNOW = """(3) is a day that was noted later, s is left out on purpose, · is not known. Nothing that you change or
delete is gone: u brings it back, and the journal keeps all it ever said."""

KEYS: list[BindingType] = [
    Binding("l", "show(0)", "List", show=False, id="back.list", tooltip="What was noted, entry by entry"),
    Binding("c", "show(1)", "Calendar", show=False, id="back.calendar", tooltip="A number for each day"),
    Binding("t", "show(2)", "Trends", show=False, id="back.trends", tooltip="How it went over weeks"),
    Binding(
        "tab", "next", "View", show=False, priority=True, id="back.next", tooltip="List, calendar, trends"
    ),
    Binding("s", "safety", "Safety", show=False, id="back.safety", tooltip="When to get help"),
    Binding(
        "question_mark", "help", "Help", key_display="?", id="back.help", tooltip="All keys of this view"
    ),
    Binding("escape,q", "leave", "Back", key_display="esc", id="back.leave", tooltip="Back to the dashboard"),
]


class LookBackScreen(Screen[None]):
    """Three views. The screen stands at once; each view reads when it is first shown, and while it does it stands."""

    BINDINGS = KEYS
    AUTO_FOCUS = ""

    OFFERED: ClassVar[frozenset[str]] = frozenset(
        binding.action
        for binding in (*KEYS, *history.KEYS, *calendar.KEYS, *trends.KEYS)
        if isinstance(binding, Binding) and binding.key not in {"left", "right", "up", "down"}
    )
    """What the palette offers by name."""

    shown: var[int] = var(LIST, init=False)

    def __init__(self, looking_back: LookingBack) -> None:
        super().__init__()
        self._looking_back = looking_back
        self._stale: set[int] = set()
        self._makers: Sequence[Callable[[], View]] = (
            partial(HistoryView, looking_back, id="list-view"),
            partial(CalendarView, looking_back, id="calendar-view"),
            partial(TrendsView, looking_back, id="trends-view"),
        )
        self._views: dict[int, View] = {}

    def compose(self) -> ComposeResult:
        yield PaneTabs(NAMES)
        yield Container(id="views")
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        await self._bring(LIST)

    async def _bring(self, index: int) -> View:
        """Show a view, and make it when it is wanted for the first time."""
        if index not in self._views:
            self._views[index] = self._makers[index]()
            await self.query_one("#views").mount(self._views[index])
        for number, view in self._views.items():
            view.display = number == index
        if index in self._stale:
            self._stale.discard(index)
            self.run_worker(self._views[index].read_again())
        self.query_one(PaneTabs).shown = self.shown = index
        self._views[index].focus_first()
        self.refresh_bindings()
        return self._views[index]

    async def action_show(self, index: int) -> None:
        """Show the list, the calendar or the trends."""
        await self._bring(index)

    async def action_next(self) -> None:
        """Show the next view."""
        await self._bring((self.shown + 1) % len(NAMES))

    @on(CalendarView.DayChosen)
    async def _show_day(self, event: CalendarView.DayChosen) -> None:
        view = await self._bring(LIST)
        if isinstance(view, HistoryView):
            view.go_to(event.day)

    @on(HistoryView.Edit)
    @work(group="edit")
    async def edit(self, event: HistoryView.Edit) -> None:
        """Change an entry in the form of its kind."""
        if await self._looking_back.edit(event.entry):
            await self._views[LIST].read_again()

    @on(HistoryView.Changed)
    def _keep_in_mind(self) -> None:
        """What was changed in the list is read anew by the other views when they are shown again."""
        self._stale = set(self._views) - {LIST}

    def action_safety(self) -> None:
        """Show when to get help."""
        self.post_message(messages.ShowSafety())

    def action_help(self) -> None:
        """Name the keys of this view."""
        of_view = (history.KEYS, calendar.KEYS, trends.KEYS)[self.shown]
        self.app.push_screen(HelpScreen(told([*of_view, *KEYS]), (GOOD_TO_KNOW,)))

    def action_leave(self) -> None:
        """Go back to the list, or to the dashboard."""
        view = self._views.get(self.shown)
        if not (isinstance(view, HistoryView) and view.back()):
            self.dismiss()
