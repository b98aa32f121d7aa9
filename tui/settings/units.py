"""Converts lengths in the texts of exercises: `about 20 cm` becomes `about 8 in`."""

import re
from dataclasses import replace

from routines.exercise import Caution, Easier, Exercise, Routine
from routines.files.loader import Library
from tui.settings.settings import IMPERIAL

CM_AN_INCH, METRES_A_FOOT = 2.54, 0.3048

HALVES_BELOW = 3
"""Lengths below this many inches or feet are rounded to halves."""

NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,2})?"
BETWEEN = r"(?: to | or |\s?[-–]\s?)"
UNIT = r"cm|centimet(?:re|er)s?|m|met(?:re|er)s?"
LENGTH = re.compile(rf"(?<![\w.])({NUMBER})(?:({BETWEEN})({NUMBER}))?\s?({UNIT})\b", re.IGNORECASE)
"""One or two numbers and a unit of length."""


def convert_lengths(text: str, units: str) -> str:
    """The text with lengths in inches and feet when `units` is imperial, else unchanged."""
    return LENGTH.sub(_imperial, text) if units == IMPERIAL else text


def _imperial(match: re.Match[str]) -> str:
    number, between, second, unit = match.groups()
    small = unit.lower().startswith("c")
    size = CM_AN_INCH if small else METRES_A_FOOT
    lengths = [_format_length(float(text) / size) for text in (number, second) if text]
    return f"{(between or '').join(dict.fromkeys(lengths))} {'in' if small else 'ft'}"


def _format_length(length: float) -> str:
    """A length rounded to a whole, a small one to a half, never to 0."""
    if length >= HALVES_BELOW:
        return f"{length:.0f}"
    return f"{max(round(length * 2), 1) / 2:g}"


def convert_library(library: Library, units: str) -> Library:
    """The library with lengths in these units; the same object when they are metric."""
    if units != IMPERIAL:
        return library
    exercises = {name: _exercise(exercise) for name, exercise in library.exercises.items()}
    routines = {name: _routine(routine) for name, routine in library.routines.items()}
    return replace(library, exercises=exercises, routines=routines)


def _routine(routine: Routine) -> Routine:
    items = tuple(replace(item, exercise=_exercise(item.exercise)) for item in routine.items)
    return replace(routine, items=items)


def _exercise(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        steps=tuple(convert_lengths(step, IMPERIAL) for step in exercise.steps),
        breathing=None if exercise.breathing is None else convert_lengths(exercise.breathing, IMPERIAL),
        easier=None if exercise.easier is None else _easier(exercise.easier),
        cautions=tuple(map(_caution, exercise.cautions)),
    )


def _easier(easier: Easier) -> Easier:
    return replace(easier, text=convert_lengths(easier.text, IMPERIAL))


def _caution(caution: Caution) -> Caution:
    instead = None if caution.instead is None else convert_lengths(caution.instead, IMPERIAL)
    return replace(caution, text=convert_lengths(caution.text, IMPERIAL), instead=instead)
