import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Phase, Side, Sides
from routines.figure.pose import Figure, PoseMoment, between, eased, figure, figure_of, smooth, turned
from routines.figure.skeleton import BodyPart, Joint, Point, RightSide, partner
from routines.session.events import Status
from routines.session.machine import begin, look, pause, start
from routines.session.plan import make_plan
from routines.session.session import Session
from tests.routines.figure.poses import EXERCISES, SHIPPED, at, drawn, key, poses_of
from tests.routines.samples import TILT, routine

PLANS = {name: make_plan(shipped) for name, shipped in SHIPPED.routines.items()}


def lines(found: Figure) -> dict[BodyPart, tuple[Point, ...]]:
    return {stroke.part: stroke.points for stroke in found.strokes}


@given(st.sampled_from(EXERCISES), st.floats(0, 1))
def test_the_right_side_of_a_mirrored_exercise_is_its_left_in_a_mirror(name: str, fraction: float) -> None:
    exercise = SHIPPED.exercises[name]
    if poses_of(exercise).right is not RightSide.MIRROR or exercise.sides is Sides.NONE:
        return
    moment = PoseMoment(0, fraction, 2.0)
    left, right = (drawn(figure(exercise, moment, side)) for side in Side)
    assert right.head == (-left.head[0], left.head[1])
    for one, other in zip(left.strokes, right.strokes, strict=True):
        assert other == replace(one, points=tuple((-x, y) for x, y in one.points))
    assert left.box == right.box
    assert left.box.left == -left.box.right


def test_the_right_side_of_the_superman_changes_the_arms_and_legs_and_nothing_else() -> None:
    exercise = SHIPPED.exercises["superman-alternate"]
    moment = PoseMoment(1, 0.5, 2.0)
    left, right = (lines(drawn(figure(exercise, moment, side))) for side in Side)
    assert left[BodyPart.ARM] == right[BodyPart.OTHER_ARM] != right[BodyPart.ARM] == left[BodyPart.OTHER_ARM]
    assert left[BodyPart.LEG] == right[BodyPart.OTHER_LEG] != right[BodyPart.LEG] == left[BodyPart.OTHER_LEG]
    assert left[BodyPart.LOW_BACK] == right[BodyPart.LOW_BACK]


def test_what_works_changes_sides_with_the_limbs() -> None:
    exercise = SHIPPED.exercises["superman-alternate"]
    one = replace(
        exercise, poses=replace(poses_of(exercise), works=frozenset({BodyPart.ARM, BodyPart.OTHER_LEG}))
    )
    right = drawn(figure(one, None, Side.RIGHT))
    assert {stroke.part for stroke in right.strokes if stroke.works} == {BodyPart.OTHER_ARM, BodyPart.LEG}


@given(st.sampled_from(EXERCISES), st.sampled_from(RightSide))
def test_turning_twice_is_not_turning(name: str, how: RightSide) -> None:
    pose = at(name, 0, 0.4)
    again = turned(turned(pose, how), how)
    assert all(again[joint] == point for joint, point in pose.items())


def test_every_joint_of_a_limb_has_its_partner_and_those_of_the_middle_are_their_own() -> None:
    assert all(partner(partner(joint)) is joint for joint in Joint)
    alone = {joint for joint in Joint if partner(joint) is joint}
    assert alone == {
        Joint.HEAD,
        Joint.NOSE,
        Joint.NECK,
        Joint.CHEST,
        Joint.WAIST,
        Joint.PELVIS,
        Joint.BELLY,
        Joint.CUSHION,
    }


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_easing_keeps_the_order_and_the_ends(a: float, b: float) -> None:
    assert (eased(0), eased(0.5), eased(1)) == (0, 0.5, 1)
    assert 0 <= eased(a) <= 1
    assert (a <= b) <= (eased(a) <= eased(b) + 1e-12)


@given(st.sampled_from(EXERCISES), st.floats(0, 1))
def test_on_the_way_every_joint_is_between_where_it_was_and_where_it_goes(name: str, fraction: float) -> None:
    before, after = list(poses_of(SHIPPED.exercises[name]).keys.values())[:2]
    for joint, (x, y) in between(before, after, fraction).items():
        (ax, ay), (bx, by) = before[joint], after[joint]
        assert min(ax, bx) - 1e-9 <= x <= max(ax, bx) + 1e-9
        assert min(ay, by) - 1e-9 <= y <= max(ay, by) + 1e-9


def test_a_curve_goes_through_its_points_without_a_gap() -> None:
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]
    pieces = smooth(points)
    assert [(piece[0], piece[-1]) for piece in pieces] == list(pairwise(points))


def test_an_exercise_without_poses_has_no_figure() -> None:
    assert figure(TILT, PoseMoment(0, 0.5, 2.0), None) is None
    assert figure_of(begin(make_plan(routine(TILT)))) is None


def session_at(name: str, position: float) -> Session:
    """A running session of a shipped routine at some second of its plan."""
    session = begin(PLANS[name])
    return replace(session, status=Status.RUNNING, position=position, looked=0.0)


@pytest.mark.parametrize("name", sorted(SHIPPED.routines))
def test_a_whole_session_shows_no_jump_but_where_side_or_exercise_change(name: str) -> None:
    plan = PLANS[name]
    for before, after in pairwise(plan.steps[:-1]):
        if (before.exercise, before.side) != (after.exercise, after.side) or after.phase is Phase.REST:
            continue
        ends = drawn(figure_of(session_at(name, after.starts - 1e-4)))
        begins = drawn(figure_of(session_at(name, after.starts)))
        for one, other in zip(ends.strokes, begins.strokes, strict=True):
            assert all(math.dist(a, b) < 0.1 for a, b in zip(one.points, other.points, strict=True)), after


def test_gaps_show_the_start_pose_of_what_comes_and_getting_up_shows_nothing() -> None:
    plan = PLANS["article"]
    gaps = [step for step in plan.steps if step.phase in {Phase.PREPARE, Phase.REST, Phase.SWITCH}]
    for step in gaps:
        exercise = SHIPPED.exercises[step.exercise]
        assert figure_of(session_at("article", step.starts)) == figure(exercise, None, step.side)
    assert figure_of(session_at("article", plan.steps[-1].starts)) is None


def test_a_hold_stands_still_and_so_does_a_pause() -> None:
    session, _ = start(begin(PLANS["bad-day"]), 0.0)
    for now in range(1, 32):
        session, _ = look(session, float(now))
    assert session.step.phase is Phase.MOVE
    moving = figure_of(session)
    session, _ = pause(session, 31.5)
    paused = figure_of(session)
    assert moving != paused
    session, _ = look(session, 90.0)
    assert figure_of(session) == paused
    holding = [figure_of(session_at("bad-day", at_)) for at_ in (32.5, 34.0, 36.9)]
    assert session_at("bad-day", 32.5).step.phase is Phase.HOLD
    assert holding[0] == holding[1] == holding[2]


def test_from_the_second_repetition_on_the_cat_sinks_from_the_round_back() -> None:
    assert at("cat-camel", 0, 0.0) == key("cat-camel", "start")
    assert at("cat-camel", 0, 0.0, first=False) == key("cat-camel", "round")
