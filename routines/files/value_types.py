"""The kinds of values that a routine file holds: each reads itself from a node and says itself as JSON Schema.

Scalars are read as the text that stands in the file, never by YAML's own guessing, for which `no` is false,
`010` is 8 and `1:30` is 90. A kind that cannot read a node notes each fault in the report and returns None.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from unicodedata import category

import yaml

from routines.files.faults import Report, did_you_mean, place_of, quoted

Schema = dict[str, Any]

NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that YAML takes for nothing."""

HIDDEN = frozenset({"Cc", "Cf", "Cs"})
"""The categories of what is obeyed and not seen: controls, marks of direction, joints, lone surrogates."""

JOINERS = "\u200c\u200d"
"""What joins or parts the two signs between which it stands, as some scripts and pictures need."""

TAGS = range(0xE0000, 0xE0080)
"""Letters that nobody sees."""


class YamlType(Protocol):
    """What a key's value may be."""

    def read(self, node: yaml.Node, path: str, report: Report) -> Any:
        """The value of a node, or None with its faults in the report."""

    def schema(self) -> Schema:
        """The same kind as JSON Schema, as far as that can say it."""


def scalar(node: yaml.Node, path: str, report: Report) -> str | None:
    """The text of a scalar as it stands in the file."""
    if not isinstance(node, yaml.ScalarNode):
        report.add(place_of(node, path), "must be one value, not a list or a group of keys")
        return None
    text: str = node.value
    if not text.strip() or (not node.style and text in NO_VALUE):
        report.add(place_of(node, path), "has no value: write one, or remove the key")
        return None
    return text


@dataclass(frozen=True, slots=True)
class YamlText:
    """Words for a person, at most so many characters; line ends and runs of blanks become one blank."""

    most: int

    def read(self, node: yaml.Node, path: str, report: Report) -> str | None:
        """The words, free of control characters."""
        raw = scalar(node, path, report)
        if raw is None:
            return None
        text = " ".join(raw.split())
        if (hidden := _hidden(text)) is not None:
            report.add(place_of(node, path), f"holds the hidden character U+{ord(hidden):04X}: delete it")
        elif len(text) > self.most:
            report.add(place_of(node, path), f"is {len(text)} characters long: at most {self.most}")
        else:
            return text
        return None

    def schema(self) -> Schema:
        """An editor takes `name: 5` for a number; the loader takes it for the text that it is."""
        return {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.most}


def _hidden(text: str) -> str | None:
    """The first character that is not seen; a joiner within a word or a picture is no such one."""
    around = zip(f" {text}", text, f"{text[1:]} ", strict=False)
    return next((c for before, c, after in around if _is_hidden(c) and not _joins(before, c, after)), None)


def _is_hidden(character: str) -> bool:
    return category(character) in HIDDEN or ord(character) in TAGS


def _joins(before: str, character: str, after: str) -> bool:
    """Whether it is a joiner between letters, their marks or symbols."""
    return character in JOINERS and all(category(sign)[0] in "LMS" for sign in (before, after))


@dataclass(frozen=True, slots=True)
class Id:
    """A name that commands and other files call it by."""

    PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
    MOST = 40

    def read(self, node: yaml.Node, path: str, report: Report) -> str | None:
        """The id."""
        text = scalar(node, path, report)
        if text is None:
            return None
        if len(text) <= self.MOST and re.fullmatch(self.PATTERN, text):
            return text
        rule = f"small letters, digits and single hyphens, at most {self.MOST}, such as 'my-mornings'"
        report.add(place_of(node, path), f"is not an id: {quoted(text)}; write {rule}")
        return None

    def schema(self) -> Schema:
        """An id of digits alone is a number to an editor."""
        text = {"type": "string", "pattern": f"^{self.PATTERN}$", "maxLength": self.MOST}
        return {"anyOf": [text, {"type": "integer", "minimum": 0}]}


