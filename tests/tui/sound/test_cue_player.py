"""The tones and words of a session while it runs, pauses, jumps and continues."""

import asyncio

import pytest

from routines.exercise import Item, Routine
from routines.files.loader import load_library
from routines.session.machine import (
    back,
    begin,
    easier,
    interrupted,
    next_exercise,
    pause,
    resume,
    stop_for_pain,
)
from routines.session.plan import Plan, make_plan
from tests.fakes import FakeClock, JumpingClock, RecordingSound
from tests.folders import TESTS
from tests.tui.app_harness import SMALL
from tui.session.recorder import SessionRecorder
from tui.session.runner import Runner

SHIPPED = load_library()
GOLDEN = TESTS / "routines" / "golden"


LIFT_COMES = "say Small lift: 2 sets of 1 a side, left first"


class CuePlayerHarness:
    """A runner with a recording sound; its time moves only by `after`."""

    def __init__(self, plan: Plan, clock: FakeClock, *, wait_for_space: bool = False) -> None:
        self.clock = clock
        self.sound = RecordingSound(clock)
        self.runner = Runner(
            begin(plan),
            SessionRecorder("S", plan, clock.now(), clock.zone_name),
            clock=clock,
            save=lambda _: None,
            show=lambda _: None,
            sound=self.sound,
            wait_for_space=wait_for_space,
        )

    async def after(self, seconds: float) -> None:
        """Let time pass in steps of an eighth of a second, which adds up exactly."""
        for _ in range(round(seconds * 8)):
            self.clock.advance(0.125)
            await self.settle()

    @property
    def status(self) -> str:
        return self.runner.session.status.value

    async def settle(self) -> None:
        for _ in range(3):
            await asyncio.sleep(0)


async def start_session(
    plan: Plan | None = None, *, wait_for_space: bool = False
) -> tuple[CuePlayerHarness, "asyncio.Task[None]"]:
    # Small: tilt prepares 0-30, up 30-32, hold 32-35, up 35-37, hold 37-40; lift prepares 40-50, up 50-52, ...
    harness = CuePlayerHarness(plan or make_plan(SMALL), FakeClock(), wait_for_space=wait_for_space)
    task = asyncio.create_task(harness.runner.run())
    await harness.settle()
    return harness, task


