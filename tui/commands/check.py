"""`tolerable check`: check files of routines, or the journal and the person's own routines."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tui.commands.terminal import DataError, UsageError
from tui.system.environment import Context
from tui.text.clean import one_line


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="files of routines or exercises, or a folder of them"
    )
    command.add_argument(
        "--repair", action="store_true", help="rebuild the view of your entries if it is damaged"
    )


def run(arguments: Namespace, context: Context) -> int:
    if arguments.paths and arguments.repair:
        raise UsageError("--repair works on the journal only: leave out --repair or PATH")
    if arguments.paths:
        return _check_files(arguments.paths, context)
    if arguments.repair:
        return _repair(context)
    if faults := [*_journal_faults(context), *_routine_faults(context.paths.routines)]:
        raise DataError(*faults)
    return 0


def _check_files(paths: Sequence[str], context: Context) -> int:
    from routines.files.loader import check_paths  # noqa: PLC0415 - reading YAML takes long to import

    if faults := check_paths([Path(path) for path in paths], context.paths.routines):
        raise DataError(*map(str, faults))
    print("No faults found.")
    return 0


def _repair(context: Context) -> int:
    """Rebuild the views of the journal if they are damaged. Raises JournalError."""
    if not context.has_journal():
        _say_no_journal(context)
        return 0
    with closing(context.open_journal()) as journal:
        faults = journal.repair()
    for fault in faults:
        print(f"Repaired: {one_line(fault)}")
    print("The view of your entries was rebuilt." if faults else "Nothing to repair.")
    return 0


def _say_no_journal(context: Context) -> None:
    place = one_line(str(context.paths.journal))
    print(f"There is no journal yet; your first entry creates it: {place}")


def _journal_faults(context: Context) -> Sequence[str]:
    """Return the faults of the journal; print that there are none. Raises JournalError."""
    if not context.has_journal():
        _say_no_journal(context)
        return ()
    with closing(context.open_to_read()) as journal:
        if faults := journal.check():
            return faults
        count = len(journal.entries())
    print(f"The journal is in order: {count} entr{'y' if count == 1 else 'ies'}.")
    return ()


def _routine_faults(folder: Path) -> Sequence[str]:
    """Return the faults of the person's own routines; print that there are none."""
    if not folder.exists():
        return ()
    from routines.files.loader import load_library  # noqa: PLC0415 - reading YAML takes long to import

    faults = load_library(folder).faults
    if not faults:
        print("No faults found in your routines.")
    return [str(fault) for fault in faults]
