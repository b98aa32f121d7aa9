"""From a file to a tree of YAML nodes, refusing on the way whatever could hang, crash or deceive.

A plain tree is all that a routine file needs. Composing an alias bomb or 50,000 brackets never ends or ends
the process, so a lazy pass over the parser's events comes first.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from routines.files.yaml_faults import (
    ALIASES,
    ANCHORS,
    DIRECTIVES,
    TAGS,
    Flaw,
    SourceError,
    from_one,
    in_plain_words,
    no_character,
    position,
)

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

DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?(?:\r\n|\r|\n))*%")
"""A file whose first line that says something begins with a %."""


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
            f"holds the hidden character U+{ord(bad[0]):04X}: delete it", *position(text, bad.start())
        )
    return text


def compose(text: str, loader: Any = LOADER) -> tuple[yaml.MappingNode, tuple[Flaw, ...]]:
    """The tree of a text's one document, and what in it must go without keeping it from being read further.

    Raises SourceError when there is no such tree: not YAML, empty, several documents, a directive, an alias, deeper
    than 32, too many values, or no keys at the top.
    """
    if found := DIRECTIVE.match(text):
        raise SourceError(DIRECTIVES, *position(text, found.end() - 1))
    opened: list[Any] = []
    try:
        flaws = tuple(_guard(yaml.parse(text, Loader=loader), opened))
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise in_plain_words(error, text, opened) from error
    except (ValueError, OverflowError) as error:
        raise _no_character(error, text) from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value and not node.style):
        raise SourceError("is empty: begin with a line such as 'routine: my-mornings'")
    if not isinstance(node, yaml.MappingNode):
        raise SourceError("must begin with a key, such as 'routine: my-mornings'", *from_one(node.start_mark))
    return node, flaws


def _no_character(error: ValueError | OverflowError, text: str) -> SourceError:
    """The slower parser makes characters of escapes without looking whether there is one of that number."""
    return error if isinstance(error, SourceError) else no_character(text)


def _guard(events: Iterator[Any], opened: list[Any]) -> Iterator[Flaw]:
    """Walk the events lazily; raise at the first that makes composing unsafe, yield the harmless flaws.

    `opened` holds the events by which the lists and groups began that are not closed yet, the outermost first.
    """
    nodes = documents = 0
    for event in events:
        place = from_one(event.start_mark)
        nodes += isinstance(event, yaml.NodeEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
        if isinstance(event, yaml.ScalarEvent):
            event.value.encode()  # the slower parser makes half characters of escapes; here they are ValueErrors
        if isinstance(event, yaml.AliasEvent):
            raise SourceError(ALIASES, *place)
        if len(opened) > DEEPEST:
            raise SourceError(f"is nested deeper than {DEEPEST} levels", *place)
        if nodes > MOST_NODES:
            raise SourceError(f"holds more than {MOST_NODES:,} values: no routine is so long", *place)
        if documents > 1:
            raise SourceError("a second document begins here (---): one routine or exercise a file", *place)
        yield from _needless(event, place)


def _needless(event: Any, place: tuple[int, int]) -> Iterator[Flaw]:
    if getattr(event, "anchor", None):
        yield Flaw(*place, ANCHORS)
    if getattr(event, "tag", None):
        yield Flaw(*place, TAGS)
