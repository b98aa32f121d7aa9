"""What files leave out, what in them contradicts itself, and what reaches from an exercise into a routine."""

from pathlib import Path

import pytest

from routines.exercise import Dose, Exercise, Phase, Routine
from routines.files.loader import check_paths, load_library
from routines.session.plan import make_plan

EXERCISE = """\
exercise: own-tilt
name: Own tilt
aim: mobility
position: side-lying
repetition: [{phase: move, seconds: 2}, {phase: hold, seconds: 5}]
steps: [Lie down.]
"""


def exercise(folder: Path, rest: str, text: str = EXERCISE) -> Exercise:
    (folder / "own.yaml").write_text(text + rest, encoding="utf-8")
    library = load_library(folder)
    assert library.faults == ()
    return library.exercises["own-tilt"]


def routine(folder: Path, rest: str) -> Routine:
    (folder / "mine.yaml").write_text(f"routine: mine\nname: Mine\n{rest}", encoding="utf-8")
    library = load_library(folder)
    assert library.faults == ()
    return library.routines["mine"]


def faults(folder: Path, rest: str, text: str = EXERCISE) -> list[str]:
    """The faults of the exercise, by their column, path and message: all stand in its last line."""
    path = folder / "own.yaml"
    path.write_text(text + rest, encoding="utf-8")
    return [f"{fault.column} {fault.path}: {fault.message}" for fault in check_paths([path])]


@pytest.mark.parametrize(
    ("given", "switch"),
    [
        ("sides: blocks", 15),
        ("sides: blocks\nswitch: 8", 8),
        ("sides: blocks\nswitch: 0", 0),
        ("sides: alternating", 0),
        ("sides: none", 0),
    ],
)
def test_turning_over_takes_its_time_unless_the_file_says_another(
    tmp_path: Path, given: str, switch: float
) -> None:
    assert exercise(tmp_path, f"dose: {{reps: 5}}\n{given}\n").switch == switch


def test_several_sets_have_a_rest_between_them_unless_the_file_says_another(tmp_path: Path) -> None:
    read = exercise(
        tmp_path, "dose: {reps: 5}\nfull: {sets: 3}\nrungs: [{}, {reps: 9, rest: 0}, {sets: 3}]\n"
    )
    assert read.dose == Dose(reps=5)
    assert read.full == Dose(reps=5, sets=3, rest=30)
    assert read.rungs[1] == Dose(reps=9)


@pytest.mark.parametrize(
    ("dose", "rest"), [("sets: 2", 30), ("sets: 2, rest: 0", 0), ("sets: 2, rest: 5", 5), ("sets: 1", 0)]
)
def test_the_first_dose_rests_between_its_sets(tmp_path: Path, dose: str, rest: float) -> None:
    assert exercise(tmp_path, f"dose: {{reps: 5, {dose}}}\n").dose.rest == rest


def test_no_rest_stays_no_rest_when_it_was_written_for_several_sets(tmp_path: Path) -> None:
    assert exercise(tmp_path, "dose: {reps: 5, sets: 2, rest: 0}\nfull: {sets: 3}\n").full.rest == 0


def test_a_routine_that_asks_for_several_sets_has_a_rest_between_them(tmp_path: Path) -> None:
    plan = make_plan(routine(tmp_path, "exercises: [{use: cat-camel, sets: 2}]\n"))
    assert [step.seconds for step in plan.steps if step.phase is Phase.REST] == [30]


