"""The records of the journal: only ever added, each with a checksum over all its values."""

import json
import re
import sqlite3
from _blake2 import blake2b  # as hashlib has it, which loads all of OpenSSL first
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from journal.ids import is_id
from journal.record import Body, Draft, Record, Source, from_json, said_of, to_json
from journal.values import RecordError

SELECT = (
    "SELECT id, entry, act, kind, day, at, zone, recorded_at, source, body, deleted, checksum FROM records"
)

LONE_SURROGATES = "[\ud800-\udfff]"
"""Half characters, from command lines with broken bytes: UTF-8 cannot encode them."""

CHECKSUM_BYTES = 16

of_checksum = json.JSONEncoder(default=repr).encode
"""ASCII; a damaged row may hold bytes or numbers."""

of_body = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

Report = Callable[[str], None]
"""Receives one line for each damaged record met."""


class DamagedError(Exception):
    """A stored record that differs from what was written; the message names it."""


def clean_drafts(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts as they will be read back. Raises RecordError when one cannot be stored."""
    return [replace(draft, body=clean(draft.body), zone=_whole(draft.zone)) for draft in drafts]


def clean(body: Body) -> Body:
    """Return a body as it will be read back: half characters become U+FFFD. Raises RecordError if it cannot be stored."""
    try:
        text = of_body(to_json(body))
    except ValueError as error:
        raise RecordError(f"a value of this {body.kind} cannot be kept: {error}") from error
    return from_json(body.kind, json.loads(_whole(text)))


def _whole(text: str) -> str:
    return re.sub(LONE_SURROGATES, "\ufffd", text)


def seal(draft: Draft, *, name: str, act: str, recorded_at: datetime) -> Record:
    """Make the record of a clean draft; without an entry it begins one with its own id."""
    if draft.at.tzinfo is None:
        raise RecordError(f"a {draft.body.kind} needs a time with a zone")
    return Record(
        id=name,
        entry=draft.entry or name,
        act=act,
        day=draft.day,
        at=draft.at.astimezone(UTC),
        zone=draft.zone,
        recorded_at=recorded_at.astimezone(UTC),
        source=draft.source,
        body=draft.body,
        deleted=draft.deleted,
    )


def moment(at: datetime) -> str:
    """Format a moment as text that sorts like moments."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def checksum(values: Iterable[Any]) -> str:
    """Compute the checksum of a row's other columns, in their order."""
    return blake2b(of_checksum(list(values)).encode(), digest_size=CHECKSUM_BYTES).hexdigest()


def insert(connection: sqlite3.Connection, added: Iterable[Record]) -> None:
    """Add records."""
    connection.executemany(
        "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, added)
    )


def _row(record: Record) -> tuple[Any, ...]:
    """Return the row of a record, in the order of SELECT."""
    values = (
        record.id,
        record.entry,
        record.act,
        record.body.kind,
        record.day.isoformat(),
        moment(record.at),
        record.zone,
        moment(record.recorded_at),
        str(record.source),
        of_body(said_of(record.body)),
        int(record.deleted),
    )
    return *values, checksum(values)


def decode(row: tuple[Any, ...]) -> Record:
    """Read the record of a row in the order of SELECT. Raises DamagedError."""
    *values, stored = row
    name, entry, act, kind, day, at, zone, recorded_at, source, body, deleted = values
    if checksum(values) != stored:
        raise DamagedError(f"record {name!r} ({kind!r} of {day!r}) is damaged: its checksum does not match")
    try:
        return Record(
            id=name,
            entry=entry,
            act=act,
            day=date.fromisoformat(day),
            at=datetime.fromisoformat(at),
            zone=zone,
            recorded_at=datetime.fromisoformat(recorded_at),
            source=Source(source),
            body=from_json(kind, json.loads(body)),
            deleted=bool(deleted),
        )
    except ValueError as error:
        raise DamagedError(f"record {name!r} ({kind!r} of {day!r}) cannot be read: {error}") from error


def sound(rows: Iterable[tuple[Any, ...]], report: Report) -> Iterator[Record]:
    """Yield the records of these rows; report the damaged ones and omit them."""
    for row in rows:
        try:
            yield decode(row)
        except DamagedError as error:
            report(str(error))


def every(connection: sqlite3.Connection, report: Report) -> Iterator[Record]:
    """Yield all records, oldest first."""
    return sound(connection.execute(SELECT + " ORDER BY id"), report)


def of_entry(connection: sqlite3.Connection, entry: str, report: Report) -> list[Record]:
    """Return the revisions of an entry, oldest first."""
    rows = connection.execute(SELECT + " WHERE entry = ? ORDER BY id", (entry,))
    return list(sound(rows, report))


def of_act(connection: sqlite3.Connection, act: str, report: Report) -> list[Record]:
    """Return the records of an act, in the order written."""
    rows = connection.execute(SELECT + " WHERE act = ? ORDER BY id", (act,))
    return list(sound(rows, report))


def of_kind(connection: sqlite3.Connection, kind: str, report: Report) -> list[Record]:
    """Return the records of a kind, oldest first."""
    rows = connection.execute(SELECT + " WHERE kind = ? ORDER BY id", (kind,))
    return list(sound(rows, report))


def newest_id(connection: sqlite3.Connection) -> str | None:
    """Return the greatest readable id."""
    names = (str(name) for (name,) in connection.execute("SELECT id FROM records ORDER BY id DESC"))
    return next(filter(is_id, names), None)
