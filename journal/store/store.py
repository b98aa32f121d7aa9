"""The journal on disk: `Store` is the only name used outside this package."""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from journal.days import DAY_ENDS, DayRow
from journal.ids import Ids
from journal.labels import Facet, Label
from journal.record import Draft, Entry, ImportAct, ImportResult, ImportRun, Record
from journal.store import database, records, schema, views
from journal.store.query import Query
from journal.store.writer import Writer
from journal.values import JournalError, RecordError

if TYPE_CHECKING:
    from journal.store import imports, integrity, undo
else:

    class _Lazy:
        """A module imported at its first use: it takes over 1 ms, and most commands never need it."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> object:
            return getattr(import_module(f"journal.store.{self._name}"), name)

    imports, integrity, undo = _Lazy("imports"), _Lazy("integrity"), _Lazy("undo")


@contextmanager
def journal_errors(where: str) -> Iterator[None]:
    """Turn each fault of SQLite, of the disk and of a record into a JournalError that names `where`."""
    try:
        yield
    except sqlite3.Error as error:
        raise JournalError(f"{where}: {database.explain(error)}") from error
    except OSError as error:
        raise JournalError(f"{where}: {error.strerror or error}") from error
    except UnicodeEncodeError as error:
        raise JournalError(f"{where}: the name is not valid text") from error
    except (schema.SchemaError, RecordError) as error:
        raise JournalError(f"{where}: {error}") from error


class Store:
    """An open journal. It belongs to the thread that opened it.

    Damaged records are never read; `damaged` and `check` name them.
    `now` returns the person's local time, aware; `ends` is the local time at which a diary day ends.
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
        self._where = where
        self._damaged: dict[str, None] = {}
        self._writer = Writer(connection, ids, now, ends, self._report)
        self.read_only = read_only
        """Why nothing can be written, or None."""
        self.tries = database.TRIES
        """How often a write is tried, 0.2 s each, while another program writes."""

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

        A missing journal is created with its folders, readable by the person alone. An older one is migrated, and an
        interrupted save is rolled back. Raises JournalError.
        """
        where = "the journal in memory" if path is None else str(path)
        with journal_errors(where):
            connection, reason = database.connect(path)
        return cls(connection, ids=ids, now=now, ends=ends, where=where, read_only=reason)

    @property
    def damaged(self) -> tuple[str, ...]:
        """One line for each damaged thing met while reading so far."""
        return tuple(self._damaged)

    def _report(self, fault: str) -> None:
        self._damaged[fault] = None

    # Writing

    def write(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """Write drafts as one act: all of them, or none. Raises JournalError."""
        with journal_errors(self._where):
            kept = records.clean_drafts(drafts)
        with self._writing():
            return self._writer.append(kept) if kept else ()

    def undo(self) -> tuple[Record, ...] | None:
        """Undo the newest act by hand that is not undone yet; None when there is none.

        Sessions and imports are not acts by hand. Raises JournalError.
        """
        with self._writing():
            return undo.undo_newest(self._writer)

    def undo_act(self, act: str) -> tuple[Record, ...] | None:
        """Undo a named act, such as an import; None when it was undone before, or cannot be.

        Later changes stay. The last of the records returned marks the act as undone; it may be the only one.
        Raises JournalError.
        """
        with self._writing():
            return undo.undo_act(self._writer, act)

    def import_values(self, drafts: Sequence[Draft], run: ImportRun) -> ImportResult:
        """Write the new and changed values of an import as one act. Raises JournalError.

        A value revises an earlier one of the same source, day and recall or measure; all others stay.
        """
        with journal_errors(self._where):
            values = imports.split_values(drafts)
        with self._writing():
            return imports.import_values(self._writer, values, run)

    def preview_import(self, drafts: Sequence[Draft]) -> ImportResult:
        """Return what `import_values` would do now, and write nothing. Raises JournalError."""
        with journal_errors(self._where):
            return imports.preview_import(self._writer, imports.split_values(drafts))

    def repair(self) -> tuple[str, ...]:
        """Rebuild the current view from the records if it is damaged; one line for each fault it had.

        Raises JournalError, and changes nothing, when more than the view is damaged.
        """
        with self._writing():
            return integrity.rebuild_views(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise JournalError(f"{self._where}: nothing can be saved here: {self.read_only}")
        begin = partial(database.begin_writing, tries=lambda: self.tries)
        with journal_errors(self._where), database.transaction(self._connection, begin):
            yield

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
        """Return the current entries for the days `since` to `until`, oldest first.

        An entry must have all `labels`, and `search` in its note, in any case. `newest` keeps only the last entries;
        for the page before them, pass the first of them as `before`. Raises JournalError.
        """
        place = None if before is None else (records.moment(before.at), before.id)
        with journal_errors(self._where):
            query = Query(since, until, kinds, labels, search or "", place)
            return views.read_entries(self._connection, self._report, query, newest)

    def parts(self, session: str) -> list[Entry]:
        """Return the sets and ratings of the session with this entry, oldest first. Raises JournalError."""
        return self.entries(labels=[(Facet.SESSION.value, session)])

    def revisions(self, entry: str) -> list[Record]:
        """Return all revisions of an entry, oldest first. Raises JournalError."""
        with journal_errors(self._where):
            return records.of_entry(self._connection, entry, self._report)

    def last_day(self) -> date | None:
        """Return the newest day with entries. Raises JournalError."""
        with journal_errors(self._where):
            return views.last_day(self._connection)

    def days(self, *, since: date | None = None, until: date | None = None) -> list[DayRow]:
        """Return a row for each day with entries, oldest first. Raises JournalError."""
        with journal_errors(self._where):
            return views.read_days(self._connection, self._report, since, until)

    def imports(self) -> list[ImportAct]:
        """Return all imports, oldest first. Raises JournalError."""
        with journal_errors(self._where):
            return undo.list_imports(self._connection, self._report)

    def check(self) -> list[str]:
        """Find all faults of the tables, records and current view: one line each, then a line with what to do."""
        try:
            with (
                journal_errors(self._where),
                database.transaction(self._connection, database.begin_reading),
            ):
                if schema.version(self._connection) != schema.VERSION:
                    return [f"{self._where}: cannot be checked: {self.read_only}"]
                return integrity.check_journal(self._connection, self._where)
        except JournalError as error:
            return [str(error)]

    def close(self) -> None:
        """Close the journal; closing it again does nothing. Raises JournalError."""
        with journal_errors(self._where):
            self._connection.close()
