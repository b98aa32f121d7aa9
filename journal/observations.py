"""The types of entries a person makes: pain, activity, positions, relief, skips and notes.

Each value is checked when it is made; a wrong one raises RecordError. A missing value is None or empty, never 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from journal.values import RecordError, distinct, number, word, words

MAX_STEPS = 200_000
"""More steps than anybody walks in a day: a larger number is a typing error."""

MINUTES_A_DAY = 24 * 60
MOST_NRS = 10


class Recall(StrEnum):
    """Time frame of a pain rating. The last four belong to a session, not to a day's pain."""

    NOW = "now"
    AVERAGE = "average"
    WORST = "worst"
    BEFORE = "before"  # a session
    DURING = "during"  # a session, after one of its exercises
    AFTER = "after"  # a session
    MORNING = "morning"  # after a session


OF_A_DAY = (Recall.NOW, Recall.AVERAGE, Recall.WORST)
"""The time frames of a rating outside sessions."""


class Site(StrEnum):
    """Where it hurts."""

    LOW_BACK = "low-back"
    BUTTOCK = "buttock"
    LEG = "leg"
    BELOW_KNEE = "below-knee"


class BodySide(StrEnum):
    """The side that hurts."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Quality(StrEnum):
    """Type of pain."""

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

    Ratings are whole numbers; an imported average may be a fraction. A rating of a session names the session's
    entry, and after an exercise also the exercise's id. `interference` is how much the pain got in the way.
    All scales go from 0 to 10: 0 is no interference, stress or stiffness, and the worst mood and sleep.
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
        _set(self, "sites", distinct(Site, self.sites))
        _set(self, "side", None if self.side is None else BodySide(self.side))
        _set(self, "qualities", distinct(Quality, self.qualities))
        _check_scales(self, ("interference", *WELLBEING))
        _set(self, "tags", words(self.tags, "a tag"))


WELLBEING = ("mood", "stress", "sleep", "stiffness")
"""Scales beside pain, 0 to 10 each."""

MEASURES: Mapping[str, float] = {
    "steps": MAX_STEPS,
    "active_minutes": MINUTES_A_DAY,
    "sitting_minutes": MINUTES_A_DAY,
    "load": 10,
}
"""The measures of activity, each with its largest value. `load` is felt, compared with a usual day: 0 to 10."""

BOUTS: Mapping[str, float] = dict.fromkeys(
    ("longest_active_minutes", "longest_sitting_minutes"), MINUTES_A_DAY
)
"""Longest times active and sitting without a break. They are not measures of the analysis."""


class Doing(StrEnum):
    """Kinds of activity on a day."""

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
    """The activity of a day, by measure. None is unknown, 0 is a value; at least one value or `doing` is needed.

    `basis` says whether the values were measured or felt, if known.
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
            if (value := getattr(self, measure)) is not None:
                _set(self, measure, number(value, measure.replace("_", " "), most))
        _set(self, "doing", distinct(Doing, self.doing))
        _set(self, "basis", None if self.basis is None else Basis(self.basis))
        _set(self, "tags", words(self.tags, "a tag"))
        if not (self.values() or self.bouts() or self.doing):
            raise RecordError("an activity needs at least one value: steps, minutes, sitting or load")

    def values(self) -> dict[str, float]:
        """Return the known measures."""
        return {m: value for m in MEASURES if (value := getattr(self, m)) is not None}

    def bouts(self) -> dict[str, float]:
        """Return the known longest times without a break."""
        return {m: value for m in BOUTS if (value := getattr(self, m)) is not None}


class Posture(StrEnum):
    """A body position."""

    SITTING = "sitting"
    STANDING = "standing"
    LYING = "lying"
    WALKING = "walking"


@dataclass(frozen=True, slots=True)
class Position:
    """A position from the moment of the entry until the next position.

    `comfortable_minutes` is how long it stayed comfortable, if known.
    """

    kind: ClassVar[str] = "position"
    posture: Posture
    comfortable_minutes: float | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "posture", Posture(self.posture))
        if self.comfortable_minutes is not None:
            _set(
                self,
                "comfortable_minutes",
                number(self.comfortable_minutes, "comfortable minutes", MINUTES_A_DAY),
            )
        _set(self, "tags", words(self.tags, "a tag"))


USUAL_RELIEF = ("heat", "cold", "massage", "medicine", "rest", "walking", "stretching", "bath")
"""Suggestions; the person may write another word."""


@dataclass(frozen=True, slots=True)
class Relief:
    """Something tried for the pain, in a word such as `heat` or `medicine`.

    `before` and `after` are ratings, 0 to 10, the second `after_minutes` later. `effect_minutes` passed until it
    started to help.
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
            if (value := getattr(self, name)) is not None:
                _set(self, name, number(value, name.replace("_", " "), MINUTES_A_DAY))
        _set(self, "tags", words(self.tags, "a tag"))


class Skipped(StrEnum):
    """The things a person can skip on purpose."""

    SESSION = "session"
    PAIN = "pain"
    ACTIVITY = "activity"


USUAL_REASONS = ("pain", "tired", "no time", "ill", "away")
"""Suggestions; the person may write another word."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Something skipped on purpose on a day, neither unknown nor zero. `reason` is a few words or empty."""

    kind: ClassVar[str] = "skip"
    what: Skipped = Skipped.SESSION
    reason: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _set(self, "what", Skipped(self.what))
        _set(self, "reason", word(self.reason, "a reason").lower() if self.reason.strip() else "")
        _set(self, "tags", words(self.tags, "a tag"))


@dataclass(frozen=True, slots=True)
class Note:
    """A note, with `mood`, `stress`, `sleep` and `stiffness` as in Pain."""

    kind: ClassVar[str] = "note"
    note: str = ""
    mood: float | None = None
    stress: float | None = None
    sleep: float | None = None
    stiffness: float | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_scales(self, WELLBEING)
        _set(self, "tags", words(self.tags, "a tag"))
        if not self.note.strip() and all(getattr(self, name) is None for name in WELLBEING):
            raise RecordError("a note needs some words, or one of mood, stress, sleep, stiffness")


Noted = Pain | Activity | Position | Relief | Skip | Note
"""The entries a person makes by hand, each with a note and tags."""


def _set(body: object, name: str, value: object) -> None:
    """Set a field of a frozen value while it is made."""
    object.__setattr__(body, name, value)


def _check_scales(body: object, names: tuple[str, ...]) -> None:
    for name in names:
        if (value := getattr(body, name)) is not None:
            _set(body, name, number(value, name, MOST_NRS))
