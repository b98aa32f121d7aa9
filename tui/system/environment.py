"""The clock, folders and ids that a command works with; tests pass in their own."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journal.ids import Ids
from tui.system.clock import Clock

if TYPE_CHECKING:
    from journal.store.store import Store


class PathsError(ValueError):
    """The folders cannot be found; the message says why and what to set."""


HOME_VARIABLE = "TOLERABLE_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The three folders of the program; they need not exist."""

    config: Path
    data: Path
    state: Path

    @property
    def routines(self) -> Path:
        """The person's own routines and exercises."""
        return self.config / "routines"

    @property
    def journal(self) -> Path:
        """The journal's database."""
        return self.data / "journal.db"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.config / "settings.toml"

    @property
    def lock(self) -> Path:
        """The lock file of a running session."""
        return self.state / "session.lock"

    @property
    def drafts(self) -> Path:
        """Form texts that are not saved yet."""
        return self.state / "drafts"

    @property
    def dismissals(self) -> Path:
        """Reminders and banners that are hidden for today."""
        return self.state / "put-away"

    @property
    def crashes(self) -> Path:
        """Reports of uncaught errors."""
        return self.state / "crash"


def find_paths(environ: Mapping[str, str] = os.environ) -> Paths:
    """The folders below `$TOLERABLE_HOME` when it is set, else those of the platform. Raises PathsError."""
    try:
        return _find_paths(environ)
    except RuntimeError as error:
        raise PathsError(f"no home folder was found: set {HOME_VARIABLE} to a folder") from error


def _find_paths(environ: Mapping[str, str]) -> Paths:
    if home := environ.get(HOME_VARIABLE):
        root = Path(home).expanduser().absolute()
        return Paths(root / "config", root / "data", root / "state")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - only here, and it is on the start-up path

    folders = PlatformDirs("tolerable", appauthor=False)
    return Paths(folders.user_config_path, folders.user_data_path, folders.user_state_path)


def random_bits(count: int) -> int:
    """`count` random bits, like `secrets.randbits`, whose module is slow to import."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> (-count % 8)


def system_ids() -> Ids:
    """A source of record ids from the system's clock and randomness."""
    return Ids(now_ms=lambda: time.time_ns() // 1_000_000, random_bits=random_bits)


@dataclass(frozen=True)
class Context:
    """The clock, the folders and the source of ids."""

    clock: Clock
    paths: Paths = field(default_factory=find_paths)
    ids: Callable[[], Ids] = system_ids

    def open_journal(self) -> "Store":
        """The person's journal, created if there is none. Raises JournalError."""
        return self._open(self.paths.journal)

    def open_to_read(self) -> "Store":
        """The person's journal; if there is none, an empty one in memory, so that reading creates no file.

        An older journal is migrated. Raises JournalError, and OSError when the folder cannot be read.
        """
        return self.open_journal() if self.has_journal() else self.open_memory()

    def has_journal(self) -> bool:
        """Whether the journal file exists, even a broken one. Raises OSError."""
        try:
            self.paths.journal.lstat()
        except FileNotFoundError:
            return False
        return True

    def open_memory(self) -> "Store":
        """An empty journal in memory."""
        return self._open(None)

    def _open(self, path: Path | None) -> "Store":
        from journal.store.store import Store  # noqa: PLC0415 - for commands that open no journal

        return Store.open(path, ids=self.ids(), now=self.clock.now, ends=self.clock.day_ends)
