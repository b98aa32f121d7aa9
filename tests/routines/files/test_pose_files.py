from pathlib import Path

from routines.figure.skeleton import BodyPart, Joint, RightSide, VisiblePart
from routines.files.loader import check_paths, load_library
from tests.folders import TESTS

CORPUS = TESTS / "routines" / "corpus"
SPOT = "must be a place such as [20, 42.5]: two numbers, each from -250 to 250"


def told(name: str) -> list[str]:
    """The faults of a bad file of the corpus without their file: line, column, path and message."""
    path = CORPUS / "bad" / f"{name}.yaml"
    return [str(fault).removeprefix(f"{path}:") for fault in check_paths([path])]


def test_every_slip_in_the_poses_is_told_with_its_line() -> None:
    assert told("poses-misspelt") == [
        "9:9: poses.seen: no such view: 'front'; one of side, above",
        "10:11: poses.works[1]: no such part of the body: 'low back' (did you mean 'low-back'?); one of neck, upper-back, middle-back, low-back, belly, arm, other-arm, leg, other-leg",
        "12:5: poses.start: the key 'knee' is missing",
        "14:5: poses.start: no such key: 'cheast' (did you mean 'chest'?)",
        f"15:12: poses.start.waist: {SPOT}",
        f"16:13: poses.start.pelvis: {SPOT}",
        f"17:12: poses.start.elbow: {SPOT}",
        f"18:11: poses.start.hand: {SPOT}",
        f"20:11: poses.start.toes: {SPOT}",
        "22:10: poses.others.up: no such key: 'kneee' (did you mean 'knee'?)",
        "23:5: poses.others: is not an id: 'Up'; write small letters, digits and single hyphens, at most 40, such as 'my-mornings'",
        "24:5: poses.others.up: is there twice (first in line 22): keep one",
    ]


def test_what_does_not_fit_together_is_told_where_it_stands() -> None:
    assert told("poses-that-do-not-fit") == [
        "6:35: repetition[1].to: there is no pose 'upp' in 'poses' (did you mean 'up'?)",
        "7:35: repetition[2].to: hold keeps its pose: remove it here",
        "8:40: repetition[3].through: only work goes through poses: remove it here",
        "8:40: repetition[3].through: there is no pose 'down' in 'poses'",
        "9:39: repetition[4].every: only work goes through poses: remove it here",
        "23:11: poses.start.toes: lies below the floor: the second number is the height, 0 or more",
        "25:33: poses.others.up.nose: this joint is not in the start pose: give it there, too",
    ]


def test_a_movement_leads_to_no_pose_where_there_are_none() -> None:
    assert told("pose-without-poses") == ["5:44: repetition[1].to: there is no pose 'start' in 'poses'"]


def test_work_goes_through_poses_only_with_the_time_for_each(tmp_path: Path) -> None:
    text = (CORPUS / "good" / "exercise-posed.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(text.replace(", every: 1.5s", ", to: up"), encoding="utf-8")
    assert [fault.message for fault in check_paths([path])] == [
        "the key 'every' is missing beside it",
        "work goes through poses: 'through' names them",
    ]


def test_the_poses_of_an_own_exercise_are_read_with_what_they_take_from_the_start(tmp_path: Path) -> None:
    text = (CORPUS / "good" / "exercise-posed.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    exercise = load_library(tmp_path).exercises["own-taps"]
    movement, poses = exercise.repetition[0], exercise.poses
    assert (movement.through, movement.every, movement.to) == (("up", "start"), 1.5, None)
    assert poses is not None
    assert (poses.seen, poses.right) == (VisiblePart.ABOVE, RightSide.SWAP)
    assert poses.works == {BodyPart.LEG, BodyPart.BELLY}
    assert poses.keys["up"] == {**poses.keys["start"], Joint.OTHER_KNEE: (-5.0, -10.0)}
    assert poses.keys["start"][Joint.NECK] == (0.0, 50.5)
