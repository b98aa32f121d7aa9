"""What is kept of an uncaught fault: where it happened, and nothing of what a person wrote."""

import os
import traceback
from datetime import datetime
from pathlib import Path


def crash_report(error: BaseException) -> str:
    """The frames of the fault and of its causes: files, lines and names.

    Neither the values of variables nor the fault's own text stand in it: both may hold a person's notes.
    """
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{type(cause).__module__}.{type(cause).__qualname__}", *traceback.format_list(frames)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def crash_line(error: BaseException, folder: Path, now: datetime) -> str:
    """One line for the person: that the fault is the program's, and where it is written down."""
    path = write_crash(error, folder, now)
    details = f" Details, without your entries: {path}" if path is not None else ""
    return f"tolerable: an internal error stopped the program.{details}"


def write_crash(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write the report to a new file that only its owner can read; None when that is impossible."""
    path = folder / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(crash_report(error))
    except OSError:
        return None
    return path
