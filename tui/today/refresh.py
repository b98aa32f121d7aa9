"""Looks for what is new: in the journal, on the calendar, in the person's own files."""

import asyncio
from collections.abc import Callable
from datetime import date

from tui.journal_access import Desk
from tui.notices import Notices
from tui.settings.preferences import Shelf
from tui.system.clock import Clock, today
from tui.today.snapshot import Known, read_known


class Lookout:
    """Reads anew, and has it shown. A fault is told, and what was shown before stays."""

    def __init__(
        self, desk: Desk, shelf: Shelf, clock: Clock, notices: Notices, show: Callable[[Known], None]
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._clock = clock
        self._notices = notices
        self._show = show
        self._day: date | None = None

    async def look(self) -> None:
        """Read the journal."""
        day = today(self._clock)
        routine, settings = self._shelf.routine, self._shelf.settings
        with self._notices.faults():
            known = await self._desk.ask(lambda store: read_known(store, routine, settings, day))
            self._day = day
            self._show(known)

    async def look_at_the_day(self) -> None:
        """Read the journal when another day has begun."""
        if self._day is not None and self._day != today(self._clock):
            await self.look()

    async def look_at_files(self) -> None:
        """Read the journal for the routines as they are now, when one of the person's own has changed."""
        if await asyncio.to_thread(self._shelf.refresh):
            await self.look()
