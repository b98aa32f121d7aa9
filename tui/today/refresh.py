"""Reading the journal for the dashboard: on request, on a new day, and when the person's files change."""

import asyncio
from collections.abc import Callable
from datetime import date

from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.system.clock import Clock, today
from tui.today.snapshot import Snapshot, read_snapshot


class Refresher:
    """Reads a snapshot of the journal and hands it to `show`. An error is shown, and the old snapshot stays."""

    def __init__(
        self,
        journal: JournalAccess,
        preferences: Preferences,
        clock: Clock,
        notifications: Notifications,
        show: Callable[[Snapshot], None],
    ) -> None:
        self._journal = journal
        self._preferences = preferences
        self._clock = clock
        self._notifications = notifications
        self._show = show
        self._day: date | None = None

    async def refresh(self) -> None:
        """Read the journal and show it."""
        day = today(self._clock)
        routine, settings = self._preferences.routine, self._preferences.settings
        with self._notifications.journal_errors():
            snapshot = await self._journal.ask(lambda store: read_snapshot(store, routine, settings, day))
            self._day = day
            self._show(snapshot)

    async def refresh_if_new_day(self) -> None:
        """Refresh when another day has begun."""
        if self._day is not None and self._day != today(self._clock):
            await self.refresh()

    async def refresh_if_files_changed(self) -> None:
        """Refresh when one of the person's routine files has changed."""
        if await asyncio.to_thread(self._preferences.refresh):
            await self.refresh()
