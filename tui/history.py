"""What is read of the journal for looking back: pages of entries, and all that is known of one.

Each page follows an index of the journal from the newest entry back, so it costs the same in a journal of ten years.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal.labels import Facet, Label
from journal.observations import OF_A_DAY, Pain, Site
from journal.record import BODIES, BOOKKEEPING, Draft, Entry, Record, SessionRun, SetRun
from journal.store.store import Store

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
class Page:
    """Entries, the newest first. `more` is the last that was looked at, None when there is nothing before it."""

    entries: tuple[Entry, ...]
    more: Entry | None


@dataclass(frozen=True, slots=True)
class Detail:
    """All that is known of an entry: its revisions, oldest first, and the sets and ratings of a session."""

    entry: Entry
    revisions: tuple[Record, ...]
    parts: tuple[Entry, ...] = ()


def of_a_session(entry: Entry) -> bool:
    """Whether an entry is a rating that belongs to a session."""
    return isinstance(entry.body, Pain) and (
        entry.body.session is not None or entry.body.recall not in OF_A_DAY
    )


def read_page(store: Store, filters: Filters, before: Entry | None = None) -> Page:
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
    return Page(tuple(shown), before)


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
