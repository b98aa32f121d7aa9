"""Exercises and routines small enough to follow by hand."""

from routines.exercise import Aim, Dose, Exercise, Item, Movement, Phase, Routine, Sides, StartPosition

UP = Movement(Phase.MOVE, 2.0, "up")
HOLD = Movement(Phase.HOLD, 3.0)
WORK = Movement(Phase.WORK, None, "tap")


def exercise(
    name: str,
    dose: Dose,
    *,
    position: StartPosition = StartPosition.SUPINE,
    sides: Sides = Sides.NONE,
    switch: float = 0.0,
    repetition: tuple[Movement, ...] = (UP, HOLD),
) -> Exercise:
    return Exercise(
        id=name,
        name=name.capitalize(),
        aim=Aim.MOBILITY,
        position=position,
        repetition=repetition,
        dose=dose,
        full=dose,
        steps=("Do it.",),
        sides=sides,
        switch=switch,
    )


def routine(*exercises: Exercise) -> Routine:
    return Routine("small", "Small", tuple(Item(e, e.dose) for e in exercises))


TILT = exercise("tilt", Dose(reps=2))
CURL = exercise("curl", Dose(reps=1, sets=2, rest=4.0))
LIFT = exercise(
    "lift", Dose(reps=1, sets=2, rest=4.0), position=StartPosition.SIDE_LYING, sides=Sides.BLOCKS, switch=15.0
)
ROLL = exercise("roll", Dose(reps=2), sides=Sides.ALTERNATING)
TWIST = exercise("twist", Dose(reps=1, sets=2, rest=4.0), sides=Sides.ALTERNATING, switch=6.0)
TAPS = exercise("taps", Dose(sets=2, rest=4.0, seconds=20.0), repetition=(WORK,))
