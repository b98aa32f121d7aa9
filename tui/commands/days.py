"""`tolerable days`: pain and activity, a row for each day."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from journal.days import DayRow
from journal.observations import MEASURES
from tui.commands import options
from tui.commands.reading import document, journal_to_read, read_span
from tui.system.environment import Context
from tui.text.clean import format_number

HEADS = ("day", "now", "average", "worst", "steps", "active min", "sitting min", "load")


def arguments(command: ArgumentParser) -> None:
    options.span(command)
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    since, until = read_span(arguments, context.clock)
    with journal_to_read(context) as journal:
        rows = journal.days(since=since, until=until)
        print(document([row.as_json() for row in rows]) if arguments.json else "\n".join(_table(rows)))
    return 0


def _table(rows: Sequence[DayRow]) -> Iterator[str]:
    """Lay out the rows in columns, aligned to the right; `-` is no entry.

    Remarks follow: what was skipped, and whether the pain was added later.
    """
    if not rows:
        yield "No entries on these days."
        return
    cells = [HEADS, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line, remarks in zip(cells, ["", *map(_remarks, rows)], strict=True):
        columns = "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        yield f"{columns}  {remarks}".rstrip()


def _cells(row: DayRow) -> tuple[str, ...]:
    values = (row.now, row.average, row.worst, *(row.activity[measure] for measure in MEASURES))
    return (f"{row.day}", *("-" if value is None else format_number(value) for value in values))


def _remarks(row: DayRow) -> str:
    parts = [f"skipped: {', '.join(row.skipped)}"] if row.skipped else []
    return "; ".join([*parts, "added later"] if row.backfilled else parts)
