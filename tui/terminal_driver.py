"""Textual's driver, changed to sleep until a key comes instead of polling ten times a second."""

import os
import select
import threading
import time
from collections.abc import Callable
from typing import Any

from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

AWAKE = 2 * ESCAPE_DELAY + 0.2
"""Seconds after input during which the driver still polls: it must notice an `escape` that came alone."""

ASLEEP = 10.0
"""The longest sleep, in seconds."""

Wait = Callable[[list[int], list[int], list[int], float], tuple[list[int], list[int], list[int]]]


class InputOrEnd(threading.Event):
    """The event that ends Textual's input loop; asking `is_set` sleeps until it is set or a key comes.

    Keys come from `fileno`. `wait` is `select.select`; it sleeps for `asleep` seconds at most.
    """

    def __init__(self, fileno: int, *, asleep: float = ASLEEP, wait: Wait = select.select) -> None:
        super().__init__()
        self._fileno = fileno
        self._asleep = asleep
        self._wait = wait
        self._ends, self._end = os.pipe()
        self._until = 0.0

    def is_set(self) -> bool:
        if threading.current_thread() is not threading.main_thread() and time.monotonic() >= self._until:
            ready, _, _ = self._wait([self._fileno, self._ends], [], [], self._asleep)
            if self._fileno in ready:
                self._until = time.monotonic() + AWAKE
        return super().is_set()

    def set(self) -> None:
        super().set()
        os.write(self._end, b"\0")

    def clear(self) -> None:
        super().clear()
        while select.select([self._ends], [], [], 0)[0]:
            os.read(self._ends, 1)
        self._until = 0.0

    def close(self) -> None:
        """Close the pipe."""
        os.close(self._end)
        os.close(self._ends)


class QuietDriver(LinuxDriver):
    """A Linux driver that sleeps until there is input."""

    def __init__(self, *arguments: Any, **rest: Any) -> None:
        super().__init__(*arguments, **rest)
        self.exit_event = InputOrEnd(
            self.fileno
        )  # open for as long as the program: `close` comes before a rest, too
