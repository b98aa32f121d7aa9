"""Looking for faults in a journal, and making its views anew when only they are at fault."""

import sqlite3
from dataclasses import dataclass

from journal.store import schema, views

ONLY_SHOWN = (
    "only what is shown is at fault, not the records: to make it anew of them, tolerable check --repair"
)
BEYOND = "what is not damaged can still be read; make a copy of the file before anything else"


class RepairError(schema.SchemaError):
    """A journal that cannot be mended: more is at fault than its views."""


@dataclass(frozen=True, slots=True)
class Faults:
    """One line for each fault: those of the views, which can be made anew, and those `beyond` them."""

    beyond: tuple[str, ...]
    views: tuple[str, ...]

    @property
    def advice(self) -> str | None:
        """What to do, if anything."""
        if self.beyond:
            return BEYOND
        return ONLY_SHOWN if self.views else None


def find(connection: sqlite3.Connection) -> Faults:
    """All faults of a journal of this version. Within a transaction of the caller."""
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


def mend(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Make the views anew when they are at fault; the faults they had. Within a transaction of the caller.

    Raises RepairError when more than the views is at fault: the journal is then left as it is.
    """
    faults = find(connection)
    if faults.beyond:
        raise RepairError(f"was left as it is, for more is at fault than what is shown: {faults.beyond[0]}")
    if faults.views:
        views.rebuild(connection, lambda _: None)  # no record is damaged
    return faults.views