@dataclass(frozen=True, slots=True)
class YamlChoice:
    """One of a few words."""

    what: str
    words: Mapping[str, Any]

    def read(self, node: yaml.Node, path: str, report: Report) -> Any:
        """What the word stands for."""
        text = scalar(node, path, report)
        if text is None:
            return None
        if text in self.words:
            return self.words[text]
        hint = did_you_mean(text, self.words)
        report.add(
            place_of(node, path), f"no such {self.what}: {quoted(text)}{hint}; one of {', '.join(self.words)}"
        )
        return None

    def schema(self) -> Schema:
        """The words."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false, and no other of the words that YAML 1.1 takes for them."""

    def read(self, node: yaml.Node, path: str, report: Report) -> bool | None:
        """Whether it is true."""
        text = scalar(node, path, report)
        if text is None:
            return None
        if isinstance(node, yaml.ScalarNode) and not node.style and text in {"true", "false"}:
            return text == "true"
        report.add(place_of(node, path), f"must be true or false without quotes, not {quoted(text)}")
        return None

    def schema(self) -> Schema:
        """Either."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class YamlWholeNumber:
    """A count, in digits and nothing else: no sign, no leading zero, no quotes."""

    least: int
    most: int

    def read(self, node: yaml.Node, path: str, report: Report) -> int | None:
        """The number."""
        text = scalar(node, path, report)
        if text is None:
            return None
        count = int(text) if re.fullmatch("[0-9]{1,9}", text) else None
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if plain and count is not None and text == str(count) and self.least <= count <= self.most:
            return count
        report.add(place_of(node, path), f"{self._wanted()}, not {quoted(text)}{self._hint(text, plain)}")
        return None

    def _wanted(self) -> str:
        return f"must be a whole number from {self.least} to {self.most}"

    def _hint(self, text: str, plain: bool) -> str:  # noqa: FBT001 - private, named at its one call
        bare = text.removeprefix("+").lstrip("0")
        if not re.fullmatch("[1-9][0-9]{0,8}", bare) or not self.least <= int(bare) <= self.most:
            return ""
        return f" (write {bare})" if bare != text else "" if plain else " (write it without quotes)"

    def schema(self) -> Schema:
        """The range."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Seconds:
    """A duration: `90`, `90s`, `1.5` or `1:30`; to the millisecond."""

    least: float
    most: float

    PATTERN = r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,3})?s?|(0|[1-9][0-9]?):[0-5][0-9]"

    def read(self, node: yaml.Node, path: str, report: Report) -> float | None:
        """The seconds."""
        text = scalar(node, path, report)
        if text is None:
            return None
        seconds = _seconds(text) if re.fullmatch(self.PATTERN, text) else None
        if seconds is not None and self.least <= seconds <= self.most:
            return seconds
        wanted = f"must be a time from {self.least:g} to {self.most:g} seconds, such as 90, 90s or 1:30"
        report.add(place_of(node, path), f"{wanted}, not {quoted(text)}")
        return None

    def schema(self) -> Schema:
        """A number of seconds, or one of the spellings."""
        number = {"type": "number", "minimum": self.least, "maximum": self.most}
        return {"anyOf": [number, {"type": "string", "pattern": f"^({self.PATTERN})$"}]}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture: `[x, y]`, to the tenth, each at most so far from nought."""

    most: int

    PATTERN = r"-?(0|[1-9][0-9]{0,3})(\.[0-9])?"

    def read(self, node: yaml.Node, path: str, report: Report) -> tuple[float, float] | None:
        """The two numbers."""
        parts = node.value if isinstance(node, yaml.SequenceNode) else []
        numbers = [number for part in parts if (number := self._number(part)) is not None]
        if len(parts) == len(numbers) == len("xy"):
            return numbers[0], numbers[1]
        range_ = f"each from -{self.most} to {self.most}"
        report.add(place_of(node, path), f"must be a place such as [20, 42.5]: two numbers, {range_}")
        return None

    def _number(self, node: yaml.Node) -> float | None:
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        number = float(node.value) if plain and re.fullmatch(self.PATTERN, node.value) else None
        return number if number is not None and abs(number) <= self.most else None

    def schema(self) -> Schema:
        """Two numbers."""
        number = {"type": "number", "minimum": -self.most, "maximum": self.most}
        return {"type": "array", "items": number, "minItems": 2, "maxItems": 2}


def _seconds(text: str) -> float:
    minutes, _, seconds = text.removesuffix("s").rpartition(":")
    return int(minutes or 0) * 60 + float(seconds)


def words(values: Sequence[str]) -> dict[str, str]:
    """A choice's words that stand for themselves."""
    return {str(value): value for value in values}
