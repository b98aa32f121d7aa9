"""`tolerable check`: look for faults in files of routines, or in the journal."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tui.commands.errors import DataError
from tui.context import Context


def run(arguments: Namespace, context: Context) -> int:
    return _check_files(arguments.paths) if arguments.paths else _check_journal(context)


def _check_files(paths: Sequence[str]) -> int:
    from routines.loader import check_paths  # noqa: PLC0415 - reading YAML takes long to import

    if faults := check_paths([Path(path) for path in paths]):
        raise DataError(*map(str, faults))
    print("No faults found.")
    return 0


def _check_journal(context: Context) -> int:
    if not context.has_journal():
        print(f"There is no journal yet: it is made with the first thing noted, at {context.paths.journal}")
        return 0
    with closing(context.open_to_read()) as journal:
        if faults := journal.check():
            raise DataError(*faults)
        count = len(journal.entries())
    print(f"The journal is in order: {count} entr{'y' if count == 1 else 'ies'}.")
    return 0
