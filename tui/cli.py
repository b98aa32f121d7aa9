"""The command line: parse the arguments, run the command, print each fault in one line."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import time
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from journal.days import DAY_ENDS
from journal.values import FaultError, RecordError
from tui.commands.grammar import module_of, parse
from tui.commands.terminal import DataError, UsageError
from tui.system.clock import SystemClock
from tui.system.environment import Context, PathsError, find_paths
from tui.text.clean import one_line
from tui.text.parse import MomentError

OK = 0
AT_FAULT = 1
USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 and the number of SIGPIPE: how programs end whose reader has left."""


ABOUT_A_DAY = frozenset({"log", "activity", "relief", "position", "note", "skip", "import"})
"""Commands that store a day: they warn when the end of the day in the settings cannot be read."""


def system_context() -> Context:
    """The system's clock, and the person's folders and end of the day. Raises PathsError."""
    paths = find_paths()
    return Context(SystemClock(day_ends=find_day_ends(paths.settings) or DAY_ENDS), paths)


def find_day_ends(settings: Path) -> time | None:
    """The local time at which the diary day ends; None when the settings hold one that cannot be read.

    Every command needs it, so a file without the word is not parsed: that takes longer than the command itself.
    """
    try:
        if not settings.is_file() or b"day_ends" not in settings.read_bytes():
            return DAY_ENDS
    except OSError:
        return None
    from tui.settings.settings_file import read_day_ends  # noqa: PLC0415 - only where the file may set it

    return read_day_ends(settings)


def day_ends_fault(settings: Path) -> str:
    """A line that says that the settings hold no readable end of the day; empty when they do."""
    if find_day_ends(settings) is not None:
        return ""
    return f"{settings}: day_ends cannot be read; days end at {DAY_ENDS:%H:%M}: see tolerable set"


def script() -> int:
    """Run the command `tolerable`: `main`, with any crash reported in one line."""
    sys.excepthook = _report_crash
    status = main()
    gc.freeze()  # the process ends: nobody needs to look through all of it for garbage
    return status


def _report_crash(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Replace Python's traceback, which may contain the person's words."""
    from tui.system.crash import crash_line  # noqa: PLC0415 - only when it is needed

    try:
        given = system_context()
        line = crash_line(error, given.paths.crashes, given.clock.now())
    except (PathsError, OSError):
        line = "tolerable: an internal error stopped the program."
    _print_errors([line])


def main(argv: Sequence[str] | None = None, context: Callable[[], Context] = system_context) -> int:
    """Run `tolerable` with these arguments (those of the process when None); returns the exit status."""
    _make_printing_safe()
    try:
        return _run(argv, context)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return PIPE_CLOSED
    except (UsageError, MomentError, PathsError) as error:
        status, lines = USAGE, [f"tolerable: {error}"]
    except (FaultError, RecordError) as error:
        status, lines = AT_FAULT, [str(error)]
    except DataError as error:
        status, lines = AT_FAULT, list(error.args)
    except OSError as error:
        _discard_output()
        status, lines = AT_FAULT, [f"{error.filename or 'the output'}: {error.strerror or error}"]
    _print_errors(lines)
    return status


def _run(argv: Sequence[str] | None, context: Callable[[], Context]) -> int:
    status = OK
    with suppress(SystemExit):  # after --help and --version
        arguments = parse(sys.argv[1:] if argv is None else argv)
        given = context()
        if arguments.command in ABOUT_A_DAY and (fault := day_ends_fault(given.paths.settings)):
            _print_errors([fault])
        status = module_of(arguments.command).run(arguments, given)
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _print_errors(lines: Sequence[str]) -> None:
    with suppress(OSError):  # stderr is gone too
        for line in lines:
            print(one_line(line), file=sys.stderr)


def _make_printing_safe() -> None:
    """Print characters that the terminal's encoding lacks as their numbers."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Discard output that cannot be printed, or Python would try again at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
