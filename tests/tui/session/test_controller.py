"""The session controller, without a screen and without a sound device."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.observations import Pain, Recall
from journal.record import Draft, SessionRun, SessionState
from routines.session.events import Status
from routines.session.machine import pause, resume
from tests.fakes import FakeClock, RecordingSound
from tests.tui.app_harness import QuietChild
from tests.tui.today.states import CUT_SHORT, before_a_session, entry
from tui.notices import Notifications, Severity
from tui.session.controller import SessionController
from tui.session.live import LiveSession
from tui.session.lock import SessionLock
from tui.sound.output import AudioOutput
from tui.system.keep_awake import IMPOSSIBLE, Awake
from tui.today.snapshot import DiaryDays
from tui.today.state import DashboardState


class ControllerHarness:
    """A controller, and everything it saves, shows and reports."""

    def __init__(self, lock: Path | None = None, *, audible: bool = True, awake: bool = True) -> None:
        self.clock = FakeClock()
        self.sound = RecordingSound(self.clock)
        self.saved: list[Draft] = []
        self.shown: list[LiveSession] = []
        self.notices: list[tuple[str, Severity]] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.audio_opened = 0
        self.situation = before_a_session()
        self._audible = audible
        self._awake = awake
        self.controller = SessionController(
            clock=self.clock,
            new_entry=lambda: "S",
            lock=SessionLock(lock),
            open_audio=self._open_audio,
            notifications=Notifications(lambda text, severity: self.notices.append((text, severity))),
            save=self._save,
            show=self.shown.append,
            work=self._work,
        )

    @property
    def live_session(self) -> LiveSession:
        return self.controller.live_session

    def set_diary(self, diary: DiaryDays) -> None:
        self.situation = replace(self.situation, diary=diary)

    async def start(self) -> None:
        self.request_start()
        await self.run_pending()

    def request_start(self) -> None:
        """Start a session as the dashboard does."""
        today, diary = self.situation.today, self.situation.diary
        assert today is not None
        entries = () if diary is None else diary.entries
        self.controller.start(today.plan, entries, first=self.situation.is_first_session)

    async def after(self, seconds: float) -> None:
        """Let time pass, a second at a time."""
        for _ in range(int(seconds)):
            self.clock.advance(1.0)
            await self.run_pending()

    async def run_pending(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    def state(self) -> DashboardState:
        return replace(self.situation, live_session=self.live_session)

    def rate(self, digit: int) -> bool:
        return self.controller.answer(digit, self.state().question)

    def pains(self) -> list[Pain]:
        return [draft.body for draft in self.saved if isinstance(draft.body, Pain)]

    def states(self) -> list[SessionState]:
        return [draft.body.state for draft in self.saved if isinstance(draft.body, SessionRun)]

    def _save(self, drafts: Sequence[Draft]) -> None:
        self.saved += drafts

    def _work(self, coroutine: Coroutine[Any, Any, None]) -> None:
        self.tasks.append(asyncio.ensure_future(coroutine))

    def _open_audio(self) -> AudioOutput:
        self.audio_opened += 1
        awake = Awake(lambda name: name if self._awake else None, pid=1, spawn=lambda _: QuietChild())
        return AudioOutput(self.sound, self._audible, awake)


@asynccontextmanager
async def running_controller(
    lock: Path | None = None, *, audible: bool = True, awake: bool = True
) -> AsyncIterator[ControllerHarness]:
    """A controller that is closed at the end."""
    harness = ControllerHarness(lock, audible=audible, awake=awake)
    try:
        yield harness
    finally:
        for task in harness.tasks:
            task.cancel()
        harness.controller.close()


async def test_a_session_is_led_from_its_start_to_its_end() -> None:
    async with running_controller() as harness:
        await harness.start()
        assert harness.live_session.running
        await harness.after(300)
        assert harness.live_session.status is Status.OVER
        assert harness.states()[-1] is SessionState.FINISHED
        assert harness.shown[-1] == harness.live_session


async def test_every_change_is_shown_once() -> None:
    async with running_controller() as harness:
        await harness.start()
        seen = len(harness.shown)
        harness.controller.pause_if_running()
        harness.controller.pause_if_running()
        assert [live_session.status for live_session in harness.shown[seen:]].count(Status.PAUSED) == 1


async def test_a_rating_of_just_before_belongs_to_the_session() -> None:
    async with running_controller() as harness:
        harness.set_diary(DiaryDays(harness.clock.now().date(), entries=(entry(Pain(3), "P"),)))
        await harness.start()
        assert harness.pains() == [Pain(3, Recall.BEFORE, session="S")]


async def test_an_interrupted_session_continues_with_its_own_recorder() -> None:
    async with running_controller() as harness:
        harness.controller.continue_session(CUT_SHORT)
        await harness.run_pending()
        assert harness.live_session.recorder is CUT_SHORT.recorder
        assert harness.live_session.live
        await harness.after(10)
        assert harness.live_session.running


async def test_while_a_session_runs_in_another_window_none_starts_here(tmp_path: Path) -> None:
    other = SessionLock(tmp_path / "lock")
    assert other.take()
    async with running_controller(tmp_path / "lock") as harness:
        assert not harness.controller.is_free()
        harness.request_start()
        harness.controller.continue_session(CUT_SHORT)
        assert harness.live_session == LiveSession()
        assert harness.notices == [("Another window is already running a session.", "warning")] * 2
        other.release()
        assert harness.controller.is_free()


async def test_another_window_may_lead_a_session_when_this_one_is_over(tmp_path: Path) -> None:
    other = SessionLock(tmp_path / "lock")
    async with running_controller(tmp_path / "lock") as harness:
        await harness.start()
        assert not harness.controller.is_free()
        assert not other.take()
        harness.controller.leave()
        assert other.take()
        other.release()


async def test_leaving_keeps_what_was_done() -> None:
    async with running_controller() as harness:
        await harness.start()
        await harness.after(36)
        harness.controller.leave()
        assert harness.live_session.status is Status.OVER
        assert harness.states()[-1] is SessionState.LEFT


async def test_leaving_pauses_and_asks_once() -> None:
    async with running_controller() as harness:
        assert not harness.controller.ask_before_leaving()
        await harness.start()
        assert harness.controller.ask_before_leaving()
        assert (harness.live_session.status, harness.live_session.confirming_leave) == (Status.PAUSED, True)
        assert not harness.controller.ask_before_leaving()


async def test_continuing_withdraws_the_question_about_leaving() -> None:
    async with running_controller() as harness:
        await harness.start()
        harness.controller.ask_before_leaving()
        harness.controller.do(resume)
        assert (harness.live_session.status, harness.live_session.confirming_leave) == (Status.RUNNING, False)


async def test_a_command_without_a_session_does_nothing() -> None:
    async with running_controller() as harness:
        harness.controller.do(pause)
        harness.controller.pause_if_running()
        harness.controller.leave()
        assert harness.shown == []


async def test_digits_answer_what_is_asked_and_the_last_one_counts() -> None:
    async with running_controller() as harness:
        assert not harness.rate(4)
        await harness.start()
        assert harness.rate(7)
        assert harness.rate(1)
        assert harness.rate(0)
        assert [pain.nrs for pain in harness.pains()] == [7, 1, 10]
        assert {draft.entry for draft in harness.saved if isinstance(draft.body, Pain)} == {"S/before"}
        assert harness.live_session.last_answer is not None


async def test_clearing_an_ended_session_keeps_the_last_answer() -> None:
    async with running_controller() as harness:
        await harness.start()
        harness.rate(4)
        harness.controller.clear_ended_session()
        assert harness.live_session.running  # nothing is taken from a session under way
        harness.controller.leave()
        harness.controller.clear_ended_session()
        assert harness.live_session.session is None
        assert harness.live_session.last_answer is not None
        harness.controller.do(resume)
        assert harness.live_session.session is None


async def test_a_new_day_forgets_the_ended_session_and_its_answer() -> None:
    async with running_controller() as harness:
        await harness.start()
        harness.rate(4)
        harness.controller.start_new_day()
        assert harness.live_session.running
        assert harness.live_session.last_answer is None
        harness.controller.leave()
        harness.controller.start_new_day()
        assert harness.live_session == LiveSession()


@pytest.mark.parametrize(
    ("sessions", "audible", "waits"), [(False, False, True), (True, False, False), (False, True, False)]
)
async def test_only_the_first_session_without_sound_waits_at_each_exercise(
    sessions: bool, audible: bool, waits: bool
) -> None:
    async with running_controller(audible=audible) as harness:
        harness.set_diary(DiaryDays(harness.clock.now().date(), has_sessions=sessions))
        await harness.start()
        await harness.after(42)
        assert (harness.live_session.status is Status.PAUSED) is waits


async def test_the_person_hears_once_that_the_computer_may_fall_asleep() -> None:
    async with running_controller(awake=False) as harness:
        await harness.start()
        harness.controller.leave()
        await harness.start()
        assert harness.notices == [(IMPOSSIBLE, "information")]
        assert harness.audio_opened == 1


async def test_closing_ends_the_sound() -> None:
    async with running_controller() as harness:
        await harness.start()
        harness.controller.close()
        assert harness.sound.played[-1][1] == "close"


async def test_ratings_after_a_session_belong_to_it_and_to_their_exercise() -> None:
    async with running_controller() as harness:
        harness.controller.save_feedback("S", {"tilt": 5, "": 2})
        assert harness.pains() == [
            Pain(5, Recall.DURING, session="S", exercise="tilt"),
            Pain(2, Recall.AFTER, session="S"),
        ]