@pytest.mark.parametrize("name", sorted(SHIPPED.exercises))
async def test_a_session_plays_exactly_the_script_of_its_exercise(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    plan = make_plan(Routine(name, exercise.name, (Item(exercise, exercise.dose),)))
    harness = CuePlayerHarness(plan, JumpingClock())
    await asyncio.wait_for(harness.runner.run(), 10)
    cues = [f"{at:8.2f} {cue}" for at, cue in harness.sound.played]
    assert cues == [
        "    0.00 tone lead-in",
        *(GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines(),
    ]


async def test_a_late_update_drops_old_cues_and_queues_nothing() -> None:
    harness, task = await start_session()
    await harness.after(29.5)
    harness.clock.advance(4.0)  # past "go", the glide and the words for the hold
    await harness.settle()
    assert harness.sound.since(29.6) == []
    await harness.after(1.5)
    assert harness.sound.since(33.6) == ["say up", "tone hold ends"]
    task.cancel()


async def test_a_tone_that_is_a_little_late_is_still_played() -> None:
    harness, task = await start_session()
    await harness.after(29.875)
    harness.clock.advance(0.25)
    await harness.settle()
    assert harness.sound.since(30) == ["tone go"]
    task.cancel()


async def test_a_pause_is_silent_at_once_and_stays_so() -> None:
    harness, task = await start_session()
    await harness.after(28.5)
    harness.runner.do(pause)
    await harness.after(60)
    assert harness.sound.since(28.45) == ["hush"]
    task.cancel()


async def test_continuing_in_a_gap_wakes_the_speaker_and_repeats_nothing() -> None:
    harness, task = await start_session()
    await harness.after(10)
    harness.runner.do(pause)
    await harness.after(20)
    harness.runner.do(resume)
    await harness.after(17.5)
    assert harness.sound.since(30) == ["tone lead-in", "tone tick"]
    task.cancel()


async def test_continuing_in_a_repetition_counts_down_and_plays_its_tone() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.do(pause)
    await harness.after(10)
    harness.runner.do(resume)
    await harness.after(7)
    assert [(round(at - 43, 1), cue) for at, cue in harness.sound.played if at > 42.9] == [
        (0.0, "tone lead-in"),
        (4.0, "say hold"),
        (5.0, "tone go"),
        (6.1, "say up"),
        (7.0, "tone hold ends"),
    ]
    task.cancel()


async def test_a_paused_countdown_starts_again() -> None:
    harness, task = await start_session()
    await harness.after(33)
    for seconds in (2, 3):
        harness.runner.do(pause)
        harness.runner.do(resume)
        await harness.after(seconds)
    assert "tone go" not in harness.sound.since(33)
    await harness.after(3)
    assert harness.sound.since(36).count("tone go") == 1
    task.cancel()


async def test_a_long_pause_gets_a_longer_countdown() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.do(pause)
    await harness.after(90)
    harness.runner.do(resume)
    await harness.after(30)
    assert harness.sound.since(123) == [
        "tone lead-in",
        "say Small tilt",
        "tone tick",
        "tone tick",
        "say hold",
        "tone tick",
        "tone go",
    ]
    task.cancel()


async def test_an_automatic_pause_is_audible() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.do(interrupted)
    assert harness.sound.since(33) == ["hush", "tone pause", "say paused"]
    harness.clock.sleep_through(3600)
    await harness.after(1)
    assert len(harness.sound.since(33)) == 3
    task.cancel()


async def test_a_suspend_is_audible_when_the_computer_wakes() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.clock.sleep_through(3600)
    await harness.after(1)
    assert harness.sound.since(33)[:3] == ["hush", "tone pause", "say paused"]
    task.cancel()


async def test_the_next_exercise_plays_from_its_start() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.do(next_exercise)
    await harness.after(1)
    assert harness.sound.since(33) == ["hush", "tone rest", LIFT_COMES]
    task.cancel()


async def test_going_back_in_a_pause_plays_when_it_continues() -> None:
    harness, task = await start_session()
    await harness.after(51.5)
    harness.runner.do(pause)
    harness.runner.do(back)
    await harness.after(3)
    assert set(harness.sound.since(51.5)) == {"hush"}
    harness.runner.do(resume)
    await harness.after(1)
    assert harness.sound.since(54.5) == ["tone lead-in", "tone rest", LIFT_COMES]
    task.cancel()


async def test_a_stop_for_pain_is_silent_at_once() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.do(stop_for_pain)
    await harness.after(10)
    assert harness.sound.since(33) == ["hush"]
    task.cancel()


async def test_leaving_is_silent() -> None:
    harness, task = await start_session()
    await harness.after(33)
    harness.runner.leave()
    await asyncio.wait_for(task, 5)
    assert harness.sound.since(33) == ["hush"]


async def test_the_easier_version_gets_a_countdown_and_its_own_cues() -> None:
    tilt = SHIPPED.exercises["pelvic-tilt"]  # easier: hold 2 s instead of 5
    harness, task = await start_session(make_plan(Routine("r", "R", (Item(tilt, tilt.dose),))))
    await harness.after(33)
    harness.runner.do(easier)
    await harness.after(10)
    assert [(round(at - 33, 1), cue) for at, cue in harness.sound.played if at > 32.9] == [
        (0.0, "hush"),
        (4.0, "say arch"),
        (5.0, "tone go"),
        (5.2, "tone rising for 1.5 s"),
        (6.0, "say hold"),
        (8.0, "say relax"),
        (9.0, "tone hold ends"),
        (9.9, "say flatten"),
    ]
    task.cancel()


async def test_without_sound_it_waits_for_space_before_each_exercise() -> None:
    harness, task = await start_session(wait_for_space=True)
    await harness.after(20)
    assert harness.status == "running"
    await harness.after(40)
    assert harness.status == "paused"
    assert harness.runner.session.position == pytest.approx(40, abs=0.2)
    harness.runner.do(resume)
    await harness.after(20)
    assert harness.status == "running"
    task.cancel()


async def test_with_sound_it_does_not_wait_for_space() -> None:
    harness, task = await start_session()
    await harness.after(60)
    assert harness.status == "running"
    task.cancel()
