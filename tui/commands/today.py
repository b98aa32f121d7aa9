"""`tolerable today`: what is noted for today."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journal.days import DayRow
from journal.observations import Activity, Note, Position, Relief, Skip, Skipped
from journal.record import Entry, SessionRun
from tui.commands.reading import journal_to_read
from tui.commands.status import activity_words, left_out, line, pain_words
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.describe import describe, describe_clock_time, describe_note

LOGS: Mapping[str, str] = {Relief.kind: "Relief", Position.kind: "Position", Note.kind: "Notes"}
"""Kinds that get a line only on a day that has some, with its name."""

READ = frozenset({SessionRun.kind, Activity.kind, Skip.kind, *LOGS})


def arguments(_command: ArgumentParser) -> None:
    """There are none."""


def run(_arguments: Namespace, context: Context) -> int:
    day = today(context.clock)
    with journal_to_read(context) as journal:
        rows = journal.days(since=day, until=day)
        entries = journal.entries(since=day, until=day, kinds=READ)
        print("\n".join(_lines(day, rows[0] if rows else None, entries, context.clock)))
    return 0


def _lines(day: date, row: DayRow | None, entries: Sequence[Entry], clock: Clock) -> Iterator[str]:
    sessions = [describe(entry.body) for entry in entries if isinstance(entry.body, SessionRun)]
    yield f"{day:%A} {day}"
    yield line("Pain", ", ".join(pain_words(row)), left_out(entries, Skipped.PAIN))
    yield line("Activity", activity_words(row, entries), left_out(entries, Skipped.ACTIVITY))
    yield line("Sessions", *sessions, left_out(entries, Skipped.SESSION))
    for kind, name in LOGS.items():
        if noted := [_noted(entry, clock) for entry in entries if entry.kind == kind]:
            yield line(name, *noted)


def _noted(entry: Entry, clock: Clock) -> str:
    text = f": {words}" if (words := describe_note(entry.body)) else ""
    return f"{describe_clock_time(entry, clock)} {describe(entry.body)}{text}".lstrip()
