"""What was noted, in words for looking back: a line an entry, all of one entry, and what is looked for."""

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
"""The key of each filter: it asks for it, and takes it away."""

NAMES: Mapping[str, str] = {
    "nrs": "pain",
    "recall": "speaks of",
    "sites": "where",
    "qualities": "feels",
    "interference": "in the way",
    "exercise": "after the exercise",
    "longest_active_minutes": "longest active",
    "longest_sitting_minutes": "longest sitting",
    "active_minutes": "active",
    "sitting_minutes": "sitting",
    "basis": "known by",
    "posture": "position",
    "comfortable_minutes": "comfortable for",
    "means": "used",
    "before": "pain before",
    "after": "pain after",
    "after_minutes": "rated after",
    "effect_minutes": "felt after",
    "what": "left out",
    "planned_seconds": "planned",
    "active_seconds": "led for",
}
"""What a field is called where its own name does not say it."""

ELSEWHERE = frozenset({"note", "doses", "session", "name"})
"""Fields that are told in their own place."""


def heading(day: date, now: date) -> str:
    """The day over its entries."""
    names = {0: " · today", 1: " · yesterday"}
    return f"{day:%A} {day.day} {day:%B} {day.year}{names.get((now - day).days, '')}"


def marks(entry: Entry) -> str:
    """What is special about where it comes from."""
    found = {
        "imported": entry.source is Source.TABLE,
        "noted later": entry.backfilled and entry.source is Source.TYPED,
        "in a session": of_a_session(entry),
    }
    return ", ".join(mark for mark, holds in found.items() if holds)


def in_short(body: Body) -> str:
    """What it is, and of pain where; how it felt is for the detail."""
    if not isinstance(body, Pain):
        return describe(body)
    sites = ", ".join(site.replace("-", " ") for site in body.sites)
    return f"{describe_short(body)} ({sites})" if sites else describe_short(body)


def first_line(body: Body) -> str:
    """The first line of its note, and its tags."""
    lines = clean(getattr(body, "note", "")).strip().split("\n")
    tags = " ".join(f"#{one_line(tag, 60)}" for tag in getattr(body, "tags", ()))
    return f"{one_line(lines[0], MOST_OF_A_LINE)}{' …' if len(lines) > 1 else ''} {tags}".strip()


def looked_for(filters: Filters) -> Iterator[tuple[str, str]]:
    """The filters that are set: the name of each, and what it says."""
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
    """What is looked for, on one line, each with the key that takes it away."""
    found = [f"{words} ({FILTER_KEYS[name]} takes it away)" for name, words in looked_for(filters)]
    return " · ".join(found) if found else "Everything, the newest first"


def nothing_found(filters: Filters) -> Iterator[str]:
    """What to do where nothing is to be shown."""
    found = list(looked_for(filters))
    if not found:
        yield "Nothing is noted yet."
        yield "What you note stands here, the newest first. esc goes back; there p notes how much it hurts."
        return
    yield "Nothing noted is like this. It may be there without one of these:"
    yield from (f"  {FILTER_KEYS[name]}  takes away: {words}" for name, words in found)


def moment(at: datetime, zone: str, here: str) -> str:
    """A moment as the clock stood there, with the zone where it is another than the person's own."""
    local = local_time(at, zone)
    there = "" if zone == here else f" ({one_line(zone, 40)})"
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}{there}"


def about(noted: Entry | Record, clock: Clock) -> str:
    """When it is about: a moment, or all of a day."""
    if describe_clock_time(noted, clock):
        return moment(noted.at, noted.zone, clock.zone_name)
    return f"{noted.day:%a} {noted.day.day} {noted.day:%b %Y}"


def facts(body: Body) -> Iterator[tuple[str, str]]:
    """Every field that says something: its name and its value in words. The note has its own place."""
    for one in fields(body):
        value = getattr(body, one.name)
        if one.name not in ELSEWHERE and value not in {None, (), ""}:
            yield NAMES.get(one.name, one.name.replace("_", " ")), _value(one.name, value)


def _value(name: str, value: Any) -> str:
    match value:
        case Recall():
            return RECALL_WORDS[value]
        case SessionState():
            return STATE_WORDS[value]
        case tuple():
            return ", ".join(_value(name, one) for one in value)
        case str():
            plain = value.replace("-", " ") if name in {"sites", "exercise"} else value
            return one_line(plain, MOST_OF_A_LINE)
    if name.endswith("seconds"):
        return clock_time(value)
    return f"{format_number(value)} min" if name.endswith("minutes") else format_number(value)


def whole_note(body: Body) -> str:
    """All of its note."""
    return clean(getattr(body, "note", "")).strip()


def title(entry: Entry) -> str:
    """What an entry is called."""
    name = entry.body.name if isinstance(entry.body, SessionRun) else entry.kind
    return one_line(name, 40).capitalize()


def part_line(part: Entry) -> str:
    """A set or a rating of a session."""
    body = part.body
    if isinstance(body, SetRun) and body.outcome is not Outcome.DONE:
        return f"{_named(describe(body))}, {'not ended' if body.outcome is Outcome.RUNNING else body.outcome}"
    if isinstance(body, Pain) and body.exercise:
        return f"{describe(body)}, after {_named(one_line(body.exercise, 60))}"
    return _named(describe(body))


def _named(exercise: str) -> str:
    return exercise.replace("-", " ")


def history_of(detail: Detail, clock: Clock) -> Iterator[str]:
    """A line for each revision, the oldest first: when it was written, and what it said then."""
    for number, record in enumerate(detail.revisions):
        verb = "deleted" if record.deleted else ("changed" if number else "noted")
        by = {Source.TABLE: " by an import", Source.SESSION: " by a session"}.get(record.source, "")
        yield f"{moment(record.recorded_at, clock.zone_name, clock.zone_name)}  {verb}{by}"
        if not record.deleted:
            moved = "" if record.at == detail.entry.at else f", about {about(record, clock)}"
            yield f"  {_in_full(record.body)}{moved}"


def _in_full(body: Body) -> str:
    text = note_and_tags(body)
    return f"{describe(body)}: {text}" if text else describe(body)


def parts_of(detail: Detail) -> Sequence[str]:
    """The sets and ratings of a session, a line each."""
    return [part_line(part) for part in detail.parts]


def shown_day(entry: Entry, clock: Clock) -> str:
    """The heading an entry stands under."""
    return heading(entry.day, today(clock))
