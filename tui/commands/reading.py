"""Reading the journal for a command that only tells what is in it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from journal.store import Store
from tui.commands.errors import DataError
from tui.context import Context


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
