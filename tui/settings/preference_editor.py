"""Changing the preferences from the screens."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from routines.exercise import Exercise
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.settings.value_types import SettingsError


class PreferenceEditor:
    """Changes what is on the shelf. `reload` shows what follows from it."""

    def __init__(
        self, preferences: Preferences, notifications: Notifications, reload: Callable[[], Awaitable[None]]
    ) -> None:
        self._preferences = preferences
        self._notifications = notifications
        self._reload = reload

    async def choose_routine(self, routine: str) -> None:
        """Do this routine from now on."""
        await self._save_and_reload(partial(self._preferences.choose_routine, routine))

    async def exclude(self, setting: str, part: str) -> None:
        """Leave something out of every session: `part` in the list of the setting."""
        await self._save_and_reload(partial(self._preferences.toggle, setting, part))
        self._notifications.info(
            "Left out from now on. It stands below the others: enter, then l takes it in again."
        )

    async def include(self, exercise: Exercise) -> None:
        """Take an exercise in again, whether it was left out itself or with all that move so."""
        settings = self._preferences.settings
        if exercise.id in settings.leave_out:
            await self._save_and_reload(partial(self._preferences.toggle, "leave_out", exercise.id))
        for motion in set(exercise.motion) & set(settings.leave_out_motions):
            await self._save_and_reload(partial(self._preferences.toggle, "leave_out_motions", motion))

    async def change(self, setting: str, value: object) -> None:
        """Change a setting; what follows from it is shown when the settings are left."""
        await self._save(partial(self._preferences.change, setting, value))

    async def toggle(self, setting: str, part: str) -> tuple[str, ...]:
        """Put `part` into the list that a setting is, or take it out; the list then."""
        await self._save(partial(self._preferences.toggle, setting, part))
        held: tuple[str, ...] = getattr(self._preferences.settings, setting)
        return held

    async def save_theme(self, theme: str) -> None:
        """Remember the colours that were chosen."""
        if theme != self._preferences.settings.theme:
            await self.change("theme", theme)

    async def _save_and_reload(self, change: Callable[[], None]) -> None:
        await self._save(change)
        await self._reload()

    async def _save(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except (SettingsError, OSError) as error:
            self._notifications.error(f"This holds until you quit; it could not be saved: {error}")
