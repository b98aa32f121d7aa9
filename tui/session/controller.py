"""Leads the sessions of the dashboard and reports their changes."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.record import Draft, Entry
from routines.session.cues import Tone
from routines.session.events import Status
from routines.session.machine import begin, pause
from routines.session.plan import Plan
from routines.session.session import Session
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
    """Leads one session at a time. Owns the runner, the sound, and the lock that other windows see.

    `save` takes drafts in order. `show` is called with every new `LiveSession`. `open_audio` is called once, when sound
    is first needed. `work` runs a coroutine in the event loop and cancels the one before.
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
        self._reported_sleep = False

    def close(self) -> None:
        """Release the lock, the sound, and what keeps the computer awake."""
        self._release()
        if self._audio is not None:
            self._audio.sound.close()

    # Start

    def start(self, plan: Plan, todays_entries: Sequence[Entry], *, first: bool) -> None:
        """Start a session of this plan, unless another window is running one.

        `todays_entries` may hold a recent pain rating. `first`: no session was ever done.
        """
        if self._take_lock():
            recorder = new_recorder(self._new_entry(), plan, self._clock, todays_entries)
            self._lead(begin(plan), recorder, first=first)

    def continue_session(self, resumable: ResumableSession) -> None:
        """Continue an interrupted session, unless another window is running one."""
        if self._take_lock():
            self._lead(resumable.session, resumable.recorder, first=False)

    @property
    def is_leading(self) -> bool:
        """Whether a session has started here and is not over."""
        return self.live_session.session is not None and self.live_session.status is not Status.OVER

    def is_free(self) -> bool:
        """Whether no session runs, here or in another window."""
        if self.live_session.live or not self._lock.take():
            return False
        self._lock.release()
        return True

    def _take_lock(self) -> bool:
        """Take the lock; False, with a warning, when another window holds it."""
        if not self._lock.take():
            self._notifications.warn("Another window is already running a session.")
            return False
        return True

    def _lead(self, session: Session, recorder: SessionRecorder, *, first: bool) -> None:
        """Lead this session. The first one ever waits at each exercise when it cannot be heard."""
        audio = self._get_audio()
        audio.awake.begin()
        self._runner = Runner(
            session,
            recorder,
            clock=self._clock,
            save=self._save,
            show=self._on_session_changed,
            sound=audio.sound,
            wait_for_space=first and not audio.audible,
        )
        self._report_sleep(audio.awake.fault)
        self._work(self._runner.run())
        self._publish(LiveSession(session, recorder))

    def _report_sleep(self, fault: str) -> None:
        """Say once that the computer may fall asleep."""
        if fault and not self._reported_sleep:
            self._reported_sleep = True
            self._notifications.info(fault)

    # Under way

    def do(self, action: SessionAction) -> None:
        """Apply an action to the session; a question about leaving is withdrawn."""
        if self._runner is not None:
            self._publish(replace(self.live_session, confirming_leave=False))
            self._runner.do(action)

    def pause_if_running(self) -> None:
        """Pause the session if it is running."""
        if self.live_session.running:
            self.do(pause)

    def ask_before_leaving(self) -> bool:
        """Pause the session and ask whether to leave it; False when none is under way or this was already asked."""
        if not self.live_session.live or self.live_session.confirming_leave:
            return False
        self.do(pause)
        self._publish(replace(self.live_session, confirming_leave=True))
        return True

    def leave(self) -> None:
        """End the session where it is; what was done is kept."""
        if self._runner is not None:
            self._runner.leave()

    def answer(self, digit: int, question: PendingQuestion | None) -> bool:
        """Save the rating that the digit makes; False when there is no `question`."""
        answer = answer_with_digit(self.live_session.last_answer, question, digit, self._clock.monotonic())
        if answer is None:
            return False
        self._save([answer.question.answer(answer.nrs, self._clock)])
        self._publish(replace(self.live_session, last_answer=answer))
        return True

    def save_feedback(self, entry: str, answers: Mapping[str, int]) -> None:
        """Save the ratings after a session, by exercise id; the id "" is for pain after all exercises."""
        questions = [(question_after(entry, exercise), nrs) for exercise, nrs in answers.items()]
        self._save([question.answer(nrs, self._clock) for question, nrs in questions])

    def _on_session_changed(self, session: Session) -> None:
        self._publish(replace(self.live_session, session=session))
        if session.status is Status.OVER:
            self._release()

    # After the session

    def clear_ended_session(self) -> None:
        """Forget a session that is over; its last answer stays."""
        if not self.live_session.live:
            self._runner = None
            self._publish(LiveSession(last_answer=self.live_session.last_answer))

    def start_new_day(self) -> None:
        """Forget yesterday's session and its last answer."""
        self._publish(replace(self.live_session, last_answer=None))
        self.clear_ended_session()

    def _publish(self, live_session: LiveSession) -> None:
        self.live_session = live_session
        self._show(live_session)

    def _release(self) -> None:
        """Let other windows lead a session, and let the computer sleep."""
        self._lock.release()
        if self._audio is not None:
            self._audio.awake.end()

    # Sound

    def _get_audio(self) -> AudioOutput:
        """The audio output, opened on first use."""
        if self._audio is None:
            self._audio = self._open_audio()
        return self._audio

    async def test_sound(self) -> None:
        """Play a tone and speak a sentence."""
        sound = self._get_audio().sound
        self._notifications.info(
            "A tone, then a voice. If you hear neither, the bell and the screen guide you too."
        )
        for tone, seconds in ((Tone.LEAD_IN, 1.2), (Tone.GO, 0.8)):
            sound.play(tone)
            await asyncio.sleep(seconds)
        sound.say("This is the voice that guides you.")
