"""What a command works with: everything that varies from one machine, moment or test to the next."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from journal.ids import Ids
from journal.store import Store
from tui.clock import Clock, SystemClock
from tui.paths import Paths, find_paths


def system_bits(count: int) -> int:
    """`count` random bits. As `secrets.randbits`, whose module takes long to import."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> (-count % 8)


def system_ids() -> Ids:
    """Record ids from the machine's clock and randomness."""
    return Ids(now_ms=lambda: time.time_ns() // 1_000_000, random_bits=system_bits)


@dataclass(frozen=True)
class Context:
    """The clock, the folders and the source of ids."""

    clock: Clock = field(default_factory=SystemClock)
    paths: Paths = field(default_factory=find_paths)
    ids: Callable[[], Ids] = system_ids

    def open_journal(self) -> Store:
        """The person's journal, made if there is none. Raises JournalError."""
        return Store.open(self.paths.journal, ids=self.ids(), now=self.clock.now)

    def open_to_read(self) -> Store:
        """The person's journal; where there is none, an empty one in memory: reading makes no file.

        What is there is opened like any journal: one of an older program has to be brought up to date to be read.
        Raises JournalError, and OSError when the folder cannot be looked into.
        """
        return self.open_journal() if self.has_journal() else self.open_memory()

    def has_journal(self) -> bool:
        """Whether something lies where the journal belongs. Raises OSError."""
        try:
            self.paths.journal.lstat()
        except FileNotFoundError:
            return False
        return True

    def open_memory(self) -> Store:
        """An empty journal that is gone when it is closed."""
        return Store.open(None, ids=self.ids(), now=self.clock.now)
