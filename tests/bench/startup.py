"""How long commands take, against Python doing nothing: `python -m tests.bench.startup [RUNS]`.

Runs `python -c pass` and each command, as it was installed, in turns, RUNS times (30 unless told), each turn on a
journal of a week. Printed are the medians and, since a busy machine slows all of a turn alike, the median of the
ratios within a turn. The sources are compiled first, as an installation does.
"""

import compileall
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from journal.observations import Activity, Pain
from journal.record import Body, Draft
from tests.folders import ROOT
from tui.system.clock import SystemClock
from tui.system.environment import Context, find_paths

PACKAGES = ("tui", "journal", "routines")
SCRIPT = Path(sysconfig.get_path("scripts")) / "tolerable"
TARGET = 6.0
"""So many times as long as `python -c pass` may a command take."""

NOTHING = "python -c pass"
COMMANDS: Sequence[Sequence[str]] = (
    ("log", "4"),
    ("activity", "--steps", "5000"),
    ("relief", "heat", "--before", "5"),
    ("position", "sitting"),
    ("note", "a long day"),
    ("skip",),
    ("today",),
    ("status", "--oneline"),
    ("status",),
    ("days",),
    ("days", "--json"),
    ("history",),
    ("history", "--json"),
    ("undo",),
    ("set",),
    ("set", "voice", "off"),
)


def keep_a_week(home: Path) -> None:
    """A journal with a rating in the morning, one in the evening and the steps of each of seven days."""
    clock, bodies = SystemClock(), (Pain(3), Pain(5, note="after the stairs"), Activity(steps=5000))
    drafts = [_draft(body, clock, days) for days in range(7, 0, -1) for body in bodies]
    with closing(Context(clock, find_paths({"TOLERABLE_HOME": str(home)})).open_journal()) as journal:
        journal.write(drafts)


def _draft(body: Body, clock: SystemClock, days_ago: int) -> Draft:
    at = clock.now() - timedelta(days=days_ago)
    return Draft(body, at.date(), at, clock.zone_name)


def timed(argv: Sequence[str], home: Path) -> float:
    """Seconds that a process takes from its start to its end. Raises CalledProcessError."""
    environ = {**os.environ, "TOLERABLE_HOME": str(home)}
    began = time.perf_counter()
    subprocess.run(argv, env=environ, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - began


def rounds(runs: int, folder: Path) -> Mapping[str, list[float]]:
    """Seconds by what was run, a value a round."""
    argvs = {
        NOTHING: [sys.executable, "-c", "pass"],
        **{" ".join(command): [str(SCRIPT), *command] for command in COMMANDS},
    }
    taken: dict[str, list[float]] = {name: [] for name in argvs}
    keep_a_week(folder / "week")
    for turn in range(runs):
        home = folder / str(turn)
        shutil.copytree(folder / "week", home)
        for name, argv in argvs.items():
            taken[name].append(timed(argv, home))
    return taken


def told(name: str, seconds: Sequence[float], nothing: Sequence[float]) -> str:
    """One line: how long it took, how many times as long as nothing, and how far the middle half of these differ."""
    ratios = sorted(one / none for one, none in zip(seconds, nothing, strict=True))
    low, high = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    verdict = "" if median(ratios) <= TARGET else "  TOO LONG"
    return f"{name:24} {1000 * median(seconds):6.1f} ms  {median(ratios):5.2f}  ({low:.2f} to {high:.2f}){verdict}"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for package in PACKAGES:
        compileall.compile_dir(ROOT / package, quiet=1)
    with TemporaryDirectory() as folder:
        taken = rounds(runs, Path(folder))
    print(
        f"{runs} rounds; times as long as `{NOTHING}`, at most {TARGET:g}; in brackets the middle half of rounds"
    )
    for name, seconds in taken.items():
        print(told(name, seconds, taken[NOTHING]))


if __name__ == "__main__":
    main()
