"""`tolerable history`: what was noted, oldest first."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from journal.labels import Facet, Label
from journal.observations import Site
from journal.record import BODIES, BOOKKEEPING, Entry, SessionRun, SetRun, Source, to_json
from journal.store.store import Store
from journal.values import words
from tui.commands import options
from tui.commands.noting import made
from tui.commands.reading import document, journal_to_read, read_span
from tui.system.clock import Clock
from tui.system.environment import Context
from tui.text.clean import one_line
from tui.text.describe import describe, describe_clock_time, describe_note

SHOWN = 60
"""As many entries as are read at a sitting; for more there is --since."""

KINDS = tuple(kind for kind in BODIES if kind not in BOOKKEEPING)
TOLD = frozenset(KINDS) - {SetRun.kind}
"""Kinds with a line of their own, unless others are asked for: sets are told with their session."""


def arguments(command: ArgumentParser) -> None:
    options.span(command)
    options.words(command, "--kind", KINDS, "kinds", "only entries of this kind")
    options.tags(command, "only entries with this tag")
    options.words(command, "--site", Site, "sites", "only pain here")
    command.add_argument(
        "--search", type=options.whole_text, metavar="TEXT", help="only entries with this in their note"
    )
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    since, until = read_span(arguments, context.clock)
    asked: dict[str, Any] = {
        "since": since,
        "until": until,
        "kinds": frozenset(arguments.kinds) or None,
        "labels": _labels(arguments),
        "search": arguments.search,
    }
    with journal_to_read(context) as journal:
        if arguments.json:
            print(document([as_json(entry) for entry in journal.entries(**asked)]))
        else:
            print("\n".join(_told(journal, asked, context.clock)))
    return 0


def _labels(arguments: Namespace) -> list[Label]:
    """What the entries are to be labelled with. Raises UsageError."""
    tags = made(words, texts=arguments.tags, what="a tag")
    return [(str(Facet.TAG), tag) for tag in tags] + [(str(Facet.SITE), site) for site in arguments.sites]


def _told(journal: Store, asked: dict[str, Any], clock: Clock) -> Iterator[str]:
    """What was asked for in words; the newest part of it, where nothing but its kind bounds it."""
    newest = None if asked["since"] or asked["search"] or asked["labels"] else SHOWN
    entries = journal.entries(**{**asked, "kinds": asked["kinds"] or TOLD}, newest=newest)
    yield from _lines(journal, entries, clock)
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


def _lines(journal: Store, entries: Sequence[Entry], clock: Clock) -> Iterator[str]:
    if not entries:
        yield "Nothing is noted yet, or nothing that matches."
    for entry in entries:
        text = f": {words}" if (words := describe_note(entry.body)) else ""
        yield f"{entry.day}  {describe_clock_time(entry, clock):5}  {describe(entry.body)}{_came_late(entry)}{text}"
        if isinstance(entry.body, SessionRun):
            parts = [part.body for part in journal.parts(entry.id)]
            yield from _of_session(entry.body, [part for part in parts if isinstance(part, SetRun)])


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
