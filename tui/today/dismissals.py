"""What the person hid for today, kept in a small file so that it stays hidden after a restart."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from pathlib import Path

from tui.system.files import write_atomically

MOST_BYTES = 64 * 1024
"""A larger file is not ours."""


class Dismissals:
    """The keys of what is hidden on a diary day. Without a `path`, until the program is left."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._day: date | None = None
        self._keys: frozenset[str] = frozenset()

    def on(self, day: date) -> frozenset[str]:
        """The keys hidden on this day."""
        if day != self._day:
            self._day, self._keys = day, self._read_file(day)
        return self._keys

    def add(self, keys: Collection[str], day: date) -> None:
        """Hide these for the day; what another window hid stays hidden."""
        self._keys = self.on(day) | self._read_file(day) | frozenset(keys)
        if self._path is not None:
            with suppress(OSError):  # it holds until the program is left
                write_atomically(self._path, "\n".join([day.isoformat(), *sorted(self._keys), ""]))

    def _read_file(self, day: date) -> frozenset[str]:
        if self._path is None:
            return frozenset()
        with suppress(OSError, UnicodeDecodeError), self._path.open("rb") as file:
            first, *keys = file.read(MOST_BYTES).decode("utf-8").split("\n")
            if first == day.isoformat():
                return frozenset(key for key in keys if key)
        return frozenset()
