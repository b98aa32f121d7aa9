"""What the screens ask the diary beyond its entries: what it shows of pain against activity."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.days import DayRow
from journal.medium.rows import REACH, Exposure
from tui.clock import Clock, today
from tui.desk import Desk
from tui.diary import Diary
from tui.effects import Effects, effects_of, last_days, names_of
from tui.notices import Notices
from tui.shelf import Shelf

if TYPE_CHECKING:
    from tui.findings import Findings
    from tui.pacing import Pacing

FOR_A_WEEK = REACH + timedelta(days=7)
"""How far back a week looks: its plan is made of what could be known before its Monday."""


class Inquiry:
    """Answers the screens beside them, in a thread of its own. What cannot be read is told, and answered with None.

    Nothing is computed while `busy`: the time of a session that is led belongs to the session.
    """

    def __init__(
        self, desk: Desk, clock: Clock, shelf: Shelf, notices: Notices, busy: Callable[[], bool]
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._shelf = shelf
        self._notices = notices
        self._busy = busy

    async def findings(self, exposure: Exposure | None, *, later: bool) -> "Findings | None":
        """What all days show, of an exposure or of the best, with days that were noted `later` or without them."""
        with self._notices.faults():
            rows = await self._desk.ask(lambda store: tuple(store.days()))
            return await self._find(rows, today(self._clock), exposure, later=later)
        return None

    async def pacing(self) -> "Pacing | None":
        """The week, planned ahead from what the days before it show, and what else is to be said of doing much."""
        day = today(self._clock)

        def found(rows: tuple[DayRow, ...]) -> "Pacing":
            from tui.findings import pace  # noqa: PLC0415 - numpy takes long to import

            return pace(rows, day)

        with self._notices.faults():
            rows = await self._desk.ask(lambda store: tuple(store.days(since=day - FOR_A_WEEK, until=day)))
            return await asyncio.to_thread(found, rows)
        return None

    async def effects(self) -> Effects | None:
        """What followed exercises and reliefs."""
        day, names = today(self._clock), names_of(self._shelf.library)
        with self._notices.faults():
            entries = await self._desk.ask(lambda store: last_days(store, day))
            return await asyncio.to_thread(effects_of, entries, names)
        return None

    async def of_dashboard(self, diary: Diary, known: "Findings | None") -> "Findings | None":
        """What the days of the dashboard show; None when that is what is `known` already, and while busy."""
        asked = diary.rows, diary.today, self._shelf.settings.tolerance
        if self._busy() or (known is not None and asked == (known.rows, known.today, known.asked.tolerance)):
            return None
        return await self._find(diary.rows, diary.today, None, later=True)

    async def _find(
        self, rows: tuple[DayRow, ...], day: date, exposure: Exposure | None, *, later: bool
    ) -> "Findings":
        tolerance = self._shelf.settings.tolerance

        def found() -> "Findings":
            from tui.findings import Asked, find  # noqa: PLC0415 - numpy takes long to import

            return find(rows, day, Asked(exposure, later, tolerance))

        return await asyncio.to_thread(found)
