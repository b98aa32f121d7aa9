"""The main job in a real terminal, with the program as a person starts it but for a hurried clock."""

import json
import os
import signal
import stat
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import Terminal
from tests.folders import ROOT

FAST = ("-m", "tests.e2e.fast")
OWN = """\
routine: tiny
name: "Tiny [/] routine"
exercises:
  - {use: pelvic-tilt, reps: 2}
"""
HOSTILE = "[/] \x1b]0;title\x07 \x1b[2J \x9b31m \u202eabc [@click=app.quit]"


def tolerable(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT,
        env={**os.environ, "TOLERABLE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def history(home: Path) -> list[dict[str, Any]]:
    done = tolerable(home, "history", "--json")
    assert done.returncode == 0, done.stderr
    entries: list[dict[str, Any]] = json.loads(done.stdout)
    return entries


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config" / "routines").mkdir(parents=True)
    (tmp_path / "config" / "routines" / "tiny.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_from_a_session_to_a_pain_noted_and_read_back(home: Path) -> None:
    with Terminal([*FAST, "session", "tiny"], home=home) as terminal:
        terminal.wait_for("Pelvic tilt")
        terminal.wait_for("Done: 1 of 1 exercises")
        terminal.wait_for("How much did it hurt")  # the screen comes in pieces
        terminal.press("\x1b")
        terminal.wait_for(lambda: "How much did it hurt" not in terminal.screen)
        terminal.wait_for("Tiny [/] routine")
        terminal.press("p")
        terminal.wait_for("0 none")
        terminal.press("4\r")
        terminal.wait_for("pain 4 now")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert terminal.raw.count(b"\x1b[?1049l") == 1
    kinds = {entry["kind"]: entry["body"] for entry in history(home)}
    assert kinds["session"]["state"] == "finished"
    assert (kinds["set"]["exercise"], kinds["set"]["reps_done"]) == ("pelvic-tilt", 2)
    assert kinds["pain"]["nrs"] == 4
    assert stat.S_IMODE((home / "data" / "journal.db").stat().st_mode) == 0o600


def test_a_killed_session_has_its_finished_repetitions_in_the_journal(home: Path) -> None:
    with Terminal([*FAST, "session", "tiny"], home=home) as terminal:
        # Well within the second repetition: that of the first has been written by then.
        terminal.wait_for(lambda: "rep 2 of 2" in terminal.screen and "then relax" in terminal.screen)
        terminal.process.send_signal(signal.SIGKILL)
        terminal.wait_for_exit()
    bodies = {entry["kind"]: entry["body"] for entry in history(home)}
    assert bodies["set"]["reps_done"] == 1
    assert bodies["session"]["state"] == "running"
    assert tolerable(home, "check").returncode == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_in_a_session_restores_the_terminal_and_keeps_what_was_done(home: Path, number: int) -> None:
    with Terminal([*FAST, "session", "tiny"], home=home) as terminal:
        terminal.wait_for("rep 2 of 2")
        terminal.process.send_signal(number)
        assert terminal.wait_for_exit() == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?25h" in terminal.raw
        assert termios.tcgetattr(terminal.slave) == terminal.before
    bodies = {entry["kind"]: entry["body"] for entry in history(home)}
    assert bodies["session"]["state"] == "running"
    assert bodies["set"]["reps_done"] == 1
    with Terminal([*FAST], home=home) as again:
        again.wait_for("was interrupted")


def test_ctrl_c_leaves_with_130_and_a_restored_terminal(home: Path) -> None:
    with Terminal(["-m", "tui"], home=home) as terminal:
        terminal.wait_for("Ready")
        terminal.press("\x03")
        assert terminal.wait_for_exit() == 130
        assert b"\x1b[?1049l" in terminal.raw


def test_no_control_byte_of_a_note_reaches_the_terminal(home: Path) -> None:
    assert tolerable(home, "log", "4", "--note", HOSTILE).returncode == 0
    with Terminal(["-m", "tui"], home=home) as terminal:
        terminal.wait_for("pain 4 now")
        terminal.wait_for("[/]")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        for forbidden in (b"\x1b]0;title", b"\x1b[2J \xc2\x9b", "\x9b".encode(), "\u202e".encode()):
            assert forbidden not in terminal.raw
    (entry,) = history(home)
    assert entry["body"]["note"] == HOSTILE


def test_the_window_may_take_any_size(home: Path) -> None:
    sizes = [
        (1, 1),
        (2, 40),
        (120, 2),
        (59, 19),
        (60, 20),
        (99, 30),
        (100, 29),
        (100, 30),
        (300, 90),
        (120, 40),
    ]
    with Terminal(["-m", "tui", "session", "tiny"], home=home) as terminal:
        terminal.wait_for("Pelvic tilt")
        for columns, rows in sizes * 3:
            terminal.resize(columns, rows)
        terminal.wait_for("Pelvic tilt")
        terminal.press("qq")
        assert terminal.wait_for_exit() == 0


def test_without_a_terminal_it_says_so_in_one_line(home: Path) -> None:
    for command in ([], ["demo"], ["session"]):
        done = tolerable(home, *command)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "terminal" in done.stderr


def test_the_example_opens_over_an_empty_journal_and_leaves_no_trace(home: Path) -> None:
    with Terminal(["-m", "tui"], home=home) as terminal:
        terminal.wait_for("Begin with one number")
        terminal.press("d")
        terminal.wait_for("example diary, nothing is saved")
        terminal.wait_for("days counted")
        terminal.press("q")
        terminal.wait_for("Begin with one number")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert history(home) == []


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"LC_ALL": "C", "LANG": "C"}])
def test_it_runs_in_poor_surroundings(home: Path, environ: dict[str, str]) -> None:
    with Terminal(["-m", "tui"], home=home, environ=environ) as terminal:
        terminal.wait_for("Ready")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
