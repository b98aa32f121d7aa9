"""Taking an act back: what it changed is noted again as it was before.

Nothing is removed: the act stays in the journal, and so does the taking back.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from journal.record import BOOKKEEPING, Draft, Record, SessionRun, SetRun, Source, Undo
from journal.store import records
from journal.store.records import Report

UNTOUCHED = BOOKKEEPING | {SessionRun.kind, SetRun.kind}
"""Kinds that no undo takes back: what was done in a session was done."""


def undos(connection: sqlite3.Connection, report: Report) -> dict[str, str]:
    """Each act that took one back, with the act that it took back."""
    found = records.of_kind(connection, Undo.kind, report)
    return {record.act: record.body.act for record in found if isinstance(record.body, Undo)}


def acts_by_hand(connection: sqlite3.Connection) -> Iterator[str]:
    """The acts in which something was typed, newest first."""
    rows = connection.execute(
        """SELECT act, MAX(id) AS newest FROM records
        WHERE source = ? AND kind NOT IN ('undo', 'import', 'session', 'set')
        GROUP BY act ORDER BY newest DESC""",
        (str(Source.TYPED),),
    )
    return (act for act, _ in rows)


def in_force(revisions: Sequence[Record], undone_by: Mapping[str, str]) -> list[Record]:
    """The revisions of an entry without those taken back and those that took them back, oldest first."""
    standing: list[Record] = []
    for record in revisions:
        if record.act not in undone_by:
            standing.append(record)
            continue
        while standing and standing[-1].act == undone_by[record.act]:
            standing.pop()
    return standing


def drafts_taking_back(connection: sqlite3.Connection, act: str, report: Report) -> list[Draft]:
    """What to write to take `act` back: nothing when that was done, or when its entries were changed since."""
    undone_by = undos(connection, report)
    if act in undone_by or act in undone_by.values():
        return []
    touched = {r.entry for r in records.of_act(connection, act, report) if r.body.kind not in UNTOUCHED}
    standing = (in_force(records.of_entry(connection, entry, report), undone_by) for entry in sorted(touched))
    return [_restored(revisions, act) for revisions in standing if revisions and revisions[-1].act == act]


def _restored(standing: Sequence[Record], act: str) -> Draft:
    """The newest revision that is not of this act; without one, the newest of all, deleted."""
    before = [record for record in standing if record.act != act]
    record = before[-1] if before else standing[-1]
    return Draft(
        body=record.body,
        day=record.day,
        at=record.at,
        zone=record.zone,
        source=record.source,
        entry=record.entry,
        deleted=record.deleted or not before,
    )
