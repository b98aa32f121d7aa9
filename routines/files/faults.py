"""A fault of a routine file, in one line that a person can act on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

LONGEST_QUOTE = 40
"""A value quoted in a message is cut after so many characters."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one file; `line` and `column` count from 1.

    `path` is the way to the value inside the file (`dose.reps`, `repetition[2].seconds`; lists count from 1),
    empty when the fault is the whole file's. No part holds a control character.
    """

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}:"
        return f"{where} {self.path}: {self.message}" if self.path else f"{where} {self.message}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a value stands: line and column from 1, and the path to it."""

    line: int
    column: int
    path: str

    def key(self, name: str) -> "Place":
        """The place of a key of this mapping that has no line of its own."""
        return Place(self.line, self.column, f"{self.path}.{name}" if self.path else name)


@dataclass(slots=True)
class Report:
    """Collects the faults of one file while it is read."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, place: Place, message: str) -> None:
        """Note a fault at a place."""
        self.faults.append(Fault(self.file, place.line, place.column, place.path, message))


def place_of(node: "yaml.Node", path: str) -> Place:
    """The place where a node begins."""
    return Place(node.start_mark.line + 1, node.start_mark.column + 1, path)


def quoted(text: str) -> str:
    """The text in quotes, its control characters written out, cut when it is long."""
    return repr(text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 3] + "...")


def printable(text: str) -> str:
    """The text with everything written out that a terminal could obey; a file's name may hold anything."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion in brackets, led by a space, for a misspelt word; empty when no known word is near."""
    near = nearest(word, known)
    return f" (did you mean {near!r}?)" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, None when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is misspelt

    if len(word) > LONGEST_QUOTE:
        return None
    return next(iter(get_close_matches(word.lower(), list(known), n=1)), None)
