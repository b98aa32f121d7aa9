"""`tolerable import`: import a table of days, list the imports, undo one."""

import stat
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from hashlib import sha256
from pathlib import Path

from journal.importers.table import COLUMNS, TableError, TableRead, read_table
from journal.observations import Activity
from journal.record import BOOKKEEPING, Body, Draft, ImportResult, ImportRun, Record
from tui.commands.entry import whole_day
from tui.commands.terminal import DataError, UsageError
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.clean import one_line
from tui.text.describe import describe

MOST_BYTES = 8 * 2**20
"""More than a diary of a hundred years."""

CHANGES_SHOWN = 10


def arguments(command: ArgumentParser) -> None:
    choice = command.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "file", nargs="?", metavar="FILE", help="a CSV table with a header and a row for each day"
    )
    choice.add_argument("--list", action="store_true", help="list all imports")
    choice.add_argument("--undo", metavar="ACT", help="undo an import; see --list")
    command.add_argument(
        "--map",
        metavar="date=COL,...",
        help="which columns to read: date and any of pain, steps, minutes, sitting, load; pain is the day's average",
    )
    command.add_argument(
        "--dry-run", action="store_true", help="show what would be imported, and write nothing"
    )


def run(arguments: Namespace, context: Context) -> int:
    if arguments.file is not None:
        return _import(arguments, context)
    if arguments.map or arguments.dry_run:
        raise UsageError("--map and --dry-run need a FILE; leave them out with --list and --undo")
    return _list(context) if arguments.list else _undo(arguments.undo, context)


def _import(arguments: Namespace, context: Context) -> int:
    path = Path(arguments.file)
    data = _read(path)
    table = _table(data, path.name, read_mapping(arguments.map), context)
    run = ImportRun(path.name, sha256(data).hexdigest(), table.rows)
    drafts = _end_by_now(table.drafts, context.clock)
    if arguments.dry_run:
        with closing(context.open_to_read()) as journal:
            result = journal.preview_import(drafts)
    else:
        with closing(context.open_journal()) as journal:
            result = journal.import_values(drafts, run)
    _report(run, table, result, dry=arguments.dry_run)
    return 0


def read_mapping(text: str | None) -> dict[str, str]:
    """Parse a mapping such as `date=COL,pain=COL`; empty without text. Raises UsageError."""
    mapping: dict[str, str] = {}
    for part in text.split(",") if text else ():
        key, equals, column = (word.strip() for word in part.partition("="))
        if not equals or not column or key not in COLUMNS:
            known = ", ".join(sorted(COLUMNS))
            raise UsageError(f"--map: {part!r} is not KEY=COLUMN; choose KEY from {known}")
        if key in mapping:
            raise UsageError(f"--map: {key} is given twice")
        mapping[key] = column
    return mapping


def _read(path: Path) -> bytes:
    """Read a plain file of at most MOST_BYTES. Raises DataError, OSError."""
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
        raise DataError(f"{path}: is not a plain file; give a CSV table")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DataError(f"{path}: is over {MOST_BYTES // 2**20} MiB; give a table with a row a day")
    return data


def _table(data: bytes, name: str, mapping: dict[str, str], context: Context) -> TableRead:
    clock = context.clock
    zone = clock.now().tzinfo or UTC  # a clock's now is aware
    try:
        return read_table(
            data,
            name,
            mapping,
            zone_name=clock.zone_name,
            zone=zone,
            today=today(clock),
            ends=clock.day_ends,
        )
    except TableError as error:
        raise DataError(*error.faults) from error


def _end_by_now(drafts: Sequence[Draft], clock: Clock) -> list[Draft]:
    """Move the moment of drafts for the whole of today to now."""
    return [replace(draft, at=min(draft.at, whole_day(draft.day, clock).at)) for draft in drafts]


def _report(run: ImportRun, table: TableRead, result: ImportResult, *, dry: bool) -> None:
    print(f"{one_line(run.file)}: {table.rows} rows, {table.first} to {table.last}")
    print(f"Days without a row: {table.gaps}. Blank cells (no entry): {table.blanks}.")
    print(f"Found: {_count_days(table.drafts)}.")
    print(f"New: {result.new}. Changed: {len(result.changed)}. Unchanged: {result.same}.")
    for day, before, after in result.changed[:CHANGES_SHOWN]:
        print(f"  {day}: {describe(after)} (instead of {describe(before)})")
    if (more := len(result.changed) - CHANGES_SHOWN) > 0:
        print(f"  and {more} more")
    if dry:
        print("Dry run: nothing was written.")
    elif result.act:
        print(f"To undo it: tolerable import --undo {result.act}")


def _count_days(drafts: Sequence[Draft]) -> str:
    """Count the days with a value, by column: it shows which columns were read."""
    days = Counter(name for draft in drafts for name in _names(draft.body))
    return ", ".join(f"{name.replace('_', ' ')} on {count} days" for name, count in days.items()) or "nothing"


def _names(body: Body) -> Iterable[str]:
    return body.values() if isinstance(body, Activity) else [body.kind]


def _list(context: Context) -> int:
    with closing(context.open_to_read()) as journal:
        imports = journal.imports()
    for result in imports:
        undone = "  (undone)" if result.undone else ""
        print(f"{result.act}  {result.day}  {one_line(result.run.file, 60)}, {result.run.rows} rows{undone}")
    if not imports:
        print("No imports yet.")
    return 0


def _undo(act: str, context: Context) -> int:
    with closing(context.open_to_read()) as journal:
        if act not in {result.act for result in journal.imports()}:
            raise DataError(f"there is no import {act!r}; to see all: tolerable import --list")
        records = journal.undo_act(act)
    print("Nothing to undo: this import is already undone." if records is None else _undo_words(records))
    return 0


def _undo_words(records: Sequence[Record]) -> str:
    count = sum(record.body.kind not in BOOKKEEPING for record in records)
    if count == 0:
        return "Import undone. No value changed: later imports repeated or replaced all of it."
    return f"Import undone: {count} entr{'y' if count == 1 else 'ies'}."
