"""Whether there is a terminal to open the dashboard on."""

import sys

from tui.commands.errors import UsageError


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
