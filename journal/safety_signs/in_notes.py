"""What a note may say of the signs on the safety card: its words are looked for, and whether they are denied.

It finds words, no more: it knows neither what was meant nor how bad it is, and is wrong in both directions. What is
shown because of it must still be true.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from journal.safety_signs.vocabulary import (
    ENDS_A_NOT,
    FARTHEST,
    LINKS,
    LOSS,
    MOST_BETWEEN,
    NONE,
    NOT,
    OTHERWISE,
    SEPARATES,
    WORDS,
    Phrases,
    Sign,
)

Span = tuple[int, int]
"""Where a phrase stands among the words of a sentence: its first, and the one after its last."""


def signs_in(text: str) -> frozenset[Sign]:
    """The signs that a note may speak of; what it denies, such as `no numbness`, is none."""
    sentences = [sentence for sentence in _sentences(text) if _pattern(_all_phrases()).search(sentence)]
    return frozenset(
        sign
        for sign, rows in WORDS.items()
        if any(_says(sign, sentence, row) for sentence in sentences for row in rows)
    )


def _sentences(text: str) -> Iterator[str]:
    """The sentences in small letters, words and commas with blanks between."""
    plain = text.casefold().replace("’", "'")
    plain = re.sub(r"\bcan(?:'?t| not)\b", "cannot", plain)
    plain = re.sub(r"n't\b", " not", plain)
    plain = re.sub(r"\b(?:the|my|an?)\b|(?<=\bboth) of\b", " ", plain)
    plain = re.sub(r"(?:\?|\s[-–—])\s*(?=(?:no|none|nil)\b)", " : ", plain)  # a question answered at once
    plain = re.sub(r"(?<=\w)-(?=\w)", " ", plain)
    for sentence in re.split(r"[.;!?()\n\r–—]|\s-\s", plain):
        words = " ".join(re.findall(r"[\w']+|[,:]", sentence))
        yield _pattern(OTHERWISE).sub("", words)


@cache
def _pattern(phrases: Phrases) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")


def _says(sign: Sign, sentence: str, row: tuple[Phrases, ...]) -> bool:
    """Whether the sentence has a phrase of each column that is not denied."""
    what, *places = row
    words = sentence.split(" ")
    present = any(not _denied(sign, words, where) for where in _spans(sentence, what))
    return present and all(
        any(not _elsewhere(words[max(first - 2, 0) : first]) for first, _ in _spans(sentence, place))
        for place in places
    )


def _elsewhere(before: Sequence[str]) -> bool:
    """Whether the words before a place say that it is not there: `not in both legs`."""
    near = before[:-1] if before[-1:] and before[-1] in {"in", "down", "into"} else before
    return bool(near) and near[-1] in NOT


def _spans(sentence: str, phrases: Phrases) -> Iterator[Span]:
    """Where the phrases stand, counted in words."""
    first = at = 0
    for found in _pattern(phrases).finditer(sentence):
        first += sentence.count(" ", at, found.start())
        at = found.start()
        yield first, first + found.group().count(" ") + 1


def _denied(sign: Sign, words: Sequence[str], where: Span) -> bool:
    """Whether the phrase is what a `no` before it, or a `none` behind it, speaks of."""
    behind = [word for word in words[where[1] : where[1] + 3] if word != ":"]
    if behind[:1] and behind[0] in NONE and behind[1:2] in ([], [","]):
        return True
    ends = ENDS_A_NOT | LOSS if sign in {Sign.BLADDER, Sign.BOWEL} else ENDS_A_NOT
    listed, separated, others = _in_a_list(words, where), False, 0
    for word in reversed(words[max(where[0] - FARTHEST, 0) : where[0]]):
        if word in NOT:
            return True
        listed = listed or word == "or"
        separated = separated or word in SEPARATES
        others += word not in SEPARATES | LINKS | _sign_words()
        if word in ends or (separated and (others or not listed)) or others > MOST_BETWEEN:
            return False
    return False


def _in_a_list(words: Sequence[str], where: Span) -> bool:
    """Whether it is one of several things that are denied together: a word by itself, or one followed by `or`."""
    alone = where[1] - where[0] == 1 and list(words[where[1] : where[1] + 1]) in ([], [","], ["and"])
    return alone or "or" in words[where[1] : where[1] + 3]


@cache
def _all_phrases() -> Phrases:
    return tuple({phrase for rows in WORDS.values() for row in rows for column in row for phrase in column})


@cache
def _sign_words() -> frozenset[str]:
    """All words of which the phrases are made, and those that go with them."""
    return frozenset(word for phrase in _all_phrases() for word in phrase.split()) | {"problems", "trouble"}
