import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from routines.files.loader import LIBRARY
from routines.files.schema import schema, schema_text
from tests.folders import TESTS

CORPUS = TESTS / "routines" / "corpus"

LOADER_ONLY = {
    "alias": "an editor sees the value that the alias stands for",
    "anchor": "an editor sees the value only",
    "caution-that-names-nothing": "the other files are not seen",
    "contradicting-doses": "a rule across keys",
    "control-character-by-escape": "a pattern for every text would be told to a person as gibberish",
    "dose-that-does-not-fit": "what fits depends on the exercise, which is another file",
    "duplicate-key": "an editor tells it by itself; a schema sees one of the two",
    "exercise-twice": "an id and `use: id` are different values",
    "five-faults": "it holds faults of both kinds",
    "hexadecimal": "YAML has read it as a number before the schema sees it",
    "hold-given-twice": "a rule across keys",
    "hold-without-a-hold": "a rule across keys",
    "invisible-name": "a pattern for every text would be told to a person as gibberish",
    "leading-zero": "YAML has read it as a number before the schema sees it",
    "movement-without-time": "a rule across keys",
    "no-amount": "a rule across keys",
    "pose-without-poses": "a rule across keys",
    "poses-that-do-not-fit": "rules across keys",
    "plus-sign": "YAML has read it as a number before the schema sees it",
    "point-nought": "for a schema, 5.0 is a whole number",
    "shipped-id": "the other file is not seen",
    "switch-without-sides": "a rule across keys",
    "tag": "an editor sees the value only",
    "time-out-of-range-as-text": "a pattern knows no range",
    "too-long": "a sum",
    "two-documents": "an editor holds each document to the schema by itself",
    "unknown-exercise": "the other files are not seen",
}
"""Bad files that a schema may take for good, each with the reason."""

CORE = (
    (re.compile("|~|null|Null|NULL"), lambda text: None),
    (re.compile("true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)
"""How an editor reads plain scalars: the core schema of YAML 1.2."""


def as_an_editor_sees_it(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: as_an_editor_sees_it(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_an_editor_sees_it(part) for part in node.value]
    assert isinstance(node, yaml.ScalarNode)
    text: str = node.value
    readers = CORE if not node.style else ()
    return next((read(text) for pattern, read in readers if pattern.fullmatch(text)), text)


def faults_of_schema(path: Path) -> list[str]:
    documents = list(yaml.compose_all(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader))
    validator = Draft202012Validator(schema())
    return [
        e.message for document in documents for e in validator.iter_errors(as_an_editor_sees_it(document))
    ]


def files(kind: str) -> list[Path]:
    return sorted((CORPUS / kind).iterdir())


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_shipped_schema_is_the_one_made_from_the_loader_s_keys() -> None:
    assert (LIBRARY / "schema.json").read_text(encoding="utf-8") == schema_text(), (
        "run: python -m routines.schema > routines/library/schema.json"
    )


def test_the_module_prints_the_schema() -> None:
    printed = subprocess.run([sys.executable, "-m", "routines.files.schema"], capture_output=True, check=True)
    assert json.loads(printed.stdout) == schema()


@pytest.mark.parametrize(
    "path", [*files("good"), *sorted(LIBRARY.glob("*/*.yaml"))], ids=lambda path: path.stem
)
def test_what_the_loader_takes_the_schema_takes(path: Path) -> None:
    assert faults_of_schema(path) == []


@pytest.mark.parametrize(
    "path", [p for p in files("bad") if p.stem not in LOADER_ONLY], ids=lambda path: path.stem
)
def test_what_a_schema_can_refuse_it_refuses(path: Path) -> None:
    assert faults_of_schema(path)


def test_every_exception_is_a_file_of_the_corpus_and_needed() -> None:
    names = {path.stem: path for path in files("bad")}
    assert names.keys() >= LOADER_ONLY.keys()
    both = {name for name in LOADER_ONLY if faults_of_schema(names[name])}
    assert both <= {"five-faults"}
