"""What the journal says now: views made of the records and kept in step with them.

`entries` names for each entry its first and its newest record; what is read comes from the record itself, so that
its checksum is looked at every time, and so is that of the row. `notes` and `labels` are what entries are found by.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from datetime import date, datetime
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from journal.days import DAY_KINDS, DayRow, day_row
from journal.labels import labels
from journal.record import BOOKKEEPING, Entry, Record
from journal.store import records, schema
from journal.store.query import ENTRY_AND_RECORD, WITH_RECORD, Query, statements
from journal.store.records import Report

EntryRow = tuple[str, str, str, str, str, str, str, str]
"""A row of `entries`: id, first, record, kind, day, at, recorded_at, checksum."""

ENTRY_COLUMNS = 8
AT, NAME = 5, 0
"""Where in a row of `entries` its moment and its id stand."""

NOTHING_KNOWN: Mapping[str, Record] = {}

StoredDay = tuple[str, str, str]
"""A row of `days`: day, data, checksum."""

NoteRow = tuple[str, str, str]
"""A row of `notes`: entry, at, what was written, folded."""

LabelRow = tuple[str, str, str, str]
"""A row of `labels`: facet, word, at, entry."""


class Expected(NamedTuple):
    """The rows of the views, built from the records."""

    entries: list[EntryRow]
    days: list[StoredDay]
    notes: list[NoteRow]
    labels: list[LabelRow]


def entry_row(revisions: Sequence[Record]) -> EntryRow | None:
    """Build the row of an entry from its revisions, oldest first; None when there is nothing to show."""
    if not revisions:
        return None
    first, newest = revisions[0], revisions[-1]
    kind = newest.body.kind
    if newest.deleted or kind in BOOKKEEPING:
        return None
    day, at = newest.day.isoformat(), records.moment(newest.at)
    row = newest.entry, first.id, newest.id, kind, day, at, records.moment(first.recorded_at)
    return *row, records.checksum(row)


def note_row(record: Record) -> NoteRow | None:
    """Build the row to search the note of an entry; None without a note."""
    note = str(getattr(record.body, "note", ""))
    return (record.entry, records.moment(record.at), note.casefold()) if note else None


def label_rows(record: Record) -> list[LabelRow]:
    """Build the label rows of an entry."""
    at = records.moment(record.at)
    return [(facet, word, at, record.entry) for facet, word in sorted(labels(record.body))]


def project(connection: sqlite3.Connection, written: Sequence[Record], report: Report) -> None:
    """Update the views for records just added."""
    groups = {record.entry: _revisions(connection, record, report) for record in written}
    for view, name in (("entries", "id"), ("notes", "entry"), ("labels", "entry")):
        connection.executemany(f"DELETE FROM {view} WHERE {name} = ?", [(entry,) for entry in groups])  # noqa: S608 - names of our own
    rows = {entry: row for entry, revisions in groups.items() if (row := entry_row(revisions))}
    _insert_entries(connection, rows.values())
    _insert_words(connection, (groups[entry][-1] for entry in rows))
    of_days = [record for group in groups.values() for record in group if record.body.kind in DAY_KINDS]
    days = sorted({record.day for record in of_days})
    known = {record.id: record for record in written}
    made = [(day, day_row(day, _entries_of(connection, day, known, report))) for day in days]
    connection.executemany("DELETE FROM days WHERE day = ?", [(day.isoformat(),) for day in days])
    _insert_days(connection, [_stored_day(row) for _, row in made if row])


def _revisions(connection: sqlite3.Connection, record: Record, report: Report) -> Sequence[Record]:
    """Return the revisions of the entry of a record just added, oldest first."""
    begins = record.id == record.entry
    return (record,) if begins else records.of_entry(connection, record.entry, report)


def _insert_entries(connection: sqlite3.Connection, rows: Iterable[EntryRow]) -> None:
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _insert_words(connection: sqlite3.Connection, shown: Iterable[Record]) -> None:
    for record in shown:
        if (note := note_row(record)) is not None:
            connection.execute("INSERT INTO notes VALUES (?, ?, ?)", note)
        connection.executemany("INSERT INTO labels VALUES (?, ?, ?, ?)", label_rows(record))


def _entries_of(
    connection: sqlite3.Connection, day: date, known: Mapping[str, Record], report: Report
) -> list[Entry]:
    """The entries that make a day's row, in the order first recorded; `known` are records that need not be read."""
    kinds = sorted(DAY_KINDS)
    rows = connection.execute(
        f"SELECT {ENTRY_AND_RECORD} FROM entries AS e {WITH_RECORD}"  # noqa: S608 - texts of our own
        f" WHERE e.day = ? AND e.kind IN ({', '.join('?' * len(kinds))}) ORDER BY e.first",
        (day.isoformat(), *kinds),
    )
    return list(_sound_entries(rows, report, known))


def _insert_days(connection: sqlite3.Connection, rows: Iterable[StoredDay]) -> None:
    connection.executemany("INSERT INTO days VALUES (?, ?, ?)", rows)


