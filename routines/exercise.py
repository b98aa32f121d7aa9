"""The values that everything else in `routines` speaks of: exercises, doses, routines.

All are frozen: a change is a new value. Times are seconds, `set` and `rep` count from 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from routines.figure.skeleton import Poses


class Aim(StrEnum):
    """What an exercise is for."""

    MOBILITY = "mobility"
    STRETCH = "stretch"
    STABILITY = "stability"
    STRENGTH = "strength"


class StartPosition(StrEnum):
    """How the body lies, kneels, sits or stands while an exercise is done."""

    STANDING = "standing"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    SEATED_FLOOR = "seated-floor"


class Surface(StrEnum):
    """Where an exercise can be done."""

    FLOOR = "floor"
    BED = "bed"


class Sides(StrEnum):
    """How an exercise uses the two sides of the body.

    `NONE`: both at once. `ALTERNATING`: every repetition left, then right; the pair is one repetition.
    `BLOCKS`: all sets of the left side, then one turn over, then all sets of the right side.
    """

    NONE = "none"
    ALTERNATING = "alternating"
    BLOCKS = "blocks"


class Side(StrEnum):
    """One side: of a turn or twist its direction, of a leg lift the leg that is lifted."""

    LEFT = "left"
    RIGHT = "right"


class Phase(StrEnum):
    """What a step of a plan asks for."""

    PREPARE = "prepare"  # get into the position of the exercise that comes
    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"
    WORK = "work"  # a timed piece without counted repetitions
    SWITCH = "switch"  # change to the other side
    REST = "rest"  # between two sets
    FINISH = "finish"  # get up


class Glide(StrEnum):
    """Where the tone of a slow movement goes: up on the way out, down on the return."""

    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Movement:
    """One timed part of a repetition.

    `seconds` is None for `work`, whose length is the dose's, and otherwise over 0 and at most 600.
    `say` is spoken in the gap before. `glide` is None where the order of the movements says it.
    `to` names the pose that it leads to; None keeps the pose. `work` leads `through` poses again and again instead,
    `every` seconds to the next.
    """

    phase: Phase
    seconds: float | None
    say: str | None = None
    glide: Glide | None = None
    to: str | None = None
    through: tuple[str, ...] = ()
    every: float | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: sets of repetitions, or sets of a timed piece.

    For an exercise with sides, `reps` and `sets` are those of each side. `rest` is the time between two
    sets. `hold` replaces the seconds of every hold of the repetition; None keeps the exercise's own.
    `seconds` is the length of a timed piece and given exactly for exercises whose repetition is `work`.
    """

    reps: int = 1
    sets: int = 1
    rest: float = 0.0
    hold: float | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """Who should take care with a movement, and what to do instead.

    `use` is the exercise that `instead` names, if it is one, and `takes` holds its movements: to a person who
    leaves it out it is no alternative.
    """

    motion: str
    text: str
    instead: str | None = None
    use: str | None = None
    takes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Easier:
    """The gentler form of an exercise: what to change, and the dose it is done with."""

    text: str
    dose: Dose


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as its YAML file states it.

    `dose` is where a first day begins, `full` the whole amount, `rungs` the steps between and beyond, in
    order, up to the cap. `switch` is the time for changing sides. `motion` holds the tags by which a person
    can leave movements out.
    """

    id: str
    name: str
    aim: Aim
    position: StartPosition
    repetition: tuple[Movement, ...]
    dose: Dose
    full: Dose
    steps: tuple[str, ...]
    rungs: tuple[Dose, ...] = ()
    aka: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    surface: tuple[Surface, ...] = (Surface.FLOOR,)
    motion: tuple[str, ...] = ()
    sides: Sides = Sides.NONE
    switch: float = 0.0
    easier: Easier | None = None
    breathing: str | None = None
    cautions: tuple[Caution, ...] = ()
    poses: Poses | None = None

    @property
    def timed(self) -> bool:
        """Whether it is done for a time instead of a number of repetitions."""
        return any(movement.phase is Phase.WORK for movement in self.repetition)


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise in a routine, with the dose it is done with there."""

    exercise: Exercise
    dose: Dose


@dataclass(frozen=True, slots=True)
class Routine:
    """A named sequence of exercises with their doses.

    `note` is a sentence on what the routine is for. `own` is True for a routine from the person's folder, `fixed` for
    one whose doses stay as they are whatever was done.
    """

    id: str
    name: str
    items: tuple[Item, ...]
    note: str | None = None
    own: bool = False
    fixed: bool = False

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)
