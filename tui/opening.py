"""Opens the dashboard on a journal, and the example diary over it when that is wanted."""

import sys
from collections.abc import Callable
from functools import partial

from journal.store import Store
from journal.store_thread import StoreThread
from routines.loader import Library
from tui.app import EXAMPLE, TolerableApp
from tui.context import Context
from tui.example import example_journal
from tui.hearing import system_hearing
from tui.shelf import Shelf
from tui.text import one_line


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
        thread = StoreThread(journal)
        try:
            shelf = Shelf(context.paths, library, routine)
            hear = partial(system_hearing, shelf.settings)
            app = TolerableApp(context, thread, shelf, hear=hear, start=start, demo=demo)
            wanted = app.run()
        finally:
            thread.close()
        if (fault := app.desk.fault) is not None:
            print(f"tolerable: {one_line(str(fault))}", file=sys.stderr)  # noqa: T201 - the screen is gone
        if wanted != EXAMPLE:
            return app.return_code or int(fault is not None)
        open_app(context, journal=partial(example_journal, context), library=library, demo=True)
        start = False
