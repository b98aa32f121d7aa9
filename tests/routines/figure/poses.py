"""The shipped exercises as bodies: where their joints are."""

import math

from routines.exercise import Exercise
from routines.figure.pose import Figure, PoseMoment, body
from routines.figure.skeleton import Joint, Pose, Poses
from routines.files.loader import load_library

SHIPPED = load_library()
EXERCISES = sorted(SHIPPED.exercises)


def poses_of(exercise: Exercise) -> Poses:
    assert exercise.poses is not None
    return exercise.poses


def at(name: str, movement: int, fraction: float, *, first: bool = True) -> Pose:
    """The body of a shipped exercise; a movement's number beyond the last begins again."""
    exercise = SHIPPED.exercises[name]
    index = movement % len(exercise.repetition)
    seconds = exercise.repetition[index].seconds or 60.0
    return body(exercise, poses_of(exercise), PoseMoment(index, fraction, seconds, first=first))


def key(name: str, pose: str) -> Pose:
    return poses_of(SHIPPED.exercises[name]).keys[pose]


def risen(name: str, pose: str, joint: Joint) -> float:
    """How much higher a joint is than in the start pose, in centimetres."""
    return key(name, pose)[joint][1] - key(name, "start")[joint][1]


def length(pose: Pose, a: Joint, b: Joint) -> float:
    return math.dist(pose[a], pose[b])


def drawn(found: Figure | None) -> Figure:
    assert found is not None
    return found
