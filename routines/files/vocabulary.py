"""The keys of routine files: the one table from which the loader reads and the schema for editors is made."""

from routines.exercise import Aim, Glide, Phase, Sides, StartPosition, Surface
from routines.figure.skeleton import FARTHEST, NEEDED, BodyPart, Joint, RightSide, VisiblePart
from routines.files.tables import Either, Key, Listing, Named, Table
from routines.files.value_types import Flag, Id, Seconds, Spot, YamlChoice, YamlText, YamlWholeNumber, words

MOTIONS = {
    "flexion": "the back bends forward",
    "flexion-small": "the back rounds a little",
    "extension": "the back bends backward",
    "extension-small": "the back arches a little",
    "rotation": "the back turns",
    "prone": "lying on the belly",
    "supine": "lying on the back",
    "side-lying": "lying on a side",
    "kneeling": "weight on hands and knees",
    "seated": "sitting on the floor",
    "floor": "getting down to the floor and up",
}
"""The tags by which a person can leave movements out, and what each means."""

MOST_REPS, MOST_SETS, MOST_SECONDS = 100, 20, 600
SHORTEST = 0.1
"""The shortest movement, in seconds; anything shorter is a slip of the keyboard."""

MOST_ITEMS = 100

_MOTION = YamlChoice("motion", words(tuple(MOTIONS)))
_SENTENCE = YamlText(400)
_NAME = YamlText(80)
_TIME = Seconds(SHORTEST, MOST_SECONDS)

_AMOUNT = {
    "reps": Key(YamlWholeNumber(1, MOST_REPS), "repetitions of a set; with sides, of each side"),
    "sets": Key(YamlWholeNumber(1, MOST_SETS), "sets; with sides, of each side"),
    "rest": Key(
        Seconds(0, MOST_SECONDS), "time between two sets; 30 where several are asked for and it is not given"
    ),
    "hold": Key(_TIME, "the length of every hold, instead of the exercise's own"),
    "seconds": Key(_TIME, "the length of a timed piece (phase work)"),
}

DOSE = Table(_AMOUNT)

MOVEMENT = Table(
    {
        "phase": Key(
            YamlChoice("phase", {str(p): p for p in (Phase.MOVE, Phase.HOLD, Phase.RELAX, Phase.WORK)}),
            "what is done; work is a timed piece as long as the dose says",
            required=True,
        ),
        "seconds": Key(_TIME, "how long; not for work"),
        "say": Key(YamlText(40), "spoken just before"),
        "glide": Key(
            YamlChoice("glide", {str(g): g for g in Glide}),
            "where the tone of a slow movement goes; without it up before the hold and down after it",
        ),
        "to": Key(Id(), "the pose that it leads to; without it the pose stays"),
        "through": Key(Listing(Id(), 1, 20), "for work: the poses that follow each other, again and again"),
        "every": Key(_TIME, "for work: the time from one of these poses to the next"),
    }
)

JOINT_WORDS = {
    Joint.HEAD: "the middle of the head",
    Joint.NOSE: "the tip of the nose, where it is seen",
    Joint.NECK: "where the neck begins, between the shoulders",
    Joint.CHEST: "the back behind the chest",
    Joint.WAIST: "the low back",
    Joint.PELVIS: "the end of the back",
    Joint.BELLY: "the front of the belly, where it is seen",
    Joint.SHOULDER: "the shoulder, where it is not at the neck",
    Joint.HIP: "the hip, where it is not at the pelvis",
    Joint.CUSHION: "the middle of a cushion or ball",
}
"""What is meant by the joints whose names do not say it."""


def _pose(*, whole: bool) -> Table:
    """The joints of a pose; a whole one must give those that every figure has."""
    spot = Spot(FARTHEST)
    return Table({str(j): Key(spot, JOINT_WORDS.get(j, str(j)), whole and j in NEEDED) for j in Joint})


