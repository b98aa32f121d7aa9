"""`tolerable history`: what was noted, oldest first."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from journal.body import Activity, Pain
from journal.record import Entry, SessionRun, SetRun, Source, to_json
from journal.store import Store
from tui.commands.reading import journal_to_read
from tui.commands.words import clock_words, document, note, what
from tui.context import Context
from tui.text import one_line
from tui.when import read_day

SHOWN = 60
"""As many entries as are read at a sitting; for more there is --since."""

TOLD = frozenset({Pain.kind, Activity.kind, SessionRun.kind})
"""Kinds with a line of their own; sets are told with their session."""


def run(arguments: Namespace, context: Context) -> int:
    now = context.clock.now()
    since = read_day(arguments.since, now) if arguments.since else None
    with journal_to_read(context) as journal:
        if arguments.json:
            entries = journal.entries(since=since, search=arguments.search)
            print(document([as_json(entry) for entry in entries]))
        else:
            print("\n".join(_told(journal, since, arguments.search, now)))
    return 0


def _told(journal: Store, since: date | None, search: str | None, now: datetime) -> Iterator[str]:
    newest = SHOWN if since is None and search is None else None
    entries = journal.entries(since=since, kinds=TOLD, search=search, newest=newest)
    yield from _lines(entries, _sets(journal, entries), now)
    if len(entries) == newest:
        yield f"These are the newest {SHOWN}. For more: tolerable history --since DATE"


def as_json(entry: Entry) -> dict[str, Any]:
    """An entry as other programs read it."""
    return {
        "id": entry.id,
        "act": entry.act,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "at": entry.at.astimezone(UTC).isoformat(),
        "zone": entry.zone,
        "recorded_at": entry.recorded_at.astimezone(UTC).isoformat(),
        "backfilled": entry.backfilled,
        "source": entry.source,
        "body": to_json(entry.body),
    }


def _sets(journal: Store, entries: Sequence[Entry]) -> Mapping[str, list[SetRun]]:
    """The sets of the sessions among the entries, by session."""
    days = [entry.day for entry in entries if entry.kind == SessionRun.kind]
    sets: dict[str, list[SetRun]] = defaultdict(list)
    if days:
        for entry in journal.entries(since=min(days), kinds={SetRun.kind}):
            if isinstance(entry.body, SetRun):
                sets[entry.body.session].append(entry.body)
    return sets


def _lines(entries: Sequence[Entry], sets: Mapping[str, list[SetRun]], now: datetime) -> Iterator[str]:
    if not entries:
        yield "Nothing is noted yet, or nothing that matches."
    for entry in entries:
        text = f": {words}" if (words := note(entry.body)) else ""
        yield f"{entry.day}  {clock_words(entry, now):5}  {what(entry.body)}{_came_late(entry)}{text}"
        if isinstance(entry.body, SessionRun):
            yield from _of_session(entry.body, sets.get(entry.id, []))


def _came_late(entry: Entry) -> str:
    if entry.source is Source.TABLE:
        return " (imported)"
    return " (noted later)" if entry.backfilled else ""


def _of_session(session: SessionRun, sets: Sequence[SetRun]) -> Iterator[str]:
    """A line an exercise, in the order planned: how many of its repetitions were done, sets and sides together."""
    done: dict[str, list[SetRun]] = {exercise: [] for exercise in session.doses}
    for run_of_set in sets:
        done.setdefault(run_of_set.exercise, []).append(run_of_set)
    for exercise, runs in done.items():
        if not runs:  # it was not reached
            continue
        reps, planned = sum(r.reps_done for r in runs), sum(r.planned_reps for r in runs)
        yield f"{'':19}{one_line(exercise, 60)}: {reps} of {planned}"
