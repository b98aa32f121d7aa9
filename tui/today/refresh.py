"""Looks for what is new: in the journal, on the calendar, in the person's own files."""

import asyncio
from collections.abc import Callable
from datetime import date

from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.system.clock import Clock, today
from tui.today.snapshot import Snapshot, read_snapshot


class Refresher:
    """Reads anew, and has it shown. A fault is told, and what was shown before stays."""

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
        """Read the journal."""
        day = today(self._clock)
        routine, settings = self._preferences.routine, self._preferences.settings
        with self._notifications.journal_errors():
            known = await self._journal.ask(lambda store: read_snapshot(store, routine, settings, day))
            self._day = day
            self._show(known)

    async def refresh_if_new_day(self) -> None:
        """Read the journal when another day has begun."""
        if self._day is not None and self._day != today(self._clock):
            await self.refresh()

    async def refresh_if_files_changed(self) -> None:
        """Read the journal for the routines as they are now, when one of the person's own has changed."""
        if await asyncio.to_thread(self._preferences.refresh):
            await self.refresh()
