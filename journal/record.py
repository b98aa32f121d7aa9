"""What the journal is made of: frozen records, one body type a kind.

A `Draft` is what somebody wants written; the store makes a `Record` of it. An `Entry` is the current view of
one thing noted: its newest record, unless that says it was deleted.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

BACKFILLED_AFTER = timedelta(hours=24)
"""An entry recorded later than this after what it is about was filled in from memory."""

MAX_STEPS = 200_000
"""More steps than anybody walks in a day: a larger number is a slip of the keyboard."""

MINUTES_A_DAY = 24 * 60


class RecordError(ValueError):
    """A value that no record can hold; the message says which, and what is allowed."""


class Recall(StrEnum):
    """What a pain rating speaks of. The last four belong to a session and to no day's pain."""

    NOW = "now"
    AVERAGE = "average"
    WORST = "worst"
    BEFORE = "before"  # a session
    DURING = "during"  # a session, after one of its exercises
    AFTER = "after"  # a session
    MORNING = "morning"  # after a session


OF_A_DAY = (Recall.NOW, Recall.AVERAGE, Recall.WORST)
"""What a rating may speak of that belongs to no session."""


class Site(StrEnum):
    """Where it hurts."""

    LOW_BACK = "low-back"
    BUTTOCK = "buttock"
    LEG = "leg"
    BELOW_KNEE = "below-knee"


class SessionState(StrEnum):
    """How far a session came. `RUNNING` with no program running it: it was killed."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"  # because of pain
    LEFT = "left"  # ended early by the person, or with the program


class Outcome(StrEnum):
    """How a set of an exercise ended."""

    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    STOPPED = "stopped"  # because of pain
    LEFT = "left"  # the session ended in it


class Source(StrEnum):
    """Where a record comes from. Only what is `TYPED` is undone by `undo`."""

    TYPED = "typed"
    SESSION = "session"
    TABLE = "import:table"


def number(value: object, what: str, most: float) -> float:
    """Return `value` as an int when it is whole; it must be finite and between 0 and `most`.

    Raises RecordError, naming `what` and the range.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise RecordError(f"{what} must be a number from 0 to {most:g}")
    if not 0 <= value <= most:
        raise RecordError(f"{what} must be from 0 to {most:g}, not {value:g}")
    return int(value) if value == int(value) else value


@dataclass(frozen=True, slots=True)
class Pain:
    """A rating on the numeric rating scale (NRS): 0 no pain, 10 the worst imaginable.

    Whole numbers when rated; the average of an imported day may lie between. A rating that belongs to a
    session names its entry, and one given after an exercise that exercise's id.
    """

    kind: ClassVar[str] = "pain"

    nrs: float
    recall: Recall = Recall.NOW
    sites: tuple[Site, ...] = ()
    note: str = ""
    session: str | None = None
    exercise: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "nrs", number(self.nrs, "pain", 10))
        object.__setattr__(self, "recall", Recall(self.recall))
        object.__setattr__(self, "sites", tuple(Site(site) for site in self.sites))


MEASURES: Mapping[str, float] = {
    "steps": MAX_STEPS,
    "active_minutes": MINUTES_A_DAY,
    "sitting_minutes": MINUTES_A_DAY,
    "load": 10,
}
"""The measures of activity, each with its largest value. `load` is felt: 0 to 10 against one's usual."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What was done on a day, by measure. None is unknown; 0 is a value. At least one is given."""

    kind: ClassVar[str] = "activity"

    steps: float | None = None
    active_minutes: float | None = None
    sitting_minutes: float | None = None
    load: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for measure, most in MEASURES.items():
            value = getattr(self, measure)
            if value is not None:
                object.__setattr__(self, measure, number(value, measure.replace("_", " "), most))
        if not self.values():
            raise RecordError("an activity needs at least one value: steps, minutes, sitting or load")

    def values(self) -> dict[str, float]:
        """The measures that are given."""
        return {m: value for m in MEASURES if (value := getattr(self, m)) is not None}


