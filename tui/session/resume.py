"""The offer to continue an interrupted session or to keep it as it is."""

from collections.abc import Awaitable, Callable

from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.session.interrupted import InterruptedSession, ResumableSession, find_interrupted
from tui.settings.preferences import Preferences
from tui.system.clock import Clock


class ResumeOffer:
    """Offers an interrupted session. Another window may continue it first, so the offer is checked when taken.

    `reload` reads the journal again and shows it.
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
        self._interrupted: InterruptedSession | None = None

    def prepare(self, interrupted: InterruptedSession | None) -> ResumableSession | None:
        """The session to offer, if any. One that cannot continue is ended as it is."""
        self._interrupted = interrupted
        if interrupted is None:
            return None
        resumable = interrupted.resume(self._preferences.library, self._clock.now())
        if resumable is None:
            self._journal.write_later([interrupted.ended_draft()])
        return resumable

    async def is_current(self) -> bool:
        """Whether the offered session is unchanged in the journal; if not, says so and reloads."""
        with self._notifications.journal_errors():
            newest = await self._journal.ask(find_interrupted)
            if newest is not None and newest == self._interrupted:
                return True
            self._notifications.info("Another window has continued that session.")
            await self._reload()
        return False

    async def keep_as_is(self) -> None:
        """End the interrupted session as it is."""
        if self._interrupted is not None and await self.is_current():
            self._journal.write_later([self._interrupted.ended_draft()])
            self._notifications.info("Ended there and kept.")
            await self._reload()
