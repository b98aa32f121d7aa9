"""Writes files atomically: a reader sees the old text or the new one, even after a crash."""

import os
from pathlib import Path
from threading import Lock

WRITE_LOCK = Lock()
"""Two threads that write the same file at once would share the temporary file."""


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path`, readable by its owner only; a crash leaves the old text or the new.

    Raises OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with WRITE_LOCK:
        try:
            _write_new(temporary, text.encode("utf-8"))
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _write_new(path: Path, data: bytes) -> None:
    """Write a new file, replacing any old one; it follows no link and keeps no old mode."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        os.fchmod(handle, 0o600)  # the owner must be able to read it, whatever the umask
        file.write(data)
        file.flush()
        os.fsync(handle)