POSES = Table(
    {
        "seen": Key(
            YamlChoice("view", {str(s): s for s in VisiblePart}),
            "where the eye is: side (with a floor) or above",
        ),
        "right": Key(
            YamlChoice("way of drawing the right side", {str(r): r for r in RightSide}),
            "how the right side is drawn: mirror, or swap (arms and legs change with the other ones)",
        ),
        "works": Key(
            Listing(YamlChoice("part of the body", {str(p): p for p in BodyPart}), 1, len(BodyPart)),
            "the parts that work, which are drawn thick and in colour",
        ),
        "start": Key(_pose(whole=True), "where the joints are at the start, in centimetres", required=True),
        "others": Key(Named("pose", _pose(whole=False), 20), "other poses: what differs from the start"),
    }
)

EASIER = Table(
    {
        "text": Key(_SENTENCE, "what to change", required=True),
        "dose": Key(DOSE, "what differs from the exercise's dose"),
        "repetition_hold": Key(_TIME, "the length of every hold in the easier form"),
    }
)

CAUTION = Table(
    {
        "motion": Key(_MOTION, "the movement to take care with", required=True),
        "text": Key(_SENTENCE, "who should take care, and why", required=True),
        "instead": Key(_SENTENCE, "what to do instead"),
        "use": Key(Id(), "the exercise that instead names: it is not named to those who leave it out"),
    }
)

EXERCISE = Table(
    {
        "exercise": Key(Id(), "the exercise's id", required=True),
        "name": Key(_NAME, "its name", required=True),
        "aka": Key(Listing(_NAME, 1, 10), "its other names"),
        "aim": Key(YamlChoice("aim", {str(a): a for a in Aim}), "what it is for", required=True),
        "targets": Key(Listing(_NAME, 1, 10), "the parts of the body it works on"),
        "position": Key(
            YamlChoice("position", {str(p): p for p in StartPosition}), "how the body is", required=True
        ),
        "surface": Key(
            Listing(YamlChoice("surface", {str(s): s for s in Surface}), 1, 2), "where it can be done"
        ),
        "motion": Key(Listing(_MOTION, 1, len(MOTIONS)), "tags that a person can leave out"),
        "sides": Key(
            YamlChoice("way of using the sides", {str(s): s for s in Sides}),
            "none; alternating: left and right in turn; blocks: all sets of one side, then turn once",
        ),
        "switch": Key(
            Seconds(0, MOST_SECONDS), "time for changing sides; without it 15 for blocks, else none"
        ),
        "repetition": Key(Listing(MOVEMENT, 1, 20), "one repetition (of one side), in order", required=True),
        "dose": Key(DOSE, "where a first day begins", required=True),
        "full": Key(DOSE, "the whole amount: what differs from dose"),
        "rungs": Key(
            Listing(DOSE, 1, 30), "the steps from the first day to the most, each as it differs from dose"
        ),
        "easier": Key(EASIER, "the gentler form"),
        "steps": Key(Listing(_SENTENCE, 1, 20), "how it is done, a sentence each", required=True),
        "breathing": Key(_SENTENCE, "how to breathe"),
        "cautions": Key(Listing(CAUTION, 1, 10), "who should take care, and what to do instead"),
        "poses": Key(POSES, "the figure's key poses, drawn for the left side"),
    }
)

_WHICH = YamlChoice("dose", words(("start", "full")))

ITEM = Table(
    {
        "use": Key(Id(), "the exercise's id", required=True),
        "dose": Key(_WHICH, "start: its first-day dose; full: its whole amount"),
        **_AMOUNT,
    }
)

ROUTINE = Table(
    {
        "routine": Key(Id(), "the routine's id", required=True),
        "name": Key(_NAME, "its name", required=True),
        "note": Key(_SENTENCE, "what it is for"),
        "dose": Key(_WHICH, "the doses of its exercises, unless one says otherwise: start or full"),
        "fixed": Key(Flag(), "true: its doses stay as they are, whatever was done"),
        "exercises": Key(
            Listing(Either("use", ITEM), 1, MOST_ITEMS),
            "the exercises in order: an id, or use: id with what differs from its dose",
            required=True,
        ),
    }
)
