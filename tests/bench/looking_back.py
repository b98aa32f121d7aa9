"""What looking back costs: `python -m tests.bench.looking_back HOME...`, each a folder as of TOLERABLE_HOME.

Prints the median time of each reading, in milliseconds. `tests.bench.big_journal` makes journals of any size.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from journal.observations import Site
from journal.store.store import Store
from tests.bench.big_journal import RARE, WORDS
from tui.history.reading import Filters, read_detail, read_page
from tui.history.trends import read_trends
from tui.system.clock import SystemClock
from tui.system.environment import Context, find_paths

TIMES = 15


def readings(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is read, by name."""
    last = store.last_day()
    first = read_page(store, Filters())
    if last is None or first.more is None:
        return
    more, newest = first.more, first.entries[0]
    yield "first page", lambda: read_page(store, Filters())
    yield "page after it", lambda: read_page(store, Filters(), more)
    yield "kind pain", lambda: read_page(store, Filters(kind="pain"))
    yield "site leg", lambda: read_page(store, Filters(site=Site.LEG))
    yield "tag", lambda: read_page(store, Filters(tag=WORDS[0]))
    yield "search, usual", lambda: read_page(store, Filters(search=WORDS[1]))
    yield "search, oldest", lambda: read_page(store, Filters(search=RARE))
    yield "search, nothing", lambda: read_page(store, Filters(search="not there at all"))
    yield "detail", lambda: read_detail(store, newest)
    yield "trends, 30 days", lambda: read_trends(store, last, 30)
    yield "trends, 120 days", lambda: read_trends(store, last, 120)
    yield "trends, all", lambda: read_trends(store, last, None)


def milliseconds(reading: Callable[[], object]) -> float:
    """The median of some readings."""
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        reading()
        took.append(1000 * (time.perf_counter() - began))
    return median(took)


def main() -> None:
    for home in map(Path, sys.argv[1:]):
        context = Context(SystemClock(), find_paths({"TOLERABLE_HOME": str(home)}))
        with closing(context.open_to_read()) as store:
            for name, reading in readings(store):
                print(f"{home.name:<14} {name:<16} {milliseconds(reading):8.2f} ms")


if __name__ == "__main__":
    main()
