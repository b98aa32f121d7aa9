"""The sole owner of the running session: it feeds the machine with time and hands on what happens."""

import asyncio
from collections.abc import Callable, Sequence

from journal.record import Draft
from routines.plan import Plan
from routines.session import (
    MOST_GAP,
    Change,
    Session,
    Status,
    begin,
    end,
    interrupted,
    look,
    next_look,
    start,
)
from tui.clock import Clock
from tui.session_log import SessionLog

Act = Callable[[Session, float], Change]
"""A command of the machine: `pause`, `resume`, `next_exercise`, ..."""


class Runner:
    """Runs one session from start to end.

    `save` takes what is to be written, in order; `show` is told of every change that can be seen. Both are
    called in the event loop that runs `run`.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        clock: Clock,
        entry: str,
        save: Callable[[Sequence[Draft]], None],
        show: Callable[[Session], None],
    ) -> None:
        self.session = begin(plan)
        self._clock = clock
        self._log = SessionLog(entry, plan, clock.now(), clock.zone_name)
        self._save = save
        self._show = show
        self._wake = asyncio.Event()
        self._seen = (clock.monotonic(), clock.boottime())

    @property
    def live(self) -> bool:
        """Whether the session has begun and not ended."""
        return self.session.status not in {Status.READY, Status.OVER}

    async def run(self) -> None:
        """Start the session and return when it is over."""
        self.do(start)
        while self.session.status is not Status.OVER:
            self._wake.clear()
            await self._clock.wait(self._wake, next_look(self.session, self._clock.monotonic()))
            self.do(look)

    def do(self, act: Act) -> None:
        """Give the machine a command now."""
        before = self.session
        now = self._clock.monotonic()
        if self._slept():
            self._follow(interrupted(self.session, now))
        self._follow(act(self.session, now))
        if self.session != before:
            self._show(self.session)
        self._wake.set()

    def leave(self) -> None:
        """End the session where it stands; what was done is kept."""
        if self.live:
            self.do(end)

    def _slept(self) -> bool:
        """Whether the machine slept since the last look: time that only the boot clock saw."""
        (monotonic, boot), self._seen = self._seen, (self._clock.monotonic(), self._clock.boottime())
        return (self._seen[1] - boot) - (self._seen[0] - monotonic) > MOST_GAP

    def _follow(self, change: Change) -> None:
        self.session, events = change
        if drafts := self._log.drafts(self.session, events):
            self._save(drafts)
