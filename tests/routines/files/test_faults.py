"""Checking files and folders: what they are read beside, and whose faults are told."""

from pathlib import Path

from routines.files.loader import LIBRARY, check_paths
from tests.routines.files.yaml_files import EXERCISE, ROUTINE, messages, written, wrong


def test_checking_reads_a_file_whatever_its_ending_and_a_folder_by_its_endings(tmp_path: Path) -> None:
    draft = written(tmp_path, "draft.txt", "hello: 1\n")
    assert len(check_paths([draft])) == 1
    assert messages(check_paths([tmp_path])) == ["1:1: there is no .yaml or .yml file in this folder"]
    written(tmp_path, "a.yaml", ROUTINE.format("own-tilt"))
    own = written(tmp_path, "b.yaml", EXERCISE)
    assert check_paths([tmp_path]) == ()
    assert check_paths([tmp_path, own]) == ()


def test_a_file_is_checked_beside_the_rest_of_the_person_s_own_and_only_its_faults_are_told(
    tmp_path: Path,
) -> None:
    written(tmp_path, "a.yaml", EXERCISE)
    written(tmp_path, "broken.yaml", "routine: [")
    mine = written(tmp_path, "mine.yaml", ROUTINE.format("own-tilt"))
    assert len(check_paths([mine])) == 1
    assert check_paths([mine], tmp_path) == ()
    assert check_paths([mine], tmp_path / "none") != ()
    mine.write_text(ROUTINE.format("own-tlit"), encoding="utf-8")
    assert messages(check_paths([mine], tmp_path)) == [
        "3:13: exercises[1]: there is no exercise 'own-tlit' (did you mean 'own-tilt'?)"
    ]


def test_a_draft_from_elsewhere_stands_for_the_own_file_of_the_same_id(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    written(own, "a.yaml", EXERCISE)
    written(own, "mine.yaml", ROUTINE.format("cat-camel"))
    draft = written(tmp_path, "draft.yaml", ROUTINE.format("own-tilt"))
    changed = written(tmp_path, "changed.yaml", EXERCISE)
    assert check_paths([draft, changed], own) == ()


def test_of_two_own_files_with_one_id_the_second_is_told(tmp_path: Path) -> None:
    first = written(tmp_path, "a.yaml", ROUTINE.format("cat-camel"))
    second = written(tmp_path, "b.yaml", ROUTINE.format("pelvic-tilt"))
    said = f"1:10: routine: the id 'mine' is taken by {first}: choose another"
    assert messages(check_paths([second], tmp_path)) == [said]
    assert check_paths([first], tmp_path) == ()


def test_a_file_that_holds_a_routine_and_an_exercise_is_told_that_it_holds_one(tmp_path: Path) -> None:
    said = "a file holds one or the other, 'routine' or 'exercise'; a routine names its 'exercises'"
    assert wrong(tmp_path, ROUTINE.format("cat-camel") + EXERCISE) == [f"4:1: {said}"]
    assert wrong(tmp_path, "routine: mine\nname: Mine\nexercise: [cat-camel]\n") == [f"3:1: {said}"]


def test_checking_what_is_not_there_is_one_line(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert messages(check_paths([tmp_path / "none.yaml"])) == [
        "1:1: cannot be read: no such file or directory"
    ]
    assert len(check_paths([loop])) == 1


def test_a_shipped_file_may_be_checked_against_the_rest_of_the_library() -> None:
    assert check_paths([LIBRARY / "routines", LIBRARY / "exercises" / "cat-camel.yaml"]) == ()
