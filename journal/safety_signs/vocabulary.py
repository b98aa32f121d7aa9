"""The words in notes that may speak of what the safety card names: a list to read.

`journal.sign_notes` looks for them, whole words and phrases, whatever their case.
"""

from collections.abc import Mapping
from enum import StrEnum


class Sign(StrEnum):
    """What may be noted that the safety card speaks of, the gravest first."""

    SADDLE = "saddle"
    BLADDER = "bladder"
    BOWEL = "bowel"
    BOTH_LEGS = "both-legs"
    WEAKNESS = "weakness"
    ACCIDENT = "accident"
    FEVER = "fever"
    STOPPED = "stopped"
    SEVERE = "severe"
    HIGHER = "higher"
    BELOW_KNEE = "below-knee"
    LEG = "leg"


Phrases = tuple[str, ...]
"""Words and phrases, any of which will do; in small letters, without hyphens, and without `the`, `a` and `my`."""

NUMB: Phrases = (
    "numb",
    "numbness",
    "tingling",
    "tingles",
    "pins and needles",
    "no feeling",
    "no sensation",
    "cannot feel",
    "lost feeling",
    "lost all feeling",
)

SADDLE_PLACES: Phrases = (
    "between thighs",
    "between legs",
    "inner thighs",
    "saddle",
    "groin",
    "crotch",
    "genitals",
    "genital area",
    "private parts",
    "privates",
    "perineum",
    "back passage",
    "anus",
    "penis",
    "scrotum",
    "vagina",
    "down there",
)

WEAK: Phrases = (
    "weak",
    "weaker",
    "weakness",
    "gave way",
    "give way",
    "gives way",
    "giving way",
    "buckled",
    "buckle",
    "buckles",
    "no strength",
    "lost strength",
)

HURTS: Phrases = (
    *NUMB,
    *WEAK,
    "pain",
    "pains",
    "painful",
    "ache",
    "aches",
    "aching",
    "hurt",
    "hurts",
    "hurting",
    "burn",
    "burning",
    "shooting",
    "stabbing",
    "heavy",
    "sciatica",
)

BOTH: Phrases = (
    "both legs",
    "both feet",
    "both thighs",
    "both calves",
    "both lower legs",
    "left and right leg",
    "right and left leg",
)

LIMBS: Phrases = (
    "leg",
    "legs",
    "foot",
    "feet",
    "knee",
    "knees",
    "ankle",
    "ankles",
    "thigh",
    "thighs",
    "toes",
)

WORDS: Mapping[Sign, tuple[tuple[Phrases, ...], ...]] = {
    Sign.SADDLE: ((NUMB, SADDLE_PLACES),),
    Sign.BLADDER: (
        (
            (
                "bladder",
                "urine",
                "urinate",
                "urinating",
                "incontinent",
                "incontinence",
                "wet myself",
                "wetting myself",
                "peed myself",
                "cannot pee",
                "cannot wee",
                "cannot pass water",
                "trouble peeing",
                "hard to pee",
            ),
        ),
    ),
    Sign.BOWEL: ((("bowel", "bowels", "soiled myself", "soiling myself", "cannot hold stool"),),),
    Sign.BOTH_LEGS: ((HURTS, BOTH), (("down both legs", "into both legs"),)),
    Sign.WEAKNESS: (
        (("weakness", "foot drop", "drop foot", "dropped foot", "cannot lift foot"),),
        (WEAK, LIMBS),
    ),
    Sign.ACCIDENT: (
        (("accident", "accidents", "car crash", "hit by a car", "fell from", "fell down stairs"),),
    ),
    Sign.FEVER: ((("fever", "feverish", "febrile", "high temperature", "running temperature"),),),
}
"""What a note says of each sign: any one of the rows, and of a row all columns, within one sentence."""

OTHERWISE: Phrases = (
    "hay fever",
    "cabin fever",
    "by accident",
    "saddle bag",
    "bicycle saddle",
    "bike saddle",
)
"""What holds such a word and means something else."""

NOT = frozenset(
    [
        "no",
        "not",
        "without",
        "never",
        "none",
        "neither",
        "nor",
        "dont",
        "didnt",
        "doesnt",
        "isnt",
        "wasnt",
        "havent",
        "hasnt",
        "hadnt",
        "arent",
    ]
)

ENDS_A_NOT = frozenset(
    [
        "but",
        "although",
        "though",
        "however",
        "except",
        "yet",
        "only",
        "i",
        "because",
        "since",
        "so",
        "then",
        "when",
        "if",
    ]
)
"""Words at which what was denied before is over: `no pain but numb`."""

LOSS = frozenset(
    ["control", "feel", "feeling", "sensation", "hold", "empty", "able", "stop", "start", "sense", "pass"]
)
"""What, denied, is itself the sign in the bladder and the bowels: `no control of my bladder`."""

LINKS = frozenset(
    [
        "or",
        "and",
        "any",
        "of",
        "in",
        "with",
        "more",
        "new",
        "further",
        "sign",
        "signs",
        "other",
        "real",
        "such",
        "kind",
        "have",
        "had",
        "has",
        "having",
        "felt",
        "feel",
        "been",
        "is",
        "was",
        "were",
        "are",
        "be",
        "there",
        "at",
        "all",
        "to",
        "do",
        "did",
        "does",
    ]
)
"""Words that carry what was denied on: `no sign of any numbness`."""

SEPARATES = frozenset({",", ":", "and"})

MOST_BETWEEN = 2
"""So many other words may stand between a `no` and what it denies: `no back pain or fever`."""

FARTHEST = 12
"""So many words before a phrase are looked at, whatever they are."""

NONE = frozenset(("no", "none", "nil"))
