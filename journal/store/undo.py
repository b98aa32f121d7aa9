"""Taking an act back: what it changed is noted again as it was before.

Nothing is removed: the act stays in the journal, and so does the taking back. Acts may be taken back in any order:
what an entry goes back to is always the newest that was said of it by an act that still stands.
"""

import sqlite3
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from journal.observations import Activity, Pain
from journal.record import BOOKKEEPING, Draft, ImportRun, Record, SessionRun, SetRun, Source, Undo
from journal.store import records, views
from journal.store.imports import confirms
from journal.store.query import Query
from journal.store.records import Report

DONE = frozenset({SessionRun.kind, SetRun.kind})
"""Kinds of which no undo takes anything back: what was done in a session was done."""

Notes = Mapping[str, tuple[Record, ImportRun]]
"""The note of each import, by its act."""


def undos(connection: sqlite3.Connection, report: Report) -> dict[str, str]:
    """Each act that took one back, with the act that it took back."""
    found = records.of_kind(connection, Undo.kind, report)
    return {record.act: record.body.act for record in found if isinstance(record.body, Undo)}


def imports(connection: sqlite3.Connection, report: Report) -> Notes:
    """The imports, oldest first."""
    noted = records.of_kind(connection, ImportRun.kind, report)
    return {record.act: (record, record.body) for record in noted if isinstance(record.body, ImportRun)}


def newest_by_hand(connection: sqlite3.Connection, report: Report) -> tuple[str, list[Draft]] | None:
    """The newest act by hand that can be taken back, with what to write then."""
    with closing(_acts_by_hand(connection)) as acts:
        drafts = ((act, drafts_taking_back(connection, act, report)) for act in acts)
        return next(((act, found) for act, found in drafts if found is not None), None)


def _acts_by_hand(connection: sqlite3.Connection) -> Generator[str, None, None]:
    """The acts in which something was typed, newest first."""
    rows = connection.execute(
        "SELECT act FROM records WHERE source = ? AND kind NOT IN ('undo', 'import') ORDER BY id DESC",
        (str(Source.TYPED),),
    )
    with closing(rows):
        last = None
        for (act,) in rows:  # the records of an act follow each other
            if act != last:
                yield act
            last = act


def drafts_taking_back(connection: sqlite3.Connection, act: str, report: Report) -> list[Draft] | None:
    """What to write to take `act` back; nothing, when all of it was changed since.

    None when it was taken back before, or when there is nothing in it that can be.
    """
    undone_by = undos(connection, report)
    gone = {*undone_by, *undone_by.values()}
    if act in gone:
        return None
    notes = imports(connection, report)
    touched = _touched(connection, act, notes, report)
    if not touched:
        return None
    said = (_said(records.of_entry(connection, entry, report), notes) for entry in sorted(touched))
    restored = (_restored(_standing(revisions, gone), act) for revisions in said)
    return [draft for draft in restored if draft]


def _touched(connection: sqlite3.Connection, act: str, notes: Notes, report: Report) -> set[str]:
    """The entries that an act wrote or, when it is an import, confirmed."""
    written = records.of_act(connection, act, report)
    touched = {record.entry for record in written if not _stays(record)}
    if act in notes:
        held = views.read_entries(connection, report, Query(kinds={Pain.kind, Activity.kind}))
        record, run = notes[act]
        touched |= {e.id for e in held if e.source is record.source and confirms(run, e)}
    return touched


def _stays(record: Record) -> bool:
    """Whether no undo touches this: bookkeeping, and what was done in a session unless it was deleted by hand."""
    kind = record.body.kind
    return kind in BOOKKEEPING or (kind in DONE and not record.deleted)


def _said(revisions: Sequence[Record], notes: Notes) -> list[Record]:
    """All that was said of an entry, oldest first: its revisions and, for each import that confirmed one, that
    revision once more as if the import had written it.
    """
    confirmed = (_confirmed(revisions, note, run) for note, run in notes.values())
    return sorted([*revisions, *(one for one in confirmed if one)], key=lambda record: record.id)


def _confirmed(revisions: Iterable[Record], note: Record, run: ImportRun) -> Record | None:
    before = [revision for revision in revisions if revision.id < note.id]
    if not before or before[-1].deleted or before[-1].source is not note.source:
        return None
    return replace(before[-1], id=note.id, act=note.act) if confirms(run, before[-1]) else None


def _standing(said: Iterable[Record], gone: Collection[str]) -> list[Record]:
    """What was neither taken back nor written by taking something back."""
    return [record for record in said if record.act not in gone]


def _restored(standing: Sequence[Record], act: str) -> Draft | None:
    """The newest that is not of this act; without one, the newest of all, deleted. None when nothing changes."""
    if not standing or standing[-1].act != act:
        return None
    before = [record for record in standing if record.act != act]
    shown = _draft(standing[-1])
    wanted = _draft(before[-1]) if before else replace(shown, deleted=True)
    return None if wanted == shown else wanted


def _draft(record: Record) -> Draft:
    return Draft(
        body=record.body,
        day=record.day,
        at=record.at,
        zone=record.zone,
        source=record.source,
        entry=record.entry,
        deleted=record.deleted,
    )