@pytest.mark.parametrize(
    ("doses", "said"),
    [
        (
            "dose: {reps: 5}\nfull: {reps: 4}\n",
            ["7 full: is less than 'dose': write the whole amount here"],
        ),
        (
            "dose: {reps: 5}\nfull: {hold: 4}\n",
            ["7 full: is less than 'dose': write the whole amount here"],
        ),
        (
            "dose: {reps: 5}\nrungs: [{}, {reps: 8}, {reps: 7}]\n",
            ["24 rungs[3]: is less than the one before: order them from the least to the most"],
        ),
        (
            "dose: {reps: 5}\nrungs: [{}, {reps: 8, sets: 3}, {reps: 10, sets: 2}]\n",
            ["33 rungs[3]: is less than the one before: order them from the least to the most"],
        ),
        (
            "dose: {reps: 5}\nrungs: [{reps: 6}, {reps: 8}]\n",
            ["8 rungs: the first dose is not among them: begin with {reps: 5}"],
        ),
        (
            "dose: {reps: 5}\nfull: {reps: 10}\nrungs: [{}, {reps: 8}]\n",
            ["8 rungs: the full dose is not among them: add {reps: 10}"],
        ),
        (
            "dose: {reps: 5, sets: 2, rest: 20}\nfull: {reps: 10}\nrungs: [{reps: 6, hold: 4}]\n",
            [
                "8 rungs: the first dose is not among them: begin with {reps: 5, sets: 2, rest: 20}",
                "8 rungs: the full dose is not among them: add {reps: 10, sets: 2, rest: 20}",
            ],
        ),
    ],
)
def test_doses_that_contradict_each_other_are_told_with_what_to_write(
    tmp_path: Path, doses: str, said: list[str]
) -> None:
    assert faults(tmp_path, doses) == said


@pytest.mark.parametrize(
    "doses",
    [
        "dose: {reps: 5}\nfull: {reps: 5}\n",
        "dose: {reps: 10}\nfull: {reps: 4, sets: 3}\n",
        "dose: {reps: 10}\nfull: {reps: 5, hold: 10}\n",
        "dose: {reps: 5}\nrungs: [{reps: 3}, {}, {reps: 10}, {reps: 5, sets: 2}, {hold: 8}]\n",
        "dose: {reps: 5}\nfull: {hold: 5}\n",
    ],
)
def test_doses_of_which_neither_is_less_in_all_are_fine(tmp_path: Path, doses: str) -> None:
    assert faults(tmp_path, doses) == []


def test_the_doses_of_a_timed_piece_are_compared_by_their_time(tmp_path: Path) -> None:
    timed = EXERCISE.replace("[{phase: move, seconds: 2}, {phase: hold, seconds: 5}]", "[{phase: work}]")
    rungs = "dose: {seconds: 30}\nrungs: [{}, {seconds: 20, sets: 2}, {seconds: 35}]\n"
    assert faults(tmp_path, rungs, timed) == [
        "37 rungs[3]: is less than the one before: order them from the least to the most"
    ]


def test_a_routine_may_say_that_its_doses_stay_as_they_are(tmp_path: Path) -> None:
    assert routine(tmp_path, "fixed: true\nexercises: [cat-camel]\n").fixed
    assert not routine(tmp_path, "fixed: false\nexercises: [cat-camel]\n").fixed
    assert not routine(tmp_path, "exercises: [cat-camel]\n").fixed


CAUTION = (
    "dose: {reps: 5}\ncautions: [{motion: supine, text: Not for long., instead: Do the twist., use: %s}]"
)


def test_a_caution_takes_the_movements_of_the_exercise_that_it_names(tmp_path: Path) -> None:
    (caution,) = exercise(tmp_path, CAUTION % "torso-twist").cautions
    assert (caution.use, caution.takes) == ("torso-twist", ("rotation", "seated", "floor"))


def test_a_caution_may_name_another_exercise_of_the_person_s_own(tmp_path: Path) -> None:
    another = EXERCISE.replace("own-tilt", "another")
    (tmp_path / "another.yaml").write_text(
        f"{another}dose: {{reps: 5}}\nmotion: [kneeling]\n", encoding="utf-8"
    )
    (caution,) = exercise(tmp_path, CAUTION % "another").cautions
    assert caution.takes == ("kneeling",)


def test_a_caution_that_names_no_exercise_is_a_fault_and_the_routine_that_uses_it_says_so(
    tmp_path: Path,
) -> None:
    (fault,) = faults(tmp_path, CAUTION % "torso-twits")
    assert fault.endswith("cautions[1].use: there is no exercise 'torso-twits' (did you mean 'torso-twist'?)")
    path = tmp_path / "mine.yaml"
    path.write_text("routine: mine\nname: Mine\nexercises: [own-tilt]\n", encoding="utf-8")
    (told,) = check_paths([path], tmp_path)
    assert "the exercise 'own-tilt' has faults in its own file" in told.message
