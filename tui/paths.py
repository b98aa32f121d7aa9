"""Where the program keeps its files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class PathsError(ValueError):
    """The folders cannot be known; the message says why, and what to set."""


HOME_VARIABLE = "TOLERABLE_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The three folders, which need not exist yet."""

    config: Path
    data: Path
    state: Path

    @property
    def routines(self) -> Path:
        """The person's own routines and exercises."""
        return self.config / "routines"

    @property
    def journal(self) -> Path:
        """The journal's database."""
        return self.data / "journal.db"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.config / "settings.toml"

    @property
    def lock(self) -> Path:
        """The lock that is held while a session runs."""
        return self.state / "session.lock"

    @property
    def drafts(self) -> Path:
        """What was typed into a form and is not saved yet."""
        return self.state / "drafts"

    @property
    def put_away(self) -> Path:
        """What is not to be shown any more today."""
        return self.state / "put-away"

    @property
    def crashes(self) -> Path:
        """What an uncaught fault leaves behind."""
        return self.state / "crash"


def find_paths(environ: Mapping[str, str] = os.environ) -> Paths:
    """The folders below `$TOLERABLE_HOME` when that is set, else the platform's own. Raises PathsError."""
    try:
        return _find_paths(environ)
    except RuntimeError as error:
        raise PathsError(f"there is no home folder to be found: set {HOME_VARIABLE} to a folder") from error


def _find_paths(environ: Mapping[str, str]) -> Paths:
    if home := environ.get(HOME_VARIABLE):
        root = Path(home).expanduser().absolute()
        return Paths(root / "config", root / "data", root / "state")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - only here, and it is on the start-up path

    folders = PlatformDirs("tolerable", appauthor=False)
    return Paths(folders.user_config_path, folders.user_data_path, folders.user_state_path)
