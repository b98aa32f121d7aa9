"""The program as it is, but for a clock that runs twenty times as fast: `python -m tests.e2e.fast ARGUMENTS`."""

import asyncio
import sys
import time
from contextlib import suppress
from datetime import datetime, timedelta

from tui.cli import main
from tui.system.clock import SystemClock
from tui.system.environment import Context

SPEED = 20.0


class FastClock(SystemClock):
    """The machine's clock, hurried from the moment it was made."""

    def __init__(self) -> None:
        super().__init__()
        self._began = time.monotonic()
        self._began_at = super().now()

    def monotonic(self) -> float:
        return self._began + (time.monotonic() - self._began) * SPEED

    def boottime(self) -> float:
        return self.monotonic()

    def now(self) -> datetime:
        return self._began_at + timedelta(seconds=self.monotonic() - self._began)

    async def wait(self, event: asyncio.Event, until: float | None) -> None:
        left = None if until is None else max(0.0, until - self.monotonic()) / SPEED
        with suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), left)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], lambda: Context(clock=FastClock())))
