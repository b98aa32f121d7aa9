import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Phase
from routines.figure.pose import HEAD_RADIUS, figure
from routines.figure.skeleton import Joint, VisiblePart
from tests.routines.figure.poses import EXERCISES, SHIPPED, at, drawn, key, length, poses_of, risen

DEEP = {"rotational-stretch", "torso-twist"}
"""Their limbs also move toward the eye and away from it, and so look shorter than they are."""

BONES = (
    (Joint.NECK, Joint.CHEST, 18),
    (Joint.CHEST, Joint.WAIST, 17),
    (Joint.WAIST, Joint.PELVIS, 17),
    (Joint.ELBOW, Joint.HAND, 34),
    (Joint.KNEE, Joint.ANKLE, 43),
    (Joint.ANKLE, Joint.TOES, 18),
    (Joint.OTHER_ELBOW, Joint.OTHER_HAND, 34),
    (Joint.OTHER_KNEE, Joint.OTHER_ANKLE, 43),
    (Joint.OTHER_ANKLE, Joint.OTHER_TOES, 18),
)
"""Two joints and the centimetres between them in a grown body."""

moments = st.tuples(st.sampled_from(EXERCISES), st.integers(0, 9), st.floats(0, 1), st.booleans())


@pytest.mark.parametrize("name", EXERCISES)
def test_every_movement_of_a_shipped_exercise_leads_to_a_pose(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    known = poses_of(exercise).keys
    for movement in exercise.repetition:
        assert movement.phase is not Phase.MOVE or movement.to in known
        assert movement.phase is not Phase.WORK or set(movement.through) <= set(known)
    led = {m.to for m in exercise.repetition} | set(exercise.repetition[0].through)
    assert set(known) - {"start"} <= led


@pytest.mark.parametrize("name", EXERCISES)
def test_some_part_of_the_body_is_shown_to_work_and_some_is_not(name: str) -> None:
    works = {stroke.works for stroke in drawn(figure(SHIPPED.exercises[name], None, None)).strokes}
    assert works == {True, False}


@pytest.mark.parametrize("name", EXERCISES)
def test_all_poses_of_an_exercise_have_the_same_joints(name: str) -> None:
    joints = {frozenset(pose) for pose in poses_of(SHIPPED.exercises[name]).keys.values()}
    assert len(joints) == 1


@given(moments)
def test_no_joint_sinks_into_the_floor(moment: tuple[str, int, float, bool]) -> None:
    name, movement, fraction, first = moment
    if poses_of(SHIPPED.exercises[name]).seen is VisiblePart.SIDE:
        pose = at(name, movement, fraction, first=first)
        assert min(y for _, y in pose.values()) >= 1
        assert pose[Joint.HEAD][1] >= HEAD_RADIUS


@given(moments)
def test_limbs_keep_their_length_on_the_way(moment: tuple[str, int, float, bool]) -> None:
    name, movement, fraction, first = moment
    before, pose = key(name, "start"), at(name, movement, fraction, first=first)
    for a, b, most in BONES:
        if a not in pose:
            continue
        assert length(pose, a, b) <= most * 1.1
        if name not in DEEP:
            assert length(pose, a, b) == pytest.approx(length(before, a, b), rel=0.1)


@given(moments)
def test_thighs_and_upper_arms_keep_their_length_on_the_way(moment: tuple[str, int, float, bool]) -> None:
    name, movement, fraction, first = moment
    before, pose = key(name, "start"), at(name, movement, fraction, first=first)
    for end, root, trunk, most in (
        (Joint.KNEE, Joint.HIP, Joint.PELVIS, 44),
        (Joint.OTHER_KNEE, Joint.OTHER_HIP, Joint.PELVIS, 44),
        (Joint.ELBOW, Joint.SHOULDER, Joint.NECK, 33),
        (Joint.OTHER_ELBOW, Joint.OTHER_SHOULDER, Joint.NECK, 33),
    ):
        if end in pose:
            start_ = root if root in pose else trunk
            assert length(pose, start_, end) <= most * 1.1
            if name not in DEEP:
                assert length(pose, start_, end) == pytest.approx(length(before, start_, end), rel=0.1)


@pytest.mark.parametrize("joint", [Joint.HEAD, Joint.NOSE, Joint.NECK])
def test_the_curl_lifts_head_and_shoulders_five_centimetres(joint: Joint) -> None:
    assert risen("partial-curl", "up", joint) == 5


def test_the_curl_leaves_the_low_back_on_the_floor() -> None:
    start_, up = key("partial-curl", "start"), key("partial-curl", "up")
    assert {
        joint for joint in (Joint.WAIST, Joint.PELVIS, Joint.KNEE, Joint.ANKLE) if start_[joint] != up[joint]
    } == set()


@pytest.mark.parametrize("pose", ["arch", "flat"])
def test_the_tilt_moves_the_low_back_a_few_centimetres_and_nothing_else_but_the_belly(pose: str) -> None:
    start_, tilted = key("pelvic-tilt", "start"), key("pelvic-tilt", pose)
    assert {joint for joint in start_ if start_[joint] != tilted[joint]} == {Joint.WAIST, Joint.BELLY}
    assert 1 <= abs(risen("pelvic-tilt", pose, Joint.WAIST)) <= 5


def test_the_tilt_arches_upward_and_flattens_to_the_floor() -> None:
    assert risen("pelvic-tilt", "arch", Joint.WAIST) > 0
    assert key("pelvic-tilt", "flat")[Joint.WAIST][1] <= key("pelvic-tilt", "flat")[Joint.CHEST][1]


def test_the_leg_lifts_forty_five_centimetres_at_the_foot_and_stays_straight() -> None:
    assert risen("lateral-leg-lift", "up", Joint.ANKLE) == 45
    up = key("lateral-leg-lift", "up")
    bent = length(up, Joint.HIP, Joint.KNEE) + length(up, Joint.KNEE, Joint.ANKLE)
    assert length(up, Joint.HIP, Joint.ANKLE) == pytest.approx(bent, rel=0.01)


@pytest.mark.parametrize("joint", [Joint.HAND, Joint.ANKLE])
def test_the_superman_lifts_hands_and_feet_thirty_centimetres(joint: Joint) -> None:
    assert risen("superman", "raised", joint) == pytest.approx(30, abs=1)


def test_the_superman_with_one_arm_lifts_less_and_leaves_the_other_arm_and_leg_down() -> None:
    lifted = {
        joint
        for joint in Joint
        if joint in key("superman-alternate", "start") and risen("superman-alternate", "raised", joint) > 10
    }
    assert lifted == {Joint.ELBOW, Joint.HAND, Joint.OTHER_ANKLE, Joint.OTHER_TOES}
    assert risen("superman-alternate", "raised", Joint.HAND) < 30
    assert risen("superman-alternate", "raised", Joint.OTHER_ANKLE) < 30


def test_the_draw_in_flattens_belly_and_back_and_holds_something_between_the_knees() -> None:
    assert risen("draw-in", "drawn-in", Joint.BELLY) < -4
    assert risen("draw-in", "drawn-in", Joint.WAIST) < 0
    assert key("draw-in", "start")[Joint.CUSHION] == key("draw-in", "start")[Joint.KNEE]


@pytest.mark.parametrize(("joint", "toes"), [(Joint.KNEE, Joint.TOES), (Joint.OTHER_KNEE, Joint.OTHER_TOES)])
def test_the_leg_raise_touches_the_floor_with_the_toes_at_a_right_angle(joint: Joint, toes: Joint) -> None:
    pose = key("draw-in-leg-raise", "tap" if joint is Joint.KNEE else "other-tap")
    ankle = Joint.ANKLE if joint is Joint.KNEE else Joint.OTHER_ANKLE
    (px, py), (kx, ky), (ax, ay) = pose[Joint.PELVIS], pose[joint], pose[ankle]
    angle = math.degrees(math.atan2(ay - ky, ax - kx) - math.atan2(py - ky, px - kx))
    assert abs(angle) == pytest.approx(90, abs=5)
    assert pose[toes][1] < pose[ankle][1]
    assert pose[toes][1] <= 3


@pytest.mark.parametrize(
    ("seconds", "down", "up"),
    [
        (3, Joint.TOES, Joint.OTHER_TOES),
        (9, Joint.OTHER_TOES, Joint.TOES),
        (15, Joint.TOES, Joint.OTHER_TOES),
    ],
)
def test_the_leg_raise_takes_three_seconds_a_way_and_the_legs_in_turn(
    seconds: float, down: Joint, up: Joint
) -> None:
    pose = at("draw-in-leg-raise", 0, seconds / 60)
    assert pose[down][1] == pytest.approx(2, abs=0.1)
    assert pose[up][1] > 40
    assert at("draw-in-leg-raise", 0, (seconds + 3) / 60)[down][1] > 40


def test_the_knees_roll_left_where_left_is_and_the_shoulders_stay() -> None:
    start_, rolled = key("rotational-stretch", "start"), key("rotational-stretch", "rolled")
    assert rolled[Joint.KNEE][0] < -35
    assert rolled[Joint.OTHER_KNEE][0] < -35
    still = (Joint.HEAD, Joint.SHOULDER, Joint.HAND, Joint.OTHER_SHOULDER, Joint.OTHER_HAND)
    assert all(rolled[joint] == start_[joint] for joint in still)


def test_the_twist_opens_the_shoulders_to_the_eye_and_leaves_the_legs() -> None:
    start_, twisted = key("torso-twist", "start"), key("torso-twist", "turned")
    width = length(twisted, Joint.SHOULDER, Joint.OTHER_SHOULDER)
    assert width > 3 * length(start_, Joint.SHOULDER, Joint.OTHER_SHOULDER)
    assert (twisted[Joint.NOSE][0] > twisted[Joint.HEAD][0]) is not (
        start_[Joint.NOSE][0] > start_[Joint.HEAD][0]
    )
    assert all(twisted[joint] == start_[joint] for joint in (Joint.KNEE, Joint.ANKLE, Joint.OTHER_ANKLE))
