"""The terminal: whether there is one to open the dashboard on, and how wide it is."""

import os
import sys
from contextlib import suppress


class UsageError(Exception):
    """The command line asks for something that cannot be (status 2); the message says what to write."""


class DataError(Exception):
    """A file or the journal is at fault (status 1). Each argument is a line: what, where, what to do."""


USUAL_WIDTH = 80


def require_terminal() -> None:
    """Raises UsageError when keys cannot be read or the screen cannot be drawn.

    Without a terminal Textual would wait for keys for ever, at full speed.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on stderr
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        raise UsageError(
            "this opens the dashboard, which needs a terminal for keys and for all that is shown; "
            "for commands that need none see: tolerable --help"
        )


def width() -> int:
    """Columns for what is printed: those that `COLUMNS` names, else the terminal's."""
    with suppress(KeyError, ValueError):
        if (named := int(os.environ["COLUMNS"])) > 0:
            return named
    with suppress(ValueError, OSError):  # a closed output, or one that is no terminal
        if sys.stdout is not None:
            return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_WIDTH
    return USUAL_WIDTH
