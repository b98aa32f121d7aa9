"""A lock file, so that two windows never lead a session at once."""

import fcntl
import os
from pathlib import Path


class SessionLock:
    """Held while a session runs. The system releases it when the program ends, even by a kill.

    Without a `path` it is always free.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another program holds it. True, without a lock, in a folder that cannot be written."""
        if self._handle is not None or self._path is None:
            return True
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError:
            return True
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:  # held elsewhere, or a file system without locks
            os.close(handle)
            return not isinstance(error, BlockingIOError)
        self._handle = handle
        return True

    def release(self) -> None:
        """Release the lock, if it is held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
