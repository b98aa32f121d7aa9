"""A real terminal for tests: a program in a pty, and what its screen shows."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.folders import ROOT

SIZE_VARIABLES = frozenset({"COLUMNS", "LINES"})
"""They would outweigh the size of the pty; pytest-xdist sets them in its workers."""

PATIENCE = 30.0
PRIVATE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
"""Sequences that pyte would print as text."""


class Terminal:
    """Runs `python ARGUMENTS` with `home` as TOLERABLE_HOME in a pty of `size` (columns, rows).

    Everything the program wrote is kept in `raw`; `screen` is what a person sees.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (120, 40),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.master, slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self.raw = b""
        self.display = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.display)
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            start_new_session=True,
            env={
                **_without_size(os.environ),
                "TERM": "xterm-256color",
                "TOLERABLE_HOME": str(home),
                **(environ or {}),
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    @property
    def screen(self) -> str:
        """The screen as text, a line a row."""
        return "\n".join(self.display.display)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if hasattr(self, "process"):
            self.display.resize(rows, columns)
            os.killpg(self.process.pid, signal.SIGWINCH)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def wait_for(self, condition: str | Callable[[], bool], patience: float = PATIENCE) -> None:
        """Read until the text is on the screen, or the condition holds."""
        holds = (lambda: condition in self.screen) if isinstance(condition, str) else condition
        end = time.monotonic() + patience
        while not holds():  # type: ignore[no-untyped-call]  # pyte has no types
            if time.monotonic() > end:
                raise AssertionError(f"{condition!r} did not come; the screen:\n{self.screen}")
            self._read(0.05)

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """Read until the program has ended; its exit status as the shell would see it from Popen."""
        self.wait_for(lambda: self.process.poll() is not None, patience)
        while self._read(0):
            pass
        return self.process.returncode

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        with suppress(OSError):
            data = os.read(self.master, 65_536)
            self.raw += data
            self._stream.feed(PRIVATE.sub(b"", data))
            return bool(data)
        return False


def _without_size(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environ.items() if name not in SIZE_VARIABLES}
