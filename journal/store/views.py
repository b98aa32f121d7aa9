"""What the journal says now: `entries` and `days`, made of the records and kept in step with them.

`entries` names for each entry its first and its newest record; what is read comes from the record itself, so that
its checksum is looked at every time, and so is that of the row.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from typing import Any

from journal.days import DayRow, day_row
from journal.record import BOOKKEEPING, Entry, Record
from journal.store import records, schema
from journal.store.records import Report

SELECT = """SELECT e.*,
    r.id, r.entry, r.act, r.kind, r.day, r.at, r.zone, r.recorded_at, r.source, r.body, r.deleted, r.checksum
    FROM entries AS e LEFT JOIN records AS r ON r.id = e.record"""

EntryRow = tuple[str, str, str, str, str, str, str, str]
"""A row of `entries`: id, first, record, kind, day, at, recorded_at, checksum."""

ENTRY_COLUMNS = 8

NOTHING_KNOWN: Mapping[str, Record] = {}

StoredDay = tuple[str, str, str]
"""A row of `days`: day, data, checksum."""

Expected = tuple[list[EntryRow], list[StoredDay]]
"""The rows that the records make."""


def entry_row(revisions: Sequence[Record]) -> EntryRow | None:
    """The row that stands for these revisions of one entry, oldest first; None when there is nothing to show."""
    if not revisions:
        return None
    first, newest = revisions[0], revisions[-1]
    kind = newest.body.kind
    if newest.deleted or kind in BOOKKEEPING:
        return None
    day, at = newest.day.isoformat(), records.moment(newest.at)
    row = newest.entry, first.id, newest.id, kind, day, at, records.moment(first.recorded_at)
    return *row, records.checksum(row)


def project(connection: sqlite3.Connection, written: Sequence[Record], report: Report) -> None:
    """Bring both views in step with records that were just added."""
    groups = {record.entry: _revisions(connection, record, report) for record in written}
    connection.executemany("DELETE FROM entries WHERE id = ?", [(entry,) for entry in groups])
    _insert_entries(connection, (row for revisions in groups.values() if (row := entry_row(revisions))))
    days = sorted({revision.day for revisions in groups.values() for revision in revisions})
    known = {record.id: record for record in written}
    made = [(day, day_row(day, _entries_of(connection, day, known, report))) for day in days]
    connection.executemany("DELETE FROM days WHERE day = ?", [(day.isoformat(),) for day in days])
    _insert_days(connection, [_stored_day(row) for _, row in made if row])


def _revisions(connection: sqlite3.Connection, record: Record, report: Report) -> Sequence[Record]:
    """The revisions of the entry that a record just added speaks of, oldest first."""
    begins = record.id == record.entry
    return (record,) if begins else records.of_entry(connection, record.entry, report)


def _insert_entries(connection: sqlite3.Connection, rows: Iterable[EntryRow]) -> None:
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _entries_of(
    connection: sqlite3.Connection, day: date, known: Mapping[str, Record], report: Report
) -> list[Entry]:
    """The entries of a day in the order first recorded; `known` are records that need not be read."""
    rows = connection.execute(SELECT + " WHERE e.day = ? ORDER BY e.first", (day.isoformat(),))
    return list(_sound_entries(rows, report, known))


def _insert_days(connection: sqlite3.Connection, rows: Iterable[StoredDay]) -> None:
    connection.executemany("INSERT INTO days VALUES (?, ?, ?)", rows)


def _stored_day(row: DayRow) -> StoredDay:
    day, text = row.day.isoformat(), json.dumps(row.as_json())
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
            report(f"entry {name!r} is left out: {error}")
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
    connection: sqlite3.Connection,
    report: Report,
    *,
    since: date | None = None,
    until: date | None = None,
    kinds: Collection[str] | None = None,
    search: str | None = None,
    newest: int | None = None,
) -> list[Entry]:
    """The current entries that match, oldest first; of these only the last `newest`."""
    where, values = _conditions(since, until, kinds)
    query = SELECT + f" WHERE {where} ORDER BY e.at DESC, e.id DESC"
    wanted = "" if search is None else search.casefold()
    with closing(connection.execute(query, values)) as rows:
        found = (entry for entry in _sound_entries(rows, report) if wanted in _note(entry).casefold())
        return list(islice(found, newest))[::-1]


def _conditions(
    since: date | None, until: date | None, kinds: Collection[str] | None
) -> tuple[str, tuple[str, ...]]:
    """SQL for what was asked for, with its values; days and kinds are named only then, for the indices' sake."""
    parts, values = ["1 = 1"], list[str]()
    if since or until:
        parts.append("e.day BETWEEN ? AND ?")
        values += _span(since, until)
    if kinds is not None:
        parts.append(f"e.kind IN ({', '.join('?' * len(kinds))})")
        values += kinds
    return " AND ".join(parts), tuple(values)


def _note(entry: Entry) -> str:
    return str(getattr(entry.body, "note", ""))


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
            yield DayRow.from_json(json.loads(text))
        else:
            report(f"the day {day!r} is left out: its row is damaged")


def rebuild(connection: sqlite3.Connection, report: Report) -> None:
    """Make both views anew of the records, their tables too."""
    rows, days = expected(connection, report)
    schema.make_views(connection)
    _insert_entries(connection, rows)
    _insert_days(connection, days)


def faults(connection: sqlite3.Connection, made: Expected) -> list[str]:
    """One line for each entry and each day where a view is not what the records make."""
    rows, days = made
    entries = _differing(rows, connection.execute("SELECT * FROM entries"))
    differing = _differing(days, connection.execute("SELECT * FROM days"))
    return [f"entry {entry!r} is not shown as its records say" for entry in entries] + [
        f"the day {day!r} is not shown as its entries say" for day in differing
    ]


def _differing(made: Iterable[tuple[Any, ...]], found: Iterable[tuple[Any, ...]]) -> list[str]:
    """The first columns of the rows that are in one of the two only."""
    return sorted({str(row[0]) for row in {*made} ^ {*found}})


def expected(connection: sqlite3.Connection, report: Report) -> Expected:
    """The rows of `entries` and of `days` as the records make them."""
    revisions: dict[str, list[Record]] = defaultdict(list)
    for record in records.every(connection, report):
        revisions[record.entry].append(record)
    rows = [row for group in revisions.values() if (row := entry_row(group))]
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row[1]):
        first, newest = revisions[row[0]][0], revisions[row[0]][-1]
        by_day[newest.day].append(_entry(newest, first.recorded_at))
    days = [made for day, entries in by_day.items() if (made := day_row(day, entries))]
    return rows, [_stored_day(day) for day in days]
