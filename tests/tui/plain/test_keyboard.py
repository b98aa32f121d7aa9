"""Keys without a screen: from a terminal one at a time, from a pipe or a file in lines."""

import asyncio
import os
import pty
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.plain.keyboard import OTHER_KEY, Keyboard, parse_keys


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[int]:
    path = tmp_path / "keys"
    path.write_text("n\nstop\n")
    with path.open("rb") as opened:
        yield opened.fileno()


@pytest.fixture
def nothing() -> Iterator[int]:
    with Path(os.devnull).open("rb") as opened:
        yield opened.fileno()


async def keys(keyboard: Keyboard, count: int) -> list[str | None]:
    return [await asyncio.wait_for(keyboard.read_key(), 5) for _ in range(count)]


async def test_a_terminal_gives_each_key_at_once(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    with Keyboard(theirs) as keyboard:
        assert not keyboard.line_mode
        first = asyncio.ensure_future(keyboard.read_key())
        await asyncio.sleep(0)
        os.write(ours, b" n\r7")
        assert await asyncio.wait_for(first, 5) == "space"
        assert await keys(keyboard, 3) == ["n", "enter", "7"]


async def test_a_presenters_keys_and_unknown_ones_are_one_key_each(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    with Keyboard(theirs) as keyboard:
        first = asyncio.ensure_future(keyboard.read_key())
        await asyncio.sleep(0)
        os.write(ours, "\x1b[6~\x1b[5~\x1b[15;2~\x1bOPü\x1a\x1c\t".encode())
        pressed = [await asyncio.wait_for(first, 5), *await keys(keyboard, 7)]
    assert pressed == ["n", "b", OTHER_KEY, OTHER_KEY, "ü", OTHER_KEY, OTHER_KEY, OTHER_KEY]


async def test_a_key_that_arrives_in_two_pieces_is_one(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    with Keyboard(theirs) as keyboard:
        first = asyncio.ensure_future(keyboard.read_key())
        await asyncio.sleep(0)
        os.write(ours, b"\x1b[")
        await asyncio.wait({first}, timeout=0.1)
        os.write(ours, b"6~x")
        assert await asyncio.wait_for(first, 5) == "n"
        assert await keys(keyboard, 1) == ["x"]


async def test_the_terminal_is_restored_even_after_an_error(terminal: tuple[int, int]) -> None:
    ours, theirs = terminal
    before = termios.tcgetattr(theirs)
    with suppress(ZeroDivisionError), Keyboard(theirs) as keyboard:
        os.write(ours, b"n\n")
        await asyncio.wait_for(keyboard.read_key(), 5)
        assert termios.tcgetattr(theirs) != before
        raise ZeroDivisionError
    assert termios.tcgetattr(theirs) == before


async def test_a_line_is_read_as_the_terminal_edits_it_without_keys_pressed_before(
    terminal: tuple[int, int],
) -> None:
    ours, theirs = terminal
    before = termios.tcgetattr(theirs)
    with Keyboard(theirs) as keyboard:
        os.write(ours, b"n\n")
        assert await asyncio.wait_for(keyboard.read_key(), 5) == "n"
        line = asyncio.ensure_future(keyboard.read_line())
        await asyncio.sleep(0)
        assert termios.tcgetattr(theirs) == before
        os.write(ours, b"4\x7f10\n")
        assert await asyncio.wait_for(line, 5) == "10"


async def test_a_pipe_gives_keys_in_lines_until_its_end(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    with Keyboard(reading) as keyboard:
        assert keyboard.line_mode
        assert not keyboard.closed
        os.write(writing, b"next\n10\r\n \n\nwhat is this\nq")
        assert await keys(keyboard, 6) == ["n", "1", "0", "space", "enter", OTHER_KEY]
        os.close(writing)
        assert await keys(keyboard, 2) == ["q", None]
        assert keyboard.closed
        assert await keyboard.read_line() is None


async def test_lines_and_keys_are_not_confused(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, b"x\n4\n10\n")
    os.close(writing)
    with Keyboard(reading) as keyboard:
        assert await keys(keyboard, 1) == ["x"]
        assert [await keyboard.read_line() for _ in range(3)] == ["4", "10", None]


async def test_a_file_is_read_at_once(file: int) -> None:
    with Keyboard(file) as keyboard:
        assert not keyboard.closed
        assert await keys(keyboard, 3) == ["n", "x", None]


async def test_without_input_no_key_can_come(nothing: int) -> None:
    with Keyboard(nothing) as keyboard:
        assert keyboard.closed
        assert await keyboard.read_key() is None
    with Keyboard(None) as keyboard:
        assert keyboard.closed
        assert await keyboard.read_key() is None


@given(st.text(max_size=20))
def test_every_line_is_at_least_one_key(line: str) -> None:
    assert parse_keys(line)
    assert all(parse_keys(line))
