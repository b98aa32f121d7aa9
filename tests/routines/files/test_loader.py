import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routines.exercise import Dose, Exercise, Phase, Side, Sides
from routines.files.loader import check_paths, load_library
from routines.session.plan import make_plan
from tests.folders import TESTS
from tests.routines.files.yaml_files import EXERCISE, ROUTINE, messages, written, wrong

CORPUS = TESTS / "routines" / "corpus"


def own_exercise(folder: Path, text: str) -> Exercise:
    written(folder, "own.yaml", text)
    library = load_library(folder)
    assert library.faults == ()
    return library.exercises["own-tilt"]


@pytest.mark.parametrize("path", sorted((CORPUS / "good").iterdir()), ids=lambda path: path.stem)
def test_a_good_file_has_no_faults(path: Path) -> None:
    assert check_paths([path]) == ()


@pytest.mark.parametrize("path", sorted((CORPUS / "bad").iterdir()), ids=lambda path: path.stem)
def test_a_bad_file_has_faults_in_line_order_each_in_one_line(path: Path) -> None:
    faults = check_paths([path])
    assert faults
    assert list(faults) == sorted(faults)
    assert all(str(fault).isprintable() for fault in faults)
    assert {fault.file for fault in faults} == {str(path)}


def test_every_fault_of_a_file_is_told_at_once_with_its_place() -> None:
    assert messages(check_paths([CORPUS / "bad" / "five-faults.yaml"])) == [
        "3:1: no such key: 'nmae' (did you mean 'name'?)",
        "5:11: exercises[1].use: there is no exercise 'pelvic-tlit' (did you mean 'pelvic-tilt'?)",
        "6:28: exercises[2].reps: must be a whole number from 1 to 100, not '010' (write 10)",
        "7:31: exercises[3].rest: must be a time from 0 to 600 seconds, such as 90, 90s or 1:30, not '1:75'",
        "8:27: exercises[4].dose: no such dose: 'ful' (did you mean 'full'?); one of start, full",
        "9:1: name: is there twice (first in line 2): keep one",
    ]


def test_an_exercise_tells_the_faults_of_all_its_parts_at_once() -> None:
    assert messages(check_paths([CORPUS / "bad" / "wrong-aim.yaml"])) == [
        "3:6: aim: no such aim: 'mobilty' (did you mean 'mobility'?); one of mobility, stretch, stability, strength",
        "4:11: position: no such position: 'lying' (did you mean 'side-lying'?); one of standing, supine, prone, side-lying, hands-and-knees, seated-floor",
        "5:10: motion[1]: no such motion: 'flexon' (did you mean 'flexion'?); one of flexion, flexion-small, extension, extension-small, rotation, prone, supine, side-lying, kneeling, seated, floor",
        "6:22: repetition[1].phase: no such phase: 'rest'; one of move, hold, relax, work",
    ]


def test_a_misspelt_key_is_not_also_told_as_missing(tmp_path: Path) -> None:
    assert wrong(tmp_path, "routin: mine\nname: Mine\nexercises: [cat-camel]\n") == [
        "1:1: no such key: 'routin' (did you mean 'routine'?)"
    ]
    assert wrong(tmp_path, EXERCISE.replace("reps:", "rep:").replace("seconds: 2", "second: 2")) == [
        "5:28: repetition[1]: no such key: 'second' (did you mean 'seconds'?)",
        "6:8: dose: no such key: 'rep' (did you mean 'reps'?)",
    ]


def test_merge_keys_and_keys_that_are_no_words_are_refused(tmp_path: Path) -> None:
    text = "routine: mine\nname: Mine\nexercises: [cat-camel]\n"
    assert wrong(tmp_path, text + "<<: {note: x}\n") == [
        "4:1: merge keys (<<) are not read: write the keys out"
    ]
    assert wrong(tmp_path, text + "? [a, b]\n: 1\n") == [
        "4:3: a key must be one word: routine, name, note, dose, fixed, exercises"
    ]


