"""A program of its own that writes into a journal and tells of each act once it is safe.

`python -m tests.journal.store.writer JOURNAL ACTS`: three entries an act, the act's name on a line.
"""

import secrets
import sys
import time
from pathlib import Path

from journal.ids import Ids
from journal.observations import Pain
from journal.store.store import Store
from tests.journal.samples import Now, noted

ENTRIES_AN_ACT = 3


def main(path: str, acts: str) -> None:
    ids = Ids(now_ms=lambda: time.time_ns() // 1_000_000, random_bits=secrets.randbits)
    store = Store.open(Path(path), ids=ids, now=Now())
    for number in range(int(acts)):
        records = store.write([noted(Pain(number % 10)) for _ in range(ENTRIES_AN_ACT)])
        print(records[0].act, flush=True)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
