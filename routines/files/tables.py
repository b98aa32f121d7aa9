"""Lists and groups of keys: the kinds that hold other kinds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from routines.files.faults import Place, Report, did_you_mean, nearest, place_of, quoted
from routines.files.value_types import Id, Schema, YamlType


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values of one kind."""

    item: YamlType
    least: int
    most: int

    def read(self, node: yaml.Node, path: str, report: Report) -> tuple[Any, ...] | None:
        """The values that could be read."""
        if not isinstance(node, yaml.SequenceNode):
            report.add(place_of(node, path), "must be a list: [one, two], or a line with '- ' for each")
            return None
        if not self.least <= len(node.value) <= self.most:
            report.add(
                place_of(node, path), f"must have {self.least} to {self.most} parts, not {len(node.value)}"
            )
            return None
        read = [self.item.read(part, f"{path}[{n}]", report) for n, part in enumerate(node.value, 1)]
        return tuple(value for value in read if value is not None)

    def schema(self) -> Schema:
        """The list and its length."""
        items = self.item.schema()
        return {"type": "array", "items": items, "minItems": self.least, "maxItems": self.most}


@dataclass(frozen=True, slots=True)
class Key:
    """What a key of a table holds, and what it means."""

    kind: YamlType
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """What a table read: the values that were right, and where each given key's value stands.

    `meant` holds the keys that a misspelt one was probably meant to be.
    """

    place: Place
    values: Mapping[str, Any]
    places: Mapping[str, Place]
    meant: frozenset[str] = frozenset()

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, or the default when it is not given or faulty."""
        return self.values.get(key, default)

    def lacks(self, key: str) -> bool:
        """Whether a key is neither given nor misspelt."""
        return key not in self.places and key not in self.meant

    def where(self, key: str) -> Place:
        """The place of a key's value, or of the whole when the key is not given."""
        return self.places.get(key) or self.place.key(key)


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys."""

    keys: Mapping[str, Key]

    def read(self, node: yaml.Node, path: str, report: Report) -> Fields | None:
        """The values of its keys; unknown, repeated and missing keys are faults."""
        if not isinstance(node, yaml.MappingNode):
            report.add(place_of(node, path), f"must be a group of keys: {', '.join(self.keys)}")
            return None
        whole = place_of(node, path)
        nodes, meant = self._sorted_out(node, whole, report)
        places = {name: place_of(value, whole.key(name).path) for name, value in nodes.items()}
        read = {name: self.keys[name].kind.read(nodes[name], places[name].path, report) for name in nodes}
        values = {name: value for name, value in read.items() if value is not None}
        fields = Fields(whole, values, places, meant)
        for name, key in self.keys.items():
            if key.required and fields.lacks(name):
                report.add(whole, f"the key {name!r} is missing")
        return fields

    def _sorted_out(
        self, node: yaml.MappingNode, whole: Place, report: Report
    ) -> tuple[dict[str, yaml.Node], frozenset[str]]:
        """The nodes of known keys, and the keys that a misspelt one was probably meant to be."""
        nodes: dict[str, yaml.Node] = {}
        meant: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in nodes:
                first = place_of(nodes[name], "").line
                report.add(
                    place_of(key, whole.key(name).path), f"is there twice (first in line {first}): keep one"
                )
            elif name in self.keys:
                nodes[name] = value
            else:
                report.add(place_of(key, whole.path), self._unknown(name))
                meant |= {word} if (word := nearest(name, self.keys)) else set()
        return nodes, frozenset(meant)

    def _unknown(self, name: str) -> str:
        if name == "<<":
            return "merge keys (<<) are not read: write the keys out"
        if not name:
            return f"a key must be one word: {', '.join(self.keys)}"
        hint = did_you_mean(name, self.keys)
        return f"no such key: {quoted(name)}{hint or '; one of ' + ', '.join(self.keys)}"

    def schema(self) -> Schema:
        """The keys, those that must be there, and no others."""
        properties = {name: key.kind.schema() | {"description": key.about} for name, key in self.keys.items()}
        required = [name for name, key in self.keys.items() if key.required]
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from names that a person chooses to values of one kind; `what` is what a name stands for."""

    what: str
    item: YamlType
    most: int

    def read(self, node: yaml.Node, path: str, report: Report) -> Fields | None:
        """The values that could be read, by their names."""
        if not isinstance(node, yaml.MappingNode) or not 1 <= len(node.value) <= self.most:
            wanted = f"must be 1 to {self.most} names with a {self.what} each"
            report.add(place_of(node, path), wanted)
            return None
        whole = place_of(node, path)
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        for key, value in node.value:
            name = Id().read(key, path, report)
            if name is None:
                continue
            where = whole.key(name).path
            if name in places:
                report.add(
                    place_of(key, where), f"is there twice (first in line {places[name].line}): keep one"
                )
                continue
            places[name] = place_of(value, where)
            if (read := self.item.read(value, where, report)) is not None:
                values[name] = read
        return Fields(whole, values, places)

    def schema(self) -> Schema:
        """The kind for every name."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{Id.PATTERN}$", "maxLength": Id.MOST},
            "additionalProperties": self.item.schema(),
            "minProperties": 1,
            "maxProperties": self.most,
        }


@dataclass(frozen=True, slots=True)
class Either:
    """A single value, which means a table with that one key, or the table itself."""

    key: str
    table: Table

    def read(self, node: yaml.Node, path: str, report: Report) -> Fields | None:
        """The table's values."""
        if not isinstance(node, yaml.ScalarNode):
            return self.table.read(node, path, report)
        value = self.table.keys[self.key].kind.read(node, path, report)
        place = place_of(node, path)
        return None if value is None else Fields(place, {self.key: value}, {self.key: place})

    def schema(self) -> Schema:
        """Both forms."""
        return {"anyOf": [self.table.keys[self.key].kind.schema(), self.table.schema()]}
