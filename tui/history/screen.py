"""The history screen: list, calendar and trends, one at a time."""

from functools import partial

from textual import on, work
from textual.binding import Binding, BindingType

from tui.entry.editor import EntryEditor
from tui.history import calendar_view as calendar
from tui.history import list_view as history
from tui.history import trends_view as trends
from tui.history.calendar_view import CalendarView
from tui.history.list_view import HistoryView
from tui.history.reading import HistoryReader
from tui.history.trends_view import TrendsView
from tui.widgets.tabbed_screen import TabbedScreen, palette_actions, shared_keys

NAMES = ("l List", "c Calendar", "t Trends")
LIST = 0

GOOD_TO_KNOW = """(3) was added later, s is skipped on purpose, · has no entry. Nothing you change or delete is lost:
u: undo. The journal keeps every version."""

KEYS: list[BindingType] = [
    Binding("l", "show(0)", "List", show=False, id="back.list", tooltip="Your entries, one by one"),
    Binding("c", "show(1)", "Calendar", show=False, id="back.calendar", tooltip="A number for each day"),
    Binding("t", "show(2)", "Trends", show=False, id="back.trends", tooltip="How pain and activity changed"),
    *shared_keys("back", "List, calendar, trends"),
]


class HistoryScreen(TabbedScreen):
    """The list, the calendar and the trends of the journal."""

    BINDINGS = KEYS
    OFFERED = palette_actions([*KEYS, *history.KEYS, *calendar.KEYS, *trends.KEYS])

    def __init__(self, reader: HistoryReader, editor: EntryEditor) -> None:
        makers = (
            partial(HistoryView, reader, editor, id="list-view"),
            partial(CalendarView, reader, id="calendar-view"),
            partial(TrendsView, reader, id="trends-view"),
        )
        super().__init__(NAMES, makers, (history.KEYS, calendar.KEYS, trends.KEYS), GOOD_TO_KNOW)
        self._editor = editor

    @on(CalendarView.DayChosen)
    async def _show_day(self, event: CalendarView.DayChosen) -> None:
        view = await self.show_view(LIST)
        if isinstance(view, HistoryView):
            view.go_to(event.day)

    @on(HistoryView.Edit)
    @work(group="edit")
    async def edit(self, event: HistoryView.Edit) -> None:
        """Change an entry in the form of its kind."""
        if await self._editor.edit(event.entry):
            await self.views[LIST].reload()

    @on(HistoryView.EntriesChanged)
    def _mark_other_views_stale(self) -> None:
        """Have the other views read again when they are shown next."""
        self.mark_stale(but=LIST)

    def action_leave(self) -> None:
        """Go back to the list, or to the dashboard."""
        view = self.views.get(self.shown)
        if not (isinstance(view, HistoryView) and view.back()):
            self.dismiss()
