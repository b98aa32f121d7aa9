"""Keys without a screen: one at a time from a terminal, else in lines."""

import asyncio
import codecs
import os
import re
import termios
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol, Self

OTHER_KEY = "other"
"""Any key that has no name here."""

KEY_NAMES: Mapping[str, str] = {" ": "space", "\r": "enter", "\n": "enter", "\x1b[6~": "n", "\x1b[5~": "b"}
"""The keys that are not their own name; page down and page up of a presenter mean next and back."""

KEY_WORDS: Mapping[str, str] = {
    "": "enter",
    "enter": "enter",
    "space": "space",
    "next": "n",
    "back": "b",
    "easier": "e",
    "stop": "x",
    "keep": "k",
    "later": "m",
    "quit": "q",
}
"""What may be written for a key where keys come in lines."""

KEY_PATTERN = re.compile(r"\x1b\[[0-9;]*[~A-Za-z]|\x1bO[A-Za-z]|.", re.DOTALL)
PARTIAL_KEY = re.compile(r"\x1b[\[O][0-9;]*")
"""A key of which the rest is still to come."""


class Keys(Protocol):
    """Where keys and lines come from."""

    @property
    def closed(self) -> bool:
        """Whether nothing more can come."""

    @property
    def line_mode(self) -> bool:
        """Whether keys, too, have to be written as lines."""

    async def read_key(self) -> str | None:
        """The next key; None when none can come any more."""

    async def read_line(self) -> str | None:
        """The next line, without its end; None when none can come any more."""


class Keyboard:
    """The keys of an open file (None: there is none). Use it as a context: it leaves a terminal as it was."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle
        self.line_mode = handle is None or not os.isatty(handle)
        self._ended = handle is None
        self._text = ""
        self._keys: deque[str] = deque()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._arrived = asyncio.Event()
        self._before: list[Any] | None = None

    def __enter__(self) -> Self:
        if self._handle is not None:
            try:
                asyncio.get_running_loop().add_reader(self._handle, self._read)
            except OSError:  # a file on the disk, which nobody can wait for: all of it is there
                while not self._ended:
                    self._read()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()
        if self._handle is not None:
            asyncio.get_running_loop().remove_reader(self._handle)

    @property
    def closed(self) -> bool:
        return self._ended and not self._text and not self._keys

    async def read_key(self) -> str | None:
        if self.line_mode:
            while not self._keys:
                if (line := await self._next(self._take_line)) is None:
                    return None
                self._keys.extend(parse_keys(line))
            return self._keys.popleft()
        self._prepare()
        return await self._next(self._take_key)

    async def read_line(self) -> str | None:
        self._restore()
        self._keys.clear()
        return await self._next(self._take_line)

    async def _next(self, take: Callable[[], str | None]) -> str | None:
        while (found := take()) is None and not self.closed:
            self._arrived.clear()
            await self._arrived.wait()
        return found

    def _take_key(self) -> str | None:
        if not self._text or (PARTIAL_KEY.fullmatch(self._text) and not self._ended):
            return None
        found = KEY_PATTERN.match(self._text)
        pressed = found.group() if found else self._text
        self._text = self._text[len(pressed) :]
        return KEY_NAMES.get(pressed, pressed if pressed.isprintable() and len(pressed) == 1 else OTHER_KEY)

    def _take_line(self) -> str | None:
        line, end, rest = self._text.partition("\n")
        if not end and not (self._ended and line):
            return None
        self._text = rest
        return line.removesuffix("\r")

    def _read(self) -> None:
        """Take what has arrived; at its end, or when the terminal is gone, nothing more can."""
        data = b""
        with suppress(OSError):
            data = os.read(self._handle or 0, 4096)
        self._text += self._decode.decode(data)
        self._arrived.set()
        if not data:
            self._ended = True
            asyncio.get_running_loop().remove_reader(self._handle or 0)

    def _prepare(self) -> None:
        """Have each key at once, and not shown; ctrl+c stays what it is, other keys that would stop it are keys."""
        if self._before is not None or self._ended or self._handle is None:
            return
        self._before = termios.tcgetattr(self._handle)
        mode = termios.tcgetattr(self._handle)
        mode[3] &= ~(termios.ECHO | termios.ICANON)
        nothing = bytes([os.fpathconf(self._handle, "PC_VDISABLE")])
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        mode[6][termios.VSUSP] = mode[6][termios.VQUIT] = nothing
        termios.tcsetattr(self._handle, termios.TCSANOW, mode)

    def _restore(self) -> None:
        """Leave the terminal as it was, without the keys that nobody asked for."""
        if self._before is None or self._handle is None:
            return
        before, self._before, self._text = self._before, None, ""
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(self._handle, termios.TCSANOW, before)
            termios.tcflush(self._handle, termios.TCIFLUSH)


def parse_keys(line: str) -> list[str]:
    """The keys that a line stands for: a word, a single key, or the figures of a number."""
    if line and not line.strip():
        return ["space"]
    word = line.strip().lower()
    if word in KEY_WORDS:
        return [KEY_WORDS[word]]
    digits = word.isascii() and word.isdigit()
    return list(word) if digits or len(word) == 1 else [OTHER_KEY]
