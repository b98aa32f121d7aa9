"""What is read of the journal for looking back: pages of entries, and all that is known of one.

Each page follows an index of the journal from the newest entry back, so it costs the same in a journal of ten years.
"""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from journal.days import DayRow
from journal.labels import Facet, Label
from journal.observations import Site
from journal.record import (
    BODIES,
    BOOKKEEPING,
    Draft,
    Entry,
    Record,
    SessionRun,
    SessionState,
    SetRun,
    of_a_session,
)
from journal.store.store import JournalError, Store
from tui.entry.editor import Interview, Notebook
from tui.entry.type_ahead import TypeAhead
from tui.history.trends import Trends, read_trends
from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.system.clock import Clock, today
from tui.text.describe import describe

PAGE = 60
"""As many entries are read at a time."""

KINDS = tuple(kind for kind in BODIES if kind not in BOOKKEEPING | {SetRun.kind})
"""The kinds that have a line of their own: sets are told with their session."""

MOST_PAGES = 5
"""So many pages are read at most for one that has something to show."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for: a kind, a tag, a site, words in the notes; `day` is the newest day that is shown."""

    kind: str | None = None
    site: Site | None = None
    tag: str | None = None
    search: str = ""
    day: date | None = None

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels that what is found must have."""
        wanted = {Facet.TAG: self.tag, Facet.SITE: self.site}
        return tuple((str(facet), str(word)) for facet, word in wanted.items() if word)

    @property
    def narrow(self) -> bool:
        """Whether anything but the day is asked for."""
        return self != Filters(day=self.day)


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Entries, the newest first. `more` is the last that was looked at, None when there is nothing before it."""

    entries: tuple[Entry, ...]
    more: Entry | None


@dataclass(frozen=True, slots=True)
class Detail:
    """All that is known of an entry: its revisions, oldest first, and the sets and ratings of a session."""

    entry: Entry
    revisions: tuple[Record, ...]
    parts: tuple[Entry, ...] = ()


def read_page(store: Store, filters: Filters, before: Entry | None = None) -> EntryPage:
    """The page before an entry, or the newest. Raises JournalError.

    Ratings of a session are part of its detail; they stand here only when pain is what is looked for.
    """
    shown: list[Entry] = []
    for _ in range(MOST_PAGES):
        found = _read(store, filters, before)
        before = found[0] if len(found) == PAGE else None
        shown += [entry for entry in reversed(found) if filters.narrow or not of_a_session(entry)]
        if before is None or len(shown) >= PAGE // 2:
            break
    return EntryPage(tuple(shown), before)


def _read(store: Store, filters: Filters, before: Entry | None) -> Sequence[Entry]:
    return store.entries(
        until=filters.day,
        kinds=KINDS if filters.kind is None else {filters.kind},
        labels=filters.labels,
        search=filters.search or None,
        before=before,
        newest=PAGE,
    )


def read_detail(store: Store, entry: Entry) -> Detail:
    """All that is known of an entry. Raises JournalError."""
    parts = store.parts(entry.id) if isinstance(entry.body, SessionRun) else ()
    return Detail(entry, tuple(store.revisions(entry.id)), tuple(parts))


def deleted(entry: Entry, parts: Collection[Entry]) -> list[Draft]:
    """What is written to delete an entry by hand, a session with all its parts."""
    gone = (entry, *parts)
    return [Draft(one.body, one.day, one.at, one.zone, entry=one.id, deleted=True) for one in gone]


def delete(store: Store, entry: Entry) -> None:
    """Delete an entry as one act, which undo takes back. Raises JournalError."""
    store.write(deleted(entry, read_detail(store, entry).parts))


def taken_away(filters: Filters, name: str) -> Filters:
    """The filters without one of them."""
    return replace(filters, **{name: getattr(Filters(), name)})


T = TypeVar("T")

STAYS = "A session is kept as it was done. d deletes it; its ratings can be changed under the kind pain."
GOES_ON = "This session has not ended. Go on with it or keep it on the dashboard, then it can be deleted."


class LookingBack:
    """Answers the screens. What cannot be read is told, and answered with None. `reload` shows the dashboard anew."""

    def __init__(
        self,
        journal: JournalAccess,
        clock: Clock,
        *,
        notifications: Notifications,
        interview: Interview,
        notebook: Notebook,
        type_ahead: TypeAhead,
        reload: Callable[[], Awaitable[None]],
    ) -> None:
        self._journal = journal
        self._notifications = notifications
        self._interview = interview
        self._notebook = notebook
        self._type_ahead = type_ahead
        self._reload = reload
        self.clock = clock

    async def page(self, filters: Filters, before: Entry | None = None) -> EntryPage | None:
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
            self._type_ahead.hold()

    async def edit(self, entry: Entry) -> bool:
        """Ask how an entry should be, in the form of its kind; whether that was saved."""
        if isinstance(entry.body, SessionRun):
            self._notifications.warn(STAYS)
            return False
        return await self._interview.edit(entry)

    async def delete(self, entry: Entry) -> bool:
        """Delete an entry, a session with its parts; False, with the reason told, when it stays."""
        if isinstance(entry.body, SessionRun) and entry.body.state is SessionState.RUNNING:
            self._notifications.warn(GOES_ON)
            return False
        try:
            await self._journal.ask(lambda store: delete(store, entry))
        except JournalError as error:
            self._notifications.error(f"{error}. It is still there.")
            return False
        self._notifications.info(f"Deleted: {describe(entry.body)}. u brings it back.")
        await self._reload()
        return True

    async def take_back(self) -> None:
        """Undo the newest thing that was noted, changed or deleted by hand."""
        await self._notebook.take_back()

    async def _ask(self, question: Callable[[Store], T]) -> T | None:
        with self._notifications.journal_errors():
            return await self._journal.ask(question)
        return None
