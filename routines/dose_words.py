"""A dose in words: short for the eye, in full for the ear."""

from routines.exercise import Aim, Dose, Exercise, Phase, Sides

MINUTE = 60

LONG_HOLD = 10.0
"""A single hold of so many seconds is what one does, whatever the exercise is for; a shorter one is a part of it."""


def dose_words(exercise: Exercise, dose: Dose) -> str:
    """The shortest clear text: `5 a side`, `3 × 10`, `3 × 1:00`, `20 s a side` for a stretch held once."""
    sets = f"{dose.sets} × " if dose.sets > 1 else ""
    return f"{sets}{_amount(exercise, dose)}{_a_side(exercise)}"


def spoken_dose(exercise: Exercise, dose: Dose) -> str:
    """The dose as one says it: `5 times a side`, `3 sets of 10`, `3 sets of 1 minute`."""
    length = _length(exercise, dose)
    amount = str(dose.reps) if length is None else _spoken_time(length)
    if dose.sets > 1:
        amount = f"{dose.sets} sets of {amount}"
    elif length is None:
        amount = "once" if dose.reps == 1 else f"{amount} times"
    return f"{amount}{_a_side(exercise)}"


def _amount(exercise: Exercise, dose: Dose) -> str:
    length = _length(exercise, dose)
    if length is not None:
        return _clock(length)
    if dose.hold is not None and set(_holds(exercise)) != {dose.hold}:
        return f"{dose.reps}, hold {_clock(dose.hold)}"
    return f"{dose.reps}"


def _length(exercise: Exercise, dose: Dose) -> float | None:
    """The seconds by which a set is known: of its timed piece, or of the one hold that it is all about; else None."""
    if exercise.timed:
        return dose.seconds
    holds = _holds(exercise)
    if dose.reps != 1 or len(holds) != 1:
        return None
    hold = holds[0] if dose.hold is None else dose.hold
    return hold if exercise.aim is Aim.STRETCH or hold >= LONG_HOLD else None


def _clock(seconds: float) -> str:
    """A short time: `20 s`, `1:30`."""
    if seconds < MINUTE:
        return f"{seconds:g} s"
    minutes, rest = divmod(round(seconds), MINUTE)
    return f"{minutes}:{rest:02}"


def _spoken_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), MINUTE)
    if not minutes:
        return f"{seconds:g} second{'' if seconds == 1 else 's'}"
    whole = f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{whole} {rest} seconds" if rest else whole


def _holds(exercise: Exercise) -> list[float]:
    return [m.seconds for m in exercise.repetition if m.phase is Phase.HOLD and m.seconds]


def _a_side(exercise: Exercise) -> str:
    return "" if exercise.sides is Sides.NONE else " a side"
