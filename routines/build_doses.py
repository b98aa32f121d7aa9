"""Doses from what the tables read: what a file leaves out of them, and where they contradict each other."""

from dataclasses import replace
from itertools import pairwise

from routines.exercise import Dose, Exercise, Item, Phase
from routines.fault import Report
from routines.plan import repetition
from routines.tables import Fields

REST = 30.0
"""Seconds between two sets where several are asked for and nothing is said of a rest."""

AMOUNT = ("reps", "sets", "rest", "hold", "seconds")

LESS_THAN_FIRST = "is less than 'dose': write the whole amount here"
LESS_THAN_BEFORE = "is less than the one before: order them from the least to the most"


def merged(dose: Dose, fields: Fields | None) -> Dose:
    """The dose with what the fields say differently; where they make several sets of one, with a rest between."""
    given = {} if fields is None else {key: fields.get(key) for key in AMOUNT if key in fields.values}
    said = replace(dose, **given)
    silent = "rest" not in given and not said.rest
    return replace(said, rest=REST) if silent and dose.sets == 1 < said.sets else said


def check_order(exercise: Exercise, fields: Fields, report: Report) -> None:
    """Note doses that come after another and are less, and rungs on which the doses do not stand."""
    if _is_less(exercise, exercise.full, exercise.dose):
        report.add(fields.where("full"), LESS_THAN_FIRST)
    rungs: tuple[Fields, ...] = fields.get("rungs", ())
    for (before, dose), rung in zip(pairwise(exercise.rungs), rungs[1:], strict=True):
        if _is_less(exercise, dose, before):
            report.add(rung.place, LESS_THAN_BEFORE)
    wanted = {exercise.full: ("full", "add"), exercise.dose: ("first", "begin with")}
    for dose, (which, what_to_do) in wanted.items():
        if rungs and dose not in exercise.rungs:
            missing = f"the {which} dose is not among them: {what_to_do} {_written(exercise, dose)}"
            report.add(fields.where("rungs"), missing)


def _is_less(exercise: Exercise, one: Dose, other: Dose) -> bool:
    """Whether one dose is less than another in something and more in nothing; most pairs are neither way."""
    pairs = list(zip(_amounts(exercise, one), _amounts(exercise, other), strict=True))
    return any(a < b for a, b in pairs) and all(a <= b for a, b in pairs)


def _amounts(exercise: Exercise, dose: Dose) -> tuple[float, float, float]:
    """Repetitions and seconds of work in all, and the seconds held in a repetition."""
    movements = repetition(Item(exercise, dose))
    held = sum(movement.seconds or 0.0 for movement in movements if movement.phase is Phase.HOLD)
    return dose.sets * dose.reps, dose.sets * (dose.seconds or 0.0), held


def _written(exercise: Exercise, dose: Dose) -> str:
    """The dose as a file has it."""
    amount, plain = "seconds" if exercise.timed else "reps", Dose()
    given = {key: getattr(dose, key) for key in (amount, *AMOUNT)}
    said = (f"{key}: {n:g}" for key, n in given.items() if key == amount or n != getattr(plain, key))
    return f"{{{', '.join(said)}}}"
