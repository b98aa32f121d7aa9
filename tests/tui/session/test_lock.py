"""The session's lock: between windows, between programs, and where it cannot be held."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

from tests.folders import ROOT
from tui.session.lock import SessionLock

HOLD = """
import sys
from pathlib import Path
from tui.session.lock import SessionLock
lock = SessionLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    """Another program that holds the lock, or fails to, until its input ends or it is killed."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_windows_cannot_both_hold_it(tmp_path: Path) -> None:
    first, other = SessionLock(tmp_path / "state" / "lock"), SessionLock(tmp_path / "state" / "lock")
    assert first.take()
    assert not other.take()
    first.release()
    assert other.take()
    other.release()


def test_taking_and_releasing_twice_is_no_error(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path / "lock")
    assert lock.take()
    assert lock.take()
    lock.release()
    lock.release()
    assert lock.take()
    lock.release()


def test_another_program_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with holder(path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        lock = SessionLock(path)
        assert not lock.take()
        other.send_signal(signal.SIGKILL)
        other.wait(10)
        assert lock.take()
    with holder(path) as late:
        assert late.communicate(timeout=10)[0] == "False\n"
    lock.release()


def test_a_program_that_was_started_meanwhile_does_not_keep_it(tmp_path: Path) -> None:
    lock = SessionLock(tmp_path / "lock")
    assert lock.take()
    with subprocess.Popen(["sleep", "60"]) as child:
        lock.release()
        assert SessionLock(tmp_path / "lock").take()
        child.kill()


def test_only_the_owner_can_read_the_lock(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        lock = SessionLock(tmp_path / "state" / "lock")
        assert lock.take()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "state" / "lock").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700
    lock.release()


def test_a_folder_that_cannot_be_written_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in place of the folder")
    first, other = SessionLock(tmp_path / "state" / "lock"), SessionLock(tmp_path / "state" / "lock")
    assert first.take()
    assert other.take()


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    assert SessionLock(tmp_path / "lock").take()
    assert not (tmp_path / "elsewhere").exists()


def test_without_a_path_it_is_always_free() -> None:
    assert SessionLock(None).take()
    assert SessionLock(None).take()
