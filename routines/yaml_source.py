"""From a file to a tree of YAML nodes, refusing on the way whatever could hang, crash or deceive.

A plain tree is all that a routine file needs. Composing an alias bomb or 50,000 brackets never ends or ends
the process, so a lazy pass over the parser's events comes first.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MOST_BYTES = 256 * 1024
DEEPEST = 32
MOST_NODES = 5_000
"""A hundred exercises with every key given are about 1,500 nodes."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast parser of libyaml where there is one. Both give the same events and marks."""

REFUSED_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # what YAML itself refuses, and NEL
    "|[\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]"  # hidden line ends, and what reverses the text shown
)

LINE_END = re.compile("\r\n|\r|\n")

IN_PLAIN_WORDS = {
    "mapping values are not allowed": "a colon is out of place here: check the indentation, or put the text in quotes",
    "could not find expected ':'": "a line here has no colon after its key, or a text needs quotes",
    "found unexpected end of stream": "a quote is opened and never closed",
    "did not find expected ',' or": "a bracket is opened and never closed, or a comma is missing",
    "expected ',' or": "a bracket is opened and never closed, or a comma is missing",
    "did not find expected key": "the indentation does not fit the lines above",
    "did not find expected '-' indicator": "the indentation does not fit the lines above",
    "expected <block end>": "the indentation does not fit the lines above",
    "did not find expected node content": "a bracket, a comma or a value is out of place here",
    "expected the node content": "a bracket, a comma or a value is out of place here",
    "found unknown escape character": "an unknown \\ sequence: use single quotes to mean the backslash itself",
    "that cannot start any token": "this character cannot begin a text: put the text in quotes",
    "found undefined tag handle": "tags (!) are not read: remove it, or put the text in quotes",
}
"""What a parser says, by the part that both parsers share, and what it means to a person."""


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


def read_text(path: Path) -> str:
    """The text of a regular file of at most 256 KiB in UTF-8, without its byte order mark.

    Raises SourceError for anything else; a device or a pipe is refused without being read.
    """
    try:
        data = _read_regular(path)
    except OSError as error:
        raise SourceError(f"cannot be read: {(error.strerror or 'unknown reason').lower()}") from error
    if len(data) > MOST_BYTES:
        raise SourceError(f"is larger than {MOST_BYTES // 1024} KiB: no routine is so long")
    return _decode(data)


def _read_regular(path: Path) -> bytes:
    # Without O_NONBLOCK, opening a pipe waits for a writer that may never come.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise SourceError("is not a file that can be read")
        return _read_up_to(handle, MOST_BYTES + 1)
    finally:
        os.close(handle)


def _read_up_to(handle: int, most: int) -> bytes:
    data = b""
    while len(data) < most and (more := os.read(handle, most - len(data))):
        data += more
    return data


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("is saved as UTF-16: save it as UTF-8")
    if b"\0" in data:
        raise SourceError("is not a text file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError("holds bytes that are not UTF-8: save it as UTF-8", line) from error
    if bad := REFUSED_CHARACTER.search(text):
        raise SourceError(
            f"holds the hidden character U+{ord(bad[0]):04X}: delete it", *_position(text, bad.start())
        )
    return text


def _position(text: str, index: int) -> tuple[int, int]:
    lines = LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def compose(text: str, loader: Any = LOADER) -> tuple[yaml.MappingNode, tuple[Flaw, ...]]:
    """The tree of a text's one document, and what in it must go without keeping it from being read further.

    Raises SourceError when there is no such tree: not YAML, empty, several documents, an alias, deeper than 32,
    too many values, or no keys at the top.
    """
    try:
        flaws = tuple(_guard(yaml.parse(text, Loader=loader)))
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise _in_plain_words(error, text) from error
    if node is None:
        raise SourceError("is empty: begin with a line such as 'routine: my-mornings'")
    if not isinstance(node, yaml.MappingNode):
        raise SourceError(
            "must begin with a key, such as 'routine: my-mornings'", *_from_one(node.start_mark)
        )
    return node, flaws


def _guard(events: Iterator[Any]) -> Iterator[Flaw]:
    """Walk the events lazily; raise at the first that makes composing unsafe, yield the harmless flaws."""
    depth = nodes = documents = 0
    for event in events:
        place = _from_one(event.start_mark)
        nodes += isinstance(event, yaml.NodeEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise SourceError(
                "aliases (*) are not read: write the values out, or put the text in quotes", *place
            )
        if depth > DEEPEST:
            raise SourceError(f"is nested deeper than {DEEPEST} levels", *place)
        if nodes > MOST_NODES:
            raise SourceError(f"holds more than {MOST_NODES:,} values: no routine is so long", *place)
        if documents > 1:
            raise SourceError("a second document begins here (---): one routine or exercise a file", *place)
        yield from _needless(event, place)


def _needless(event: Any, place: tuple[int, int]) -> Iterator[Flaw]:
    if getattr(event, "anchor", None):
        yield Flaw(*place, "anchors (&) are not read: remove it, or put the text in quotes")
    if getattr(event, "tag", None):
        yield Flaw(*place, "tags (!) are not read: remove it, or put the text in quotes")


def _in_plain_words(error: yaml.YAMLError, text: str) -> SourceError:
    problem = str(getattr(error, "problem", None) or "it cannot be read")
    said = next((words for part, words in IN_PLAIN_WORDS.items() if part in problem), None)
    # What is never closed is missed at the end of the file: say where it was opened.
    marks = (
        ("context_mark", "problem_mark") if said and "opened" in said else ("problem_mark", "context_mark")
    )
    mark = next((mark for name in marks if (mark := getattr(error, name, None))), None)
    line, column = _from_one(mark) if mark else (1, 1)
    lines = LINE_END.split(text)
    if line <= len(lines) and re.match(" *\t", lines[line - 1]):
        return SourceError("a tab stands where the line is indented: use spaces", line, column)
    return SourceError(said or f"is not YAML from here on: {ascii(problem)[1:-1]}", line, column)


def _from_one(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
