"""The computer is kept awake during a session, and no longer."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.system.keep_awake import Awake
from tui.system.processes import Child


@dataclass
class Helper:
    command: tuple[str, ...]
    status: int | None = None
    ended: bool = False

    def exit_status(self) -> int | None:
        return self.status

    def end(self) -> None:
        self.ended = True


@dataclass
class Starter:
    helpers: list[Helper] = field(default_factory=list)
    works: bool = True

    def __call__(self, command: Sequence[str]) -> Child:
        if not self.works:
            raise PermissionError(13, "Permission denied")
        self.helpers.append(Helper(tuple(command)))
        return self.helpers[-1]


def awake(installed: dict[str, str], starter: Starter) -> Awake:
    return Awake(installed.get, pid=77, spawn=starter)


LINUX = {"systemd-inhibit": "/bin/systemd-inhibit"}
MAC = {"caffeinate": "/usr/bin/caffeinate"}


def test_on_linux_systemd_keeps_idling_and_sleep_away_as_long_as_this_program_lives() -> None:
    starter = Starter()
    awake(LINUX, starter).begin()
    (helper,) = starter.helpers
    assert helper.command[:2] == ("/bin/systemd-inhibit", "--what=idle:sleep")
    assert "kill -0 77" in helper.command[-1]


def test_on_a_mac_caffeinate_does_it() -> None:
    starter = Starter()
    awake(MAC, starter).begin()
    assert starter.helpers[0].command == ("/usr/bin/caffeinate", "-i", "-w", "77")


def test_it_starts_once_ends_with_the_session_and_can_start_again() -> None:
    starter = Starter()
    keeper = awake(LINUX, starter)
    keeper.begin()
    keeper.begin()
    assert len(starter.helpers) == 1
    assert keeper.fault == ""
    keeper.end()
    keeper.end()
    assert starter.helpers[0].ended
    keeper.begin()
    assert len(starter.helpers) == 2


def test_it_says_when_nothing_can_keep_the_computer_awake() -> None:
    keeper = awake({}, Starter())
    keeper.begin()
    assert "cannot be kept awake" in keeper.fault
    keeper.end()


def test_it_says_when_the_helper_fails() -> None:
    assert awake(LINUX, Starter()).fault == ""
    denied = awake(LINUX, Starter(works=False))
    denied.begin()
    assert denied.fault
    starter = Starter()
    refused = awake(LINUX, starter)
    refused.begin()
    starter.helpers[0].status = 1
    assert refused.fault
    assert refused.fault  # still
    refused.end()


def test_the_helper_ends_with_the_program() -> None:
    starter = Starter()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as watched:
        Awake(LINUX.get, pid=watched.pid, spawn=starter).begin()
        watch = starter.helpers[0].command[-3:]
        assert watch[:2] == ("sh", "-c")
        quick = watch[2].replace("sleep 5", "sleep 0.05")
        with subprocess.Popen(["sh", "-c", quick]) as watching:
            os.kill(watched.pid, 9)
            watched.wait(10)
            began = time.monotonic()
            assert watching.wait(10) == 0
            assert time.monotonic() - began < 5
