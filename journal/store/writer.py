"""Append records to the journal, within a transaction of the caller."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from journal.days import day_of
from journal.ids import Ids
from journal.record import Draft, ImportRun, Record, Source, Undo
from journal.store import records, views
from journal.store.records import Report


@dataclass(frozen=True, slots=True)
class Writer:
    """Appends records to an open journal; `report` receives a line for each damaged record met."""

    connection: sqlite3.Connection
    ids: Ids
    now: Callable[[], datetime]
    ends: time
    report: Report

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """Write cleaned drafts as one act and update the views."""
        # read within the transaction: another program may write too
        newest = records.newest_id(self.connection)
        act, now = self.ids(after=newest), self.now()
        written = tuple(records.seal(draft, name=self.ids(), act=act, recorded_at=now) for draft in drafts)
        records.insert(self.connection, written)
        views.project(self.connection, written, self.report)
        return written

    def bookkeeping(self, body: Undo | ImportRun, source: Source) -> Draft:
        """Make the draft that marks an undo or an import, for this moment."""
        now = self.now()
        return Draft(body, day=day_of(now, self.ends), at=now, zone=_zone(now), source=source)


def _zone(moment: datetime) -> str:
    """Name the zone of a local time: its IANA name, else its offset."""
    return getattr(moment.tzinfo, "key", None) or moment.isoformat()[-len("+00:00") :]
