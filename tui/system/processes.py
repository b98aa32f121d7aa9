"""Child processes without input or output, ended together with their own children.

Audio programs may print, which would damage the screen.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

PATIENCE = 0.2
"""Seconds that a program has to end after it was asked to."""


class Child(Protocol):
    """A program that was started."""

    def exit_status(self) -> int | None:
        """The exit status, 0 for success; None while it runs."""

    def end(self) -> None:
        """End it if it runs, and return when it is gone."""


Spawn = Callable[[Sequence[str]], Child]
"""Starts a program with its arguments. Raises OSError when it cannot be started."""


class ChildProcess:
    """A process in a group of its own."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - a list of arguments; no shell reads them
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def exit_status(self) -> int | None:
        return self._process.poll()

    def end(self) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._process.poll() is not None:
                return
            with suppress(ProcessLookupError, PermissionError):  # it ended just now
                os.killpg(self._process.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
