"""Records in words, for a line that says what was saved or taken back."""

from collections.abc import Callable, Mapping
from typing import Any

from journal.observations import WELLBEING, Activity, Note, Pain, Position, Recall, Relief, Skip
from journal.record import Body
from tui.text import figure, one_line

UNITS = {
    "steps": "steps",
    "active_minutes": "active minutes",
    "sitting_minutes": "minutes sitting",
    "longest_active_minutes": "minutes active at a stretch",
    "longest_sitting_minutes": "minutes sitting at a stretch",
}

RECALLS = {
    Recall.NOW: "now",
    Recall.AVERAGE: "on average",
    Recall.WORST: "at worst",
    Recall.BEFORE: "before the session",
    Recall.DURING: "in the session",
    Recall.AFTER: "after the session",
    Recall.MORNING: "the morning after",
}


def said(body: Body) -> str:
    """What was noted as a person would say it: `pain 4 now`, `4,500 steps, load 3`, `heat (5 before, 3 after)`."""
    words = SAID.get(type(body))
    return body.kind if words is None else words(body)


def _pain(body: Pain) -> str:
    return f"pain {figure(body.nrs)} {RECALLS[body.recall]}"


def _activity(body: Activity) -> str:
    values = {**body.values(), **body.bouts()}
    parts = [f"{figure(values[m])} {unit}" for m, unit in UNITS.items() if m in values]
    load = [f"load {figure(values['load'])}"] if "load" in values else []
    return ", ".join([*parts, *load, *body.doing])


def _position(body: Position) -> str:
    comfortable = body.comfortable_minutes
    return body.posture + ("" if comfortable is None else f", comfortable for {figure(comfortable)} min")


def _relief(body: Relief) -> str:
    ratings = {"before": body.before, "after": body.after}
    known = [f"{figure(nrs)} {when}" for when, nrs in ratings.items() if nrs is not None]
    means = one_line(body.means, 60)
    return f"{means} ({', '.join(known)})" if known else means


def _skip(body: Skip) -> str:
    return f"{body.what} left out" + (f": {one_line(body.reason, 60)}" if body.reason else "")


def _note(body: Note) -> str:
    scales = {name: getattr(body, name) for name in WELLBEING}
    known = [f"{name} {figure(value)}" for name, value in scales.items() if value is not None]
    return ", ".join(["note", *known] if body.note else known)


SAID: Mapping[type[Body], Callable[[Any], str]] = {
    Pain: _pain,
    Activity: _activity,
    Position: _position,
    Relief: _relief,
    Skip: _skip,
    Note: _note,
}
"""The words for each type of what is noted by hand."""
