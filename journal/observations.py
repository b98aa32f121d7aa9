"""What a person notes, a type a kind: pain, activity, positions, relief, skips and notes.

Every value is checked when it is made; a wrong one raises RecordError. What is not given is None or empty, and never 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar

from journal.values import RecordError, number, word, words

MAX_STEPS = 200_000
"""More steps than anybody walks in a day: a larger number is a slip of the keyboard."""

MINUTES_A_DAY = 24 * 60
MOST_NRS = 10

Choice = TypeVar("Choice", bound=StrEnum)


class Recall(StrEnum):
    """What a pain rating speaks of. The last four belong to a session and to no day's pain."""

    NOW = "now"
    AVERAGE = "average"
    WORST = "worst"
    BEFORE = "before"  # a session
    DURING = "during"  # a session, after one of its exercises
    AFTER = "after"  # a session
    MORNING = "morning"  # after a session


OF_A_DAY = (Recall.NOW, Recall.AVERAGE, Recall.WORST)
"""What a rating may speak of that belongs to no session."""


class Site(StrEnum):
    """Where it hurts."""

    LOW_BACK = "low-back"
    BUTTOCK = "buttock"
    LEG = "leg"
    BELOW_KNEE = "below-knee"


class BodySide(StrEnum):
    """On which side it hurts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Quality(StrEnum):
    """How it feels."""

    ACHING = "aching"
    STIFF = "stiff"
    BURNING = "burning"
    STABBING = "stabbing"
    SHOOTING = "shooting"
    THROBBING = "throbbing"
    TINGLING = "tingling"
    NUMB = "numb"


@dataclass(frozen=True, slots=True)
class Pain:
    """A rating on the numeric rating scale (NRS): 0 no pain, 10 the worst imaginable.

    Whole numbers when rated; the average of an imported day may lie between. A rating that belongs to a
    session names its entry, and one given after an exercise that exercise's id.
    `interference` is how much the pain was in the way, `mood`, `stress`, `sleep` and `stiffness` how these were:
    0 to 10 each, 0 little stress and stiffness, the worst mood and sleep.
    """

    kind: ClassVar[str] = "pain"

    nrs: float
    recall: Recall = Recall.NOW
    sites: tuple[Site, ...] = ()
    note: str = ""
    session: str | None = None
    exercise: str | None = None
    side: BodySide | None = None
    qualities: tuple[Quality, ...] = ()
    interference: float | None = None
    mood: float | None = None
    stress: float | None = None
    sleep: float | None = None
    stiffness: float | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "nrs", number(self.nrs, "pain", MOST_NRS))
        _set(self, "recall", Recall(self.recall))
        _set(self, "sites", _once(Site, self.sites))
        _set(self, "side", None if self.side is None else BodySide(self.side))
        _set(self, "qualities", _once(Quality, self.qualities))
        _check_scales(self, ("interference", *WELLBEING))
        _check_tags(self)


WELLBEING = ("mood", "stress", "sleep", "stiffness")
"""What may be noted beside pain, 0 to 10 each."""

MEASURES: Mapping[str, float] = {
    "steps": MAX_STEPS,
    "active_minutes": MINUTES_A_DAY,
    "sitting_minutes": MINUTES_A_DAY,
    "load": 10,
}
"""The measures of activity, each with its largest value. `load` is felt: 0 to 10 against one's usual."""

BOUTS: Mapping[str, float] = {
    "longest_active_minutes": MINUTES_A_DAY,
    "longest_sitting_minutes": MINUTES_A_DAY,
}
"""The longest time without a break, of being active and of sitting. An analysis takes no bout for a measure."""


class Doing(StrEnum):
    """What was done on a day, beside how much."""

    LIFTING = "lifting"
    CARRYING = "carrying"
    BENDING = "bending"
    WALKING = "walking"
    HOUSEWORK = "housework"
    GARDENING = "gardening"
    SPORT = "sport"
    DRIVING = "driving"


class Basis(StrEnum):
    """Whether values were counted by a device or a clock, or estimated."""

    MEASURED = "measured"
    FELT = "felt"


