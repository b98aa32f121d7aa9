import os
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from routines.files.yaml_faults import UNKNOWN, Flaw, SourceError
from routines.files.yaml_source import DEEPEST, LOADER, MOST_BYTES, MOST_NODES, compose, read_text

PARSERS = [pytest.param(LOADER, id="fast"), pytest.param(yaml.SafeLoader, id="pure")]

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join(['*' + before] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)


def flaw(text: str, parser: Any = LOADER) -> Flaw:
    with pytest.raises(SourceError) as refused:
        compose(text, parser)
    return refused.value.flaw


def refusal(path: Path) -> str:
    with pytest.raises(SourceError) as refused:
        read_text(path)
    return str(refused.value)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        (BOMB, 2, 8, "aliases"),
        ("[" * 50_000, 1, DEEPEST + 1, "nested deeper than 32"),
        ("{a: " * 50_000, 1, 4 * DEEPEST + 1, "nested deeper than 32"),
        ("- " * 50_000, 1, 2 * DEEPEST + 1, "nested deeper than 32"),
        (f"a: [{'b,' * 100_000}]", 1, 2 * MOST_NODES - 1, "more than 5,000 values"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
        ("", 1, 1, "is empty"),
        ("# only a note\n", 1, 1, "is empty"),
        ("- a\n- b\n", 1, 1, "must begin with a key"),
        ("just words", 1, 1, "must begin with a key"),
        ("a:\n\tb: 1\n", 2, 1, "a tab"),
        ("a: b: c\n", 1, 5, "colon is out of place"),
        ('a: "open\n', 1, 4, "quote is opened and never closed"),
        ("a: 1\nb: @x\n", 2, 4, "put the text in quotes"),
        ("a: *b\n", 1, 4, "aliases"),
        ("name: [", 1, 7, "a bracket is opened and never closed"),
        ("a: [1,\n", 1, 4, "a bracket is opened and never closed"),
        ("a: [x: \n  # note\n", 1, 4, "a bracket is opened and never closed"),
        ("a: [1, {b: 2\n", 1, 8, "a bracket is opened and never closed"),
        ("a: [1, 'b]\n", 1, 8, "a quote is opened and never closed"),
        ("a: [1, 2\nb: 3\n", 1, 4, "or a comma is missing"),
        ("'a\n---\nb'", 1, 1, "a quote is opened and never closed"),
        ("---\n", 1, 1, "is empty"),
        ("%YAML 9.9\n---\na: 1\n", 1, 1, "directives (%) are not read"),
        ("# note\n\n%YAML 1.1\na: 1\n", 3, 1, "directives (%) are not read"),
        ("%FOO\n---\na: 1\n", 1, 1, "directives (%) are not read"),
        ("a: 1\n%\n", 2, 1, "directives (%) are not read"),
        ("a: b\nc", 2, 2, "no colon after its key"),
        ("%", 1, 1, "directives (%) are not read"),
        ("a: *\n", 1, 4, "aliases (*) are not read"),
        ("&", 1, 1, "anchors (&) are not read"),
        ("a: !<\n", 1, 4, "tags (!) are not read"),
        ("a: 1\n...\nb: 2\n", 3, 1, "remove what follows"),
        ("a: 1\n... b\n", 2, 5, "remove what follows"),
        ("{a: 1}\nb: 2\n", 2, 1, "remove what follows"),
        ('a: 1\nb: "x\\ud800"\n', 2, 6, "stands for no character"),
        ('a: "\\U00110000"\n', 1, 5, "stands for no character"),
        ('a: "\\Uffffffff"\n', 1, 5, "stands for no character"),
        ('a: "\\U0000DFFF"\n', 1, 5, "stands for no character"),
        ('a: "\\x4"\n', 1, 7, "an unknown \\ sequence"),
        ("a: - b\n", 1, 4, "a list cannot start here"),
        ("a: ? b\n", 1, 4, "put the text in quotes"),
        ("a: |x\n", 1, 5, "nothing may follow | or >"),
    ],
)
def test_what_could_hang_crash_or_deceive_is_refused_with_its_place(
    parser: Any, text: str, line: int, column: int, part: str
) -> None:
    began = time.perf_counter()
    found = flaw(text, parser)
    assert time.perf_counter() - began < 2
    assert (found.line, found.column) == (line, column)
    assert part in found.message


@pytest.mark.parametrize("parser", PARSERS)
def test_anchors_and_tags_are_named_and_the_rest_is_still_read(parser: Any) -> None:
    node, flaws = compose("a: &x 1\nb: !!str 2\n", parser)
    assert [(f.line, f.column, f.message[:7]) for f in flaws] == [(1, 4, "anchors"), (2, 4, "tags (!")]
    assert [value.value for _, value in node.value] == ["1", "2"]


@pytest.mark.parametrize("parser", PARSERS)
def test_scalars_stay_the_text_that_stands_in_the_file(parser: Any) -> None:
    node, _ = compose("a: no\nb: 010\nc: 1:30\nd: +1\n", parser)
    assert [value.value for _, value in node.value] == ["no", "010", "1:30", "+1"]


@pytest.mark.parametrize("parser", PARSERS)
def test_the_deepest_nesting_allowed_is_read(parser: Any) -> None:
    compose("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1), parser)
    assert "nested" in flaw("a: " + "[" * DEEPEST + "]" * DEEPEST, parser).message


@given(st.text(alphabet=st.sampled_from("a1:-[]{}#&*!|>'\"%@`?,\n\t é😀~<"), max_size=60))
def test_any_text_is_read_or_refused_in_one_line_that_is_no_parser_s(text: str) -> None:
    for parser in (LOADER, yaml.SafeLoader):
        said = refused_in(text, parser)
        assert said.isprintable()
        assert said != UNKNOWN


def refused_in(text: str, parser: Any) -> str:
    try:
        compose(text, parser)
    except SourceError as refused:
        return refused.flaw.message
    return ""


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"\0\1\2", "not a text file"),
        ("a: 1".encode("utf-16"), "UTF-16"),
        ("name: ä".encode("latin-1"), "not UTF-8"),
        (b"a: \x1b[2J", "U+001B"),
        ("a: \x85b".encode(), "U+0085"),
        ("a: \u2028b".encode(), "U+2028"),
        ("a: \u202eb".encode(), "U+202E"),
        (b"a" * (MOST_BYTES + 1), "larger than 256 KiB"),
    ],
)
def test_what_is_no_plain_text_is_refused(tmp_path: Path, data: bytes, part: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(data)
    assert part in refusal(path)


def test_the_place_of_a_bad_byte_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(b"a: 1\r\nb: \x07\n")
    with pytest.raises(SourceError) as refused:
        read_text(path)
    assert (refused.value.flaw.line, refused.value.flaw.column) == (2, 4)


def test_a_byte_order_mark_is_dropped_and_the_largest_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    assert read_text(path) == "a: 1\r\n"
    path.write_bytes(b"a" * MOST_BYTES)
    assert len(read_text(path)) == MOST_BYTES


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    began = time.perf_counter()
    assert "not a file" in refusal(pipe)
    assert "not a file" in refusal(Path("/dev/zero"))
    assert "not a file" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "none.yaml")
    assert time.perf_counter() - began < 1
