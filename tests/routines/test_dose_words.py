from dataclasses import replace

import pytest

from routines.dose_words import dose_words, spoken_dose
from routines.exercise import Aim, Dose, Exercise, Movement, Phase, Sides
from tests.routines.samples import HOLD, ROLL, TAPS, TILT, UP, WORK, exercise

LONGER = Movement(Phase.HOLD, 5.0)
SHORT_STRETCH = replace(exercise("x", Dose(reps=1), sides=Sides.BLOCKS), aim=Aim.STRETCH)


@pytest.mark.parametrize(
    ("what", "short", "spoken"),
    [
        (TILT, "2", "2 times"),
        (ROLL, "2 a side", "2 times a side"),
        (TAPS, "2 × 20 s", "2 sets of 20 seconds"),
        (exercise("x", Dose(reps=10, sets=3)), "3 × 10", "3 sets of 10"),
        (exercise("x", Dose(reps=10, sets=3), sides=Sides.BLOCKS), "3 × 10 a side", "3 sets of 10 a side"),
        (exercise("x", Dose(reps=1), repetition=(UP,)), "1", "once"),
        (exercise("x", Dose(reps=1), repetition=(UP, HOLD, UP, HOLD)), "1", "once"),
        (exercise("x", Dose(sets=3, seconds=60), repetition=(WORK,)), "3 × 1:00", "3 sets of 1 minute"),
        (exercise("x", Dose(seconds=90), repetition=(WORK,)), "1:30", "1 minute 30 seconds"),
        (exercise("x", Dose(seconds=120), repetition=(WORK,)), "2:00", "2 minutes"),
        (exercise("x", Dose(seconds=1), repetition=(WORK,)), "1 s", "1 second"),
    ],
)
def test_a_dose_is_said_shortly_and_in_full(what: Exercise, short: str, spoken: str) -> None:
    assert dose_words(what, what.dose) == short
    assert spoken_dose(what, what.dose) == spoken


@pytest.mark.parametrize(
    ("what", "short", "spoken"),
    [
        (exercise("x", Dose(reps=1, hold=20), sides=Sides.ALTERNATING), "20 s a side", "20 seconds a side"),
        (exercise("x", Dose(reps=1, sets=3, hold=10)), "3 × 10 s", "3 sets of 10 seconds"),
        (SHORT_STRETCH, "3 s a side", "3 seconds a side"),
        (replace(SHORT_STRETCH, dose=Dose(reps=2)), "2 a side", "2 times a side"),
        (exercise("x", Dose(reps=1, sets=3), sides=Sides.BLOCKS), "3 × 1 a side", "3 sets of 1 a side"),
        (exercise("x", Dose(reps=1)), "1", "once"),
        (exercise("x", Dose(reps=1, hold=9.9)), "1, hold 9.9 s", "once"),
    ],
)
def test_one_hold_is_said_as_a_time_only_where_it_is_what_the_exercise_is_about(
    what: Exercise, short: str, spoken: str
) -> None:
    assert dose_words(what, what.dose) == short
    assert spoken_dose(what, what.dose) == spoken


@pytest.mark.parametrize(
    ("repetition", "hold", "short"),
    [
        ((UP, HOLD), 8.0, "5, hold 8 s"),
        ((UP, HOLD), 3.0, "5"),
        ((UP, HOLD), None, "5"),
        ((UP, HOLD, UP, HOLD), 3.0, "5"),
        ((UP, HOLD, UP, LONGER), None, "5"),
        ((UP, HOLD, UP, LONGER), 3.0, "5, hold 3 s"),
        ((UP, HOLD, UP, LONGER), 5.0, "5, hold 5 s"),
    ],
)
def test_a_hold_is_named_when_it_changes_any_of_the_exercise_s_own(
    repetition: tuple[Movement, ...], hold: float | None, short: str
) -> None:
    what = exercise("x", Dose(reps=5, hold=hold), repetition=repetition)
    assert dose_words(what, what.dose) == short
