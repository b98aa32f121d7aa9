"""`tolerable today`: what is noted for today."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date

from journal.body import Activity
from journal.days import DayRow, day_of
from journal.record import Entry, SessionRun, from_json
from tui.commands.reading import journal_to_read
from tui.commands.words import what
from tui.context import Context
from tui.text import figure
from tui.words import said

UNKNOWN = "not noted"


def run(_arguments: Namespace, context: Context) -> int:
    today = day_of(context.clock.now())
    with journal_to_read(context) as journal:
        rows = journal.days(since=today, until=today)
        sessions = journal.entries(since=today, until=today, kinds={SessionRun.kind})
        print("\n".join(_lines(today, rows[0] if rows else None, sessions)))
    return 0


def _lines(today: date, row: DayRow | None, sessions: Sequence[Entry]) -> Iterator[str]:
    yield f"{today:%A} {today}"
    yield f"Pain:     {', '.join(_pain(row)) if row else UNKNOWN}"
    yield f"Activity: {_activity(row) if row else UNKNOWN}"
    yield f"Sessions: {'; '.join(what(session.body) for session in sessions) or UNKNOWN}"


def _pain(row: DayRow) -> Iterator[str]:
    if row.now is not None:
        yield f"{figure(row.now)} now" + (f" (mean of {row.ratings})" if row.ratings > 1 else "")
    if row.average is not None:
        yield f"{figure(row.average)} average"
    if row.worst is not None:
        yield f"{figure(row.worst)} worst"
    if (row.now, row.average, row.worst) == (None, None, None):
        yield UNKNOWN


def _activity(row: DayRow) -> str:
    known = {measure: value for measure, value in row.activity.items() if value is not None}
    return said(from_json(Activity.kind, known)) if known else UNKNOWN
