"""The picture of a body in an exercise, interpolated between its key poses. Pure; centimetres throughout.

Where the body is follows from the machine's step and how far it is, never from a clock: a session that stands
still has a figure that stands still.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from routines.exercise import Exercise, Phase, Side, Sides
from routines.figure.skeleton import (
    SPINE,
    START,
    BodyPart,
    Joint,
    Point,
    Pose,
    Poses,
    RightSide,
    VisiblePart,
    partner,
)
from routines.session.session import Session

HEAD_RADIUS = 10.0
CUSHION_RADIUS = 9.0

CURVE_POINTS = 4
"""A curve has so many straight pieces from one joint to the next: at two centimetres a dot none shows."""

ARM = (Joint.NECK, Joint.SHOULDER, Joint.ELBOW, Joint.HAND)
LEG = (Joint.PELVIS, Joint.HIP, Joint.KNEE, Joint.ANKLE, Joint.TOES)
SPINE_PARTS = (BodyPart.NECK, BodyPart.UPPER_BACK, BodyPart.MIDDLE_BACK, BodyPart.LOW_BACK)
FRONT = (Joint.NECK, Joint.BELLY, Joint.PELVIS)

SWAPPED = {
    BodyPart.ARM: BodyPart.OTHER_ARM,
    BodyPart.OTHER_ARM: BodyPart.ARM,
    BodyPart.LEG: BodyPart.OTHER_LEG,
    BodyPart.OTHER_LEG: BodyPart.LEG,
}


@dataclass(frozen=True, slots=True)
class PoseMoment:
    """Where in its repetition a body is.

    `movement` is the index in the repetition, `fraction` how much of it has passed (0 to 1), `seconds` how long
    it takes in all. `first` says that the set's first repetition, or a side's, has just begun from the start pose.
    """

    movement: int
    fraction: float
    seconds: float
    first: bool = True


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the figure; `behind` marks the arm or leg that is farther from the eye."""

    part: BodyPart
    points: tuple[Point, ...]
    works: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class Box:
    """What must be in the picture, the same through the whole exercise so that nothing jumps."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A body to draw: a round head, its lines, a cushion where there is one; seen from the side, over a floor."""

    seen: VisiblePart
    box: Box
    head: Point
    nose: Point | None
    cushion: Point | None
    strokes: tuple[Stroke, ...]


def figure_of(session: Session) -> Figure | None:
    """The figure at this moment of a session; None while getting up and for an exercise without poses."""
    if session.step.phase is Phase.FINISH:
        return None
    return figure(session.exercise, _moment(session), session.step.side)


def _moment(session: Session) -> PoseMoment | None:
    """Where in its repetition a session is; None in the gaps between."""
    step, index = session.step, session.index
    if step.rep_key is None:
        return None
    began = index
    while began and session.plan.steps[began - 1].rep_key == step.rep_key:
        began -= 1
    fraction = (session.position - step.starts) / step.seconds
    return PoseMoment(index - began, fraction, step.seconds, first=step.rep == 1)


def figure(exercise: Exercise, moment: PoseMoment | None, side: Side | None) -> Figure | None:
    """The picture of an exercise, at a moment of its repetition or, without one, in its start pose."""
    poses = exercise.poses
    if poses is None:
        return None
    pose, works = body(exercise, poses, moment), poses.works
    if side is Side.RIGHT:
        pose = turned(pose, poses.right)
        works = works if poses.right is RightSide.MIRROR else swapped_parts(works)
    return Figure(
        seen=poses.seen,
        box=_box(poses, both=exercise.sides is not Sides.NONE),
        head=pose[Joint.HEAD],
        nose=pose.get(Joint.NOSE),
        cushion=pose.get(Joint.CUSHION),
        strokes=tuple(_strokes(pose, works, poses.seen)),
    )


def body(exercise: Exercise, poses: Poses, moment: PoseMoment | None) -> Pose:
    """Where the joints are, as drawn for the left side."""
    if moment is None:
        return poses.keys[START]
    movement = exercise.repetition[moment.movement]
    if movement.through and movement.every:
        return _round(poses, movement.through, moment.fraction * moment.seconds / movement.every)
    before = _before(exercise, moment)
    return between(poses.keys[before], poses.keys[movement.to or before], moment.fraction)


