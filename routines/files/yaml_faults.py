"""Faults of text that is not plain YAML, in words that a person can act on; no parser's own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

LINE_END = re.compile("\r\n|\r|\n")

NO_CHARACTER = re.compile(r"\\(?:u[dD][89a-fA-F]|U0000[dD][89a-fA-F]|U(?!000|0010))")
"""An escape for a number that no character has."""

ALIASES = "aliases (*) are not read: write the values out, or put the text in quotes"
ANCHORS = "anchors (&) are not read: remove it, or put the text in quotes"
DIRECTIVES = "directives (%) are not read: remove this line"
TAGS = "tags (!) are not read: remove it, or put the text in quotes"
BRACKET = "a bracket is opened and never closed"
QUOTE = "a quote is opened and never closed"
COLON = "a colon is out of place here: check the indentation, or put the text in quotes"
INDENTATION = "the indentation does not fit the lines above"
MISPLACED = "a bracket, a comma or a value is out of place here"
ESCAPE = "an unknown \\ sequence: use single quotes to mean the backslash itself"
CODE = "this \\ sequence stands for no character: use single quotes to mean the backslash itself"
UNKNOWN = "this and what follows is not YAML: put the text in quotes"

IN_PLAIN_WORDS = {
    "scanning an alias": ALIASES,
    "scanning an anchor": ANCHORS,
    "scanning a directive": DIRECTIVES,
    "ing a tag": TAGS,
    "found undefined tag handle": TAGS,
    "scanning a block scalar": "nothing may follow | or > in its line: begin the text in the next one",
    "found invalid Unicode character": CODE,
    "found unknown escape character": ESCAPE,
    "hexdecimal number": ESCAPE,  # so spelt by the fast parser
    "hexadecimal number": ESCAPE,
    "mapping values are not allowed": COLON,
    "found unexpected ':'": COLON,
    "mapping keys are not allowed": "a question mark is out of place here: put the text in quotes",
    "sequence entries are not allowed": "a list cannot start here: start it in the next line",
    "could not find expected ':'": "a line here has no colon after its key, or a text needs quotes",
    "found unexpected end of stream": QUOTE,
    "found unexpected document": QUOTE,
    "expected ',' or": f"{BRACKET}, or a comma is missing",
    "did not find expected key": INDENTATION,
    "did not find expected '-' indicator": INDENTATION,
    "expected <block end>": INDENTATION,
    "did not find expected node content": MISPLACED,
    "expected the node content": MISPLACED,
    "document start>": "the routine or exercise has ended above (by a bracket or by ...): remove what follows",
    "that cannot start any token": "this character cannot begin a text: put the text in quotes",
}
"""What a parser says, by the part that both parsers share, and what it means to a person."""

FROM_THE_BEGINNING = frozenset({ALIASES, ANCHORS, DIRECTIVES, TAGS, QUOTE, IN_PLAIN_WORDS["expected ',' or"]})
"""Faults reported where the thing begins, not where its end was missed."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong at a place of a text; `line` and `column` count from 1."""

    line: int
    column: int
    message: str


class SourceError(ValueError):
    """A file that cannot be read as a plain tree at all; `flaw` says where and why."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.flaw = Flaw(line, column, message)


def in_plain_words(error: yaml.YAMLError, text: str, opened: Sequence[Any]) -> SourceError:
    """What a parser complains of. `opened` are the events of the lists and groups that were not closed by then."""
    complaint = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    message = next((words for part, words in IN_PLAIN_WORDS.items() if part in complaint), None)
    if message == CODE:
        return no_character(text)
    missed, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if message != QUOTE and _nothing_follows(text, missed) and (bracket := _last_bracket(text, opened)):
        return SourceError(BRACKET, *bracket)
    mark = (begun or missed) if message in FROM_THE_BEGINNING else (missed or begun)
    line, column = _within(text, from_one(mark)) if mark else (1, 1)
    if re.match(" *\t", _line(text, line)):
        return SourceError("a tab stands where the line is indented: use spaces", line, column)
    return SourceError(message or UNKNOWN, line, column)


def no_character(text: str) -> SourceError:
    """What is wrong with the first escape that stands for no character."""
    found = NO_CHARACTER.search(text)
    return SourceError(CODE, *position(text, found.start() if found else 0))


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in the text."""
    lines = LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def from_one(mark: Any) -> tuple[int, int]:
    """Line and column of a parser's mark, from 1."""
    return mark.line + 1, mark.column + 1


def _within(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place, or the text's end: the fast parser ends a text in the line below when its last line has no end."""
    return min(place, position(text, len(text)))


def _line(text: str, number: int) -> str:
    """A line of the text, from 1; empty past its end."""
    return next(iter(LINE_END.split(text)[number - 1 : number]), "")


def _nothing_follows(text: str, mark: Any) -> bool:
    """Whether only blanks and notes stand from a mark on."""
    if mark is None:
        return False
    here, *below = LINE_END.split(text)[mark.line :] or [""]
    return all(re.fullmatch(r"\s*(#.*)?", line) for line in (here[mark.column :], *below))


def _last_bracket(text: str, opened: Sequence[Any]) -> tuple[int, int] | None:
    """Where the innermost bracket stands that is not closed; a pair in a list is a group without brackets."""
    places = [from_one(event.start_mark) for event in opened]
    brackets = [
        (line, column) for line, column in places if _line(text, line)[column - 1 : column] in {"[", "{"}
    ]
    return brackets[-1] if brackets else None
