import subprocess
import sys

from tests.folders import ROOT

KILLS = 8
"""A few in every run; the long one is `python -m tests.e2e.killing 200`."""


def test_a_session_killed_at_any_moment_is_whole_or_goes_on_and_has_lost_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.killing", str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" 0 faults\n")
