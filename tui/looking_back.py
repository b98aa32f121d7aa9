"""Looking back: what its screens ask of the journal, and how what was noted is changed, deleted and brought back."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TypeVar

from journal.days import DayRow
from journal.record import Entry, SessionRun, SessionState
from journal.store.store import JournalError, Store
from tui.desk import Desk
from tui.entry.editor import Interview, Notebook
from tui.entry.type_ahead import KeysAhead
from tui.history import Detail, Filters, Page, delete, read_detail, read_page
from tui.notices import Notices
from tui.system.clock import Clock, today
from tui.text.describe import what
from tui.trends import Trends, read_trends

T = TypeVar("T")

STAYS = "A session is kept as it was done. d deletes it; its ratings can be changed under the kind pain."
GOES_ON = "This session has not ended. Go on with it or keep it on the dashboard, then it can be deleted."


class LookingBack:
    """Answers the screens. What cannot be read is told, and answered with None. `reload` shows the dashboard anew."""

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        *,
        notices: Notices,
        interview: Interview,
        notebook: Notebook,
        keys_ahead: KeysAhead,
        reload: Callable[[], Awaitable[None]],
    ) -> None:
        self._desk = desk
        self._notices = notices
        self._interview = interview
        self._notebook = notebook
        self._keys_ahead = keys_ahead
        self._reload = reload
        self.clock = clock

    async def page(self, filters: Filters, before: Entry | None = None) -> Page | None:
        """The entries before one, or the newest."""
        return await self._ask(lambda store: read_page(store, filters, before))

    async def detail(self, entry: Entry) -> Detail | None:
        """All that is known of an entry."""
        return await self._ask(lambda store: read_detail(store, entry))

    async def days(self, since: date, until: date) -> list[DayRow] | None:
        """A row for each of these days of which something is known."""
        return await self._ask(lambda store: store.days(since=since, until=until))

    async def trends(self, span: int | None, measure: str | None) -> Trends | None:
        """The last so many days up to today, or all of them."""
        day = today(self.clock)
        return await self._ask(lambda store: read_trends(store, day, span, measure))

    def expect_form(self, entry: Entry) -> None:
        """An entry is to be changed: what is typed from now on is meant for its form, if it has one."""
        if not isinstance(entry.body, SessionRun):
            self._keys_ahead.hold()

    async def edit(self, entry: Entry) -> bool:
        """Ask how an entry should be, in the form of its kind; whether that was saved."""
        if isinstance(entry.body, SessionRun):
            self._notices.warn(STAYS)
            return False
        return await self._interview.edit(entry)

    async def delete(self, entry: Entry) -> bool:
        """Delete an entry, a session with its parts; False, with the reason told, when it stays."""
        if isinstance(entry.body, SessionRun) and entry.body.state is SessionState.RUNNING:
            self._notices.warn(GOES_ON)
            return False
        try:
            await self._desk.ask(lambda store: delete(store, entry))
        except JournalError as error:
            self._notices.fault(f"{error}. It is still there.")
            return False
        self._notices.tell(f"Deleted: {what(entry.body)}. u brings it back.")
        await self._reload()
        return True

    async def take_back(self) -> None:
        """Undo the newest thing that was noted, changed or deleted by hand."""
        await self._notebook.take_back()

    async def _ask(self, question: Callable[[Store], T]) -> T | None:
        with self._notices.faults():
            return await self._desk.ask(question)
        return None