def test_control_characters_of_a_file_never_reach_a_message(tmp_path: Path) -> None:
    text = '"\\e[2J": 1\nroutine: "\\e]0;x\\a"\nname: Mine\ndose: "\\x9b"\nexercises: ["\\e[2J"]\n'
    faults = check_paths([written(tmp_path, "own\x1b[2J\n.yaml", text)])
    assert [fault.line for fault in faults] == [1, 2, 4, 5]
    assert all(str(fault).isprintable() for fault in faults)


def test_a_file_of_thousands_of_wrong_keys_is_told_soon(tmp_path: Path) -> None:
    text = "routine: mine\n" + "".join(f"exercise{n}: 1\n" for n in range(2400))
    began = time.perf_counter()
    assert len(wrong(tmp_path, text)) > 2400
    assert time.perf_counter() - began < 2


def test_an_exercise_is_read_with_what_its_doses_leave_out(tmp_path: Path) -> None:
    read = own_exercise(
        tmp_path,
        EXERCISE + "full: {sets: 3}\nrungs: [{}, {reps: 8, hold: 3}, {sets: 3}]\n"
        "easier: {text: Smaller., dose: {reps: 3}, repetition_hold: 2}\n",
    )
    assert read.dose == Dose(reps=5, rest=20)
    assert read.full == Dose(reps=5, sets=3, rest=20)
    assert read.rungs == (Dose(reps=5, rest=20), Dose(reps=8, rest=20, hold=3), read.full)
    assert read.easier is not None
    assert read.easier.dose == Dose(reps=3, rest=20, hold=2)
    assert read.sides is Sides.NONE
    assert [(m.phase, m.seconds) for m in read.repetition] == [(Phase.MOVE, 2), (Phase.HOLD, 5)]


def test_a_routine_takes_the_first_day_or_the_full_dose_and_its_own_numbers(tmp_path: Path) -> None:
    items = "partial-curl, {use: superman, dose: start, reps: 7}, {use: cat-camel, hold: 1.5}"
    written(tmp_path, "own.yml", "dose: full\n" + ROUTINE.format(items))
    mine = load_library(tmp_path).routines["mine"]
    assert [item.dose for item in mine] == [
        Dose(reps=10, sets=3, rest=30),
        Dose(reps=7, sets=1, rest=30),
        Dose(reps=10, hold=1.5),
    ]
    assert mine.own


