"""How a session stands, and what happens in it: the words that the machine and its listeners share."""

from dataclasses import dataclass
from enum import StrEnum

from routines.exercise import Side


class Status(StrEnum):
    """How a session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FROZEN = "frozen"  # stopped because of pain; the person decides what follows
    OVER = "over"


class Pause(StrEnum):
    """Why a session is paused."""

    ASKED = "asked"
    GAP = "gap"  # nobody looked for too long


class End(StrEnum):
    """How a session ended."""

    FINISHED = "finished"
    STOPPED = "stopped"  # because of pain
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Started:
    """The session began to run."""


@dataclass(frozen=True, slots=True)
class StepBegan:
    """The step with this index of the plan began, `late` seconds before the look that saw it."""

    index: int
    late: float


@dataclass(frozen=True, slots=True)
class RepDone:
    """A repetition, or a timed piece, was finished; one event for each."""

    exercise: str
    set: int
    side: Side | None
    rep: int


@dataclass(frozen=True, slots=True)
class ExerciseLeft:
    """An exercise was left with these sets, each with its side, not done to the end."""

    exercise: str
    sets: tuple[tuple[int, Side | None], ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands still until the person goes on."""

    why: Pause


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person goes on: in so many seconds, which are counted down, the plan's time runs again."""

    ahead: float


@dataclass(frozen=True, slots=True)
class CountedIn:
    """The countdown is over, and the step goes on where it stood."""


@dataclass(frozen=True, slots=True)
class Eased:
    """The rest of an exercise is done in its easier form."""

    exercise: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """The person stopped because of pain."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over."""

    end: End


Event = Started | StepBegan | RepDone | ExerciseLeft | Paused | Resumed | CountedIn | Eased | Frozen | Ended
