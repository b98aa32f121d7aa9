"""Calibrate the estimate: `python -m tests.calibration [DIARIES] [QUESTION]`, on all cores, with fixed seeds.

Prints each cell, and each target beside what was reached.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.calibration.cells import TARGETS, Cell, Target, cells

DIARIES = 500
CHUNK = 25

Rates = Mapping[tuple[str, str, int], float]
"""What was found, by question, name and length."""


def count(which: int, seeds: Sequence[int]) -> tuple[float, float]:
    """Hits and chances of a cell over some diaries. (A cell itself cannot be sent to another process.)"""
    cell = list(cells())[which]
    counts = [cell.ask(cell, seed) for seed in seeds]
    return sum(float(one["hits"]) for one in counts), sum(float(one["of"]) for one in counts)


def rate(pool: ProcessPoolExecutor, which: int, diaries: int) -> float:
    """How often it was so in a cell, of the diaries in which it could have been."""
    chunks = [range(first, min(first + CHUNK, diaries)) for first in range(0, diaries, CHUNK)]
    found = list(pool.map(partial(count, which), chunks))
    chances = sum(of for _, of in found)
    return sum(hits for hits, _ in found) / chances if chances else 0.0


def measured(diaries: int, only: str | None = None) -> Iterator[tuple[Cell, float]]:
    """Every cell with its rate, one after the other."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for which, cell in enumerate(cells()):
            if only is None or cell.question == only:
                yield cell, rate(pool, which, diaries)


def verdicts(rates: Rates) -> Iterator[tuple[str, bool]]:
    """A line for each target, and whether it is reached."""
    for (question, days), target in TARGETS.items():
        found = {key: value for key, value in rates.items() if key[0] == question and days in {None, key[2]}}
        if found:
            yield from _against(question, days, target, found)


def _against(question: str, days: int | None, target: Target, found: Rates) -> Iterator[tuple[str, bool]]:
    name = question if days is None else f"{question}, {days} days"
    word = "at least" if target.at_least else "at most"
    mean = sum(found.values()) / len(found)
    worst_key = (min if target.at_least else max)(found, key=lambda key: found[key])
    for what, value, limit in (
        ("mean", mean, target.mean),
        (f"worst cell ({worst_key[1]}, {worst_key[2]} days)", found[worst_key], target.any_cell),
    ):
        if limit is not None:
            reached = value >= limit if target.at_least else value <= limit
            sign = "reached" if reached else "NOT REACHED"
            yield f"{name}: {what} {value:.1%}, {word} {limit:.0%}: {sign}", reached


def main() -> int:
    diaries = int(sys.argv[1]) if len(sys.argv) > 1 else DIARIES
    only = sys.argv[2] if len(sys.argv) > 2 else None
    rates: dict[tuple[str, str, int], float] = defaultdict(float)
    for cell, found in measured(diaries, only):
        rates[cell.question, cell.name, cell.days] = found
        print(f"{cell.question:28} {cell.name:12} {cell.days:4} days  {found:.1%}", flush=True)
    lines = list(verdicts(rates))
    print(*(line for line, _ in lines), sep="\n")
    return int(not all(reached for _, reached in lines))


if __name__ == "__main__":
    sys.exit(main())
