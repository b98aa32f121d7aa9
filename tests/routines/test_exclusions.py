from collections.abc import Collection

import pytest

from routines.exclusions import leave_out
from routines.exercise import Routine
from routines.files.loader import load_library

ARTICLE = load_library().routines["article"]


def ids(routine: Routine | None) -> list[str]:
    return [item.exercise.id for item in routine] if routine is not None else []


def test_nothing_is_left_out_unless_asked() -> None:
    assert leave_out(ARTICLE, (), ()) == (ARTICLE, ())
    assert leave_out(ARTICLE, ("no-such-exercise",), ("no-such-movement",)) == (ARTICLE, ())


def test_an_exercise_is_left_out_by_its_id_and_the_rest_keeps_its_order_and_doses() -> None:
    kept, (left_out,) = leave_out(ARTICLE, ("superman",), ())
    assert ids(kept) == [name for name in ids(ARTICLE) if name != "superman"]
    assert kept is not None
    assert all(item in ARTICLE.items for item in kept)
    assert left_out.exercise.id == "superman"
    assert left_out.instead is not None
    assert "one arm and leg" in left_out.instead


def test_a_movement_leaves_out_every_exercise_that_has_it_with_the_alternative_for_that_movement() -> None:
    kept, left_out = leave_out(ARTICLE, (), ("rotation",))
    assert [one.exercise.id for one in left_out] == ["rotational-stretch", "torso-twist"]
    assert {one.instead for one in left_out} == {"Do the pelvic tilt."}
    assert not {"rotational-stretch", "torso-twist"} & set(ids(kept))
    _, (*_, curl) = leave_out(ARTICLE, (), ("supine",))
    assert curl.instead == "Draw your navel in on hands and knees."


@pytest.mark.parametrize("motions", [["supine", "side-lying", "kneeling", "prone", "seated"]])
def test_when_nothing_remains_there_is_no_routine(motions: list[str]) -> None:
    kept, left_out = leave_out(ARTICLE, (), motions)
    assert kept is None
    assert len(left_out) == len(ARTICLE.items)


def instead(exercises: Collection[str] = (), motions: Collection[str] = ()) -> dict[str, str | None]:
    """What can be done in the place of each exercise that is left out of the whole routine."""
    _, left_out = leave_out(ARTICLE, exercises, motions)
    return {one.exercise.id: one.instead for one in left_out}


def test_an_exercise_that_is_left_out_itself_is_no_alternative() -> None:
    both = instead(["rotational-stretch", "pelvic-tilt"])
    assert both["rotational-stretch"] == "Do cat and camel on hands and knees."
    assert instead(["torso-twist", "pelvic-tilt"])["torso-twist"] == "Turn gently while sitting on a chair."


def test_an_exercise_with_a_movement_that_is_left_out_is_no_alternative_even_from_elsewhere() -> None:
    assert "superman-alternate" not in ids(ARTICLE)
    assert instead(motions=["extension"])["superman"] == (
        'Do "Superman, one arm and leg", which is gentler on the back.'
    )
    assert instead(motions=["extension", "prone"])["superman"] == "Do cat and camel on hands and knees."


def test_where_every_alternative_is_left_out_there_is_none() -> None:
    assert instead(motions=["extension", "prone", "kneeling"])["superman"] is None
