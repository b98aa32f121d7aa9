"""Records in words, for a line that says what was saved or taken back."""

from journal.body import Activity, Pain, Recall
from journal.record import Body
from tui.text import figure

UNITS = {"steps": "steps", "active_minutes": "active minutes", "sitting_minutes": "minutes sitting"}

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
    """A pain or an activity as a person would say it: `pain 4 now`, `4,500 steps, load 3`."""
    match body:
        case Pain(nrs, recall):
            return f"pain {figure(nrs)} {RECALLS[recall]}"
        case Activity():
            values = body.values()
            parts = [f"{figure(values[m])} {unit}" for m, unit in UNITS.items() if m in values]
            return ", ".join([*parts, *([f"load {figure(values['load'])}"] if "load" in values else [])])
        case _:
            return body.kind
