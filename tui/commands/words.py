"""Records in words, for the lines that commands print. Nothing unsanitized comes out of here."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from journal.body import Activity, Pain, Recall
from journal.days import end_of
from journal.record import Body, Draft, Entry, Record, SessionRun, SessionState
from tui.clock import named_zone
from tui.text import clock_time, one_line
from tui.words import said

STATES = {
    SessionState.RUNNING: "not ended",
    SessionState.FINISHED: "done",
    SessionState.STOPPED: "stopped because of pain",
    SessionState.LEFT: "ended early",
}


def what(body: Body) -> str:
    """What was noted or done, without its note: `pain 4 now (leg)`, `5,000 steps, 30 active minutes`."""
    match body:
        case Pain(sites=(_, *_)):
            return f"{said(body)} ({', '.join(site.replace('-', ' ') for site in body.sites)})"
        case SessionRun():
            return f"{one_line(body.name, 60)}, {STATES[body.state]}, {clock_time(body.active_seconds)}"
        case _:
            return said(body)


def note(body: Body) -> str:
    """What was written with it, on one line; empty when nothing was."""
    return one_line(body.note) if isinstance(body, Pain | Activity) else ""


def day_words(day: date, today: date) -> str:
    """`today`, `yesterday` or the date."""
    if day == today:
        return "today"
    return "yesterday" if day == today - timedelta(days=1) else f"{day}"


def clock_words(noted: Draft | Record | Entry, now: datetime) -> str:
    """`14:05`, as the clock stood where it was noted; empty for what is about a whole day."""
    zone = named_zone(noted.zone) or now.tzinfo
    at = noted.at.astimezone(zone)
    of_the_day = isinstance(noted.body, Activity) or (
        isinstance(noted.body, Pain) and noted.body.recall is not Recall.NOW
    )
    return "" if of_the_day or zone is None or at == end_of(noted.day, zone) else f"{at:%H:%M}"


def when(noted: Draft | Record | Entry, today: date, now: datetime) -> str:
    """`today 14:05`, `yesterday`, `2026-11-20 09:30`."""
    return f"{day_words(noted.day, today)} {clock_words(noted, now)}".rstrip()


def document(value: Any) -> str:
    """One JSON document in printable ASCII."""
    return json.dumps(value, allow_nan=False).replace("\x7f", "\\u007f")
