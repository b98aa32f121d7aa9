"""Leads the sessions of the dashboard, and tells it how they go."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.record import Draft, Entry
from routines.session.cues import Tone
from routines.session.events import Status
from routines.session.machine import Session, begin, pause
from routines.session.plan import Plan
from tui.notices import Notifications
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.session.lock import SessionLock
from tui.session.ratings import PendingQuestion, answer_with_digit, question_after
from tui.session.recorder import SessionRecorder, new_recorder
from tui.session.runner import Runner, SessionAction
from tui.sound.output import AudioOutput
from tui.system.clock import Clock

SessionWork = Coroutine[Any, Any, None]
"""The coroutine that leads a session to its end."""


class SessionController:
    """Leads one session at a time. It owns the runner, what is heard, and the lock that other windows see.

    `save` takes what is to be written, in order; `show` is told of every change of the course; `open_audio` finds what
    can be heard, when that is first needed; `work` runs something in the event loop, in place of what it ran before.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        new_entry: Callable[[], str],
        lock: SessionLock,
        open_audio: Callable[[], AudioOutput],
        notifications: Notifications,
        save: Callable[[Sequence[Draft]], None],
        show: Callable[[LiveSession], None],
        work: Callable[[SessionWork], object],
    ) -> None:
        self.live_session = LiveSession()
        self._clock = clock
        self._new_entry = new_entry
        self._lock = lock
        self._open_audio = open_audio
        self._audio: AudioOutput | None = None
        self._notifications = notifications
        self._save = save
        self._show = show
        self._work = work
        self._runner: Runner | None = None
        self._told_of_sleep = False

    def close(self) -> None:
        """Let go of all that a session holds on this machine."""
        self._release()
        if self._audio is not None:
            self._audio.sound.close()

    # Beginning

    def start(self, plan: Plan, todays_entries: Sequence[Entry], *, first: bool) -> None:
        """Start a session of this plan, unless a session runs in another window.

        `todays_entries` may hold a recent pain rating; `first` says whether it is the first session ever.
        """
        if self._may_run():
            log = new_recorder(self._new_entry(), plan, self._clock, todays_entries)
            self._lead(begin(plan), log, first=first)

    def continue_session(self, taken_up: ResumableSession) -> None:
        """Go on with a session that was cut short, unless one runs in another window."""
        if self._may_run():
            self._lead(taken_up.session, taken_up.recorder, first=False)

    @property
    def is_leading(self) -> bool:
        """Whether there is a session that begins or goes on."""
        return self.live_session.session is not None and self.live_session.status is not Status.OVER

    def is_free(self) -> bool:
        """Whether no session runs, neither here nor in another window."""
        if self.live_session.live or not self._lock.take():
            return False
        self._lock.release()
        return True

    def _may_run(self) -> bool:
        if not self._lock.take():
            self._notifications.warn("Another window is already running a session.")
            return False
        return True

    def _lead(self, session: Session, log: SessionRecorder, *, first: bool) -> None:
        """Lead this session from now on; in the first one ever the person must look where nothing is heard."""
        audio = self._heard()
        audio.awake.begin()
        self._runner = Runner(
            session,
            log,
            clock=self._clock,
            save=self._save,
            show=self._see,
            sound=audio.sound,
            wait_for_space=first and not audio.audible,
        )
        self._tell_of_sleep(audio.awake.fault)
        self._work(self._runner.run())
        self._turn(LiveSession(session, log))

    def _tell_of_sleep(self, fault: str) -> None:
        if fault and not self._told_of_sleep:
            self._told_of_sleep = True
            self._notifications.info(fault)

    # Under way

    def do(self, act: SessionAction) -> None:
        """Give the session a command; who does so does not want to leave."""
        if self._runner is not None:
            self._turn(replace(self.live_session, confirming_leave=False))
            self._runner.do(act)

    def pause_if_running(self) -> None:
        """Pause the session if it goes."""
        if self.live_session.running:
            self.do(pause)

    def ask_before_leaving(self) -> bool:
        """Pause a session that is under way and ask; False when there is nothing (more) to ask."""
        if not self.live_session.live or self.live_session.confirming_leave:
            return False
        self.do(pause)
        self._turn(replace(self.live_session, confirming_leave=True))
        return True

    def leave(self) -> None:
        """End the session, if there is one, where it stands; what was done is kept."""
        if self._runner is not None:
            self._runner.leave()

    def answer(self, digit: int, asked: PendingQuestion | None) -> bool:
        """Write the rating that a digit makes; False when nothing is `asked`."""
        rated = answer_with_digit(self.live_session.last_answer, asked, digit, self._clock.monotonic())
        if rated is None:
            return False
        self._save([rated.question.answer(rated.nrs, self._clock)])
        self._turn(replace(self.live_session, last_answer=rated))
        return True

    def save_feedback(self, entry: str, answers: Mapping[str, int]) -> None:
        """Write ratings after the session with this entry: by exercise id, or "" for how it is after all of them."""
        questions = [(question_after(entry, exercise), nrs) for exercise, nrs in answers.items()]
        self._save([question.answer(nrs, self._clock) for question, nrs in questions])

    def _see(self, session: Session) -> None:
        self._turn(replace(self.live_session, session=session))
        if session.status is Status.OVER:
            self._release()

    # Afterwards

    def clear_ended_session(self) -> None:
        """What is over is past: what comes next can be shown."""
        if not self.live_session.live:
            self._runner = None
            self._turn(LiveSession(last_answer=self.live_session.last_answer))

    def start_new_day(self) -> None:
        """Yesterday's session and its answers are past."""
        self._turn(replace(self.live_session, last_answer=None))
        self.clear_ended_session()

    def _turn(self, live_session: LiveSession) -> None:
        self.live_session = live_session
        self._show(live_session)

    def _release(self) -> None:
        """Let other windows lead a session, and the machine sleep."""
        self._lock.release()
        if self._audio is not None:
            self._audio.awake.end()

    # What is heard

    def _heard(self) -> AudioOutput:
        """What can be heard, found when it is first needed."""
        if self._audio is None:
            self._audio = self._open_audio()
        return self._audio

    async def test_sound(self) -> None:
        """Let a tone and the voice be heard."""
        sound = self._heard().sound
        self._notifications.info(
            "A tone, then a voice. If you hear neither, the bell and the screen guide you too."
        )
        for tone, seconds in ((Tone.LEAD_IN, 1.2), (Tone.GO, 0.8)):
            sound.play(tone)
            await asyncio.sleep(seconds)
        sound.say("This is the voice that guides you.")
