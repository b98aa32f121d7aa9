"""`tolerable import`: bring in a table of days, list what was brought in, take it back."""

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
from tui.commands.noting import whole_day
from tui.commands.terminal import DataError, UsageError
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.clean import one_line
from tui.text.describe import describe

MOST_BYTES = 8 * 2**20
"""A diary of a hundred years is smaller."""

CHANGES_SHOWN = 10


def arguments(command: ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", help="a CSV table with a header, a day a row")
    what.add_argument("--list", action="store_true", help="what was imported so far")
    what.add_argument("--undo", metavar="ACT", help="take an import back; --list names it")
    command.add_argument(
        "--map",
        metavar="date=COL,...",
        help="which columns to read: date and any of pain, steps, minutes, sitting, load; pain is the day's average",
    )
    command.add_argument("--dry-run", action="store_true", help="only say what would be imported")


def run(arguments: Namespace, context: Context) -> int:
    if arguments.file is not None:
        return _bring_in(arguments, context)
    if arguments.map or arguments.dry_run:
        raise UsageError("--map and --dry-run belong to a FILE; --list and --undo take neither")
    return _list(context) if arguments.list else _take_back(arguments.undo, context)


def _bring_in(arguments: Namespace, context: Context) -> int:
    path = Path(arguments.file)
    data = _read(path)
    table = _table(data, path.name, read_mapping(arguments.map), context)
    run = ImportRun(path.name, sha256(data).hexdigest(), table.rows)
    drafts = _not_to_come(table.drafts, context.clock)
    if arguments.dry_run:
        with closing(context.open_to_read()) as journal:
            brought = journal.preview_import(drafts)
    else:
        with closing(context.open_journal()) as journal:
            brought = journal.import_values(drafts, run)
    _say(run, table, brought, dry=arguments.dry_run)
    return 0


def read_mapping(text: str | None) -> dict[str, str]:
    """Which column holds what, from `date=COL,pain=COL`. Raises UsageError. Empty when nothing was said."""
    mapping: dict[str, str] = {}
    for part in text.split(",") if text else ():
        key, equals, column = (word.strip() for word in part.partition("="))
        if not equals or not column or key not in COLUMNS:
            known = ", ".join(sorted(COLUMNS))
            raise UsageError(f"--map: {part!r} is not KEY=COLUMN with a KEY out of {known}")
        if key in mapping:
            raise UsageError(f"--map: {key} is given twice")
        mapping[key] = column
    return mapping


def _read(path: Path) -> bytes:
    """The bytes of a plain file of a bearable size. Raises DataError, OSError."""
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


def _not_to_come(drafts: Sequence[Draft], clock: Clock) -> list[Draft]:
    """What is about the whole of today is about the day until now."""
    return [replace(draft, at=min(draft.at, whole_day(draft.day, clock).at)) for draft in drafts]


def _say(run: ImportRun, table: TableRead, brought: ImportResult, *, dry: bool) -> None:
    print(f"{one_line(run.file)}: {table.rows} rows, {table.first} to {table.last}")
    print(f"Days without a row in between: {table.gaps}. Blank cells, taken as not noted: {table.blanks}.")
    print(f"Found: {_found(table.drafts)}.")
    print(f"New: {brought.new}. Changed: {len(brought.changed)}. As it was: {brought.same}.")
    for day, before, after in brought.changed[:CHANGES_SHOWN]:
        print(f"  {day}: {describe(after)} (instead of {describe(before)})")
    if (more := len(brought.changed) - CHANGES_SHOWN) > 0:
        print(f"  and {more} more")
    if dry:
        print("Nothing was written: this was a dry run.")
    elif brought.act:
        print(f"To take it back: tolerable import --undo {brought.act}")


def _found(drafts: Sequence[Draft]) -> str:
    """How many days say something, by what they speak of: which columns were read shows in it."""
    days = Counter(name for draft in drafts for name in _names(draft.body))
    return ", ".join(f"{name.replace('_', ' ')} on {count} days" for name, count in days.items()) or "nothing"


def _names(body: Body) -> Iterable[str]:
    return body.values() if isinstance(body, Activity) else [body.kind]


def _list(context: Context) -> int:
    with closing(context.open_to_read()) as journal:
        imports = journal.imports()
    for brought in imports:
        undone = "  (taken back)" if brought.undone else ""
        print(
            f"{brought.act}  {brought.day}  {one_line(brought.run.file, 60)}, {brought.run.rows} rows{undone}"
        )
    if not imports:
        print("Nothing was imported yet.")
    return 0


def _take_back(act: str, context: Context) -> int:
    with closing(context.open_to_read()) as journal:
        if act not in {brought.act for brought in journal.imports()}:
            raise DataError(f"there is no import {act!r}; for all of them: tolerable import --list")
        records = journal.undo_act(act)
    print("Nothing to take back: it was taken back before." if records is None else _taken_back(records))
    return 0


def _taken_back(records: Sequence[Record]) -> str:
    count = sum(record.body.kind not in BOOKKEEPING for record in records)
    if count == 0:
        return "Taken back. No value changes by it: all it said was said again, or changed, by later imports."
    return f"Taken back: {count} entr{'y' if count == 1 else 'ies'}."
