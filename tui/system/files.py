"""Files that are whole or not there: written beside, made durable, then put in place."""

import os
from pathlib import Path
from threading import Lock

WRITE_LOCK = Lock()
"""Two threads that write the same file at once would share what is written beside it."""


def write_atomically(path: Path, text: str) -> None:
    """Put `text` into the file at `path`, for its owner alone, so that a crash leaves the old text or the new.

    Raises OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with WRITE_LOCK:
        try:
            _write_new(beside, text.encode("utf-8"))
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _write_new(path: Path, data: bytes) -> None:
    """Make the file, in place of anything left there: a link is not followed, a mode not taken over."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)  # whatever the umask takes away: it must be readable again
        file.write(data)
        file.flush()
        os.fsync(handle)
