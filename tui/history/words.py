"""Entries and filters in words: one line an entry, everything about one entry, and the filters that are set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from journal.observations import Pain, Recall
from journal.record import (
    Body,
    Entry,
    Outcome,
    Record,
    SessionRun,
    SessionState,
    SetRun,
    Source,
    of_a_session,
)
from tui.history.reading import Detail, Filters
from tui.system.clock import Clock, local_time, today
from tui.text.clean import clean, clock_time, format_number, one_line
from tui.text.describe import RECALL_WORDS, STATE_WORDS, describe, describe_clock_time, describe_short
from tui.text.describe import describe_note as note_and_tags

MOST_OF_A_LINE = 200

FILTER_KEYS: Mapping[str, str] = {"kind": "k", "site": "w", "tag": "#", "search": "/", "day": "g"}
"""The key of each filter: it sets it, and clears it."""

NAMES: Mapping[str, str] = {
    "nrs": "pain",
    "recall": "time frame",
    "sites": "where",
    "qualities": "type of pain",
    "interference": "gets in the way",
    "exercise": "after the exercise",
    "longest_active_minutes": "longest active",
    "longest_sitting_minutes": "longest sitting",
    "active_minutes": "active",
    "sitting_minutes": "sitting",
    "basis": "counted or estimated",
    "posture": "position",
    "comfortable_minutes": "stayed comfortable for",
    "means": "used",
    "before": "pain before",
    "after": "pain after",
    "after_minutes": "second rating after",
    "effect_minutes": "started to help after",
    "what": "skipped",
    "planned_seconds": "planned",
    "active_seconds": "exercised for",
}
"""The name of a field where its name in the code is not plain."""

ELSEWHERE = frozenset({"note", "doses", "session", "name"})
"""Fields shown in a place of their own."""


def heading(day: date, now: date) -> str:
    """A day as the heading of its entries."""
    names = {0: " · today", 1: " · yesterday"}
    return f"{day:%A} {day.day} {day:%B} {day.year}{names.get((now - day).days, '')}"


def marks(entry: Entry) -> str:
    """Where an entry comes from, if that is unusual."""
    special = {
        "imported": entry.source is Source.TABLE,
        "added later": entry.backfilled and entry.source is Source.TYPED,
        "in a session": of_a_session(entry),
    }
    return ", ".join(mark for mark, applies in special.items() if applies)


def in_short(body: Body) -> str:
    """An entry in a few words, with the place of a pain."""
    if not isinstance(body, Pain):
        return describe(body)
    sites = ", ".join(site.replace("-", " ") for site in body.sites)
    return f"{describe_short(body)} ({sites})" if sites else describe_short(body)


def first_line(body: Body) -> str:
    """The first line of the note, and the tags."""
    lines = clean(getattr(body, "note", "")).strip().split("\n")
    tags = " ".join(f"#{one_line(tag, 60)}" for tag in getattr(body, "tags", ()))
    return f"{one_line(lines[0], MOST_OF_A_LINE)}{' …' if len(lines) > 1 else ''} {tags}".strip()


def describe_filters(filters: Filters) -> Iterator[tuple[str, str]]:
    """Each filter that is set: its name, and what it asks for."""
    if filters.kind is not None:
        yield "kind", filters.kind
    if filters.site is not None:
        yield "site", filters.site.replace("-", " ")
    if filters.tag is not None:
        yield "tag", f"tag {one_line(filters.tag, 60)}"
    if filters.search:
        yield "search", f"“{one_line(filters.search, 60)}” in the note"
    if filters.day is not None:
        yield "day", f"{filters.day:%a} {filters.day.day} {filters.day:%b %Y} and before"


def filter_words(filters: Filters) -> str:
    """The filters on one line, each with the key that clears it."""
    cleared = [f"{words} ({FILTER_KEYS[name]}: clear)" for name, words in describe_filters(filters)]
    return " · ".join(cleared) if cleared else "All entries, newest first"


def nothing_found(filters: Filters) -> Iterator[str]:
    """What to do when no entry is shown."""
    filters_set = list(describe_filters(filters))
    if not filters_set:
        yield "No entries yet. What you log appears here, newest first."
        yield "Go back with esc, then log your pain with p."
        return
    yield "No match. Clear a filter?"
    yield from (f"  {FILTER_KEYS[name]}: clear {words}" for name, words in filters_set)


def describe_moment(at: datetime, zone: str, here: str) -> str:
    """A moment by the clock of its zone, which is named when it is not `here`."""
    local = local_time(at, zone)
    there = "" if zone == here else f" ({one_line(zone, 40)})"
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}{there}"


def describe_about(noted: Entry | Record, clock: Clock) -> str:
    """What an entry is about: a moment, or a whole day."""
    if describe_clock_time(noted, clock):
        return describe_moment(noted.at, noted.zone, clock.zone_name)
    return f"{noted.day:%a} {noted.day.day} {noted.day:%b %Y}"


def facts(body: Body) -> Iterator[tuple[str, str]]:
    """Each field with a value: its name and the value in words, without the note."""
    for field in fields(body):
        value = getattr(body, field.name)
        if field.name not in ELSEWHERE and value not in {None, (), ""}:
            yield NAMES.get(field.name, field.name.replace("_", " ")), _value(field.name, value)


def _value(name: str, value: Any) -> str:
    match value:
        case Recall():
            return RECALL_WORDS[value]
        case SessionState():
            return STATE_WORDS[value]
        case tuple():
            return ", ".join(_value(name, part) for part in value)
        case str():
            plain = value.replace("-", " ") if name in {"sites", "exercise"} else value
            return one_line(plain, MOST_OF_A_LINE)
    if name.endswith("seconds"):
        return clock_time(value)
    return f"{format_number(value)} min" if name.endswith("minutes") else format_number(value)


def whole_note(body: Body) -> str:
    """The whole note."""
    return clean(getattr(body, "note", "")).strip()


def title(entry: Entry) -> str:
    """The title of an entry."""
    name = entry.body.name if isinstance(entry.body, SessionRun) else entry.kind
    return one_line(name, 40).capitalize()


def part_line(part: Entry) -> str:
    """A set or a rating of a session in words."""
    body = part.body
    if isinstance(body, SetRun) and body.outcome is not Outcome.DONE:
        return (
            f"{_named(describe(body))}, {'not finished' if body.outcome is Outcome.RUNNING else body.outcome}"
        )
    if isinstance(body, Pain) and body.exercise:
        return f"{describe(body)}, after {_named(one_line(body.exercise, 60))}"
    return _named(describe(body))


def _named(exercise: str) -> str:
    return exercise.replace("-", " ")


def history_of(detail: Detail, clock: Clock) -> Iterator[str]:
    """Two lines for each revision, oldest first: when it was written, and what it said."""
    for number, record in enumerate(detail.revisions):
        verb = "deleted" if record.deleted else ("changed" if number else "added")
        by = {Source.TABLE: " by an import", Source.SESSION: " by a session"}.get(record.source, "")
        yield f"{describe_moment(record.recorded_at, clock.zone_name, clock.zone_name)}  {verb}{by}"
        if not record.deleted:
            moved = "" if record.at == detail.entry.at else f", about {describe_about(record, clock)}"
            yield f"  {_in_full(record.body)}{moved}"


def _in_full(body: Body) -> str:
    text = note_and_tags(body)
    return f"{describe(body)}: {text}" if text else describe(body)


def parts_of(detail: Detail) -> Sequence[str]:
    """The sets and ratings of a session, a line each."""
    return [part_line(part) for part in detail.parts]


def shown_day(entry: Entry, clock: Clock) -> str:
    """The day heading above an entry."""
    return heading(entry.day, today(clock))


def day_missing(filters: Filters, entries: Sequence[Entry], now: date) -> str:
    """A line above the list when the day that was asked for has no entry; else empty."""
    if filters.day is None or not entries or entries[0].day == filters.day:
        return ""
    return f"No entry on {heading(filters.day, now)}. Before it:"
