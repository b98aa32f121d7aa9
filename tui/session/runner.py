"""The sole owner of the running session: it feeds the machine with time and hands on what happens."""

import asyncio
from collections.abc import Callable, Sequence

from journal.record import Draft
from routines.exercise import Phase
from routines.session.events import Status
from routines.session.machine import (
    MOST_GAP,
    Change,
    Session,
    end,
    interrupted,
    look,
    next_look,
    pause,
    resume,
    start,
)
from tui.session.recorder import SessionRecorder
from tui.sound.cue_player import CuePlayer
from tui.sound.output import Silence, Sound
from tui.system.clock import Clock

SessionAction = Callable[[Session, float], Change]
"""A change of the machine at a moment of the monotonic clock: `pause`, `resume`, `next_exercise`, ..."""


class Runner:
    """Runs one session, from its start or from where it was cut short, to its end.

    `save` takes what is to be written, in order; `show` is told of every change that can be seen. Both are
    called in the event loop that runs `run`. With `wait_for_space` it pauses when it comes to another exercise:
    where nothing can be heard, the person must look first.
    """

    def __init__(
        self,
        session: Session,
        log: SessionRecorder,
        *,
        clock: Clock,
        save: Callable[[Sequence[Draft]], None],
        show: Callable[[Session], None],
        sound: Sound | None = None,
        wait_for_space: bool = False,
    ) -> None:
        self.session = session
        self._clock = clock
        self._log = log
        self._save = save
        self._show = show
        self._cues = CuePlayer(session, sound or Silence())
        self._wait_for_space = wait_for_space
        self._wake = asyncio.Event()
        self._seen = (clock.monotonic(), clock.boottime())

    @property
    def live(self) -> bool:
        """Whether the session has begun and not ended."""
        return self.session.status not in {Status.READY, Status.OVER}

    async def run(self) -> None:
        """Start the session, or go on with it, and return when it is over."""
        self.do(start if self.session.status is Status.READY else resume)
        while self.session.status is not Status.OVER:
            self._wake.clear()
            await self._clock.wait(self._wake, self._next_look())
            before = self.session.index
            self.do(look)
            if self._wait_for_space and self.session.index != before and self._prepares:
                self.do(pause)

    def do(self, act: SessionAction) -> None:
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

    @property
    def _prepares(self) -> bool:
        return self.session.step.phase is Phase.PREPARE

    def _next_look(self) -> float | None:
        """When something is to be shown or heard next; None while time stands still."""
        shown = next_look(self.session, self._clock.monotonic())
        heard = self._cues.next_look(self.session)
        return shown if heard is None or shown is None else min(shown, heard)

    def _slept(self) -> bool:
        """Whether the machine slept since the last look: time that only the boot clock saw."""
        (monotonic, boot), self._seen = self._seen, (self._clock.monotonic(), self._clock.boottime())
        return (self._seen[1] - boot) - (self._seen[0] - monotonic) > MOST_GAP

    def _follow(self, change: Change) -> None:
        before = self.session
        self.session, events = change
        if drafts := self._log.drafts(self.session, events):
            self._save(drafts)
        self._cues.follow(before, self.session, events)
