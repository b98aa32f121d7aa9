"""What the screens ask the diary beyond its entries: what it shows of pain against activity."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from journal.days import DayRow
from journal.medium.rows import REACH, Exposure
from journal.pacing.week import WEEKS, monday_of
from tui.analysis.effects import Effects, effects_of, last_days, names_of
from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.system.clock import Clock, today

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis
    from tui.analysis.week import Pacing

T = TypeVar("T")

FOR_A_WEEK = REACH + timedelta(weeks=WEEKS)
"""How far before its Monday a week reads, the same on each of its days: an answer reaches so far back from the newest
day before that Monday, which a week with a plan has among the WEEKS before it.
"""


class AnalysisService:
    """Runs analyses off the UI thread. A journal error is shown, and answered with None.

    Nothing is computed while `busy`, and None answered: the time of a session that is led belongs to the session. A day
    after today, as a clock set wrong or a flight west leaves it, is not looked at.
    """

    def __init__(
        self,
        journal: JournalAccess,
        clock: Clock,
        preferences: Preferences,
        notifications: Notifications,
        busy: Callable[[], bool],
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._preferences = preferences
        self._notifications = notifications
        self._busy = busy

    async def findings(self, exposure: Exposure | None, *, later: bool) -> "DiaryAnalysis | None":
        """What all days show, of an exposure or of the best, with days that were noted `later` or without them."""
        day = today(self._clock)
        with self._notifications.journal_errors():
            rows = await self._journal.ask(lambda store: tuple(store.days(until=day)))
            return await self._find(rows, day, exposure, later=later)
        return None

    async def pacing(self) -> "Pacing | None":
        """The week's plan from the days before it, its progress, and big days."""
        day = today(self._clock)
        since = monday_of(day) - FOR_A_WEEK

        def found(rows: tuple[DayRow, ...]) -> "Pacing":
            from tui.analysis.findings import plan_week  # noqa: PLC0415 - numpy takes long to import

            return plan_week(rows, day)

        with self._notifications.journal_errors():
            rows = await self._journal.ask(lambda store: tuple(store.days(since=since, until=day)))
            return await self._computed(lambda: found(rows))
        return None

    async def effects(self) -> Effects | None:
        """What followed exercises and reliefs."""
        day, names = today(self._clock), names_of(self._preferences.library)
        with self._notifications.journal_errors():
            entries = await self._journal.ask(lambda store: last_days(store, day))
            return await self._computed(lambda: effects_of(entries, names))
        return None

    async def of_dashboard(
        self, rows: tuple[DayRow, ...], day: date, known: "DiaryAnalysis | None"
    ) -> "DiaryAnalysis | None":
        """What the days of the dashboard show on this day; None, too, when that is what is `known` already."""
        asked = rows, day, self._preferences.settings.tolerance
        if known is not None and asked == (known.rows, known.today, known.asked.tolerance):
            return None
        return await self._find(rows, day, None, later=True)

    async def _find(
        self, rows: tuple[DayRow, ...], day: date, exposure: Exposure | None, *, later: bool
    ) -> "DiaryAnalysis | None":
        tolerance = self._preferences.settings.tolerance

        def found() -> "DiaryAnalysis":
            from tui.analysis.findings import AnalysisOptions, analyse_diary  # noqa: PLC0415 - numpy takes long to import

            return analyse_diary(rows, day, AnalysisOptions(exposure, later, tolerance))

        return await self._computed(found)

    async def _computed(self, found: Callable[[], T]) -> T | None:
        """What is found, in a thread; None while busy: a session may have begun while the journal was read."""
        return None if self._busy() else await asyncio.to_thread(found)
