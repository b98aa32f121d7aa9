"""Runs one session: gives the machine the time, and passes on what happens."""

import asyncio
from collections.abc import Callable, Sequence

from journal.record import Draft
from routines.exercise import Phase
from routines.session.events import Status
from routines.session.machine import MOST_GAP, end, interrupted, look, next_look, pause, resume, start
from routines.session.session import Change, Session
from tui.session.recorder import SessionRecorder
from tui.sound.cue_player import CuePlayer
from tui.sound.output import Silence, Sound
from tui.system.clock import Clock

SessionAction = Callable[[Session, float], Change]
"""A change of the machine at a moment of the monotonic clock: `pause`, `resume`, `next_exercise`, ..."""


class Runner:
    """Runs one session from its start, or from where it was interrupted, to its end.

    `save` takes drafts in order; `show` is called after every visible change. Both are called in the event loop that
    runs `run`. With `wait_for_space` it pauses at every new exercise: without sound, the person must look first.
    """

    def __init__(
        self,
        session: Session,
        recorder: SessionRecorder,
        *,
        clock: Clock,
        save: Callable[[Sequence[Draft]], None],
        show: Callable[[Session], None],
        sound: Sound | None = None,
        wait_for_space: bool = False,
    ) -> None:
        self.session = session
        self._clock = clock
        self._recorder = recorder
        self._save = save
        self._show = show
        self._cues = CuePlayer(session, sound or Silence())
        self._wait_for_space = wait_for_space
        self._wake = asyncio.Event()
        self._last_clocks = (clock.monotonic(), clock.boottime())

    @property
    def live(self) -> bool:
        """Whether the session has started and is not over."""
        return self.session.status not in {Status.READY, Status.OVER}

    async def run(self) -> None:
        """Start or continue the session, and return when it is over."""
        self.do(start if self.session.status is Status.READY else resume)
        while self.session.status is not Status.OVER:
            self._wake.clear()
            await self._clock.wait(self._wake, self._next_due())
            before = self.session.index
            self.do(look)
            if self._wait_for_space and self.session.index != before and self._is_preparing:
                self.do(pause)

    def do(self, action: SessionAction) -> None:
        """Apply an action to the session now."""
        before = self.session
        now = self._clock.monotonic()
        if self._has_slept():
            self._apply_change(interrupted(self.session, now))
        self._apply_change(action(self.session, now))
        if self.session != before:
            self._show(self.session)
        self._wake.set()

    def leave(self) -> None:
        """End the session where it is; what was done is kept."""
        if self.live:
            self.do(end)

    @property
    def _is_preparing(self) -> bool:
        return self.session.step.phase is Phase.PREPARE

    def _next_due(self) -> float | None:
        """The `monotonic` time of the next change or cue; None while the session stands still."""
        change = next_look(self.session, self._clock.monotonic())
        cue = self._cues.next_due(self.session)
        return change if cue is None or change is None else min(change, cue)

    def _has_slept(self) -> bool:
        """Whether the computer slept since the last call: only the boot clock counts that time."""
        (monotonic, boot), self._last_clocks = (
            self._last_clocks,
            (self._clock.monotonic(), self._clock.boottime()),
        )
        return (self._last_clocks[1] - boot) - (self._last_clocks[0] - monotonic) > MOST_GAP

    def _apply_change(self, change: Change) -> None:
        before = self.session
        self.session, events = change
        if drafts := self._recorder.drafts(self.session, events):
            self._save(drafts)
        self._cues.follow(before, self.session, events)
