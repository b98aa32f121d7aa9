"""`tolerable days`: a row a day."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from journal.body import MEASURES
from journal.days import DayRow
from tui.commands.errors import UsageError
from tui.commands.reading import journal_to_read
from tui.commands.words import document
from tui.context import Context
from tui.text import figure
from tui.when import read_day

HEADS = ("day", "now", "average", "worst", "steps", "active min", "sitting min", "load")


def run(arguments: Namespace, context: Context) -> int:
    now = context.clock.now()
    since = read_day(arguments.since, now) if arguments.since else None
    until = read_day(arguments.until, now) if arguments.until else None
    if since and until and until < since:
        raise UsageError(f"--until {until} is before --since {since}: swap them")
    with journal_to_read(context) as journal:
        rows = journal.days(since=since, until=until)
        print(document([row.as_json() for row in rows]) if arguments.json else "\n".join(_table(rows)))
    return 0


def _table(rows: Sequence[DayRow]) -> Iterator[str]:
    """The rows in columns as wide as their widest cell, numbers to the right; `-` is not noted."""
    if not rows:
        yield "No day has anything noted."
        return
    cells = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        yield "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))


def _cells(row: DayRow) -> tuple[str, ...]:
    values = (row.now, row.average, row.worst, *(row.activity[measure] for measure in MEASURES))
    return (f"{row.day}", *("-" if value is None else figure(value) for value in values))
