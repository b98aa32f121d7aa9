"""`tolerable history`: the entries, oldest first."""

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
from tui.commands.entry import build_body
from tui.commands.reading import document, journal_to_read, read_span
from tui.system.clock import Clock
from tui.system.environment import Context
from tui.text.clean import one_line
from tui.text.describe import describe, describe_clock_time, describe_note

SHOWN = 60
"""The number of newest entries shown without --since."""

KINDS = tuple(kind for kind in BODIES if kind not in BOOKKEEPING)
KINDS_WITH_A_LINE = frozenset(KINDS) - {SetRun.kind}
"""The default kinds, each entry with its own line; sets are listed below their session."""


def arguments(command: ArgumentParser) -> None:
    options.span(command)
    options.words(command, "--kind", KINDS, "kinds", "only entries of this kind")
    options.tags(command, "only entries with this tag")
    options.words(command, "--site", Site, "sites", "only pain here")
    command.add_argument(
        "--search", type=options.whole_text, metavar="TEXT", help="only entries with this text in their note"
    )
    options.json(command)


def run(arguments: Namespace, context: Context) -> int:
    since, until = read_span(arguments, context.clock)
    filters: dict[str, Any] = {
        "since": since,
        "until": until,
        "kinds": frozenset(arguments.kinds) or None,
        "labels": _labels(arguments),
        "search": arguments.search,
    }
    with journal_to_read(context) as journal:
        if arguments.json:
            print(document([as_json(entry) for entry in journal.entries(**filters)]))
        else:
            print("\n".join(_list_lines(journal, filters, context.clock)))
    return 0


def _labels(arguments: Namespace) -> list[Label]:
    """Return the labels that an entry must have. Raises UsageError."""
    tags = build_body(words, texts=arguments.tags, what="a tag")
    return [(str(Facet.TAG), tag) for tag in tags] + [(str(Facet.SITE), site) for site in arguments.sites]


def _list_lines(journal: Store, filters: dict[str, Any], clock: Clock) -> Iterator[str]:
    """Describe the entries found; without a day, label or search only the newest."""
    newest = None if filters["since"] or filters["search"] or filters["labels"] else SHOWN
    entries = journal.entries(**{**filters, "kinds": filters["kinds"] or KINDS_WITH_A_LINE}, newest=newest)
    yield from _lines(journal, entries, clock)
    if len(entries) == newest:
        yield f"These are the newest {SHOWN} entries. For more: tolerable history --since DATE"


def as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON for other programs."""
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
        yield "No entries yet, or none that match."
    for entry in entries:
        text = f": {words}" if (words := describe_note(entry.body)) else ""
        yield f"{entry.day}  {describe_clock_time(entry, clock):5}  {describe(entry.body)}{_origin(entry)}{text}"
        if isinstance(entry.body, SessionRun):
            parts = [part.body for part in journal.parts(entry.id)]
            yield from _exercise_lines(entry.body, [part for part in parts if isinstance(part, SetRun)])


def _origin(entry: Entry) -> str:
    if entry.source is Source.TABLE:
        return " (imported)"
    return " (added later)" if entry.backfilled else ""


def _exercise_lines(session: SessionRun, sets: Sequence[SetRun]) -> Iterator[str]:
    """Yield a line for each exercise, as planned: repetitions done, sets and sides together."""
    done: dict[str, list[SetRun]] = {exercise: [] for exercise in session.doses}
    for run_of_set in sets:
        done.setdefault(run_of_set.exercise, []).append(run_of_set)
    for exercise, runs in done.items():
        if not runs:  # not reached
            continue
        reps, planned = sum(r.reps_done for r in runs), sum(r.planned_reps for r in runs)
        yield f"{'':19}{one_line(exercise, 60)}: {reps} of {planned}"
