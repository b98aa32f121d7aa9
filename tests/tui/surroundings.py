"""The services of the app without the app: a journal, preferences and recorded notifications."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.record import Draft, Entry
from journal.store.thread import StoreThread
from tests.fakes import FakeClock
from tests.tui.app_harness import SMALL, library
from tui.journal_access import JournalAccess
from tui.notices import Notifications, Severity
from tui.settings.preferences import Preferences
from tui.system.environment import Context, Paths


class Surroundings:
    """Services over a journal in `folder`. `notices` are lines with severity; `reloads` counts the reloads."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.paths = Paths(folder / "config", folder / "data", folder / "state")
        self.thread = StoreThread(Context(clock=self.clock, paths=self.paths).open_journal)
        self.preferences = Preferences(self.paths, library(SMALL), SMALL.id)
        self.faults: list[BaseException] = []
        self.journal = JournalAccess(self.thread, self.faults.append)
        self.notices: list[tuple[str, Severity]] = []
        self.notifications = Notifications(lambda text, severity: self.notices.append((text, severity)))
        self.reloads = 0

    async def reload(self) -> None:
        self.reloads += 1

    def write(self, *drafts: Draft) -> None:
        self.thread.submit(lambda store: store.write(drafts)).result(10)

    def entries(self, *kinds: str) -> list[Entry]:
        """The entries of the journal, after all pending writes."""
        return self.thread.submit(lambda store: store.entries(kinds=kinds or None)).result(10)


@contextmanager
def surroundings(folder: Path) -> Iterator[Surroundings]:
    """Surroundings whose journal is closed at the end."""
    around = Surroundings(folder)
    try:
        yield around
    finally:
        around.thread.close()
