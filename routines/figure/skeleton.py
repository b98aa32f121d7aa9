"""The body of a figure: its joints, its parts and the key poses that an exercise gives it.

Places are centimetres of a grown body: x to the right, y up. Seen from the side the floor is y = 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Point = tuple[float, float]

OTHER = "other-"


class Joint(StrEnum):
    """A point of the body; `other-` is the arm or leg behind, or on the right when seen from above."""

    HEAD = "head"
    NOSE = "nose"
    NECK = "neck"
    CHEST = "chest"
    WAIST = "waist"
    PELVIS = "pelvis"
    BELLY = "belly"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    HAND = "hand"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"
    TOES = "toes"
    OTHER_SHOULDER = "other-shoulder"
    OTHER_ELBOW = "other-elbow"
    OTHER_HAND = "other-hand"
    OTHER_HIP = "other-hip"
    OTHER_KNEE = "other-knee"
    OTHER_ANKLE = "other-ankle"
    OTHER_TOES = "other-toes"
    CUSHION = "cushion"


JOINTS = {str(joint): joint for joint in Joint}

SPINE = (Joint.HEAD, Joint.NECK, Joint.CHEST, Joint.WAIST, Joint.PELVIS)
LIMBS = (Joint.ELBOW, Joint.HAND, Joint.KNEE, Joint.ANKLE, Joint.TOES)
NEEDED = frozenset({*SPINE, *LIMBS})
"""The joints without which there is no figure. The others are drawn where they are given."""


class BodyPart(StrEnum):
    """A part of the body that an exercise can work."""

    NECK = "neck"
    UPPER_BACK = "upper-back"
    MIDDLE_BACK = "middle-back"
    LOW_BACK = "low-back"
    BELLY = "belly"
    ARM = "arm"
    OTHER_ARM = "other-arm"
    LEG = "leg"
    OTHER_LEG = "other-leg"


class VisiblePart(StrEnum):
    """Where the eye is. Seen from above, left is left, as in a mirror over the person."""

    SIDE = "side"
    ABOVE = "above"


class RightSide(StrEnum):
    """How the right side is drawn from the poses, which show the left.

    `MIRROR`: the whole body looks the other way. `SWAP`: arms and legs change with the other ones.
    """

    MIRROR = "mirror"
    SWAP = "swap"


Pose = Mapping[Joint, Point]
"""Where the joints are; those that the figure lacks are not there."""

FARTHEST = 250
"""Centimetres from the origin; no body reaches farther."""

START = "start"
"""The name of the pose in which every set begins."""


@dataclass(frozen=True, slots=True)
class Poses:
    """The key poses of an exercise by name, `start` among them; all have the same joints."""

    keys: Mapping[str, Pose] = field(hash=False)
    works: frozenset[BodyPart] = frozenset()
    seen: VisiblePart = VisiblePart.SIDE
    right: RightSide = RightSide.MIRROR


def partner(joint: Joint) -> Joint:
    """The same joint of the other arm or leg; a joint of the middle is its own."""
    bare = joint.removeprefix(OTHER)
    return JOINTS[bare] if bare != joint else JOINTS.get(OTHER + bare, joint)
