"""From what the tables read to exercises and routines, with the rules that reach across keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from routines.exercise import Caution, Dose, Easier, Exercise, Item, Movement, Phase, Routine, Sides
from routines.files.build_poses import build_poses, check_poses
from routines.files.faults import Report, did_you_mean
from routines.files.tables import Fields
from routines.session.plan import longer_than, repetition

REST = 30.0
"""Seconds of rest between sets when the file gives none."""

AMOUNT = ("reps", "sets", "rest", "hold", "seconds")

LESS_THAN_FIRST = "is less than 'dose': write the whole amount here"
LESS_THAN_BEFORE = "is less than the one before: order them from the least to the most"


def merged(dose: Dose, fields: Fields | None) -> Dose:
    """The dose with what the fields say differently; where they make several sets of one, with a rest between."""
    given = {} if fields is None else {key: fields.get(key) for key in AMOUNT if key in fields.values}
    merged = replace(dose, **given)
    silent = "rest" not in given and not merged.rest
    return replace(merged, rest=REST) if silent and dose.sets == 1 < merged.sets else merged


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
    pairs = (f"{key}: {n:g}" for key, n in given.items() if key == amount or n != getattr(plain, key))
    return f"{{{', '.join(pairs)}}}"


LONGEST_ROUTINE = 4 * 3600

TURN_OVER = 15.0
"""Seconds to turn over to the other side where a file says nothing of it."""

PLAIN = (
    "name",
    "aim",
    "position",
    "steps",
    "aka",
    "targets",
    "surface",
    "motion",
    "sides",
    "switch",
    "breathing",
)
"""The keys of an exercise whose values go into it as they are read."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What kind of dose fits a repetition: timed or counted, with a hold or without."""

    timed: bool
    held: bool

    def check(self, dose: Fields, report: Report, *, whole: bool = False) -> None:
        """Note what does not fit; a `whole` dose must give its amount, an override need not."""
        wanted, other = ("seconds", "reps") if self.timed else ("reps", "seconds")
        if other in dose.places:
            kind = "is done for a time" if self.timed else "counts repetitions"
            report.add(dose.where(other), f"this exercise {kind}: give {wanted!r} instead")
        elif whole and dose.lacks(wanted):
            report.add(dose.place, f"the key {wanted!r} is missing")
        if "hold" in dose.places and not self.held:
            report.add(dose.where("hold"), "this exercise has no hold to change")


def measure(repetition: tuple[Movement, ...]) -> Measure:
    """The kind of dose that fits this repetition."""
    phases = {movement.phase for movement in repetition}
    return Measure(Phase.WORK in phases, Phase.HOLD in phases)


def build_exercise(fields: Fields, report: Report) -> Exercise | None:
    """The exercise that a file states, or None with its faults in the report."""
    movements: tuple[Fields, ...] = fields.get("repetition", ())
    _check_movements(movements, report)
    _check_switch(fields, report)
    check_poses(fields, report)
    repetition = tuple(_movement(m) for m in movements)
    if repetition and all(movement.phase for movement in repetition):
        _check_doses(fields, measure(repetition), report)
    if report.faults:
        return None
    exercise = _exercise(fields, repetition)
    check_order(exercise, fields, report)
    return None if report.faults else exercise


def _movement(fields: Fields) -> Movement:
    return Movement(
        fields.get("phase"),
        fields.get("seconds"),
        fields.get("say"),
        fields.get("glide"),
        fields.get("to"),
        fields.get("through", ()),
        fields.get("every"),
    )


def _exercise(fields: Fields, repetition: tuple[Movement, ...]) -> Exercise:
    dose = merged(Dose(), fields.get("dose"))
    given: dict[str, Any] = {"switch": TURN_OVER} if fields.get("sides") is Sides.BLOCKS else {}
    given |= {key: fields.get(key) for key in PLAIN if key in fields.values}
    return Exercise(
        id=fields.get("exercise"),
        repetition=repetition,
        dose=dose,
        full=merged(dose, fields.get("full")),
        rungs=tuple(merged(dose, rung) for rung in fields.get("rungs", ())),
        easier=_easier(dose, fields.get("easier")),
        cautions=tuple(_caution(caution) for caution in fields.get("cautions", ())),
        poses=build_poses(fields.get("poses")),
        **given,
    )


def _easier(dose: Dose, fields: Fields | None) -> Easier | None:
    if fields is None:
        return None
    easier = merged(dose, fields.get("dose"))
    hold = fields.get("repetition_hold")
    return Easier(fields.get("text"), replace(easier, hold=hold) if hold else easier)


def _caution(fields: Fields) -> Caution:
    return Caution(fields.get("motion"), fields.get("text"), fields.get("instead"), fields.get("use"))


