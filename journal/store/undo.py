"""Undo an act: write again what each of its entries was before.

Nothing is removed: the act and its undo both stay in the journal. Acts may be undone in any order: an entry goes
back to its newest revision by an act that is not undone.
"""

import sqlite3
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from journal.observations import Activity, Pain
from journal.record import BOOKKEEPING, Draft, ImportAct, ImportRun, Record, SessionRun, SetRun, Source, Undo
from journal.store import records, views
from journal.store.imports import confirms
from journal.store.query import Query
from journal.store.records import Report
from journal.store.writer import Writer

SESSION_KINDS = frozenset({SessionRun.kind, SetRun.kind})
"""Kinds that no undo changes: what was done in a session was done."""

ImportMarks = Mapping[str, tuple[Record, ImportRun]]
"""The mark of each import, by its act."""


def undos(connection: sqlite3.Connection, report: Report) -> dict[str, str]:
    """Return the acts that undid one, each with the act that it undid."""
    found = records.of_kind(connection, Undo.kind, report)
    return {record.act: record.body.act for record in found if isinstance(record.body, Undo)}


def import_marks(connection: sqlite3.Connection, report: Report) -> ImportMarks:
    """Return the marks of all imports, oldest first."""
    marks = records.of_kind(connection, ImportRun.kind, report)
    return {record.act: (record, record.body) for record in marks if isinstance(record.body, ImportRun)}


def list_imports(connection: sqlite3.Connection, report: Report) -> list[ImportAct]:
    """Return all imports, oldest first."""
    undone = set(undos(connection, report).values())
    marks = import_marks(connection, report)
    return [ImportAct(act, run, record.day, act in undone) for act, (record, run) in marks.items()]


def undo_newest(writer: Writer) -> tuple[Record, ...] | None:
    """Undo the newest act by hand that can be undone; None when there is none."""
    with closing(_acts_by_hand(writer.connection)) as acts:
        records_written = (undo_act(writer, act) for act in acts)
        return next((written for written in records_written if written is not None), None)


def undo_act(writer: Writer, act: str) -> tuple[Record, ...] | None:
    """Undo an act; None when it was undone before, or nothing in it can be."""
    drafts = drafts_to_undo(writer.connection, act, writer.report)
    if drafts is None:
        return None
    return writer.append([*drafts, writer.bookkeeping(Undo(act), source=Source.TYPED)])


def _acts_by_hand(connection: sqlite3.Connection) -> Generator[str, None, None]:
    """Yield the acts with something typed, newest first."""
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


def drafts_to_undo(connection: sqlite3.Connection, act: str, report: Report) -> list[Draft] | None:
    """Return what to write to undo `act`; an empty list when all of it was changed since.

    None when it was undone before, or when nothing in it can be undone.
    """
    undone_by = undos(connection, report)
    gone = {*undone_by, *undone_by.values()}
    if act in gone:
        return None
    marks = import_marks(connection, report)
    touched = _touched(connection, act, marks, report)
    if not touched:
        return None
    statements = (
        _statements(records.of_entry(connection, entry, report), marks) for entry in sorted(touched)
    )
    restored = (_restored(_valid(revisions, gone), act) for revisions in statements)
    return [draft for draft in restored if draft]


def _touched(connection: sqlite3.Connection, act: str, marks: ImportMarks, report: Report) -> set[str]:
    """Return the entries that an act wrote or, as an import, confirmed."""
    written = records.of_act(connection, act, report)
    touched = {record.entry for record in written if not _is_permanent(record)}
    if act in marks:
        held = views.read_entries(connection, report, Query(kinds={Pain.kind, Activity.kind}))
        record, run = marks[act]
        touched |= {e.id for e in held if e.source is record.source and confirms(run, e)}
    return touched


def _is_permanent(record: Record) -> bool:
    """Whether no undo changes this: bookkeeping, and parts of a session unless deleted by hand."""
    kind = record.body.kind
    return kind in BOOKKEEPING or (kind in SESSION_KINDS and not record.deleted)


def _statements(revisions: Sequence[Record], marks: ImportMarks) -> list[Record]:
    """Return the revisions of an entry, oldest first.

    For each import that confirmed a revision, that revision follows once more as if the import had written it.
    """
    confirmations = (_confirmation(revisions, mark, run) for mark, run in marks.values())
    return sorted([*revisions, *filter(None, confirmations)], key=lambda record: record.id)


def _confirmation(revisions: Iterable[Record], mark: Record, run: ImportRun) -> Record | None:
    before = [revision for revision in revisions if revision.id < mark.id]
    if not before or before[-1].deleted or before[-1].source is not mark.source:
        return None
    return replace(before[-1], id=mark.id, act=mark.act) if confirms(run, before[-1]) else None


def _valid(statements: Iterable[Record], gone: Collection[str]) -> list[Record]:
    """Keep the records that were neither undone nor written by an undo."""
    return [record for record in statements if record.act not in gone]


def _restored(valid: Sequence[Record], act: str) -> Draft | None:
    """Return the newest record of another act, else the newest of all, deleted. None when nothing changes."""
    if not valid or valid[-1].act != act:
        return None
    before = [record for record in valid if record.act != act]
    shown = _draft(valid[-1])
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
