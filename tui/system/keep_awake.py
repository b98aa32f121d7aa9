"""Keeps the computer awake during a session, when nobody touches it."""

from collections.abc import Callable

from tui.system.processes import Child, ChildProcess, Spawn

WATCH_SECONDS = 5
"""How often the inhibiting program checks that this one still runs."""

IMPOSSIBLE = "This computer cannot be kept awake: set it not to sleep for the next half hour."


class Awake:
    """Keeps the computer awake from `begin` to `end`, or until the process `pid` ends.

    `which` finds a program by name.
    """

    def __init__(self, which: Callable[[str], str | None], *, pid: int, spawn: Spawn = ChildProcess) -> None:
        self._command = _inhibitor(which, pid)
        self._spawn = spawn
        self._child: Child | None = None
        self._failed = not self._command

    @property
    def fault(self) -> str:
        """A line to show when the computer may fall asleep; empty when it cannot."""
        if self._child is not None and self._child.exit_status() is not None:
            self._child, self._failed = None, True
        return IMPOSSIBLE if self._failed else ""

    def begin(self) -> None:
        """Keep awake from now on."""
        if self._child is not None or not self._command:
            return
        try:
            self._child = self._spawn(self._command)
        except OSError:
            self._failed = True

    def end(self) -> None:
        """Let the computer sleep again."""
        if self._child is not None:
            child, self._child = self._child, None
            child.end()


def _inhibitor(which: Callable[[str], str | None], pid: int) -> tuple[str, ...]:
    """The command that keeps the computer awake while the process runs; empty when there is none."""
    if caffeinate := which("caffeinate"):
        return (caffeinate, "-i", "-w", str(pid))
    if inhibit := which("systemd-inhibit"):
        watch = f"while kill -0 {pid} 2>/dev/null; do sleep {WATCH_SECONDS}; done"
        why = ("--what=idle:sleep", "--who=tolerable", "--why=A session is running", "--mode=block")
        return (inhibit, *why, "sh", "-c", watch)
    return ()
