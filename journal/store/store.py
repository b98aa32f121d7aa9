"""The journal on disk. `Store` and `JournalError` are all that the rest of the program uses of this package."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from journal.days import DAY_ENDS, DayRow, day_of
from journal.ids import Ids
from journal.labels import Facet, Label
from journal.record import Body, Draft, Entry, ImportRun, Record, Source, Undo
from journal.store import database, records, schema, views
from journal.store.query import Query
from journal.values import FaultError, RecordError


class JournalError(FaultError):
    """The journal could not do what was asked."""


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Every fault within becomes a JournalError, here and nowhere else."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(f"{where}: {database.explain(error)}") from error
    except OSError as error:
        raise JournalError(f"{where}: {error.strerror or error}") from error
    except UnicodeEncodeError as error:
        raise JournalError(f"{where}: a name that is not text was asked for") from error
    except (schema.SchemaError, RecordError) as error:
        raise JournalError(f"{where}: {error}") from error


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do: `act` is None when it had nothing new to say.

    `new` and `same` are numbers of values; `changed` are the days whose value became another, with both.
    """

    act: str | None
    new: int
    changed: tuple[tuple[date, Body, Body], ...]
    same: int


@dataclass(frozen=True, slots=True)
class ImportAct:
    """An import that stands in the journal; `day` is the diary day it was made on."""

    act: str
    run: ImportRun
    day: date
    undone: bool


