"""Calibrate the estimate: `python -m tests.calibration [DIARIES] [QUESTION]`, on all cores, with fixed seeds.

Prints each cell, then each target beside what was reached; `--write FILE` keeps both as a page.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.calibration.cells import Cell, cells
from tests.calibration.page import page
from tests.calibration.questions import Counts
from tests.calibration.rates import Key, Rate, compared, rate

DIARIES = 500
CHUNK = 25

Task = tuple[int, range]
"""The number of a cell (a cell itself cannot be sent to another process), and seeds."""


def counts(task: Task) -> dict[str, list[Counts]]:
    """The counts of some diaries of a cell, by question."""
    which, seeds = task
    cell = list(cells())[which]
    found = defaultdict(list)
    for seed in seeds:
        for question, of_one in cell.ask(seed).items():
            found[question].append(of_one)
    return found


def measured(diaries: int, only: str | None) -> Iterator[tuple[Cell, dict[str, Rate]]]:
    """Every cell in which `only` is asked (None: every cell) with its rates, one after the other."""
    chosen = [(which, cell) for which, cell in enumerate(cells()) if only is None or only in cell.questions]
    chunks = {
        which: [
            range(first, min(first + CHUNK, diaries * cell.times))
            for first in range(0, diaries * cell.times, CHUNK)
        ]
        for which, cell in chosen
    }
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(counts, [(which, seeds) for which, some in chunks.items() for seeds in some])
        for which, cell in chosen:
            parts = [next(done) for _ in chunks[which]]
            yield (
                cell,
                {
                    question: rate([one for part in parts for one in part[question]])
                    for question in parts[0]
                    if only in {None, question}
                },
            )


def asked(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.calibration", description=__doc__)
    parser.add_argument("diaries", metavar="DIARIES", nargs="?", type=int, default=DIARIES)
    questions = sorted({question for cell in cells() for question in cell.questions})
    parser.add_argument(
        "question", metavar="QUESTION", nargs="?", choices=questions, help="as it stands in the list of cells"
    )
    parser.add_argument("--write", metavar="FILE", type=Path, help="write the page of the results")
    wanted = parser.parse_args(argv)
    if wanted.write and (wanted.question, wanted.diaries) != (None, DIARIES):
        parser.error(f"--write keeps the whole page: every question, of {DIARIES} diaries")
    return wanted


def main(argv: Sequence[str]) -> int:
    wanted = asked(argv)
    rates: dict[Key, Rate] = {}
    for cell, found in measured(wanted.diaries, wanted.question):
        for question, one in found.items():
            rates[question, cell.name, cell.days] = one
            print(
                f"{question:38} {cell.name:13} {cell.days:4} days  {one.value:6.1%} ± {2 * one.error:.1%}",
                flush=True,
            )
    lines = list(compared(rates))
    for line in lines:
        of = line.rate
        print(
            f"{line.question}: {line.what}: {of.value:.1%} ± {2 * of.error:.1%}, {line.target}: {line.sign}"
        )
    if wanted.write:
        wanted.write.write_text(
            page(rates, lines, wanted.diaries, datetime.now(UTC).date()), encoding="utf-8"
        )
    return int(any(line.missed for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
