"""What a command works with: everything that varies from one machine, moment or test to the next."""

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time as time_of_day
from pathlib import Path
from typing import TYPE_CHECKING

from journal.days import DAY_ENDS
from journal.ids import Ids
from tui.clock import Clock, SystemClock
from tui.paths import Paths, find_paths

if TYPE_CHECKING:
    from journal.store.store import Store


def system_bits(count: int) -> int:
    """`count` random bits. As `secrets.randbits`, whose module takes long to import."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> (-count % 8)


def system_ids() -> Ids:
    """Record ids from the machine's clock and randomness."""
    return Ids(now_ms=lambda: time.time_ns() // 1_000_000, random_bits=system_bits)


@dataclass(frozen=True)
class Context:
    """The clock, the folders and the source of ids."""

    clock: Clock
    paths: Paths = field(default_factory=find_paths)
    ids: Callable[[], Ids] = system_ids

    def open_journal(self) -> "Store":
        """The person's journal, made if there is none. Raises JournalError."""
        return self._open(self.paths.journal)

    def open_to_read(self) -> "Store":
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

    def open_memory(self) -> "Store":
        """An empty journal that is gone when it is closed."""
        return self._open(None)

    def _open(self, path: Path | None) -> "Store":
        from journal.store.store import Store  # noqa: PLC0415 - for commands that open no journal

        return Store.open(path, ids=self.ids(), now=self.clock.now, ends=self.clock.day_ends)


def system_context() -> Context:
    """The machine's time, and the person's own folders and day. Raises PathsError."""
    paths = find_paths()
    return Context(SystemClock(day_ends=day_ends(paths.settings)), paths)


LATEST_END = "12:00"
"""A day that would end later is no day of the settings either."""


def day_ends(settings: Path) -> time_of_day:
    """The local time at which the person's day ends: as `read_settings` has it, in a third of its time.

    Every command asks for it, so a file that does not speak of it is not read as TOML, and nothing else in it is
    looked at. What is wrong with it is told by `day_ends_fault`, and the usual end used.
    """
    return _said(settings) or DAY_ENDS


def day_ends_fault(settings: Path) -> str:
    """A line where a day's end is said that cannot be read: days would silently end as usual."""
    if _said(settings) is not None:
        return ""
    return f"{settings}: says no day_ends that can be read; days end at {DAY_ENDS:%H:%M}: see tolerable set"


def _said(settings: Path) -> time_of_day | None:
    """The end that holds by the settings; None where they speak of one that cannot be read."""
    try:
        text = settings.read_bytes() if settings.is_file() else b""
        return _day_ends(text.decode("utf-8-sig")) if b"day_ends" in text else DAY_ENDS
    except (OSError, ValueError, RecursionError):
        return None


def _day_ends(text: str) -> time_of_day | None:
    """Raises ValueError, RecursionError when the text is no TOML, or what it says no time."""
    import tomllib  # noqa: PLC0415 - only for settings that need it

    found = tomllib.loads(text)
    said = str(found.get("day_ends"))
    if "day_ends" not in found:
        return DAY_ENDS
    known = re.fullmatch("[0-9]{2}:[0-9]{2}", said) and said <= LATEST_END
    return time_of_day.fromisoformat(said) if known else None
