"""The values of the journal: frozen records, with one body type for each kind.

The store writes a `Draft` as a `Record`. An `Entry` is the newest record of one thing logged, unless deleted.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from journal.observations import OF_A_DAY, Activity, Note, Pain, Position, Relief, Skip
from journal.values import RecordError

BACKFILLED_AFTER = timedelta(hours=24)
"""An entry made later than this after its moment counts as added later."""


class SessionState(StrEnum):
    """How far a session got. `RUNNING` without a program that runs it: it was interrupted."""

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
    """Origin of a record. `undo` undoes only `TYPED` ones."""

    TYPED = "typed"
    SESSION = "session"
    TABLE = "import:table"


@dataclass(frozen=True, slots=True)
class SessionRun:
    """One run through a routine: its doses, and how far it got.

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
    """Bookkeeping: the act that this act undid."""

    kind: ClassVar[str] = "undo"

    act: str


@dataclass(frozen=True, slots=True)
class ImportRun:
    """Bookkeeping: the file that this act imported (`sha256` of its bytes).

    `confirmed` holds the values known before: by topic, spans of days, each with first and last ISO date.
    """

    kind: ClassVar[str] = "import"

    file: str
    sha256: str
    rows: int
    confirmed: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)


Body = Pain | Activity | Position | Relief | Skip | Note | SessionRun | SetRun | Undo | ImportRun

BODIES: Mapping[str, type[Body]] = {
    b.kind: b for b in (Pain, Activity, Position, Relief, Skip, Note, SessionRun, SetRun, Undo, ImportRun)
}

USUAL: Mapping[str, Mapping[str, Any]] = {
    kind: {item.name: item.default for item in fields(body) if item.default is not MISSING}
    for kind, body in BODIES.items()
}
"""The default values of the fields, by kind."""

BOOKKEEPING = frozenset({Undo.kind, ImportRun.kind})
"""Kinds about the journal itself; they are not entries of the history."""


def to_json(body: Body) -> dict[str, Any]:
    """Return all fields of a body as plain JSON values."""
    return {item.name: getattr(body, item.name) for item in fields(body)}


def said_of(body: Body) -> dict[str, Any]:
    """Return the values of `to_json` that differ from the defaults."""
    usual = USUAL[body.kind]
    return {name: value for name, value in to_json(body).items() if name not in usual or value != usual[name]}


def from_json(kind: str, values: Mapping[str, Any]) -> Body:
    """Build a body of this kind. Raises RecordError when the values do not fit."""
    if kind not in BODIES:
        raise RecordError(f"there is no kind of record called {kind!r}")
    try:
        return BODIES[kind](**values)
    except (TypeError, ValueError) as error:
        raise RecordError(f"not a record of the kind {kind}: {error}") from error


@dataclass(frozen=True, slots=True)
class Draft:
    """Something to write: a new entry, or a new revision of the entry `entry`.

    `day` is its diary day, `at` its moment (aware, any zone), `zone` the person's zone then: an IANA name, or an
    offset such as `+02:00`.
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
    """The current state of one thing logged.

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
        """Kind of the body."""
        return self.body.kind

    @property
    def backfilled(self) -> bool:
        """Whether it was added later, over 24 hours after its moment."""
        return self.recorded_at - self.at > BACKFILLED_AFTER


def of_a_session(entry: Entry) -> bool:
    """Whether an entry is a rating that belongs to a session."""
    return isinstance(entry.body, Pain) and (
        entry.body.session is not None or entry.body.recall not in OF_A_DAY
    )


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The result of an import or of its preview; `act` is None when nothing was written.

    `new` and `same` count values; `changed` lists the days whose value changed, with the values before and after.
    """

    act: str | None
    new: int
    changed: tuple[tuple[date, Body, Body], ...]
    same: int


@dataclass(frozen=True, slots=True)
class ImportAct:
    """An import in the journal; `day` is the diary day on which it was made."""

    act: str
    run: ImportRun
    day: date
    undone: bool
