"""Plain mode as a process: in a terminal with keys, in a pipe with words, and ended from outside."""

import os
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.e2e.test_whole_job import FAST, OWN, history
from tests.folders import ROOT

SILENT = "tones = false\nvoice = false\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config" / "routines").mkdir(parents=True)
    (tmp_path / "config" / "routines" / "tiny.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "config" / "settings.toml").write_text(SILENT, encoding="utf-8")
    return tmp_path


def plain(home: Path) -> "subprocess.Popen[bytes]":
    """Plain mode between two pipes."""
    return subprocess.Popen(
        [sys.executable, *FAST, "session", "tiny", "--plain"],
        cwd=ROOT,
        env={**os.environ, "TOLERABLE_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def read_until(process: "subprocess.Popen[bytes]", text: bytes) -> bytes:
    """What the process says until it has said this."""
    assert process.stdout is not None
    said, end = b"", time.monotonic() + 20
    while text not in said:
        assert time.monotonic() < end, said
        if select.select([process.stdout], [], [], 0.1)[0]:
            said += os.read(process.stdout.fileno(), 65_536)
    return said


def test_a_session_in_a_terminal_is_lines_and_keys_and_leaves_no_trace_in_it(home: Path) -> None:
    with Terminal(
        [*FAST, "session", "tiny", "--plain"], home=home, size=(200, 60), environ={"TERM": "dumb"}
    ) as terminal:
        terminal.wait_for("Get ready, 30 seconds")
        terminal.press("3")
        terminal.wait_for("Saved: 3.")
        terminal.wait_for("rep 2 of 2")
        terminal.press("z")
        terminal.wait_for("Paused.")
        terminal.press(" ")
        terminal.wait_for("Done. 1 of 1 exercises")
        terminal.press("4\r")
        terminal.wait_for("Saved: 4.")
        terminal.press("\r")
        assert terminal.wait_for_exit() == 0
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert not set(terminal.raw.decode()) & {chr(code) for code in range(32)} - {"\r", "\n", "\a"}
    found = [(entry["kind"], entry["body"]) for entry in history(home)]
    assert [body["state"] for kind, body in found if kind == "session"] == ["finished"]
    assert {(body["recall"], body["nrs"]) for kind, body in found if kind == "pain"} == {
        ("before", 3),
        ("during", 4),
    }


@pytest.mark.parametrize(
    ("number", "when", "reps"),
    [(signal.SIGTERM, "rep 2 of 2", [1]), (signal.SIGHUP, "Get ready", []), (signal.SIGINT, "Get ready", [])],
)
def test_a_signal_ends_it_within_a_second_and_it_is_offered_the_next_time(
    home: Path, number: int, when: str, reps: list[int]
) -> None:
    with Terminal([*FAST, "session", "tiny", "--plain"], home=home, size=(200, 60)) as terminal:
        terminal.wait_for(when)
        began = time.monotonic()
        terminal.process.send_signal(number)
        assert terminal.wait_for_exit() == 128 + number
        assert time.monotonic() - began < 1.0
        assert termios.tcgetattr(terminal.slave) == terminal.before
        assert "Traceback" not in terminal.screen
    found = history(home)
    assert [entry["body"]["state"] for entry in found if entry["kind"] == "session"] == ["running"]
    assert [e["body"]["reps_done"] for e in found if e["kind"] == "set" and e["body"]["reps_done"]] == reps
    with Terminal([*FAST, "session", "tiny", "--plain"], home=home, size=(200, 60)) as terminal:
        terminal.wait_for("was interrupted at")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_words_come_through_a_pipe_and_lines_go_into_one(home: Path) -> None:
    with plain(home) as process:
        assert process.stdin is not None
        read_until(process, b"before you begin")
        process.stdin.write(b"10\nstop\n\n")
        process.stdin.flush()
        said = read_until(process, b"Ended.")
        assert [line in said for line in (b"Saved: 10.", b"Stopped.")] == [True, True]
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""
    bodies = {entry["kind"]: entry["body"] for entry in history(home)}
    assert bodies["session"]["state"] == "stopped"
    assert (bodies["pain"]["recall"], bodies["pain"]["nrs"]) == ("before", 10)


def test_a_reader_that_leaves_ends_the_program_and_not_the_session(home: Path) -> None:
    with plain(home) as process:
        read_until(process, b"before you begin")
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(10) == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""
    bodies = {entry["kind"]: entry["body"] for entry in history(home)}
    assert bodies["session"]["state"] == "running"


@pytest.mark.parametrize("key", ["z", "x", ""])
def test_a_terminal_that_is_gone_ends_the_program_and_not_the_session(home: Path, key: str) -> None:
    with Terminal([*FAST, "session", "tiny", "--plain"], home=home, size=(200, 60)) as terminal:
        terminal.wait_for("Get ready")
        if key:
            terminal.press(key)
            terminal.wait_for("space: continue, n")
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, terminal.master)
        os.close(nowhere)
        assert terminal.process.wait(20) == 1
    assert [e["body"]["state"] for e in history(home) if e["kind"] == "session"] == ["running"]
