"""Changes preferences for the screens, and reports when one cannot be saved."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from routines.exercise import Exercise
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.settings.value_types import SettingsError


class PreferenceEditor:
    """Changes preferences off the UI thread. `reload` shows the effects of a change."""

    def __init__(
        self, preferences: Preferences, notifications: Notifications, reload: Callable[[], Awaitable[None]]
    ) -> None:
        self._preferences = preferences
        self._notifications = notifications
        self._reload = reload

    async def choose_routine(self, routine: str) -> None:
        """Make this the routine to do."""
        await self._save_and_reload(partial(self._preferences.choose_routine, routine))

    async def exclude(self, setting: str, part: str) -> None:
        """Exclude an exercise or a movement: add `part` to the list `setting`."""
        await self._save_and_reload(partial(self._preferences.toggle, setting, part))
        self._notifications.info(
            "Excluded from now on and listed below the others. There, enter and l include it again."
        )

    async def include(self, exercise: Exercise) -> None:
        """Include an exercise again, whether it or one of its movements was excluded."""
        settings = self._preferences.settings
        if exercise.id in settings.leave_out:
            await self._save_and_reload(partial(self._preferences.toggle, "leave_out", exercise.id))
        for motion in set(exercise.motion) & set(settings.leave_out_motions):
            await self._save_and_reload(partial(self._preferences.toggle, "leave_out_motions", motion))

    async def change(self, setting: str, value: object) -> None:
        """Change a setting. The effects show when the settings screen closes."""
        await self._save(partial(self._preferences.change, setting, value))

    async def toggle(self, setting: str, part: str) -> tuple[str, ...]:
        """Add `part` to the list `setting`, or remove it; returns the new list."""
        await self._save(partial(self._preferences.toggle, setting, part))
        names: tuple[str, ...] = getattr(self._preferences.settings, setting)
        return names

    async def save_theme(self, theme: str) -> None:
        """Save the theme that was chosen."""
        if theme != self._preferences.settings.theme:
            await self.change("theme", theme)

    async def _save_and_reload(self, change: Callable[[], None]) -> None:
        await self._save(change)
        await self._reload()

    async def _save(self, change: Callable[[], None]) -> None:
        try:
            await asyncio.to_thread(change)
        except (SettingsError, OSError) as error:
            self._notifications.error(f"This could not be saved and lasts until you quit: {error}")
