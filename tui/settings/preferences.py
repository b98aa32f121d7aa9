"""The person's settings, their routines, and the chosen routine."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from routines.exercise import Routine
from routines.files.loader import Library, load_library
from routines.files.vocabulary import MOTIONS
from tui.settings.settings import KnownNames, change_setting
from tui.settings.settings_file import read_list, read_settings, write_setting
from tui.settings.units import convert_library
from tui.system.environment import Paths


class Preferences:
    """Current settings and routines. `faults` are lines about faults in the settings file.

    Changes are saved, unless `keeps` is false: the demo leaves no trace.
    """

    def __init__(
        self, paths: Paths, library: Library, routine: str | None = None, *, keeps: bool = True
    ) -> None:
        self._paths = paths
        self._keeps = keeps
        # The library may be older than the person's files, so the first refresh reads them again.
        self._stamp: FolderStamp | None = None if folder_stamp(paths.routines) else ()
        self._library = library
        self.settings, self.faults = read_settings(paths.settings, known_names(library))
        self.library = convert_library(library, self.settings.units)
        self._chosen = routine or self.settings.routine

    @property
    def folder(self) -> Path:
        """The folder of the settings file."""
        return self._paths.settings.parent

    @property
    def routine(self) -> Routine:
        """The chosen routine, before progression; the default when its file is gone."""
        routines = self.library.routines
        return routines.get(self._chosen) or routines[DEFAULT_ROUTINE]

    def refresh(self) -> bool:
        """Read the routines again if a file of the person has changed; returns whether it has."""
        now = folder_stamp(self._paths.routines)
        if now == self._stamp:
            return False
        self._stamp, self._library = now, load_library(self._paths.routines)
        self.library = convert_library(self._library, self.settings.units)
        return True

    def choose_routine(self, routine: str) -> None:
        """Make this the routine to do. Raises SettingsError, OSError when it cannot be saved."""
        self.change("routine", routine)

    def toggle(self, name: str, part: str) -> None:
        """Add `part` to the list `name`, or remove it. Raises SettingsError, OSError.

        Starts from the list in the file, since another window may have changed it.
        """
        present = self._names_in_file(name)
        if part in getattr(self.settings, name):
            self.change(name, [other for other in present if other != part])
        else:
            self.change(name, [*present, part])

    def change(self, name: str, value: object) -> None:
        """Change a setting, here and in the file. Raises SettingsError, OSError when it cannot be written."""
        self.settings = change_setting(self.settings, name, value)
        if name == "routine":
            self._chosen = self.settings.routine
        if name == "units":
            self.library = convert_library(self._library, self.settings.units)
        if self._keeps:
            write_setting(self._paths.settings, name, value)
            _, self.faults = read_settings(self._paths.settings, known_names(self._library))

    def _names_in_file(self, name: str) -> tuple[str, ...]:
        """The list in the file; the current one when the file has none or cannot be read."""
        names = read_list(self._paths.settings, name) if self._keeps else None
        current: tuple[str, ...] = getattr(self.settings, name)
        return current if names is None else names


DEFAULT_ROUTINE = "start"

FolderStamp = tuple[tuple[str, int, int], ...]
"""Names, sizes and change times of the files in a folder."""


def folder_stamp(folder: Path) -> FolderStamp:
    """A value that differs when a file in the folder has changed; empty without a folder."""
    try:
        with os.scandir(folder) as files:
            return tuple(sorted(_states(files)))
    except OSError:
        return ()


def _states(files: Iterator[os.DirEntry[str]]) -> Iterator[tuple[str, int, int]]:
    for file in files:
        with suppress(OSError):  # deleted meanwhile, or a dangling link: some editors lock files with one
            state = file.stat()
            yield file.name, state.st_size, state.st_ctime_ns


def known_names(library: Library) -> KnownNames:
    """The names that settings can refer to."""
    return {
        "routine": library.routines,
        "leave_out": library.exercises,
        "leave_out_motions": MOTIONS,
    }