def test_an_own_exercise_is_used_by_an_own_routine_whatever_the_order_of_files(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml", ROUTINE.format("own-tilt, cat-camel"))
    written(tmp_path, "b.yaml", EXERCISE)
    library = load_library(tmp_path)
    assert library.faults == ()
    assert [item.exercise.id for item in library.routines["mine"]] == ["own-tilt", "cat-camel"]


def test_a_faulty_own_file_leaves_everything_else_working(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml", "routine: [")
    written(tmp_path, "b.yaml", ROUTINE.format("cat-camel"))
    library = load_library(tmp_path)
    assert {"start", "article", "bad-day", "mine"} == library.routines.keys()
    assert [fault.file for fault in library.faults] == [str(tmp_path / "a.yaml")]


def test_a_routine_with_a_faulty_exercise_says_which_to_correct(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml", ROUTINE.format("own-tilt"))
    written(tmp_path, "b.yaml", EXERCISE.replace("aim: mobility", "aim: fun"))
    library = load_library(tmp_path)
    assert "mine" not in library.routines
    assert [str(fault).split(": ", 1)[1][:60] for fault in library.faults] == [
        "exercises[1]: the exercise 'own-tilt' has faults in its own ",
        "aim: no such aim: 'fun'; one of mobility, stretch, stability",
    ]


def test_an_id_belongs_to_the_first_file_that_has_it(tmp_path: Path) -> None:
    first = written(tmp_path, "a.yaml", ROUTINE.format("cat-camel"))
    written(tmp_path, "b.yaml", ROUTINE.format("pelvic-tilt"))
    written(tmp_path, "c.yaml", ROUTINE.format("cat-camel").replace("mine", "start"))
    library = load_library(tmp_path)
    assert [item.exercise.id for item in library.routines["mine"]] == ["cat-camel"]
    assert library.routines["start"].own is False
    assert [fault.message for fault in library.faults] == [
        f"the id 'mine' is taken by {first}: choose another",
        "the id 'start' is a shipped routine's: choose another, such as 'my-start'",
    ]


def test_a_folder_that_is_not_there_is_no_fault_and_one_that_is_a_file_is(tmp_path: Path) -> None:
    assert load_library(tmp_path / "none").faults == ()
    assert messages(load_library(written(tmp_path, "file", "")).faults) == [
        "1:1: cannot be read: not a directory"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_or_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", ROUTINE.format("cat-camel"))
    path.chmod(0)
    assert messages(load_library(tmp_path).faults) == ["1:1: cannot be read: permission denied"]
    tmp_path.chmod(0)
    assert messages(load_library(tmp_path).faults) == ["1:1: cannot be read: permission denied"]
    tmp_path.chmod(0o700)


def test_only_routine_files_of_a_folder_are_read(tmp_path: Path) -> None:
    written(tmp_path, ".draft.yaml", "[")
    written(tmp_path, "notes.txt", "[")
    (tmp_path / ".#own.yaml").symlink_to("nobody@nowhere")
    written(tmp_path, "Own.YAML", ROUTINE.format("cat-camel"))
    library = load_library(tmp_path)
    assert library.faults == ()
    assert "mine" in library.routines


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("dose: {reps: 5, rest: 20}", "dose: {seconds: 5}"),
            "this exercise counts repetitions: give 'reps' instead",
        ),
        (("{phase: hold, seconds: 5}", "{phase: hold}"), "repetition[2]: the key 'seconds' is missing"),
        (("position:", "switch: 3\nposition:"), "switch: there is no side to change to: sides is none"),
        (
            ("{phase: hold, seconds: 5}", "{phase: work}"),
            "repetition[2].phase: work must be the only part of a repetition",
        ),
    ],
)
def test_rules_that_reach_across_keys_are_kept(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert any(said in message for message in wrong(tmp_path, EXERCISE.replace(*change)))


def test_a_switch_of_no_seconds_needs_no_sides(tmp_path: Path) -> None:
    assert own_exercise(tmp_path, EXERCISE + "switch: 0\n").switch == 0


def test_a_routine_over_four_hours_is_refused(tmp_path: Path) -> None:
    said = "3:12: exercises: this takes longer than 4 hours: make it shorter"
    long = "{use: pelvic-tilt, reps: 40, sets: 20, rest: 0}"
    assert wrong(tmp_path, ROUTINE.format(long)) == [said]
    assert wrong(tmp_path, ROUTINE.format(long.replace("40", "39"))) == []


def test_a_routine_read_from_a_file_can_be_laid_out(tmp_path: Path) -> None:
    rolled = EXERCISE + "sides: alternating\n"
    written(tmp_path, "a.yaml", rolled)
    written(tmp_path, "b.yaml", ROUTINE.format("{use: own-tilt, reps: 1}"))
    plan = make_plan(load_library(tmp_path).routines["mine"])
    assert [step.side for step in plan.steps] == [Side.LEFT] * 3 + [Side.RIGHT] * 2 + [None]


GOOD = [path.read_text(encoding="utf-8-sig") for path in sorted((CORPUS / "good").iterdir())]
SCRAPS = st.sampled_from(
    [":", " ", "\n", "- ", "[", "}", '"', "#", "&a ", "*a", "!x ", "010", "~", "\\", "<<: ", "\t", "é"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(GOOD), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 12), SCRAPS), max_size=4)
)
def test_a_file_damaged_anywhere_is_read_or_told_in_lines(
    tmp_path_factory: pytest.TempPathFactory, text: str, damages: list[tuple[int, int, str]]
) -> None:
    for at, cut, scrap in damages:
        text = text[:at] + scrap + text[at + cut :]
    path = written(tmp_path_factory.getbasetemp(), "damaged.yaml", text)
    lines = text.count("\n") + text.count("\r") + 2
    for fault in check_paths([path]):
        assert str(fault).isprintable()
        assert 1 <= fault.line <= lines
        assert fault.column >= 1
