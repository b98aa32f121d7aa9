"""What was done of an exercise in one session (a trial), and the dose that follows for today."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from routines.exercise import Dose


@dataclass(frozen=True, slots=True)
class Trial:
    """One exercise in one session, as far as progression cares.

    `routine` is the id of the session's routine, `day` its diary day, `dose` what was asked for in the end.
    `whole`: every planned repetition was done. `stopped`: there was a stop for pain in it. `eased`: the person made
    it easier, so that `dose` may be less than it was begun with. `rise` is the next morning's pain minus that before
    the session, in points from -10 to 10; None when either is missing.
    """

    day: date
    routine: str
    exercise: str
    dose: Dose
    whole: bool
    stopped: bool
    eased: bool
    rise: float | None


@dataclass(frozen=True, slots=True)
class DoseToday:
    """What an exercise is done with today, and why, in one short sentence.

    `change` is the direction against what was asked for when it was last done in this routine.
    """

    exercise: str
    dose: Dose
    reason: str
    change: Literal[-1, 0, 1]
