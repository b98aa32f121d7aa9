"""`tolerable medium`: what the diary, or a table of days, shows of pain against activity."""

import math
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import options
from tui.commands.document import document
from tui.commands.errors import DataError
from tui.commands.reading import journal_to_read
from tui.context import Context
from tui.text import one_line

if TYPE_CHECKING:
    from journal.medium.answer import Medium

MOST_BYTES = 8 * 2**20
SATURDAY = 5


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--csv", metavar="FILE", help="a table date,pain,activity in place of the diary")
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    medium = _of_journal(context) if arguments.csv is None else _of_table(Path(arguments.csv))
    print(document(medium.as_json()) if arguments.json else "\n".join(map(one_line, _told(medium))))
    return 0


def _of_journal(context: Context) -> "Medium":
    """The answer of the person's diary. Raises JournalError."""
    from journal.medium.rows import best_measure  # noqa: PLC0415 - only when it is asked for

    with journal_to_read(context) as journal:
        days = journal.days()
    measure = best_measure(days, days[-1].day) if days else "steps"
    pains = [math.nan if row.pain is None else row.pain for row in days]
    values = [row.activity[measure] for row in days]
    activities = [math.nan if value is None else value for value in values]
    return _estimate([row.day for row in days], pains, activities, measure)


def _of_table(path: Path) -> "Medium":
    """The answer of a table of days. Raises DataError, OSError."""
    from journal.medium.table import TableError, read_table  # noqa: PLC0415 - as above

    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise DataError(f"{path}: is not a plain file; give a CSV table")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DataError(f"{path}: is over {MOST_BYTES // 2**20} MiB; give a table with a row a day")
    try:
        table = read_table(data, path.name)
    except TableError as error:
        raise DataError(*error.faults) from error
    return _estimate(table.day, table.pain, table.activity, "activity")


def _estimate(
    days: Sequence[date], pain: Sequence[float], activity: Sequence[float], measure: str
) -> "Medium":
    from journal.medium.estimate import estimate  # noqa: PLC0415 - numpy takes long to import

    numbers = [day.toordinal() for day in days]
    weekend = [day.weekday() >= SATURDAY for day in days]
    return estimate(numbers, pain, activity, weekend, measure=measure)


def _told(medium: "Medium") -> Iterator[str]:
    from journal.medium.words import ASSOCIATION  # noqa: PLC0415 - as above

    yield f"{medium.rows} of the last 120 days count, by {medium.measure.replace('_', ' ')}."
    yield from dict.fromkeys(curve.words for curve in medium.curves.values())
    yield ASSOCIATION
