"""Reading the journal for the history screens: pages of entries, and everything known of one.

Each page follows an index from the newest entry back, so it costs the same in a journal of ten years.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from journal.days import DayRow
from journal.labels import Facet, Label
from journal.observations import Site
from journal.record import (
    BODIES,
    BOOKKEEPING,
    Entry,
    Record,
    SessionRun,
    SetRun,
    of_a_session,
)
from journal.store.store import Store
from tui.history.trends import Trends, read_trends
from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.system.clock import Clock, today

PAGE = 60
"""Entries read at a time."""

KINDS = tuple(kind for kind in BODIES if kind not in BOOKKEEPING | {SetRun.kind})
"""The kinds with a line of their own; sets are shown with their session."""

MOST_PAGES = 5
"""Pages read at most to find one that has something to show."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which entries to show: of a kind, site or tag, with words in the note; `day` is the newest day shown."""

    kind: str | None = None
    site: Site | None = None
    tag: str | None = None
    search: str = ""
    day: date | None = None

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels an entry must have."""
        wanted = {Facet.TAG: self.tag, Facet.SITE: self.site}
        return tuple((str(facet), str(word)) for facet, word in wanted.items() if word)

    @property
    def narrow(self) -> bool:
        """Whether any filter but the day is set."""
        return self != Filters(day=self.day)


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Entries, newest first. `more` is the last entry read; None when there is none before it."""

    entries: tuple[Entry, ...]
    more: Entry | None


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything known of an entry: its revisions, oldest first, and the sets and ratings of a session."""

    entry: Entry
    revisions: tuple[Record, ...]
    parts: tuple[Entry, ...] = ()


def read_page(store: Store, filters: Filters, before: Entry | None = None) -> EntryPage:
    """The page before an entry, or the newest. Raises JournalError.

    Ratings of a session belong to its detail; they are listed only when a filter is set.
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
    """Everything known of an entry. Raises JournalError."""
    parts = store.parts(entry.id) if isinstance(entry.body, SessionRun) else ()
    return Detail(entry, tuple(store.revisions(entry.id)), tuple(parts))


def clear_filter(filters: Filters, name: str) -> Filters:
    """The filters without one of them."""
    return replace(filters, **{name: getattr(Filters(), name)})


T = TypeVar("T")


class HistoryReader:
    """Reads the journal for the history screens. An error is shown to the person, and answered with None."""

    def __init__(self, journal: JournalAccess, clock: Clock, notifications: Notifications) -> None:
        self._journal = journal
        self._notifications = notifications
        self.clock = clock

    async def page(self, filters: Filters, before: Entry | None = None) -> EntryPage | None:
        """The newest page of entries, or the page before an entry."""
        return await self._ask(lambda store: read_page(store, filters, before))

    async def entries(self, filters: Filters, count: int) -> EntryPage | None:
        """The newest entries: one page, or as many pages as `count` entries take."""
        entries: list[Entry] = []
        page = await self.page(filters)
        while page is not None:
            entries += page.entries
            if page.more is None or len(entries) >= count:
                return EntryPage(tuple(entries), page.more)
            page = await self.page(filters, page.more)
        return None

    async def detail(self, entry: Entry) -> Detail | None:
        """Everything known of an entry."""
        return await self._ask(lambda store: read_detail(store, entry))

    async def days(self, since: date, until: date) -> list[DayRow] | None:
        """A row for each day from `since` to `until` that has entries."""
        return await self._ask(lambda store: store.days(since=since, until=until))

    async def trends(self, span: int | None, measure: str | None) -> Trends | None:
        """The trends of the last `span` days up to today; None: of all days."""
        day = today(self.clock)
        return await self._ask(lambda store: read_trends(store, day, span, measure))

    async def _ask(self, question: Callable[[Store], T]) -> T | None:
        with self._notifications.journal_errors():
            return await self._journal.ask(question)
        return None
