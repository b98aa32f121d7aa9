"""Read the journal for commands that write nothing."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

from journal.store.store import Store
from tui.commands.terminal import DataError, UsageError
from tui.system.clock import Clock
from tui.system.environment import Context
from tui.text.parse import read_day


def document(value: Any) -> str:
    """Format a value as one JSON document in printable ASCII."""
    import json  # noqa: PLC0415 - most commands print lines

    return json.dumps(value, allow_nan=False).replace("\x7f", "\\u007f")


@contextmanager
def journal_to_read(context: Context) -> Iterator[Store]:
    """Open the person's journal, or an empty one; print inside the block, before damage is reported.

    Raises JournalError, and DataError at the end when records were damaged.
    """
    with closing(context.open_to_read()) as journal:
        yield journal
        if damaged := journal.damaged:
            count = f"{len(damaged)} damaged records could not be read"
            raise DataError(f"{context.paths.journal}: {count}; to list them: tolerable check")


def read_span(arguments: Namespace, clock: Clock) -> tuple[date | None, date | None]:
    """Parse --since and --until, None where not given. Raises UsageError, MomentError."""
    since, until = (
        None if text is None else read_day(text, clock.now(), clock.day_ends)
        for text in (arguments.since, arguments.until)
    )
    if since and until and until < since:
        raise UsageError(f"--until {until} is before --since {since}: swap them")
    return since, until
