"""The key poses of a figure from what the tables read, with the rules that reach across keys."""

from collections.abc import Iterator
from types import MappingProxyType

from routines.exercise import Phase
from routines.figure.skeleton import JOINTS, START, Poses, RightSide, VisiblePart
from routines.files.faults import Report, did_you_mean
from routines.files.tables import Fields

STILL = frozenset({Phase.HOLD, Phase.WORK})
"""The phases that lead to no single pose: a hold keeps its pose, work goes through several."""


def build_poses(fields: Fields | None) -> Poses | None:
    """The poses, each completed with what it has from the start; None where the exercise gives none."""
    if fields is None:
        return None
    start = fields.get(START).values
    others: Fields | None = fields.get("others")
    given = {START: start} | (
        {name: start | own.values for name, own in others.values.items()} if others else {}
    )
    keys = {
        name: MappingProxyType({JOINTS[joint]: point for joint, point in pose.items()})
        for name, pose in given.items()
    }
    return Poses(
        MappingProxyType(keys),
        frozenset(fields.get("works", ())),
        fields.get("seen", VisiblePart.SIDE),
        fields.get("right", RightSide.MIRROR),
    )


def check_poses(fields: Fields, report: Report) -> None:
    """Note what does not fit together: a pose that does not exist, a joint that comes from nowhere or too low."""
    poses: Fields | None = fields.get("poses")
    unread = "poses" in fields.places and poses is None
    for movement in fields.get("repetition", ()):
        _check_movement(movement, report)
        if not unread:
            _check_names(movement, poses, report)
    if poses is not None:
        _check_joints(poses, report)


def _check_movement(movement: Fields, report: Report) -> None:
    phase = movement.get("phase")
    if phase in STILL and "to" in movement.places:
        instead = (
            "keeps its pose: remove it here"
            if phase is Phase.HOLD
            else "goes through poses: 'through' names them"
        )
        report.add(movement.where("to"), f"{phase} {instead}")
    for key, partner in (("through", "every"), ("every", "through")):
        if key in movement.places and phase is not Phase.WORK and phase is not None:
            report.add(movement.where(key), "only work goes through poses: remove it here")
        elif key in movement.places and movement.lacks(partner):
            report.add(movement.where(key), f"the key {partner!r} is missing beside it")


def _check_names(movement: Fields, poses: Fields | None, report: Report) -> None:
    """Every pose that a movement leads to is there; where the poses are faulty themselves, that comes first."""
    others: Fields | None = poses.get("others") if poses else None
    known = (START, *(others.places if others else ())) if poses else ()
    unread = poses is not None and "others" in poses.places and others is None
    for key in ("to", "through"):
        names = movement.get(key, ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in known and not unread:
                hint = did_you_mean(name, known)
                report.add(movement.where(key), f"there is no pose {name!r} in 'poses'{hint}")


def _check_joints(poses: Fields, report: Report) -> None:
    start: Fields | None = poses.get(START)
    over_a_floor = "seen" not in poses.places or poses.get("seen") is VisiblePart.SIDE
    for pose in _poses(poses):
        for joint, place in pose.places.items():
            point = pose.get(joint)
            if start is not None and start.lacks(joint):
                report.add(place, "this joint is not in the start pose: give it there, too")
            if point is not None and over_a_floor and point[1] < 0:
                report.add(place, "lies below the floor: the second number is the height, 0 or more")


def _poses(poses: Fields) -> Iterator[Fields]:
    if (start := poses.get(START)) is not None:
        yield start
    if (others := poses.get("others")) is not None:
        yield from others.values.values()
