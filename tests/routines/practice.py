"""Three exercises on four rungs, and trials of them."""

from dataclasses import replace
from datetime import date, timedelta

from routines.exercise import Dose, Exercise
from routines.trials import Trial
from tests.routines import samples as small

MONDAY = date(2026, 11, 2)

RUNGS = tuple(Dose(reps=reps) for reps in (5, 8, 10, 12))
TILT, CAMEL, CURL = (
    replace(small.exercise(name, RUNGS[0]), rungs=RUNGS) for name in ("tilt", "camel", "curl")
)
ROUTINE = small.routine(TILT, CAMEL, CURL)
ALONE = small.routine(TILT)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def trial(
    on: int,
    reps: int = 5,
    *,
    exercise: Exercise = TILT,
    routine: str = "small",
    whole: bool = True,
    stopped: bool = False,
    eased: bool = False,
    rise: float | None = 0,
) -> Trial:
    return Trial(day(on), routine, exercise.id, Dose(reps=reps), whole, stopped, eased, rise)
