"""`tolerable undo`: take back what was noted last by hand."""

from argparse import Namespace
from contextlib import closing

from journal.days import day_of
from journal.record import BOOKKEEPING
from tui.commands.words import what, when
from tui.context import Context


def run(_arguments: Namespace, context: Context) -> int:
    now = context.clock.now()
    with closing(context.open_to_read()) as journal:
        records = journal.undo() or ()
    reversals = [record for record in records if record.body.kind not in BOOKKEEPING]
    for record in reversals:
        done = "Taken back" if record.deleted else "As it was before"
        print(f"{done}: {what(record.body)}, {when(record, day_of(now), now)}")
    if not reversals:
        print("Nothing to take back.")
    return 0
