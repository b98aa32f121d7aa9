"""Reports of uncaught errors: where they happened, without anything the person wrote."""

import os
import traceback
from datetime import datetime
from pathlib import Path


def crash_report(error: BaseException) -> str:
    """The frames of the error and its causes: files, lines and names.

    Values of variables and the error's text are left out: both may hold what the person wrote.
    """
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{type(cause).__module__}.{type(cause).__qualname__}", *traceback.format_list(frames)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def crash_line(error: BaseException, folder: Path, now: datetime) -> str:
    """One line for the person: an internal error happened, and where its report is. Writes the report."""
    path = write_crash(error, folder, now)
    details = f" Details, without your entries: {path}" if path is not None else ""
    return f"tolerable: an internal error stopped the program.{details}"


def write_crash(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write the report to a new file that only its owner can read; None when that fails."""
    path = folder / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(crash_report(error))
    except OSError:
        return None
    return path
