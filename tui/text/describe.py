"""Records in words, for lists on the screen and in commands. All results are cleaned."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from journal.days import end_of
from journal.observations import WELLBEING, Activity, Note, Pain, Position, Recall, Relief, Skip
from journal.record import Body, Draft, Entry, Record, SessionRun, SessionState, SetRun
from tui.system.clock import Clock, find_zone, today
from tui.text.clean import clock_time, format_number, one_line

MEASURE_UNITS = {
    "steps": "steps",
    "active_minutes": "active minutes",
    "sitting_minutes": "minutes sitting",
    "longest_active_minutes": "minutes active at a stretch",
    "longest_sitting_minutes": "minutes sitting at a stretch",
}

RECALL_WORDS = {
    Recall.NOW: "now",
    Recall.AVERAGE: "on average",
    Recall.WORST: "at worst",
    Recall.BEFORE: "before the session",
    Recall.DURING: "in the session",
    Recall.AFTER: "after the session",
    Recall.MORNING: "the morning after",
}


def describe_short(body: Body) -> str:
    """An entry in few words: `pain 4 now`, `4,500 steps, load 3`, `heat (5 before, 3 after)`."""
    words = DESCRIPTIONS.get(type(body))
    return body.kind if words is None else words(body)


def _pain(body: Pain) -> str:
    return f"pain {format_number(body.nrs)} {RECALL_WORDS[body.recall]}"


def _activity(body: Activity) -> str:
    values = {**body.values(), **body.bouts()}
    parts = [f"{format_number(values[m])} {unit}" for m, unit in MEASURE_UNITS.items() if m in values]
    load = [f"load {format_number(values['load'])}"] if "load" in values else []
    return ", ".join([*parts, *load, *body.doing])


def _position(body: Position) -> str:
    comfortable = body.comfortable_minutes
    return body.posture + (
        "" if comfortable is None else f", comfortable for {format_number(comfortable)} min"
    )


def _relief(body: Relief) -> str:
    ratings = {"before": body.before, "after": body.after}
    known = [f"{format_number(nrs)} {moment}" for moment, nrs in ratings.items() if nrs is not None]
    means = one_line(body.means, 60)
    return f"{means} ({', '.join(known)})" if known else means


def _skip(body: Skip) -> str:
    return f"{body.what} skipped" + (f": {one_line(body.reason, 60)}" if body.reason else "")


def _note(body: Note) -> str:
    scales = {name: getattr(body, name) for name in WELLBEING}
    known = [f"{name} {format_number(value)}" for name, value in scales.items() if value is not None]
    return ", ".join(["note", *known] if body.note else known)


DESCRIPTIONS: Mapping[type[Body], Callable[[Any], str]] = {
    Pain: _pain,
    Activity: _activity,
    Position: _position,
    Relief: _relief,
    Skip: _skip,
    Note: _note,
}
"""The function for each type that is logged by hand."""


STATE_WORDS = {
    SessionState.RUNNING: "not ended",
    SessionState.FINISHED: "done",
    SessionState.STOPPED: "stopped because of pain",
    SessionState.LEFT: "ended early",
}


def describe(body: Body) -> str:
    """An entry with its details, without note and tags: `pain 4 now (leg)`, `5,000 steps, 30 active minutes`."""
    match body:
        case Pain():
            details = ", ".join(_pain_details(body))
            return f"{describe_short(body)} ({details})" if details else describe_short(body)
        case Activity():
            return describe_short(body) + (f", {body.basis}" if body.basis else "")
        case Relief():
            return ", ".join([describe_short(body), *_relief_details(body)])
        case SessionRun():
            return f"{one_line(body.name, 60)}, {STATE_WORDS[body.state]}, {clock_time(body.active_seconds)}"
        case SetRun():
            side = f", {one_line(body.side, 20)}" if body.side else ""
            return f"{one_line(body.exercise, 60)}{side}: {body.reps_done} of {body.planned_reps}"
        case _:
            return describe_short(body)


def _pain_details(pain: Pain) -> Iterator[str]:
    """Where it hurt and how, and the other ratings."""
    yield from (site.replace("-", " ") for site in pain.sites)
    if pain.side is not None:
        yield "both sides" if pain.side == "both" else f"{pain.side} side"
    yield from pain.qualities
    for name in ("interference", *WELLBEING):
        if (value := getattr(pain, name)) is not None:
            yield f"{name} {format_number(value)}"


def _relief_details(relief: Relief) -> Iterator[str]:
    """How long it took to help, and when it was rated."""
    if relief.effect_minutes is not None:
        yield f"helped after {format_number(relief.effect_minutes)} min"
    if relief.after_minutes is not None:
        yield f"rated after {format_number(relief.after_minutes)} min"


def describe_note(body: Body) -> str:
    """The note and the tags on one line; empty when there are none."""
    words = one_line(getattr(body, "note", ""))
    tags = ", ".join(one_line(tag, 60) for tag in getattr(body, "tags", ()))
    return f"{words} [{tags}]".lstrip() if tags else words


def describe_day(day: date, today: date) -> str:
    """`today`, `yesterday` or the date."""
    if day == today:
        return "today"
    return "yesterday" if day == today - timedelta(days=1) else f"{day}"


def describe_clock_time(record: Draft | Record | Entry, clock: Clock) -> str:
    """`14:05` in the zone of the entry; empty for an entry about a whole day."""
    zone = find_zone(record.zone) or clock.now().tzinfo
    at = record.at.astimezone(zone)
    if zone is None or _is_about_a_day(record.body) or at == end_of(record.day, zone, clock.day_ends):
        return ""
    return f"{at:%H:%M}"


def _is_about_a_day(body: Body) -> bool:
    of_a_moment = not isinstance(body, Pain) or body.recall not in {Recall.AVERAGE, Recall.WORST}
    return isinstance(body, Activity | Skip) or not of_a_moment


def describe_time(record: Draft | Record | Entry, clock: Clock) -> str:
    """`today 14:05`, `yesterday`, `2026-11-20 09:30`."""
    return f"{describe_day(record.day, today(clock))} {describe_clock_time(record, clock)}".rstrip()
