"""Real programs, started and ended."""

import os
import sys
import time
from pathlib import Path

import pytest

from tui.system.processes import ChildProcess


def test_an_ended_program_has_its_exit_status() -> None:
    child = ChildProcess([sys.executable, "-c", "raise SystemExit(3)"])
    deadline = time.monotonic() + 10
    while child.exit_status() is None and time.monotonic() < deadline:
        os.sched_yield()
    assert child.exit_status() == 3
    child.end()


def test_a_program_is_ended_with_its_children(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    child = ChildProcess(["sh", "-c", f"sleep 60 & echo $! > {note}; wait"])
    deadline = time.monotonic() + 10
    while not (note.exists() and note.read_text().strip()) and time.monotonic() < deadline:
        os.sched_yield()
    child.end()
    assert child.exit_status() is not None
    grandchild = Path(f"/proc/{note.read_text().strip()}/stat")
    while grandchild.exists() and " Z " not in grandchild.read_text() and time.monotonic() < deadline:
        os.sched_yield()
    assert time.monotonic() < deadline


def test_a_missing_program_raises_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ChildProcess([str(tmp_path / "missing")])
