"""Find faults in a journal, and rebuild its views when only they are damaged."""

import sqlite3
from dataclasses import dataclass

from journal.store import schema, views

VIEWS_DAMAGED = (
    "your entries are intact, but the view of them is damaged; to rebuild it: tolerable check --repair"
)
RECORDS_DAMAGED = "undamaged entries can still be read; make a copy of the file before anything else"


class RepairError(schema.SchemaError):
    """The journal cannot be repaired: more than its views is damaged."""


@dataclass(frozen=True, slots=True)
class Faults:
    """One line for each fault: those of the views, which can be rebuilt, and those `beyond` them."""

    beyond: tuple[str, ...]
    views: tuple[str, ...]

    @property
    def advice(self) -> str | None:
        """What the person can do; None without faults."""
        if self.beyond:
            return RECORDS_DAMAGED
        return VIEWS_DAMAGED if self.views else None


def find_faults(connection: sqlite3.Connection) -> Faults:
    """Find all faults of a journal of this version. Within a transaction of the caller."""
    integrity = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    odd = schema.faults(connection)
    of_views = [line for name, line in odd if name in schema.OF_A_VIEW]
    beyond = [*integrity, *(line for name, line in odd if name not in schema.OF_A_VIEW)]
    if "records" in dict(odd):
        return Faults(tuple(beyond), tuple(of_views))
    damaged: dict[str, None] = {}
    made = views.expected(connection, damaged.setdefault)
    if not {"entries", "days"} & dict(odd).keys():
        of_views += views.faults(connection, made)
    return Faults((*beyond, *damaged), tuple(of_views))


def check_journal(connection: sqlite3.Connection, where: str) -> list[str]:
    """Return one line for each fault of a journal of this version, then one with what to do."""
    faults = find_faults(connection)
    advice = [f"{where}: {faults.advice}"] if faults.advice else []
    return [*faults.beyond, *faults.views, *advice]


def rebuild_views(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Rebuild the views if they are damaged; return their faults. Within a transaction of the caller.

    Raises RepairError, and changes nothing, when more than the views is damaged.
    """
    faults = find_faults(connection)
    if faults.beyond:
        raise RepairError(f"was not changed, because more than the view is damaged: {faults.beyond[0]}")
    if faults.views:
        views.rebuild(connection, lambda _: None)  # no record is damaged
    return faults.views
