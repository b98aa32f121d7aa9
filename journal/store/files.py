"""The journal's place on disk: made for the person alone, never through a planted link."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, readable by the person only."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir(mode=FOLDER_MODE, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file at `path`, readable by the person only, unless one is there.

    Raises OSError when there is something else at that place, such as a link, or when it cannot be made.
    """
    if not os.path.lexists(path):
        make_folder(path.parent)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with suppress(FileExistsError):  # another program was quicker: what it made is looked at below
            os.close(os.open(path, flags, FILE_MODE))
    refuse_strangers(path)


def refuse_strangers(path: Path) -> None:
    """Raise OSError when something other than a plain file stands at `path`."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, "is a link, and a journal is never written through one; move it away")
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "is not a file; move it away")


def why_unwritable(path: Path) -> str | None:
    """Explain why the file at `path` cannot be written; None if it can."""
    if not os.access(path, os.W_OK):
        return "the file is read-only"
    if not os.access(path.parent, os.W_OK):
        return "its folder is read-only"
    return None