def link_cautions(
    exercise: Exercise,
    fields: Fields,
    exercises: Mapping[str, Exercise],
    faulty: frozenset[str],
    report: Report,
) -> Exercise | None:
    """The exercise with cautions that know the movements of the exercises that they name.

    None, with its faults in the report, when there is no such exercise; `faulty` holds those that could not be read.
    """
    for caution in fields.get("cautions", ()):
        if "use" in caution.values:
            _is_known(caution, exercises, faulty, report)
    if report.faults:
        return None
    cautions = (replace(c, takes=exercises[c.use].motion) if c.use else c for c in exercise.cautions)
    return replace(exercise, cautions=tuple(cautions))


def _check_movements(movements: tuple[Fields, ...], report: Report) -> None:
    for movement in movements:
        if "glide" in movement.places and movement.get("phase") is not Phase.MOVE:
            report.add(movement.where("glide"), "only a move is accompanied by a tone: remove it")
        if movement.get("phase") is not Phase.WORK:
            if "phase" in movement.values and movement.lacks("seconds"):
                report.add(movement.place, "the key 'seconds' is missing")
            continue
        if "seconds" in movement.places:
            report.add(movement.where("seconds"), "the length of work is the dose's: remove it here")
        if len(movements) > 1:
            report.add(movement.where("phase"), "work must be the only part of a repetition")


def _check_switch(fields: Fields, report: Report) -> None:
    one_sided = fields.get("sides", Sides.NONE) is Sides.NONE and not _faulty(fields, "sides")
    if fields.get("switch") and one_sided:
        report.add(fields.where("switch"), "there is no side to change to: sides is none")


def _faulty(fields: Fields, key: str) -> bool:
    return key in fields.places and key not in fields.values


def _check_doses(fields: Fields, fits: Measure, report: Report) -> None:
    if dose := fields.get("dose"):
        fits.check(dose, report, whole=True)
    for override in _overrides(fields):
        fits.check(override, report)
    easier: Fields | None = fields.get("easier")
    if easier and "repetition_hold" in easier.places:
        if not fits.held:
            report.add(easier.where("repetition_hold"), "this exercise has no hold to change")
        if (dose := easier.get("dose")) and "hold" in dose.places:
            report.add(dose.where("hold"), "the hold is given twice: keep 'repetition_hold'")


def _overrides(fields: Fields) -> Iterator[Fields]:
    if full := fields.get("full"):
        yield full
    yield from fields.get("rungs", ())
    if (easier := fields.get("easier")) and (dose := easier.get("dose")):
        yield dose


def build_routine(
    fields: Fields, exercises: Mapping[str, Exercise], faulty: frozenset[str], report: Report, *, own: bool
) -> Routine | None:
    """The routine that a file states, or None with its faults in the report.

    `faulty` holds the ids of exercises that exist and could not be read.
    """
    known = [part for part in fields.get("exercises", ()) if _is_known(part, exercises, faulty, report)]
    _check_repeats(fields.get("exercises", ()), report)
    for part in known:
        measure(exercises[part.get("use")].repetition).check(part, report)
    if report.faults:
        return None
    items = tuple(_item(part, exercises, fields.get("dose", "start")) for part in known)
    _check_length(fields, items, report)
    return None if report.faults else _routine(fields, items, own=own)


def _routine(fields: Fields, items: tuple[Item, ...], *, own: bool) -> Routine:
    id_, name, note = (fields.get(key) for key in ("routine", "name", "note"))
    return Routine(id_, name, items, note, own=own, fixed=fields.get("fixed", False))


def _is_known(
    part: Fields, exercises: Mapping[str, Exercise], faulty: frozenset[str], report: Report
) -> bool:
    use = part.get("use")
    if use is None or use in exercises:
        return use is not None
    if use in faulty:
        report.add(part.where("use"), f"the exercise {use!r} has faults in its own file: correct them first")
    else:
        report.add(part.where("use"), f"there is no exercise {use!r}{did_you_mean(use, exercises)}")
    return False


def _check_repeats(parts: tuple[Fields, ...], report: Report) -> None:
    seen: set[str] = set()
    for part in parts:
        use = part.get("use")
        if use in seen:
            report.add(part.where("use"), f"the exercise {use!r} is there twice: give it more sets instead")
        seen |= {use} if use else set()


def _item(part: Fields, exercises: Mapping[str, Exercise], which: str) -> Item:
    exercise = exercises[part.get("use")]
    base = exercise.full if part.get("dose", which) == "full" else exercise.dose
    return Item(exercise, merged(base, part))


def _check_length(fields: Fields, items: tuple[Item, ...], report: Report) -> None:
    if longer_than(items, LONGEST_ROUTINE):
        report.add(
            fields.where("exercises"),
            f"this takes longer than {LONGEST_ROUTINE // 3600} hours: make it shorter",
        )
