"""`tolerable today`: today's entries."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journal.days import DayRow
from journal.observations import Activity, Note, Position, Relief, Skip, Skipped
from journal.record import Entry, SessionRun
from tui.commands.reading import journal_to_read
from tui.commands.status import activity_words, line, pain_words, skip_words
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.describe import describe, describe_clock_time, describe_note

LOGS: Mapping[str, str] = {Relief.kind: "Relief", Position.kind: "Position", Note.kind: "Notes"}
"""Kinds shown only on days that have some, each with the name of its line."""

READ = frozenset({SessionRun.kind, Activity.kind, Skip.kind, *LOGS})


def arguments(_command: ArgumentParser) -> None:
    """Take no arguments."""


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
    yield line("Pain", ", ".join(pain_words(row)), skip_words(entries, Skipped.PAIN))
    yield line("Activity", activity_words(row, entries), skip_words(entries, Skipped.ACTIVITY))
    yield line("Sessions", *sessions, skip_words(entries, Skipped.SESSION))
    for kind, name in LOGS.items():
        if entries_of_kind := [_entry_words(entry, clock) for entry in entries if entry.kind == kind]:
            yield line(name, *entries_of_kind)


def _entry_words(entry: Entry, clock: Clock) -> str:
    text = f": {words}" if (words := describe_note(entry.body)) else ""
    return f"{describe_clock_time(entry, clock)} {describe(entry.body)}{text}".lstrip()
