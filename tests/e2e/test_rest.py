"""The program is put to rest by the shell and goes on afterwards."""

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

ALTERNATE = b"\x1b[?1049h"
"""What a program writes that takes the whole screen."""


def rests(pid: int) -> bool:
    """Whether a process stands still."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "T"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells here that a process rests")
def test_after_a_rest_in_the_background_it_goes_on(tmp_path: Path) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        pid = terminal.process.pid
        shown = terminal.raw.count(ALTERNATE)
        os.kill(pid, signal.SIGTSTP)
        terminal.wait_for(lambda: rests(pid))
        os.kill(pid, signal.SIGCONT)
        terminal.wait_for(lambda: terminal.raw.count(ALTERNATE) > shown)
        assert terminal.process.poll() is None
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert not list(tmp_path.rglob("crash/*"))
