"""Open the dashboard on a journal, and the example diary over it on request."""

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from journal.store.store import Store
from journal.store.thread import StoreThread
from routines.files.loader import Library
from tui.app import SIGNALS, TolerableApp
from tui.command_app import EXAMPLE
from tui.demo.diary import example_journal
from tui.settings.preferences import Preferences
from tui.sound.output import open_audio
from tui.system.environment import Context
from tui.text.clean import one_line

BY_SIGNAL = 128
"""Exit statuses over this stand for the signal that ended the program."""


@contextmanager
def capture_early_signals() -> Iterator[list[int]]:
    """Collect signals that arrive before the dashboard handles them."""
    early: list[int] = []
    before = {number: signal.signal(number, lambda which, _: early.append(which)) for number in SIGNALS}
    try:
        yield early
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def open_app(
    context: Context,
    *,
    journal: Callable[[], Store],
    library: Library,
    routine: str | None = None,
    start: bool = False,
    demo: bool = False,
) -> int:
    """Open the dashboard on a journal and return its exit status when it is left.

    Without a `routine` it opens with that of the settings. Raises JournalError when the journal cannot be opened.
    """
    while True:
        preferences = Preferences(context.paths, library, routine, keeps=not demo)
        audio = partial(open_audio, tones=preferences.settings.tones, voice=preferences.settings.voice)
        with capture_early_signals() as early:
            thread = StoreThread(journal)
            try:
                app = TolerableApp(
                    context, thread, preferences, open_audio=audio, early=early, start=start, demo=demo
                )
                gc.freeze()  # what is imported stays: to look through it for garbage would make a beat late
                wanted = app.run()
            finally:
                thread.close()
        if wanted != EXAMPLE:
            return _status(app)
        status = open_app(
            context, journal=partial(example_journal, context, library), library=library, demo=True
        )
        if status > BY_SIGNAL:
            return status
        start = False


def _status(app: TolerableApp) -> int:
    """Print what failed, and return the exit status."""
    errors = [app.fault] if app.fault is not None else []
    if app.services.journal.fault is not None:
        errors.append(
            f"tolerable: not everything could be saved: {one_line(str(app.services.journal.fault))}"
        )
    for line in errors:
        print(line, file=sys.stderr)  # noqa: T201 - the screen is gone
    return app.return_code or int(bool(errors))