class Store:
    """A journal that is open. It belongs to the thread that opened it.

    What is damaged is never used: it is left out of all that is read, and named in `damaged` and by `check`.
    `now` gives the person's local time, aware; `ends` is the local time at which a diary day ends.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        ids: Ids,
        now: Callable[[], datetime],
        ends: time = DAY_ENDS,
        where: str,
        read_only: str | None,
    ) -> None:
        self._connection = connection
        self._ids = ids
        self._now = now
        self._ends = ends
        self._where = where
        self._damaged: dict[str, None] = {}
        self.read_only = read_only
        """Why nothing can be written, or None."""
        self.tries = database.TRIES
        """How often a write tries again, a fifth of a second each, while another program writes."""

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        ids: Ids,
        now: Callable[[], datetime],
        ends: time = DAY_ENDS,
    ) -> "Store":
        """Open the journal at `path`; None keeps it in memory.

        A journal that is missing is made, with its folders, for the person alone; one of an older program is
        brought up to date, and a save that was cut off is rolled back. Raises JournalError.
        """
        where = "the journal in memory" if path is None else str(path)
        with _told(where):
            connection, reason = database.connect(path)
        return cls(connection, ids=ids, now=now, ends=ends, where=where, read_only=reason)

    @property
    def damaged(self) -> tuple[str, ...]:
        """One line for each thing that reading has left out so far because it is damaged."""
        return tuple(self._damaged)

    def _report(self, fault: str) -> None:
        self._damaged[fault] = None

    # Writing

    def write(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """Write drafts as one act: all of them, or none. Raises JournalError."""
        with _told(self._where):
            cleaned = records.cleaned(drafts)
        with self._writing():
            return self._append(cleaned) if cleaned else ()

    def undo(self) -> tuple[Record, ...] | None:
        """Take back the newest act by hand that was not taken back yet; None when there is none.

        Sessions and imports are no acts by hand. Raises JournalError.
        """
        from journal.store import undo  # noqa: PLC0415 - not what a command that notes something waits for

        with self._writing():
            return self._write_taking_back(undo.newest_by_hand(self._connection, self._report))

    def undo_act(self, act: str) -> tuple[Record, ...] | None:
        """Take back a named act, such as an import; None when it was taken back before, or cannot be.

        What was changed again since stays as it is: the last of the records returned, which notes that the act
        was taken back, may be the only one. Raises JournalError.
        """
        from journal.store import undo  # noqa: PLC0415 - as above

        with self._writing():
            drafts = undo.drafts_taking_back(self._connection, act, self._report)
            return self._write_taking_back(None if drafts is None else (act, drafts))

    def bring_in(self, drafts: Sequence[Draft], run: ImportRun) -> ImportResult:
        """Write the values of an import as one act, those that say something new. Raises JournalError.

        A value revises what the same source has said about the same day and recall or measure; the others stay.
        """
        from journal.store import imports  # noqa: PLC0415 - as above

        with _told(self._where):
            values = imports.values(drafts)
        with self._writing():
            found = imports.compare(self._held(values), values)
            act = None
            if found.drafts:
                noted = replace(run, confirmed=imports.spans(found.confirmed))
                note = self._bookkeeping(noted, source=values[0].source)
                act = self._append([*found.drafts, *records.cleaned([note])])[0].act
            return ImportResult(act, found.new, found.changed, len(found.confirmed))

    def rehearse(self, drafts: Sequence[Draft]) -> ImportResult:
        """What `bring_in` would do now. Raises JournalError."""
        from journal.store import imports  # noqa: PLC0415 - as above

        with _told(self._where):
            values = imports.values(drafts)
            found = imports.compare(self._held(values), values)
        return ImportResult(None, found.new, found.changed, len(found.confirmed))

    def repair(self) -> tuple[str, ...]:
        """Make the current view anew of the records where it is at fault; a line for each fault it had.

        Raises JournalError when more is at fault: nothing is changed then.
        """
        from journal.store import integrity  # noqa: PLC0415 - as above

        with self._writing():
            return integrity.mend(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise JournalError(f"{self._where}: nothing can be saved here: {self.read_only}")
        begin = partial(database.begin_writing, tries=lambda: self.tries)
        with _told(self._where), database.transaction(self._connection, begin):
            yield

    def _append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        # read within the transaction: another program may write too
        newest = records.newest_id(self._connection)
        act, now = self._ids(after=newest), self._now()
        written = tuple(records.seal(draft, name=self._ids(), act=act, recorded_at=now) for draft in drafts)
        records.insert(self._connection, written)
        views.project(self._connection, written, self._report)
        return written

    def _write_taking_back(self, found: tuple[str, list[Draft]] | None) -> tuple[Record, ...] | None:
        if found is None:
            return None
        act, drafts = found
        return self._append([*drafts, self._bookkeeping(Undo(act), source=Source.TYPED)])

    def _bookkeeping(self, body: Undo | ImportRun, source: Source) -> Draft:
        now = self._now()
        return Draft(body, day=day_of(now, self._ends), at=now, zone=_zone(now), source=source)

    def _held(self, drafts: Sequence[Draft]) -> list[Entry]:
        """The current entries that these drafts could speak of."""
        days = [draft.day for draft in drafts]
        kinds = {draft.body.kind for draft in drafts}
        query = Query(min(days, default=None), max(days, default=None), kinds)
        return views.read_entries(self._connection, self._report, query)

    # Reading

    def entries(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        kinds: Collection[str] | None = None,
        labels: Collection[Label] = (),
        search: str | None = None,
        before: Entry | None = None,
        newest: int | None = None,
    ) -> list[Entry]:
        """The current entries about the days `since` to `until`, oldest first.

        `labels` must all be theirs, `search` is looked for in their notes, in whatever case. `newest` keeps only
        the last of what was found; the page before these are those `before` the first of them. Raises JournalError.
        """
        place = None if before is None else (records.moment(before.at), before.id)
        with _told(self._where):
            query = Query(since, until, kinds, labels, search or "", place)
            return views.read_entries(self._connection, self._report, query, newest)

    def parts(self, session: str) -> list[Entry]:
        """The sets and the ratings of the session with this entry, oldest first. Raises JournalError."""
        return self.entries(labels=[(Facet.SESSION.value, session)])

    def revisions(self, entry: str) -> list[Record]:
        """All that was ever written of an entry, oldest first. Raises JournalError."""
        with _told(self._where):
            return records.of_entry(self._connection, entry, self._report)

    def last_day(self) -> date | None:
        """The newest day of which something is known. Raises JournalError."""
        with _told(self._where):
            return views.last_day(self._connection)

    def days(self, *, since: date | None = None, until: date | None = None) -> list[DayRow]:
        """A row for each day of which something is known, oldest first. Raises JournalError."""
        with _told(self._where):
            return views.read_days(self._connection, self._report, since, until)

    def imports(self) -> list[ImportAct]:
        """All imports, oldest first. Raises JournalError."""
        from journal.store import undo  # noqa: PLC0415 - as above

        with _told(self._where):
            undone = set(undo.undos(self._connection, self._report).values())
            noted = undo.imports(self._connection, self._report)
        return [ImportAct(act, run, record.day, act in undone) for act, (record, run) in noted.items()]

    def check(self) -> list[str]:
        """One line for each fault of the journal: its tables, its records, its current view; then what to do."""
        try:
            with _told(self._where), database.transaction(self._connection, database.begin_reading):
                return self._faults()
        except JournalError as error:
            return [str(error)]

    def _faults(self) -> list[str]:
        from journal.store import integrity  # noqa: PLC0415 - as above

        if schema.version(self._connection) != schema.VERSION:
            return [f"{self._where}: cannot be checked: {self.read_only}"]
        faults = integrity.find(self._connection)
        advice = [f"{self._where}: {faults.advice}"] if faults.advice else []
        return [*faults.beyond, *faults.views, *advice]

    def close(self) -> None:
        """Close the journal; closing twice is no fault. Raises JournalError."""
        with _told(self._where):
            self._connection.close()


def _zone(moment: datetime) -> str:
    """The zone of a local time as a record names it: its IANA name, else its offset."""
    return getattr(moment.tzinfo, "key", None) or moment.isoformat()[-len("+00:00") :]
