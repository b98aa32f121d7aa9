"""Reading the journal for a command that only tells what is in it."""

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
    """One JSON document in printable ASCII."""
    import json  # noqa: PLC0415 - most commands print lines

    return json.dumps(value, allow_nan=False).replace("\x7f", "\\u007f")


@contextmanager
def journal_to_read(context: Context) -> Iterator[Store]:
    """The person's journal, or an empty one. Print within: what can be read is told before what cannot.

    Raises JournalError, and DataError in the end when damaged things had to be left out.
    """
    with closing(context.open_to_read()) as journal:
        yield journal
        if damaged := journal.damaged:
            count = f"{len(damaged)} things are damaged and were left out"
            raise DataError(f"{context.paths.journal}: {count}; to see which: tolerable check")


def read_span(arguments: Namespace, clock: Clock) -> tuple[date | None, date | None]:
    """The first and the last day asked for, None where none was. Raises UsageError, WhenError."""
    since, until = (
        None if text is None else read_day(text, clock.now(), clock.day_ends)
        for text in (arguments.since, arguments.until)
    )
    if since and until and until < since:
        raise UsageError(f"--until {until} is before --since {since}: swap them")
    return since, until
