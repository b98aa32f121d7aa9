"""The person's choices: settings, routines of their own, and which routine is to be done."""

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
    """Settings and routines as they are now. `faults` are the lines that tell what is wrong in the settings.

    What is chosen is written down, unless it `keeps` nothing: an example leaves no trace.
    """

    def __init__(
        self, paths: Paths, library: Library, routine: str | None = None, *, keeps: bool = True
    ) -> None:
        self._paths = paths
        self._keeps = keeps
        # The library may be older than the person's files: the first look reads them again.
        self._stamp: FolderStamp | None = None if folder_stamp(paths.routines) else ()
        self._library = library
        self.settings, self.faults = read_settings(paths.settings, known_names(library))
        self.library = convert_library(library, self.settings.units)
        self._chosen = routine or self.settings.routine

    @property
    def folder(self) -> Path:
        """Where the file of the settings lies."""
        return self._paths.settings.parent

    @property
    def routine(self) -> Routine:
        """The routine that is to be done, as its file states it; the first days where the chosen one is gone."""
        routines = self.library.routines
        return routines.get(self._chosen) or routines[DEFAULT_ROUTINE]

    def refresh(self) -> bool:
        """Read the routines anew if a file of the person's own has changed; whether one has."""
        now = folder_stamp(self._paths.routines)
        if now == self._stamp:
            return False
        self._stamp, self._library = now, load_library(self._paths.routines)
        self.library = convert_library(self._library, self.settings.units)
        return True

    def choose_routine(self, routine: str) -> None:
        """Do this routine from now on. Raises SettingsError, OSError when that cannot be remembered."""
        self.change("routine", routine)

    def toggle(self, name: str, part: str) -> None:
        """Put `part` into the list that the setting `name` is, or take it out. Raises SettingsError, OSError.

        The list in the file is taken as it stands there now: another window may have changed it.
        """
        present = self._names_in_file(name)
        if part in getattr(self.settings, name):
            self.change(name, [one for one in present if one != part])
        else:
            self.change(name, [*present, part])

    def change(self, name: str, value: object) -> None:
        """Change a setting, here and in its file. Raises SettingsError, OSError when it cannot be written."""
        self.settings = change_setting(self.settings, name, value)
        if name == "routine":
            self._chosen = self.settings.routine
        if name == "units":
            self.library = convert_library(self._library, self.settings.units)
        if self._keeps:
            write_setting(self._paths.settings, name, value)
            _, self.faults = read_settings(self._paths.settings, known_names(self._library))

    def _names_in_file(self, name: str) -> tuple[str, ...]:
        """The list as the file has it; as it holds here where the file cannot tell."""
        names = read_list(self._paths.settings, name) if self._keeps else None
        held: tuple[str, ...] = getattr(self.settings, name)
        return held if names is None else names


DEFAULT_ROUTINE = "start"

FolderStamp = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of change of the files in a folder."""


def folder_stamp(folder: Path) -> FolderStamp:
    """What tells that a file in the folder has changed; empty where there is none."""
    try:
        with os.scandir(folder) as found:
            return tuple(sorted(_states(found)))
    except OSError:
        return ()


def _states(found: Iterator[os.DirEntry[str]]) -> Iterator[tuple[str, int, int]]:
    for entry in found:
        with suppress(OSError):  # gone just now, or a link to nothing: some editors lock files so
            state = entry.stat()
            yield entry.name, state.st_size, state.st_ctime_ns


def known_names(library: Library) -> KnownNames:
    """What the settings can name."""
    return {
        "routine": library.routines,
        "leave_out": library.exercises,
        "leave_out_motions": MOTIONS,
    }
