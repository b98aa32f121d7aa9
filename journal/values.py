"""Checks of the values in a record, made once when the record is made."""

import math
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

MOST_TAGS = 20
MOST_WORD = 60
"""Most characters of a tag or a short text; longer text belongs into a note."""


class RecordError(ValueError):
    """A value that is not allowed in a record; the message names it and the limits."""


class FaultError(Exception):
    """A failed operation: one line with where, what, and what to do.

    Defined here so that it can be caught without loading the store.
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


def distinct(kind: type[Choice], values: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return values as members of `kind`, each once, in the order given. Raises ValueError for others."""
    return tuple(dict.fromkeys(kind(value) for value in values))


class JournalError(FaultError):
    """An operation on the journal failed."""
