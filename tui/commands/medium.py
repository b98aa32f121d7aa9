"""`tolerable medium`: how pain goes with activity in the diary or in a table of days."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import options
from tui.commands.reading import document, journal_to_read
from tui.commands.terminal import DataError
from tui.system.clock import today
from tui.system.environment import Context
from tui.text.clean import one_line

if TYPE_CHECKING:
    from journal.medium.answer import Medium

MOST_BYTES = 8 * 2**20


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "--csv", metavar="FILE", help="a table date,pain,activity to use instead of your diary"
    )
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    medium, data_lines = (
        _of_journal(context) if arguments.csv is None else (_of_table(Path(arguments.csv)), [])
    )
    print(
        document(medium.as_json())
        if arguments.json
        else "\n".join(map(one_line, _answer_lines(medium, data_lines)))
    )
    return 0


def _of_journal(context: Context) -> tuple["Medium", Sequence[str]]:
    """Analyse the person's diary; return the answer and lines about the data. Raises JournalError."""
    from journal.medium.analyse import medium_of  # noqa: PLC0415 - numpy takes long to import
    from journal.medium.rows import STEPS, best_exposure, left_out, window  # noqa: PLC0415 - only when it is asked for
    from tui.analysis.medium_words import data_source_lines, window_words  # noqa: PLC0415 - as above
    from tui.settings.settings_file import read_settings  # noqa: PLC0415 - as above

    with journal_to_read(context) as journal:
        days = tuple(journal.days(until=today(context.clock)))
    if not days:
        return medium_of(days, STEPS), ()
    exposure, last = best_exposure(days, days[-1].day), days[-1].day
    settings, _ = read_settings(context.paths.settings)
    medium = medium_of(days, exposure, tolerance=settings.tolerance)
    return medium, (
        f"{window_words(last)}.",
        *data_source_lines(window(days, last), exposure, left_out(days, exposure, last)),
    )


def _of_table(path: Path) -> "Medium":
    """Analyse a table of days. Raises DataError, OSError."""
    from journal.importers.pairs import read_pairs  # noqa: PLC0415 - only when it is asked for
    from journal.importers.table import TableError  # noqa: PLC0415 - as above

    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise DataError(f"{path}: is not a plain file; give a CSV table")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DataError(f"{path}: is over {MOST_BYTES // 2**20} MiB; give a table with a row a day")
    try:
        table = read_pairs(data, path.name)
    except TableError as error:
        raise DataError(*error.faults) from error
    from journal.medium.analyse import medium_of_values  # noqa: PLC0415 - numpy takes long to import

    return medium_of_values(table.day, table.pain, table.activity, measure="activity")


def _answer_lines(medium: "Medium", data_lines: Sequence[str]) -> Iterator[str]:
    from journal.medium.words import ASSOCIATION, days_counted  # noqa: PLC0415 - as above

    yield days_counted(medium.rows, medium.measure)
    yield from dict.fromkeys(curve.words for curve in medium.curves.values())
    yield from data_lines
    yield ASSOCIATION