def _stored_day(row: DayRow) -> StoredDay:
    day, text = row.day.isoformat(), json.dumps(row.stored())
    return day, text, records.checksum((day, text))


def _sound_entries(
    rows: Iterable[tuple[Any, ...]], report: Report, known: Mapping[str, Record] = NOTHING_KNOWN
) -> Iterator[Entry]:
    for row in rows:
        name, _, record, *_, recorded_at, stored = row[:ENTRY_COLUMNS]
        try:
            if record not in known and records.checksum(row[: ENTRY_COLUMNS - 1]) != stored:
                raise records.DamagedError("its row is damaged")
            newest = known.get(record) or records.decode(row[ENTRY_COLUMNS:])
        except records.DamagedError as error:
            report(f"entry {name!r} cannot be read: {error}")
        else:
            yield _entry(newest, datetime.fromisoformat(recorded_at))


def _entry(newest: Record, recorded_at: datetime) -> Entry:
    return Entry(
        id=newest.entry,
        act=newest.act,
        day=newest.day,
        at=newest.at,
        zone=newest.zone,
        recorded_at=recorded_at,
        source=newest.source,
        body=newest.body,
    )


def read_entries(
    connection: sqlite3.Connection, report: Report, query: Query, newest: int | None = None
) -> list[Entry]:
    """Read the current entries that match, oldest first; only the last `newest`."""
    with ExitStack() as stack:
        found = [
            stack.enter_context(closing(connection.execute(text, values)))
            for text, values in statements(query)
        ]
        rows = merge(*found, key=_place, reverse=True)
        return list(islice(_sound_entries(rows, report), newest))[::-1]


def _place(row: Sequence[Any]) -> tuple[str, str]:
    """Return the sort key of a row; that of a damaged one is arbitrary."""
    return str(row[AT]), str(row[NAME])


def _span(since: date | None, until: date | None) -> tuple[str, ...]:
    return (since or date.min).isoformat(), (until or date.max).isoformat()


def read_days(
    connection: sqlite3.Connection, report: Report, since: date | None, until: date | None
) -> list[DayRow]:
    """The rows of the days from `since` to `until`, oldest first."""
    rows = connection.execute(
        "SELECT * FROM days WHERE day BETWEEN ? AND ? ORDER BY day", _span(since, until)
    )
    return list(_sound_days(rows, report))


def _sound_days(rows: Iterable[tuple[Any, ...]], report: Report) -> Iterator[DayRow]:
    for day, text, stored in rows:
        if records.checksum((day, text)) == stored:
            yield DayRow.from_stored(json.loads(text))
        else:
            report(f"the day {day!r} cannot be read: its row is damaged")


def last_day(connection: sqlite3.Connection) -> date | None:
    """Return the newest day that has a row."""
    day = connection.execute("SELECT MAX(day) FROM days").fetchone()[0]
    return None if day is None else date.fromisoformat(day)


def rebuild(connection: sqlite3.Connection, report: Report) -> None:
    """Rebuild the views and their tables from the records."""
    made = expected(connection, report)
    schema.make_views(connection)
    _insert_entries(connection, made.entries)
    _insert_days(connection, made.days)
    connection.executemany("INSERT INTO notes VALUES (?, ?, ?)", made.notes)
    connection.executemany("INSERT INTO labels VALUES (?, ?, ?, ?)", made.labels)


def faults(connection: sqlite3.Connection, made: Expected) -> list[str]:
    """Return one line for each entry and day whose view differs from its records."""
    entries = {
        *_differing(made.entries, connection.execute("SELECT * FROM entries")),
        *_differing(made.notes, connection.execute("SELECT * FROM notes")),
        *_differing(made.labels, connection.execute("SELECT * FROM labels"), name=-1),
    }
    days = _differing(made.days, connection.execute("SELECT * FROM days"))
    return [f"entry {entry!r} is shown differently from its records" for entry in sorted(entries)] + [
        f"the day {day!r} is shown differently from its entries" for day in days
    ]


def _differing(made: Iterable[tuple[Any, ...]], found: Iterable[tuple[Any, ...]], name: int = 0) -> list[str]:
    """Return the names, in column `name`, of rows found in only one of the two."""
    return sorted({str(row[name]) for row in {*made} ^ {*found}})


def expected(connection: sqlite3.Connection, report: Report) -> Expected:
    """Build the rows of the views from the records."""
    revisions: dict[str, list[Record]] = defaultdict(list)
    for record in records.every(connection, report):
        revisions[record.entry].append(record)
    rows = [row for group in revisions.values() if (row := entry_row(group))]
    shown = [revisions[row[NAME]][-1] for row in rows]
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row[1]):
        first, newest = revisions[row[NAME]][0], revisions[row[NAME]][-1]
        if newest.body.kind in DAY_KINDS:
            by_day[newest.day].append(_entry(newest, first.recorded_at))
    days = [made for day, entries in by_day.items() if (made := day_row(day, entries))]
    return Expected(
        rows,
        [_stored_day(day) for day in days],
        [note for record in shown if (note := note_row(record))],
        [row for record in shown for row in label_rows(record)],
    )
