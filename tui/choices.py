"""The person's choices as they are changed on the screen: remembered, and shown at once."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from routines.exercise import Exercise
from tui.notices import Notices
from tui.setting_kinds import SettingsError
from tui.shelf import Shelf


class Choices:
    """Changes what is on the shelf. `reload` shows what follows from it."""

    def __init__(self, shelf: Shelf, notices: Notices, reload: Callable[[], Awaitable[None]]) -> None:
        self._shelf = shelf
        self._notices = notices
        self._reload = reload

    async def choose(self, routine: str) -> None:
        """Do this routine from now on."""
        await self._change(partial(self._shelf.choose, routine))

    async def leave_out(self, setting: str, part: str) -> None:
        """Leave something out of every session: `part` in the list of the setting."""
        await self._change(partial(self._shelf.turn, setting, part))
        self._notices.tell(
            "Left out from now on. It stands below the others: enter, then l takes it in again."
        )

    async def take_in(self, exercise: Exercise) -> None:
        """Take an exercise in again, whether it was left out itself or with all that move so."""
        settings = self._shelf.settings
        if exercise.id in settings.leave_out:
            await self._change(partial(self._shelf.turn, "leave_out", exercise.id))
        for motion in set(exercise.motion) & set(settings.leave_out_motions):
            await self._change(partial(self._shelf.turn, "leave_out_motions", motion))

    async def change(self, setting: str, value: object) -> None:
        """Change a setting; what follows from it is shown when the settings are left."""
        await self._keep(partial(self._shelf.change, setting, value))

    async def turn(self, setting: str, part: str) -> tuple[str, ...]:
        """Put `part` into the list that a setting is, or take it out; the list then."""
        await self._keep(partial(self._shelf.turn, setting, part))
        held: tuple[str, ...] = getattr(self._shelf.settings, setting)
        return held

    async def colour(self, theme: str) -> None:
        """Remember the colours that were chosen."""
        if theme != self._shelf.settings.theme:
            await self.change("theme", theme)

    async def _change(self, change: Callable[[], None]) -> None:
        await self._keep(change)
        await self._reload()

    async def _keep(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except (SettingsError, OSError) as error:
            self._notices.fault(f"This holds until you quit; it could not be saved: {error}")
