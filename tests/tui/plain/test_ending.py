"""Plain mode ended from outside, and as a command."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from journal.record import SessionState, SetRun
from tests.fakes import CommandLine, JumpingClock
from tests.folders import ROOT
from tests.tui.plain.harness import PlainHarness
from tui.cli import main
from tui.session.lock import SessionLock
from tui.settings.settings_file import write_setting
from tui.system.environment import Context
from tui.system.signals import first_completed, until_signal


@pytest.fixture
async def plain(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    plain = PlainHarness(tmp_path)
    yield plain
    await plain.close()


# Ending, from outside


async def test_a_closed_output_leaves_the_session_open(plain: PlainHarness) -> None:
    def say(line: str) -> None:
        if "rep 2" in line:
            raise BrokenPipeError

    plain.start_without_waiting(say)
    await plain.wait_until(lambda: bool(plain.states()))
    await plain.after(36)
    with pytest.raises(BrokenPipeError):
        await plain.wait_for_end()
    assert plain.states() == [SessionState.RUNNING]
    assert plain.sound.played[-1][1] == "close"


async def test_cancelling_ends_all_programs_and_leaves_the_session_open(
    plain: PlainHarness,
) -> None:
    await plain.start()
    await plain.after(36)
    before = list(plain.lines)
    assert plain.task is not None
    plain.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await plain.task
    assert plain.lines == before
    assert plain.states() == [SessionState.RUNNING]
    assert plain.sound.played[-1][1] == "close"
    assert SessionLock(plain.paths.lock).take()


async def test_a_session_interrupted_by_a_signal_is_offered_at_its_repetition(
    plain: PlainHarness,
) -> None:
    async def closed_window() -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        assert plain.task is not None
        await plain.task

    await plain.start()
    await plain.after(36)
    assert await until_signal(closed_window()) == 128 + signal.SIGHUP
    assert plain.states() == [SessionState.RUNNING]
    plain.lines.clear()
    plain.start_without_waiting()
    await plain.wait_until("Small routine was interrupted at Small tilt, rep 2. space: continue")


async def test_a_stop_for_pain_before_a_signal_is_in_the_journal(
    plain: PlainHarness,
) -> None:
    await plain.start()
    await plain.after(36)
    await plain.press("x")
    assert plain.task is not None
    plain.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await plain.task
    assert plain.states() == [SessionState.RUNNING]
    (body,) = [entry.body for entry in plain.entries("set") if isinstance(entry.body, SetRun)]
    assert (body.reps_done, body.reason) == (1, "pain")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
async def test_a_signal_ends_a_coroutine_with_its_status(number: int) -> None:
    async def wait_for_ever() -> None:
        os.kill(os.getpid(), number)
        await asyncio.Event().wait()

    assert await asyncio.wait_for(until_signal(wait_for_ever()), 5) == 128 + number


async def test_a_coroutine_that_ends_has_status_zero_and_an_error_is_raised() -> None:
    async def nothing() -> None:
        pass

    async def fail() -> None:
        raise BrokenPipeError

    assert await until_signal(nothing()) == 0
    with pytest.raises(BrokenPipeError):
        await until_signal(fail())
    with pytest.raises(BrokenPipeError):
        await first_completed(fail(), wait())


async def wait() -> None:
    await asyncio.Event().wait()


# The command


def test_the_command_runs_to_the_end_without_a_terminal(
    tolerable: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    write_setting(tolerable.paths.settings, "voice", value=False)
    write_setting(tolerable.paths.settings, "tones", value=False)
    tolerable.write_routine(
        "tiny.yaml", "routine: tiny\nname: Tiny\nexercises:\n  - {use: pelvic-tilt, reps: 2}\n"
    )
    status = main(
        ["session", "tiny", "--plain"], lambda: Context(clock=JumpingClock(), paths=tolerable.paths)
    )
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    assert out.startswith("Tiny, 1 exercise, ")
    assert out.splitlines()[-1].startswith("Done. 1 of 1 exercises")


def test_without_a_routine_the_command_runs_the_one_of_the_settings(
    tolerable: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"voice": False, "tones": False, "routine": "tiny"}.items():
        write_setting(tolerable.paths.settings, name, value)
    tolerable.write_routine(
        "tiny.yaml", "routine: tiny\nname: Tiny\nexercises:\n  - {use: pelvic-tilt, reps: 2}\n"
    )
    status = main(["session", "--plain"], lambda: Context(clock=JumpingClock(), paths=tolerable.paths))
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    assert out.startswith("Tiny, 1 exercise, ")


def test_an_unknown_routine_and_a_session_elsewhere_are_one_line(tolerable: CommandLine) -> None:
    result = tolerable("session", "strat", "--plain")
    assert (result.status, result.out) == (1, "")
    assert "did you mean 'start'?" in result.err
    lock = SessionLock(tolerable.paths.lock)
    assert lock.take()
    result = tolerable("session", "--plain")
    assert (result.status, result.out) == (1, "")
    assert "another window" in result.err
    lock.release()


def test_plain_mode_imports_no_screen() -> None:
    code = (
        "import sys; import tui.commands.session, tui.plain.mode, tui.plain.keyboard, tui.system.signals, tui.settings.preferences, tui.sound.output;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert "tui" in done.stdout.split()
    assert not set(done.stdout.split()) & {"textual", "rich", "plotext", "numpy", "tomlkit"}
