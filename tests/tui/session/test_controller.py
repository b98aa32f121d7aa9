"""The conductor leads a session, and tells how it goes: without a screen, and without a device."""

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
    """A conductor, and who writes down what it saves, shows and tells."""

    def __init__(self, lock: Path | None = None, *, audible: bool = True, awake: bool = True) -> None:
        self.clock = FakeClock()
        self.sound = RecordingSound(self.clock)
        self.saved: list[Draft] = []
        self.shown: list[LiveSession] = []
        self.told: list[tuple[str, Severity]] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.heard = 0
        self.situation = before_a_session()
        self._audible = audible
        self._awake = awake
        self.controller = SessionController(
            clock=self.clock,
            new_entry=lambda: "S",
            lock=SessionLock(lock),
            open_audio=self._open_audio,
            notifications=Notifications(lambda text, severity: self.told.append((text, severity))),
            save=self._save,
            show=self.shown.append,
            work=self._work,
        )

    @property
    def live_session(self) -> LiveSession:
        return self.controller.live_session

    def know(self, diary: DiaryDays) -> None:
        self.situation = replace(self.situation, diary=diary)

    async def start(self) -> None:
        self.begin()
        await self.turn()

    def begin(self) -> None:
        """Ask for a session, as the dashboard does."""
        today, diary = self.situation.today, self.situation.diary
        assert today is not None
        entries = () if diary is None else diary.entries
        self.controller.start(today.plan, entries, first=self.situation.is_first_session)

    async def after(self, seconds: float) -> None:
        """Let time pass, a second at a time."""
        for _ in range(int(seconds)):
            self.clock.advance(1.0)
            await self.turn()

    async def turn(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    def asked(self) -> DashboardState:
        return replace(self.situation, live_session=self.live_session)

    def rate(self, digit: int) -> bool:
        return self.controller.answer(digit, self.asked().question)

    def pains(self) -> list[Pain]:
        return [draft.body for draft in self.saved if isinstance(draft.body, Pain)]

    def states(self) -> list[SessionState]:
        return [draft.body.state for draft in self.saved if isinstance(draft.body, SessionRun)]

    def _save(self, drafts: Sequence[Draft]) -> None:
        self.saved += drafts

    def _work(self, going: Coroutine[Any, Any, None]) -> None:
        self.tasks.append(asyncio.ensure_future(going))

    def _open_audio(self) -> AudioOutput:
        self.heard += 1
        awake = Awake(lambda name: name if self._awake else None, pid=1, spawn=lambda _: QuietChild())
        return AudioOutput(self.sound, self._audible, awake)


@asynccontextmanager
async def hall(
    lock: Path | None = None, *, audible: bool = True, awake: bool = True
) -> AsyncIterator[ControllerHarness]:
    """A hall whose sessions are ended in the end."""
    made = ControllerHarness(lock, audible=audible, awake=awake)
    try:
        yield made
    finally:
        for task in made.tasks:
            task.cancel()
        made.controller.close()


async def test_a_session_is_led_from_its_start_to_its_end() -> None:
    async with hall() as made:
        await made.start()
        assert made.live_session.running
        await made.after(300)
        assert made.live_session.status is Status.OVER
        assert made.states()[-1] is SessionState.FINISHED
        assert made.shown[-1] == made.live_session


async def test_every_change_is_shown_once() -> None:
    async with hall() as made:
        await made.start()
        seen = len(made.shown)
        made.controller.pause_if_running()
        made.controller.pause_if_running()
        assert [live_session.status for live_session in made.shown[seen:]].count(Status.PAUSED) == 1


async def test_a_rating_of_just_before_belongs_to_the_session() -> None:
    async with hall() as made:
        made.know(DiaryDays(made.clock.now().date(), entries=(entry(Pain(3), "P"),)))
        await made.start()
        assert made.pains() == [Pain(3, Recall.BEFORE, session="S")]


async def test_a_session_cut_short_goes_on_under_its_own_log() -> None:
    async with hall() as made:
        made.controller.continue_session(CUT_SHORT)
        await made.turn()
        assert made.live_session.recorder is CUT_SHORT.recorder
        assert made.live_session.live
        await made.after(10)
        assert made.live_session.running


async def test_while_a_session_runs_in_another_window_none_starts_here(tmp_path: Path) -> None:
    other = SessionLock(tmp_path / "lock")
    assert other.take()
    async with hall(tmp_path / "lock") as made:
        assert not made.controller.is_free()
        made.begin()
        made.controller.continue_session(CUT_SHORT)
        assert made.live_session == LiveSession()
        assert made.told == [("Another window is already running a session.", "warning")] * 2
        other.release()
        assert made.controller.is_free()


async def test_other_windows_may_lead_one_when_it_is_over(tmp_path: Path) -> None:
    other = SessionLock(tmp_path / "lock")
    async with hall(tmp_path / "lock") as made:
        await made.start()
        assert not made.controller.is_free()
        assert not other.take()
        made.controller.leave()
        assert other.take()
        other.release()


async def test_leaving_keeps_what_was_done() -> None:
    async with hall() as made:
        await made.start()
        await made.after(36)
        made.controller.leave()
        assert made.live_session.status is Status.OVER
        assert made.states()[-1] is SessionState.LEFT


async def test_before_leaving_it_pauses_and_asks_once() -> None:
    async with hall() as made:
        assert not made.controller.ask_before_leaving()
        await made.start()
        assert made.controller.ask_before_leaving()
        assert (made.live_session.status, made.live_session.confirming_leave) == (Status.PAUSED, True)
        assert not made.controller.ask_before_leaving()


async def test_going_on_takes_the_question_whether_to_leave_back() -> None:
    async with hall() as made:
        await made.start()
        made.controller.ask_before_leaving()
        made.controller.do(resume)
        assert (made.live_session.status, made.live_session.confirming_leave) == (Status.RUNNING, False)


async def test_a_command_without_a_session_does_nothing() -> None:
    async with hall() as made:
        made.controller.do(pause)
        made.controller.pause_if_running()
        made.controller.leave()
        assert made.shown == []


async def test_digits_answer_what_is_asked_and_the_last_one_counts() -> None:
    async with hall() as made:
        assert not made.rate(4)
        await made.start()
        assert made.rate(7)
        assert made.rate(1)
        assert made.rate(0)
        assert [pain.nrs for pain in made.pains()] == [7, 1, 10]
        assert {draft.entry for draft in made.saved if isinstance(draft.body, Pain)} == {"S/before"}
        assert made.live_session.last_answer is not None


async def test_what_is_over_makes_room_and_the_answer_stays() -> None:
    async with hall() as made:
        await made.start()
        made.rate(4)
        made.controller.clear_ended_session()
        assert made.live_session.running  # nothing is taken from a session under way
        made.controller.leave()
        made.controller.clear_ended_session()
        assert made.live_session.session is None
        assert made.live_session.last_answer is not None
        made.controller.do(resume)
        assert made.live_session.session is None


async def test_a_new_day_forgets_the_answer_and_what_is_over() -> None:
    async with hall() as made:
        await made.start()
        made.rate(4)
        made.controller.start_new_day()
        assert made.live_session.running
        assert made.live_session.last_answer is None
        made.controller.leave()
        made.controller.start_new_day()
        assert made.live_session == LiveSession()


@pytest.mark.parametrize(
    ("sessions", "audible", "waits"), [(False, False, True), (True, False, False), (False, True, False)]
)
async def test_only_in_the_first_session_without_sound_each_exercise_waits_for_the_person(
    sessions: bool, audible: bool, waits: bool
) -> None:
    async with hall(audible=audible) as made:
        made.know(DiaryDays(made.clock.now().date(), has_sessions=sessions))
        await made.start()
        await made.after(42)
        assert (made.live_session.status is Status.PAUSED) is waits


async def test_that_the_machine_may_fall_asleep_is_told_once() -> None:
    async with hall(awake=False) as made:
        await made.start()
        made.controller.leave()
        await made.start()
        assert made.told == [(IMPOSSIBLE, "information")]
        assert made.heard == 1


async def test_closing_ends_the_sound() -> None:
    async with hall() as made:
        await made.start()
        made.controller.close()
        assert made.sound.heard[-1][1] == "close"


async def test_ratings_after_a_session_belong_to_it_and_to_their_exercise() -> None:
    async with hall() as made:
        made.controller.save_feedback("S", {"tilt": 5, "": 2})
        assert made.pains() == [
            Pain(5, Recall.DURING, session="S", exercise="tilt"),
            Pain(2, Recall.AFTER, session="S"),
        ]
