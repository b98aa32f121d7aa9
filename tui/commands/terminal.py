"""The terminal: whether there is one to open the dashboard on, and how wide it is."""

import os
import sys
from contextlib import suppress


class UsageError(Exception):
    """The command line is wrong (status 2); the message says what to write."""


class DataError(Exception):
    """A file or the journal has faults (status 1). Each argument is a line: what, where, what to do."""


USUAL_WIDTH = 80


def require_terminal() -> None:
    """Require a terminal for keys and screen. Raises UsageError without one.

    Without a terminal Textual would wait for keys forever, at full speed.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on stderr
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        raise UsageError(
            "the dashboard needs a terminal; for commands that work without one: tolerable --help"
        )


def width() -> int:
    """Return the columns for printing: those in `COLUMNS`, else the terminal's."""
    with suppress(KeyError, ValueError):
        if (named := int(os.environ["COLUMNS"])) > 0:
            return named
    with suppress(ValueError, OSError):  # a closed output, or one that is no terminal
        if sys.stdout is not None:
            return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_WIDTH
    return USUAL_WIDTH
