"""`tolerable undo`: undo the last entry made by hand."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

from journal.record import BOOKKEEPING
from tui.system.environment import Context
from tui.text.describe import describe, describe_time


def arguments(_command: ArgumentParser) -> None:
    """Take no arguments."""


def run(_arguments: Namespace, context: Context) -> int:
    with closing(context.open_to_read()) as journal:
        records = journal.undo() or ()
    reversals = [record for record in records if record.body.kind not in BOOKKEEPING]
    for record in reversals:
        outcome = "Undone" if record.deleted else "Restored"
        print(f"{outcome}: {describe(record.body)}, {describe_time(record, context.clock)}")
    if not reversals:
        print("Nothing to undo.")
    return 0
