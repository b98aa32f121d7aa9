"""The offer to go on with a session that was cut short."""

from collections.abc import Awaitable, Callable

from tui.desk import Desk
from tui.notices import Notices
from tui.shelf import Shelf
from tui.system.clock import Clock
from tui.unfinished import TakenUp, Unfinished, find_unfinished


class Offer:
    """What is offered, and whether that still stands: another window may have gone on with it.

    `reload` shows the journal anew.
    """

    def __init__(
        self, desk: Desk, shelf: Shelf, clock: Clock, notices: Notices, reload: Callable[[], Awaitable[None]]
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._clock = clock
        self._notices = notices
        self._reload = reload
        self._unfinished: Unfinished | None = None

    def make(self, unfinished: Unfinished | None) -> TakenUp | None:
        """Offer to go on with what was found; one that no longer can is kept as far as it came."""
        self._unfinished = unfinished
        if unfinished is None:
            return None
        taken_up = unfinished.taken_up(self._shelf.library, self._clock.now())
        if taken_up is None:
            self._desk.keep([unfinished.kept()])
        return taken_up

    async def stands(self) -> bool:
        """Whether the session that was offered is as it was; if not, that is told and shown."""
        with self._notices.faults():
            now = await self._desk.ask(find_unfinished)
            if now is not None and now == self._unfinished:
                return True
            self._notices.tell("That session went on in another window.")
            await self._reload()
        return False

    async def keep(self) -> None:
        """Leave the session at what was done."""
        if self._unfinished is not None and await self.stands():
            self._desk.keep([self._unfinished.kept()])
            self._notices.tell("Kept as far as it came.")
            await self._reload()
