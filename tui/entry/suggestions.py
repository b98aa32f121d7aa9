"""Words and ratings from recent entries that a form suggests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.days import DayRow
from journal.observations import Activity, Note, Pain, Position, Recall, Relief, Skip
from journal.positions import Stretch, stretches
from journal.record import Entry

if TYPE_CHECKING:
    from journal.store.store import Store

BY_HAND = frozenset({Pain.kind, Activity.kind, Position.kind, Relief.kind, Skip.kind, Note.kind})
NEWEST = 60
"""Entries of each kind that are read: a few weeks of them."""

POSITIONS = 200
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Words used before, the newest first; the newest rating of a moment; and the positions, oldest first."""

    tags: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    rating: Entry | None = None
    positions: tuple[Stretch, ...] = ()


def read_suggestions(store: "Store") -> Suggestions:
    """Read the suggestions from the newest entries. Raises JournalError."""
    noted = store.entries(kinds=BY_HAND, newest=NEWEST)
    reliefs = store.entries(kinds={Relief.kind}, newest=NEWEST)
    skips = store.entries(kinds={Skip.kind}, newest=NEWEST)
    pains = store.entries(kinds={Pain.kind}, newest=NEWEST)
    return Suggestions(
        _words(tag for entry in reversed(noted) for tag in getattr(entry.body, "tags", ())),
        _words(entry.body.means for entry in reversed(reliefs) if isinstance(entry.body, Relief)),
        _words(entry.body.reason for entry in reversed(skips) if isinstance(entry.body, Skip)),
        next((pain for pain in reversed(pains) if _of_a_moment(pain)), None),
        stretches(store.entries(kinds={Position.kind}, newest=POSITIONS)),
    )


def read_row(store: "Store", day: date) -> DayRow | None:
    """The row of a day, if it has entries. Raises JournalError."""
    return next(iter(store.days(since=day, until=day)), None)


def _of_a_moment(entry: Entry) -> bool:
    return isinstance(entry.body, Pain) and entry.body.recall not in {Recall.AVERAGE, Recall.WORST}


def _words(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in found if word))[:MOST_WORDS]