@dataclass(frozen=True, slots=True)
class SessionRun:
    """One run through a routine: the doses it was done with, and how far it came.

    `doses` maps an exercise's id to its dose (`reps`, `sets`, `rest`, `hold`, `seconds`), as planned.
    """

    kind: ClassVar[str] = "session"

    routine: str
    name: str
    doses: Mapping[str, Mapping[str, float | None]]
    state: SessionState
    planned_seconds: float
    active_seconds: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "state", SessionState(self.state))
        if not (0 <= self.active_seconds < math.inf and 0 <= self.planned_seconds < math.inf):
            raise RecordError("the seconds of a session must be finite and not below 0")


@dataclass(frozen=True, slots=True)
class SetRun:
    """One set of one exercise on one side, within a session.

    `session` is the entry of the session. `reps_done` counts finished repetitions, or finished timed pieces.
    """

    kind: ClassVar[str] = "set"

    session: str
    exercise: str
    set: int
    side: str | None
    planned_reps: int
    reps_done: int
    outcome: Outcome
    reason: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", Outcome(self.outcome))
        if not 0 <= self.reps_done <= self.planned_reps:
            raise RecordError(f"{self.reps_done} repetitions done of {self.planned_reps} planned cannot be")


@dataclass(frozen=True, slots=True)
class Undo:
    """A note of the journal to itself: the act that this act took back."""

    kind: ClassVar[str] = "undo"

    act: str


@dataclass(frozen=True, slots=True)
class ImportRun:
    """A note of the journal to itself: which file this act brought in (`sha256` of its bytes).

    `confirmed` is what was known already: by topic, spans of days, each its first and its last as ISO dates.
    """

    kind: ClassVar[str] = "import"

    file: str
    sha256: str
    rows: int
    confirmed: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)


Body = Pain | Activity | SessionRun | SetRun | Undo | ImportRun

BODIES: Mapping[str, type[Body]] = {b.kind: b for b in (Pain, Activity, SessionRun, SetRun, Undo, ImportRun)}

BOOKKEEPING = frozenset({Undo.kind, ImportRun.kind})
"""Kinds that speak of the journal, not of the person: no entry of the history."""


def to_json(body: Body) -> dict[str, Any]:
    """The body as plain JSON values."""
    return {one.name: getattr(body, one.name) for one in fields(body)}


def from_json(kind: str, values: Mapping[str, Any]) -> Body:
    """The body of a record of this kind. Raises RecordError when it cannot be one."""
    if kind not in BODIES:
        raise RecordError(f"there is no kind of record called {kind!r}")
    try:
        return BODIES[kind](**values)
    except (TypeError, ValueError) as error:
        raise RecordError(f"not a record of the kind {kind}: {error}") from error


@dataclass(frozen=True, slots=True)
class Draft:
    """Something to be written: a new entry, or a new revision of the entry `entry`.

    `day` is the diary day it is about, `at` the moment it is about (aware, any zone), `zone` the person's
    zone then: an IANA name, or an offset such as `+02:00`.
    """

    body: Body
    day: date
    at: datetime
    zone: str
    source: Source = Source.TYPED
    entry: str | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the journal, never changed: `id` is a UUIDv7, `at` and `recorded_at` are UTC."""

    id: str
    entry: str
    act: str
    day: date
    at: datetime
    zone: str
    recorded_at: datetime
    source: Source
    body: Body
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal holds now about one thing.

    `act` is the act of its newest record, `recorded_at` the moment when it was first recorded.
    """

    id: str
    act: str
    day: date
    at: datetime
    zone: str
    recorded_at: datetime
    source: Source
    body: Body

    @property
    def kind(self) -> str:
        """The kind of its body."""
        return self.body.kind

    @property
    def backfilled(self) -> bool:
        """Whether it was filled in from memory, a day or more later."""
        return self.recorded_at - self.at > BACKFILLED_AFTER
