"""What years of records cost: `python -m tests.bench.journal [RECORDS] [ROUNDS]` (1,000,000 and 7 unless told).

Makes a journal of 1,000 records and one of so many in a temporary folder (a million take a minute and 1.2 GB), then
in interleaved rounds, each in a terminal: from the start to the dashboard with its numbers, from `h` to the first page
of the history, from `p 4 enter` to the word that it is saved; and without a terminal the page after the first, and a
search for what stands in the oldest note. Printed are medians, and the median of the ratios within a round.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from journal.store.store import Store
from tests.bench.big_journal import RARE, make_journal
from tests.e2e.terminal import Terminal
from tui.history.reading import Filters, read_page
from tui.system.clock import SystemClock, today
from tui.system.environment import Context, find_paths

SMALL, BIG, ROUNDS = 1_000, 1_000_000, 7
SOON = 60.0
TARGETS = {"search": "at most 150 ms"}
RATIO = "at most 1.1 ×"


def seconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def on_screen(home: Path) -> Iterator[tuple[str, float]]:
    """What a person waits for, in a terminal."""
    began = time.perf_counter()
    with Terminal(["-m", "tui"], home=home) as terminal:
        terminal.wait_for(lambda: _whole(terminal.screen), SOON)
        yield "dashboard", time.perf_counter() - began
        terminal.press("h")
        yield "first page", seconds(lambda: terminal.wait_for(lambda: _page(terminal.screen), SOON))
        terminal.press("q")
        terminal.wait_for(lambda: _whole(terminal.screen), SOON)
        terminal.press("p4\r")
        yield "new entry", seconds(lambda: terminal.wait_for("Saved: pain 4", SOON))
        terminal.press("q")
        terminal.wait_for_exit()


def _whole(screen: str) -> bool:
    return "space: start" in screen and "of the last 120" in screen


def _page(screen: str) -> bool:
    return "esc Back" in screen and "pain" in screen


def in_store(home: Path) -> Iterator[tuple[str, float]]:
    """What the store alone takes."""
    context = Context(SystemClock(), find_paths({"TOLERABLE_HOME": str(home)}))
    with closing(context.open_to_read()) as store:
        yield "page after", median(seconds(lambda: _next_page(store)) for _ in range(5))
        yield "search", median(seconds(lambda: read_page(store, Filters(search=RARE))) for _ in range(5))


def _next_page(store: Store) -> None:
    first = read_page(store, Filters())
    assert first.more is not None
    read_page(store, Filters(), first.more)


def measured(homes: Mapping[int, Path], rounds: int) -> dict[str, dict[int, list[float]]]:
    """The seconds of each thing, by size, a value a round."""
    found: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for _ in range(rounds):
        for size, home in homes.items():
            for name, took in (*on_screen(home), *in_store(home)):
                found[name][size].append(took)
    return found


def main() -> None:
    big = int(sys.argv[1]) if len(sys.argv) > 1 else BIG
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    last: date = today(SystemClock())
    with TemporaryDirectory() as folder:
        homes = {size: Path(folder) / f"{size}" for size in (SMALL, big)}
        for size, home in homes.items():
            make_journal(home / "data" / "journal.db", size, last)
        for name, by_size in measured(homes, rounds).items():
            ratio = median(b / a for a, b in zip(by_size[SMALL], by_size[big], strict=True))
            small, large = (1000 * median(by_size[size]) for size in (SMALL, big))
            target = TARGETS.get(name, RATIO)
            print(
                f"{name:12} {SMALL:,} {small:8.1f} ms   {big:,} {large:8.1f} ms   {ratio:.2f} ×   ({target})"
            )


if __name__ == "__main__":
    main()
