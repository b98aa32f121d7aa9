"""What a person leaves out of a routine, by exercise or by movement, and what can be done instead."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from routines.exercise import Exercise, Routine


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that is not part of the routine today; `instead` says what can be done in its place, if known."""

    exercise: Exercise
    instead: str | None


def leave_out(
    routine: Routine, exercises: Collection[str], motions: Collection[str]
) -> tuple[Routine | None, tuple[LeftOut, ...]]:
    """The routine without the exercises of these ids and those with one of these movements, and what was left out.

    The routine is None when nothing of it remains.
    """
    kept = tuple(i for i in routine if not _unwanted(i.exercise.id, i.exercise.motion, exercises, motions))
    left_out = tuple(
        LeftOut(item.exercise, _instead(item.exercise, exercises, motions))
        for item in routine
        if item not in kept
    )
    return (replace(routine, items=kept) if kept else None), left_out


def _unwanted(
    id: str | None,  # noqa: A002 - an id is what everybody calls it
    motion: Collection[str],
    exercises: Collection[str],
    motions: Collection[str],
) -> bool:
    """Whether an exercise with this id and these movements is left out."""
    return id in exercises or not set(motions).isdisjoint(motion)


def _instead(exercise: Exercise, exercises: Collection[str], motions: Collection[str]) -> str | None:
    """The first alternative that is about an unwanted movement, else the first there is.

    One that names an exercise that is left out, too, is none.
    """
    known = [caution for caution in exercise.cautions if caution.instead is not None]
    possible = [caution for caution in known if not _unwanted(caution.use, caution.takes, exercises, motions)]
    about = [caution for caution in possible if caution.motion in motions]
    return next((caution.instead for caution in about or possible), None)
