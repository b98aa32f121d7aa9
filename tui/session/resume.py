"""Offering to resume or keep a session that was interrupted."""

from collections.abc import Awaitable, Callable

from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.session.interrupted import InterruptedSession, ResumableSession, find_interrupted
from tui.settings.preferences import Preferences
from tui.system.clock import Clock


class ResumeOffer:
    """What is offered, and whether that still stands: another window may have gone on with it.

    `reload` shows the journal anew.
    """

    def __init__(
        self,
        journal: JournalAccess,
        preferences: Preferences,
        clock: Clock,
        notifications: Notifications,
        reload: Callable[[], Awaitable[None]],
    ) -> None:
        self._journal = journal
        self._preferences = preferences
        self._clock = clock
        self._notifications = notifications
        self._reload = reload
        self._unfinished: InterruptedSession | None = None

    def prepare(self, unfinished: InterruptedSession | None) -> ResumableSession | None:
        """Offer to go on with what was found; one that no longer can is kept as far as it came."""
        self._unfinished = unfinished
        if unfinished is None:
            return None
        taken_up = unfinished.resume(self._preferences.library, self._clock.now())
        if taken_up is None:
            self._journal.write_later([unfinished.ended_draft()])
        return taken_up

    async def is_current(self) -> bool:
        """Whether the session that was offered is as it was; if not, that is told and shown."""
        with self._notifications.journal_errors():
            now = await self._journal.ask(find_interrupted)
            if now is not None and now == self._unfinished:
                return True
            self._notifications.info("Another window has continued that session.")
            await self._reload()
        return False

    async def keep_as_is(self) -> None:
        """Leave the session at what was done."""
        if self._unfinished is not None and await self.is_current():
            self._journal.write_later([self._unfinished.ended_draft()])
            self._notifications.info("Ended there and kept.")
            await self._reload()
