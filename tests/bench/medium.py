"""What an answer costs: `python -m tests.bench.medium [ROUNDS] [PYTHON]`.

Prints how long both curves of 120 days take after the import, in milliseconds, and how many times as long as another
process `tolerable medium --csv FILE --json` takes from its start to its end: one that imports statsmodels and fits one
line by least squares on the same days. Both run in turns, ROUNDS times (20 unless told); since a busy machine slows
both of a turn alike, the median of the ratios within turns is printed. PYTHON is one that has statsmodels, where that
is not this one.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from journal.medium.estimate import estimate
from tests.folders import ROOT
from tests.journal.medium.diaries import MEDIUM, Written, write

ROUNDS, DAYS = 20, 120
MOST_MILLISECONDS, MOST_RATIO = 150.0, 0.2
MISSING = "statsmodels is not there: `python -m pip install statsmodels`, or name a Python that has it"

LEAST_SQUARES = """
import csv, sys
from journal.medium.numeric import np
import statsmodels.api as sm
with open(sys.argv[1], newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["pain"] and row["activity"]]
pain = np.array([float(row["pain"]) for row in rows])
activity = np.array([float(row["activity"]) for row in rows])
print(sm.OLS(pain, sm.add_constant(activity)).fit().params)
"""


def keep_table(written: Written, path: Path) -> None:
    """The diary as a table that both can read."""
    first = date(2026, 7, 1)
    cells = zip(written.day, written.pain, written.activity, strict=True)
    lines = [f"{first + timedelta(days=int(day))},{pain:g},{activity:g}" for day, pain, activity in cells]
    text = "\n".join(["date,pain,activity", *lines, ""])
    path.write_text(text.replace("nan", ""), encoding="utf-8")


def milliseconds(written: Written) -> list[float]:
    """How long each of many answers takes, in one process."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        estimate(written.day, written.pain, written.activity, written.weekend)
        took.append(1000 * (time.perf_counter() - began))
    return took


def seconds(argv: Sequence[str]) -> float:
    """How long a process takes from its start to its end. Raises CalledProcessError."""
    began = time.perf_counter()
    subprocess.run(argv, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - began


def turns(rounds: int, python: str, table: Path) -> list[tuple[float, float]]:
    """Seconds of the answer and of least squares, a pair a turn; a turn before them only warms up."""
    answer = [sys.executable, "-m", "tui", "medium", "--csv", str(table), "--json"]
    other = [python, "-c", LEAST_SQUARES, str(table)]
    return [(seconds(answer), seconds(other)) for _ in range(rounds + 1)][1:]


def judged(value: float, most: float) -> str:
    return "" if value <= most else "  TOO LONG"


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    python = sys.argv[2] if len(sys.argv) > 2 else sys.executable
    written = write(MEDIUM, DAYS, seed=1)
    took = milliseconds(written)
    print(
        f"both curves of {DAYS} days: first {took[0]:.0f} ms, then {median(took[1:]):.0f} ms, "
        f"at most {MOST_MILLISECONDS:.0f}{judged(max(took), MOST_MILLISECONDS)}"
    )
    if subprocess.run([python, "-c", "import statsmodels"], capture_output=True, check=False).returncode:
        print(MISSING)
        return 1
    with TemporaryDirectory() as folder:
        table = Path(folder) / "days.csv"
        keep_table(written, table)
        pairs = turns(rounds, python, table)
    ratio = median(own / other for own, other in pairs)
    print(
        f"tolerable medium {median(own for own, _ in pairs):.2f} s, least squares with statsmodels "
        f"{median(other for _, other in pairs):.2f} s; ratio {ratio:.3f} over {rounds} turns, "
        f"at most {MOST_RATIO:g}{judged(ratio, MOST_RATIO)}"
    )
    return int(median(took) > MOST_MILLISECONDS or ratio > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
