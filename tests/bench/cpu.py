"""How much of a core a running session takes: `python -m tests.bench.cpu [ROUNDS]`.

In each round (5 unless told; a round takes some three minutes) an empty Textual app, a session whose figure stands
still and one whose figure moves run one after the other in a terminal of their own. Printed are medians, and beside
them, since a busy machine slows all of a round alike, the median of the ratios to the empty app within a round. Run
it on an idle Linux machine.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.empty_app import SHOWN
from tests.e2e.terminal import Terminal

REPETITION = 16.0
"""Seconds of the first exercise's repetition: what is measured is a whole number of them."""

SECONDS = 2 * REPETITION
SETTLED = 1.0
PATIENCE = 90.0
QUIET = "tones = false\nvoice = false\n"


@dataclass(frozen=True, slots=True)
class Measured:
    """What is run as `python -m MODULE...`, with which settings; measured once `begun` is on the screen."""

    name: str
    arguments: Sequence[str]
    settings: str
    begun: str
    target: str = ""


EMPTY = Measured("empty app", ("tests.bench.empty_app",), "", SHOWN)
STILL = Measured(
    "session, no motion", ("tui", "session", "start"), f"motion = false\n{QUIET}", "rep 1 of", "at most 4 ×"
)
MOVING = Measured(
    "session, figure moves", ("tui", "session", "start"), f"motion = true\n{QUIET}", "rep 1 of", "at most 3 %"
)


def cpu_seconds(pid: int) -> float:
    """The time that a process has computed: Linux's clock of it, with its threads."""
    return time.clock_gettime_ns((~pid << 3) | 2) / 1e9


def share(measured: Measured) -> float:
    """How much of a core it takes while it runs, in per cent."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "config").mkdir()
        (home / "config" / "settings.toml").write_text(measured.settings, encoding="utf-8")
        with Terminal(("-m", *measured.arguments), home=home) as terminal:
            terminal.wait_for(measured.begun, PATIENCE)
            _watch(terminal, SETTLED)
            before = cpu_seconds(terminal.process.pid)
            taken = _watch(terminal, SECONDS)
            return 100 * (cpu_seconds(terminal.process.pid) - before) / taken


def _watch(terminal: Terminal, seconds: float) -> float:
    """Read what it writes for so long; the seconds it took."""
    began = time.monotonic()
    terminal.wait_for(lambda: time.monotonic() >= began + seconds, PATIENCE)
    return time.monotonic() - began


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    taken = [{measured: share(measured) for measured in (EMPTY, STILL, MOVING)} for _ in range(rounds)]
    print(f"per cent of a core over {SECONDS:.0f} s, medians of {rounds} rounds")
    for measured in (EMPTY, STILL, MOVING):
        percent = median(values[measured] for values in taken)
        ratio = median(values[measured] / values[EMPTY] for values in taken)
        target = f"({measured.target})" if measured.target else ""
        print(f"{measured.name:22} {percent:6.2f} % {ratio:6.1f} × the empty app  {target}".rstrip())


if __name__ == "__main__":
    main()
