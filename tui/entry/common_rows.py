"""Rows that several forms have."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from tui.entry.row import FieldRow
from tui.entry.scale import Scale
from tui.system.clock import Clock
from tui.widgets.text_fields import NoteArea, NoteInput, RecentWords

SCALES = {
    "interference": ("Gets in the way", "0 not at all"),
    "mood": ("Mood", "0 worst"),
    "stress": ("Stress", "0 none"),
    "sleep": ("Sleep", "0 worst"),
    "stiffness": ("Stiffness", "0 none"),
}
"""The ratings beside pain: the label, and what 0 means."""


def more_line(save_key: str = "enter") -> Static:
    """The line above the optional fields."""
    return Static(Content(f"{save_key}: save. Everything below is optional (tab)."), id="more")


def moment_row(label: str = "When") -> FieldRow:
    """The moment an entry is about."""
    field = NoteInput(compact=True, placeholder="now")
    return FieldRow("when", label, field, "14:05, yesterday 21:00, a date", narrow=True)


def day_row() -> FieldRow:
    """The day an entry is about."""
    field = NoteInput(compact=True, placeholder="today")
    return FieldRow("day", "Day", field, "yesterday, or a date", starts_group=True, narrow=True)


def scale_rows(clock: Clock, *names: str) -> Iterator[FieldRow]:
    """A scale from 0 to 10 for each of these names of SCALES."""
    for name in names:
        label, hint = SCALES[name]
        yield FieldRow(name, label, Scale(clock), hint, starts_group=name == names[0])


def tags_row(recent: RecentWords) -> FieldRow:
    """Words to find an entry by."""
    field = NoteInput(compact=True, placeholder="words, with commas", suggester=recent)
    return FieldRow("tags", "Tags", field, starts_group=True)


def note_row() -> FieldRow:
    """A note of any length."""
    return FieldRow("note", "Note", NoteArea(compact=True, placeholder="as long as you like"))