def _before(exercise: Exercise, moment: PoseMoment) -> str:
    """The name of the pose in which a movement begins: the last that was reached."""
    earlier = exercise.repetition[: moment.movement]
    if not moment.first:
        earlier = exercise.repetition + earlier
    return next((m.to for m in reversed(earlier) if m.to), START)


def _round(poses: Poses, names: Sequence[str], turns: float) -> Pose:
    """The body on its way through these poses again and again; `turns` counts the ways that lie behind it."""
    number = int(turns)
    before = names[(number - 1) % len(names)] if number else START
    return between(poses.keys[before], poses.keys[names[number % len(names)]], turns - number)


def eased(fraction: float) -> float:
    """A way from 0 to 1 that starts and ends gently, as bodies move."""
    within = min(1.0, max(0.0, fraction))
    return within * within * (3 - 2 * within)


def between(before: Pose, after: Pose, fraction: float) -> Pose:
    """The pose on the way from one to another."""
    if before is after:
        return after
    t = eased(fraction)
    return {joint: _mixed(point, after[joint], t) for joint, point in before.items()}


def _mixed(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def turned(pose: Pose, how: RightSide) -> Pose:
    """The same pose to the other side."""
    if how is RightSide.MIRROR:
        return {joint: (-x, y) for joint, (x, y) in pose.items()}
    # A limb given once stands for both, which lie in one place.
    return {**pose, **{partner(joint): point for joint, point in pose.items()}}


def swapped_parts(parts: frozenset[BodyPart]) -> frozenset[BodyPart]:
    """The same parts of the other arm and leg."""
    return frozenset(SWAPPED.get(part, part) for part in parts)


def _strokes(pose: Pose, works: frozenset[BodyPart], seen: VisiblePart) -> Iterator[Stroke]:
    """The lines of a body, those behind first."""
    for part, joints, other in (
        (BodyPart.OTHER_ARM, ARM, True),
        (BodyPart.OTHER_LEG, LEG, True),
        (BodyPart.LEG, LEG, False),
        (BodyPart.ARM, ARM, False),
    ):
        if points := _limb(pose, joints, other=other):
            yield Stroke(part, points, part in works, behind=other and seen is VisiblePart.SIDE)
    spine = smooth([pose[joint] for joint in SPINE])
    for part, points in zip(SPINE_PARTS, spine, strict=True):
        yield Stroke(part, points, part in works, behind=False)
    if Joint.BELLY in pose:
        points = tuple(chain.from_iterable(smooth([pose[joint] for joint in FRONT])))
        yield Stroke(BodyPart.BELLY, points, BodyPart.BELLY in works, behind=False)


def _limb(pose: Pose, joints: Sequence[Joint], *, other: bool) -> tuple[Point, ...]:
    """The points of an arm or leg from the trunk outward; of one that is not given apart, none."""
    if other and not any(partner(joint) in pose for joint in joints if partner(joint) is not joint):
        return ()
    points = (pose.get(partner(joint) if other else joint, pose.get(joint)) for joint in joints)
    return tuple(point for point in points if point is not None)


def smooth(points: Sequence[Point]) -> list[tuple[Point, ...]]:
    """A soft curve through the points (Catmull-Rom), as one line for each piece between two of them."""
    ends = [points[0], *points, points[-1]]
    return [tuple(_curve(*ends[n : n + 4])) for n in range(len(points) - 1)]


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for n in range(CURVE_POINTS + 1):
        t = n / CURVE_POINTS
        yield _on_curve(a[0], b[0], c[0], d[0], t), _on_curve(a[1], b[1], c[1], d[1], t)


def _on_curve(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + t * ((c - a) / 2 + t * (a - 2.5 * b + 2 * c - d / 2 + t * (1.5 * (b - c) + (d - a) / 2)))


def _box(poses: Poses, *, both: bool) -> Box:
    """The room that all poses need, of both sides where there are two."""
    points = [point for pose in poses.keys.values() for point in pose.values()]
    heads = [pose[Joint.HEAD] for pose in poses.keys.values()]
    xs = [x for x, _ in points] + [x + r for x, _ in heads for r in (-HEAD_RADIUS, HEAD_RADIUS)]
    ys = [y for _, y in points] + [y + r for _, y in heads for r in (-HEAD_RADIUS, HEAD_RADIUS)]
    if both and poses.right is RightSide.MIRROR:
        xs += [-x for x in xs]
    bottom = 0.0 if poses.seen is VisiblePart.SIDE else min(ys)
    return Box(min(xs), bottom, max(xs), max(ys))
