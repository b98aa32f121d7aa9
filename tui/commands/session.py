"""`tolerable session`: start a session at once, on the dashboard or as lines and sound."""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from tui.commands import options
from tui.commands.terminal import DataError, require_terminal
from tui.system.environment import Context
from tui.text.clean import one_line

if TYPE_CHECKING:
    from routines.files.loader import Library
    from tui.journal_access import JournalAccess
    from tui.settings.preferences import Preferences

STDIN = 0
LONGEST_LINE = 2_000

TRIES_AFTER_A_SIGNAL, TRIES_WHEN_DONE = 2, 10
"""How often the last writes are tried, 0.2 s each, while another program writes."""


def arguments(command: ArgumentParser) -> None:
    options.routine(command)
    command.add_argument(
        "--plain", action="store_true", help="as lines and sound, for screen readers and simple terminals"
    )


def run(arguments: Namespace, context: Context) -> int:
    if not arguments.plain:
        require_terminal()
    # Only here, where a session can be: they take long to import. The app last: a routine may be missing.
    from routines.files.loader import load_library  # noqa: PLC0415
    from tui.commands.routine import find_routine  # noqa: PLC0415

    library = load_library(context.paths.routines)
    routine = None if arguments.routine is None else find_routine(library, arguments.routine).id
    if arguments.plain:
        return _plain(context, library, routine)
    from tui.launch import open_app  # noqa: PLC0415

    return open_app(context, journal=context.open_journal, library=library, routine=routine, start=True)


def _plain(context: Context, library: "Library", routine: str | None) -> int:
    """Run a session without a screen; without `routine`, that of the settings. Raises JournalError, OSError, DataError."""
    import asyncio  # noqa: PLC0415 - as above

    from journal.store.thread import StoreThread  # noqa: PLC0415
    from tui.journal_access import JournalAccess  # noqa: PLC0415
    from tui.plain.start import PlainModeError  # noqa: PLC0415
    from tui.settings.preferences import Preferences  # noqa: PLC0415

    thread = StoreThread(context.open_journal)
    try:
        journal = JournalAccess(thread, lambda _: None)  # shown with the next line
        status = asyncio.run(_lead(context, Preferences(context.paths, library, routine), journal))
    except PlainModeError as error:
        raise DataError(str(error)) from error
    finally:
        thread.close()
    if journal.fault is not None:
        print(f"tolerable: not everything could be saved: {one_line(str(journal.fault))}", file=sys.stderr)
    return status or int(journal.fault is not None)


async def _lead(context: Context, preferences: "Preferences", journal: "JournalAccess") -> int:
    """Run the session with the keys of this process; return the exit status."""
    from tui.plain.keyboard import Keyboard  # noqa: PLC0415
    from tui.plain.mode import PlainMode  # noqa: PLC0415
    from tui.sound.output import open_audio  # noqa: PLC0415 - as above
    from tui.system.signals import until_signal  # noqa: PLC0415

    audio = partial(open_audio, _ring, tones=preferences.settings.tones, voice=preferences.settings.voice)
    with Keyboard(None if sys.stdin is None else STDIN) as keys:
        plain = PlainMode(context, preferences, journal, keys=keys, say=_say, open_audio=audio)
        status = await until_signal(plain.run())
    journal.hurry(TRIES_AFTER_A_SIGNAL if status else TRIES_WHEN_DONE)
    return status


def _say(line: str) -> None:
    print(one_line(line, LONGEST_LINE), flush=True)


def _ring() -> None:
    """Ring the terminal bell in place of a tone."""
    if sys.stdout is not None and sys.stdout.isatty():
        print("\a", end="", flush=True)