@dataclass(frozen=True, slots=True)
class Activity:
    """What was done on a day, by measure. None is unknown; 0 is a value. At least one is given, or a thing done.

    `basis` says whether the values were measured or felt, where the person said so.
    """

    kind: ClassVar[str] = "activity"

    steps: float | None = None
    active_minutes: float | None = None
    sitting_minutes: float | None = None
    load: float | None = None
    note: str = ""
    longest_active_minutes: float | None = None
    longest_sitting_minutes: float | None = None
    doing: tuple[Doing, ...] = ()
    basis: Basis | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for measure, most in {**MEASURES, **BOUTS}.items():
            value = getattr(self, measure)
            if value is not None:
                _set(self, measure, number(value, measure.replace("_", " "), most))
        _set(self, "doing", _once(Doing, self.doing))
        _set(self, "basis", None if self.basis is None else Basis(self.basis))
        _check_tags(self)
        if not (self.values() or self.bouts() or self.doing):
            raise RecordError("an activity needs at least one value: steps, minutes, sitting or load")

    def values(self) -> dict[str, float]:
        """The measures that are given."""
        return {m: value for m in MEASURES if (value := getattr(self, m)) is not None}

    def bouts(self) -> dict[str, float]:
        """The longest times without a break that are given."""
        return {m: value for m in BOUTS if (value := getattr(self, m)) is not None}


class Posture(StrEnum):
    """A position that one stays in."""

    SITTING = "sitting"
    STANDING = "standing"
    LYING = "lying"
    WALKING = "walking"


@dataclass(frozen=True, slots=True)
class Position:
    """A position taken at the moment of the entry, until the next one is.

    `comfortable_minutes` is how long it stayed comfortable, where the person said so.
    """

    kind: ClassVar[str] = "position"

    posture: Posture
    comfortable_minutes: float | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "posture", Posture(self.posture))
        if self.comfortable_minutes is not None:
            _set(self, "comfortable_minutes", _minutes(self.comfortable_minutes, "comfortable minutes"))
        _check_tags(self)


USUAL_RELIEF = ("heat", "cold", "massage", "medicine", "rest", "walking", "stretching", "bath")
"""What is offered; a person may write another word."""


@dataclass(frozen=True, slots=True)
class Relief:
    """Something that was used against the pain, in a word: `heat`, `medicine`; the note may say more.

    `before` and `after` are ratings, 0 to 10, the second given `after_minutes` later. `effect_minutes` is how long
    it took until something was felt.
    """

    kind: ClassVar[str] = "relief"

    means: str
    before: float | None = None
    after: float | None = None
    after_minutes: float | None = None
    effect_minutes: float | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "means", word(self.means, "what was used").lower())
        _check_scales(self, ("before", "after"))
        for name in ("after_minutes", "effect_minutes"):
            value = getattr(self, name)
            if value is not None:
                _set(self, name, _minutes(value, name.replace("_", " ")))
        _check_tags(self)


class Skipped(StrEnum):
    """What was left out on purpose."""

    SESSION = "session"
    PAIN = "pain"
    ACTIVITY = "activity"


USUAL_REASONS = ("pain", "tired", "no time", "ill", "away")
"""What is offered; a person may write another word."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Something left out on purpose on a day: neither unknown nor zero. `reason` is a word or a few, or empty."""

    kind: ClassVar[str] = "skip"

    what: Skipped = Skipped.SESSION
    reason: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "what", Skipped(self.what))
        _set(self, "reason", word(self.reason, "a reason").lower() if self.reason.strip() else "")
        _check_tags(self)


@dataclass(frozen=True, slots=True)
class Note:
    """Something written down, or how one felt beside the pain: `mood`, `stress`, `sleep`, `stiffness`, as in Pain."""

    kind: ClassVar[str] = "note"

    note: str = ""
    mood: float | None = None
    stress: float | None = None
    sleep: float | None = None
    stiffness: float | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_scales(self, WELLBEING)
        _check_tags(self)
        if not self.note.strip() and all(getattr(self, name) is None for name in WELLBEING):
            raise RecordError("a note needs some words, or one of mood, stress, sleep, stiffness")


Noted = Pain | Activity | Position | Relief | Skip | Note
"""What a person notes by hand, each with a note and tags."""


def _set(body: object, name: str, value: object) -> None:
    """Give a frozen value its checked form while it is made."""
    object.__setattr__(body, name, value)


def _once(kind: type[Choice], values: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(kind(value) for value in values))


def _check_scales(body: object, names: tuple[str, ...]) -> None:
    for name in names:
        value = getattr(body, name)
        if value is not None:
            _set(body, name, number(value, name, MOST_NRS))


def _check_tags(body: "Noted") -> None:
    _set(body, "tags", words(body.tags, "a tag"))


def _minutes(value: float, what: str) -> float:
    return number(value, what, MINUTES_A_DAY)
