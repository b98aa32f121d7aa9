"""What a record may hold: each value is checked once, when the record is made."""

import math
from collections.abc import Iterable

MOST_TAGS = 20
MOST_WORD = 60
"""Characters of a tag or of a word for what is felt or used: more is a note."""


class RecordError(ValueError):
    """A value that no record can hold; the message says which, and what is allowed."""


class FaultError(Exception):
    """Something that could not be done: one line with where, what, and what to do.

    It stands here for those who catch what the store raises without having loaded it.
    """


def number(value: object, what: str, most: float) -> float:
    """Return `value` as an int when it is whole; it must be finite and between 0 and `most`.

    Raises RecordError, naming `what` and the range.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise RecordError(f"{what} must be a number from 0 to {most:g}")
    if not 0 <= value <= most:
        raise RecordError(f"{what} must be from 0 to {most:g}, not {value:g}")
    return int(value) if value == int(value) else value


def word(text: str, what: str) -> str:
    """A word or a few, on one line. Raises RecordError, naming `what`."""
    plain = " ".join(text.split())
    if not plain or len(plain) > MOST_WORD:
        raise RecordError(f"{what} is a word or a few, {MOST_WORD} characters at most")
    return plain


def words(texts: Iterable[str], what: str) -> tuple[str, ...]:
    """Words in the order given, in small letters, each once. Raises RecordError, naming `what`."""
    found = tuple(dict.fromkeys(word(text, what).lower() for text in texts))
    if len(found) > MOST_TAGS:
        raise RecordError(f"{what}: {MOST_TAGS} at most, not {len(found)}")
    return found
