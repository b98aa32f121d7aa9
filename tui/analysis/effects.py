"""What is read of the journal for the effects: one frozen value, made where the journal is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.effects.exercises import ExerciseEffect, exercise_effects
from journal.effects.reliefs import ReliefEffect, relief_effects
from journal.observations import Pain, Relief
from journal.record import Entry, SessionRun, SetRun

if TYPE_CHECKING:
    from journal.store.store import Store
    from routines.files.loader import Library

DAYS = 365
"""So many days count, up to the newest rating or relief: what a body took badly years ago says little of today."""

READ = frozenset({Pain.kind, Relief.kind, SessionRun.kind, SetRun.kind})
NEWEST = frozenset({Pain.kind, Relief.kind})


@dataclass(frozen=True, slots=True)
class Effects:
    """What followed exercises and reliefs in the last DAYS days, what stands out first.

    `names` are those of the exercises that are known, by id.
    """

    exercises: tuple[ExerciseEffect, ...]
    reliefs: tuple[ReliefEffect, ...]
    names: Mapping[str, str]


def names_of(library: "Library") -> Mapping[str, str]:
    """The exercises' names by id."""
    return {exercise.id: exercise.name for exercise in library.exercises.values()}


def effects_of(entries: Sequence[Entry], names: Mapping[str, str]) -> Effects:
    """What followed exercises and reliefs in these entries; of a year it can take a second."""
    return Effects(exercise_effects(entries), relief_effects(entries), names)


def last_days(store: "Store", today: date) -> Sequence[Entry]:
    """What counts of the DAYS days that end with the newest rating or relief. Raises JournalError."""
    newest = store.entries(until=today, kinds=NEWEST, newest=1)
    last = newest[0].day if newest else today
    first = date.fromordinal(max(last.toordinal() - DAYS + 1, date.min.toordinal()))
    return store.entries(since=first, until=today, kinds=READ)
