"""Keys without a screen: one at a time from a terminal, otherwise in lines."""

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
"""The name of every key without another name here."""

KEY_NAMES: Mapping[str, str] = {" ": "space", "\r": "enter", "\n": "enter", "\x1b[6~": "n", "\x1b[5~": "b"}
"""Names of keys that are not their own name; a presenter's page down and page up mean next and back."""

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
"""Words that a person may type for a key in line mode."""

KEY_PATTERN = re.compile(r"\x1b\[[0-9;]*[~A-Za-z]|\x1bO[A-Za-z]|.", re.DOTALL)
PARTIAL_KEY = re.compile(r"\x1b[\[O][0-9;]*")
"""The start of a key that sends several characters."""


class Keys(Protocol):
    """Where keys and lines come from."""

    @property
    def closed(self) -> bool:
        """Whether nothing more can be read."""

    @property
    def line_mode(self) -> bool:
        """Whether keys, too, are typed as lines."""

    async def read_key(self) -> str | None:
        """The next key; None when nothing more can be read."""

    async def read_line(self) -> str | None:
        """The next line, without its end; None when nothing more can be read."""


class Keyboard:
    """Reads keys from an open file; None: there is no input. A context manager that restores the terminal."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle
        self.line_mode = handle is None or not os.isatty(handle)
        self._ended = handle is None
        self._text = ""
        self._keys: deque[str] = deque()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace")
        self._arrived = asyncio.Event()
        self._saved_mode: list[Any] | None = None

    def __enter__(self) -> Self:
        if self._handle is not None:
            try:
                asyncio.get_running_loop().add_reader(self._handle, self._read)
            except OSError:  # a file on disk cannot be waited for: read all of it
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
        while (key := take()) is None and not self.closed:
            self._arrived.clear()
            await self._arrived.wait()
        return key

    def _take_key(self) -> str | None:
        if not self._text or (PARTIAL_KEY.fullmatch(self._text) and not self._ended):
            return None
        match = KEY_PATTERN.match(self._text)
        pressed = match.group() if match else self._text
        self._text = self._text[len(pressed) :]
        return KEY_NAMES.get(pressed, pressed if pressed.isprintable() and len(pressed) == 1 else OTHER_KEY)

    def _take_line(self) -> str | None:
        line, end, rest = self._text.partition("\n")
        if not end and not (self._ended and line):
            return None
        self._text = rest
        return line.removesuffix("\r")

    def _read(self) -> None:
        """Read what has arrived; nothing more comes after the end, or when the terminal is gone."""
        data = b""
        with suppress(OSError):
            data = os.read(self._handle or 0, 4096)
        self._text += self._decode.decode(data)
        self._arrived.set()
        if not data:
            self._ended = True
            asyncio.get_running_loop().remove_reader(self._handle or 0)

    def _prepare(self) -> None:
        """Get each key at once and without echo. Ctrl+c still interrupts; other control keys only count as keys."""
        if self._saved_mode is not None or self._ended or self._handle is None:
            return
        self._saved_mode = termios.tcgetattr(self._handle)
        mode = termios.tcgetattr(self._handle)
        mode[3] &= ~(termios.ECHO | termios.ICANON)
        nothing = bytes([os.fpathconf(self._handle, "PC_VDISABLE")])
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        mode[6][termios.VSUSP] = mode[6][termios.VQUIT] = nothing
        termios.tcsetattr(self._handle, termios.TCSANOW, mode)

    def _restore(self) -> None:
        """Restore the terminal, and drop the keys that were typed ahead."""
        if self._saved_mode is None or self._handle is None:
            return
        saved, self._saved_mode, self._text = self._saved_mode, None, ""
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(self._handle, termios.TCSANOW, saved)
            termios.tcflush(self._handle, termios.TCIFLUSH)


def parse_keys(line: str) -> list[str]:
    """The keys that a line means: a word, a single key, or the digits of a number."""
    if line and not line.strip():
        return ["space"]
    word = line.strip().lower()
    if word in KEY_WORDS:
        return [KEY_WORDS[word]]
    digits = word.isascii() and word.isdigit()
    return list(word) if digits or len(word) == 1 else [OTHER_KEY]
