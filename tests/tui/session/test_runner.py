import asyncio
from collections.abc import Sequence
from dataclasses import replace

from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun
from routines.exercise import Dose, Easier, Item, Phase, Routine
from routines.session.events import Status
from routines.session.machine import back, begin, easier, next_exercise, pause, resume, stop_for_pain
from routines.session.plan import make_plan
from routines.session.session import Session
from tests.fakes import FakeClock
from tests.tui.app_harness import SMALL, TILT
from tui.session.recorder import SessionRecorder
from tui.session.runner import Runner


def with_easier(dose: Dose, form: Dose) -> Routine:
    """The small tilt alone, with an easier version."""
    tilt = replace(TILT, easier=Easier("Less of it.", form))
    return Routine("small", "Small routine", (Item(tilt, dose),))


EASIER = with_easier(TILT.dose, TILT.dose)
FEWER_SETS = with_easier(Dose(reps=2, sets=2, rest=5.0), TILT.dose)


class RunnerHarness:
    """A runner of the small routine, and what it showed and saved."""

    def __init__(self, routine: Routine) -> None:
        self.clock = FakeClock()
        self.saved: list[Draft] = []
        self.shown: list[Session] = []
        plan = make_plan(routine)
        log = SessionRecorder("S", plan, self.clock.now(), self.clock.zone_name)
        self.runner = Runner(begin(plan), log, clock=self.clock, save=self._save, show=self.shown.append)

    def _save(self, drafts: Sequence[Draft]) -> None:
        self.saved += drafts

    async def after(self, seconds: float) -> None:
        """Let time pass in steps of a second."""
        for _ in range(int(seconds)):
            self.clock.advance(1.0)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    def sets(self) -> dict[str | None, SetRun]:
        return {draft.entry: draft.body for draft in self.saved if isinstance(draft.body, SetRun)}

    def states(self) -> list[SessionState]:
        return [draft.body.state for draft in self.saved if isinstance(draft.body, SessionRun)]


async def begun(routine: Routine = SMALL) -> tuple[RunnerHarness, "asyncio.Task[None]"]:
    harness = RunnerHarness(routine)
    task = asyncio.create_task(harness.runner.run())
    await asyncio.sleep(0)
    return harness, task


async def test_a_session_runs_to_its_end_without_a_key() -> None:
    harness, task = await begun()
    await harness.after(harness.runner.session.plan.seconds + 1)
    await asyncio.wait_for(task, 5)
    assert harness.runner.session.status is Status.OVER
    assert harness.states()[0] is SessionState.RUNNING
    assert harness.states()[-1] is SessionState.FINISHED


async def test_each_finished_repetition_is_saved_when_it_is_finished() -> None:
    harness, task = await begun()
    await harness.after(30 + 5)
    (first,) = harness.sets().values()
    assert (first.exercise, first.reps_done, first.planned_reps, first.outcome) == (
        "tilt",
        1,
        2,
        Outcome.RUNNING,
    )
    await harness.after(5)
    (whole,) = harness.sets().values()
    assert (whole.reps_done, whole.outcome) == (2, Outcome.DONE)
    task.cancel()


async def test_every_set_and_side_has_its_own_entry() -> None:
    harness, task = await begun()
    await harness.after(harness.runner.session.plan.seconds + 1)
    await asyncio.wait_for(task, 5)
    assert set(harness.sets()) == {
        "S/tilt/1/both",
        "S/lift/1/left",
        "S/lift/2/left",
        "S/lift/1/right",
        "S/lift/2/right",
    }
    assert all(body.outcome is Outcome.DONE for body in harness.sets().values())


async def test_a_skipped_exercise_is_saved_with_its_repetitions() -> None:
    harness, task = await begun()
    await harness.after(35)
    harness.runner.do(next_exercise)
    (body,) = harness.sets().values()
    assert (body.reps_done, body.outcome, body.reason) == (1, Outcome.SKIPPED, None)
    task.cancel()


async def test_a_stop_for_pain_is_saved_with_its_set_and_reason_and_ends_as_stopped() -> None:
    harness, task = await begun()
    await harness.after(36)
    harness.runner.do(stop_for_pain)
    (body,) = harness.sets().values()
    assert (body.reps_done, body.outcome, body.reason) == (1, Outcome.STOPPED, "pain")
    harness.runner.leave()
    await asyncio.wait_for(task, 5)
    assert harness.states()[-1] is SessionState.STOPPED


async def test_a_set_keeps_both_reasons_in_either_order() -> None:
    for acts in ((stop_for_pain, easier), (easier, stop_for_pain)):
        harness, task = await begun(EASIER)
        await harness.after(36)
        for act in acts:
            harness.runner.do(act)
        (body,) = harness.sets().values()
        assert (body.reps_done, body.reason) == (1, "pain, easier")
        task.cancel()


async def test_a_stop_in_a_repeated_set_is_saved() -> None:
    harness, task = await begun()
    await harness.after(42)
    harness.runner.do(back)
    harness.runner.do(stop_for_pain)
    (body,) = harness.sets().values()
    assert (body.exercise, body.outcome, body.reason) == ("tilt", Outcome.DONE, "pain")
    task.cancel()


async def test_the_set_before_keeps_the_reason_when_the_easier_version_lacks_the_current_set() -> None:
    harness, task = await begun(FEWER_SETS)
    await harness.after(30 + 10 + 5 + 1)
    harness.runner.do(easier)
    assert harness.runner.session.step.phase is Phase.FINISH
    assert {entry: (run.reason, run.outcome) for entry, run in harness.sets().items()} == {
        "S/tilt/1/both": ("easier", Outcome.DONE)
    }
    task.cancel()


async def test_leaving_keeps_what_was_done() -> None:
    harness, task = await begun()
    await harness.after(36)
    harness.runner.leave()
    await asyncio.wait_for(task, 5)
    (body,) = harness.sets().values()
    assert (body.reps_done, body.outcome) == (1, Outcome.LEFT)
    assert harness.states()[-1] is SessionState.LEFT
    (end,) = [draft.body for draft in harness.saved if isinstance(draft.body, SessionRun)][-1:]
    assert end.active_seconds == 36


async def test_a_suspend_pauses_the_session_and_skips_nothing() -> None:
    harness, task = await begun()
    await harness.after(31)
    before = harness.runner.session.position
    harness.clock.sleep_through(3600)
    await harness.after(1)
    assert harness.runner.session.status is Status.PAUSED
    assert harness.runner.session.position <= before + 1
    task.cancel()


async def test_a_pause_stops_the_timer_and_continuing_starts_it_again() -> None:
    harness, task = await begun()
    await harness.after(10)
    harness.runner.do(pause)
    looks = len(harness.shown)
    await harness.after(50)
    assert len(harness.shown) == looks
    harness.runner.do(resume)
    await harness.after(2)
    assert harness.runner.session.position == 12
    task.cancel()


async def test_every_second_is_shown() -> None:
    harness, task = await begun()
    await harness.after(30)
    shown = [session.shown for session in harness.shown]
    assert shown[:5] == [30, 29, 28, 27, 26]
    task.cancel()
