"""A form about a whole day. Hints beside its fields show what the day has so far."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static

from journal.days import DayRow
from journal.observations import BOUTS
from journal.record import Source
from journal.values import JournalError
from tui.entry.form import EntryForm
from tui.entry.row import FieldRow, rows_in
from tui.entry.scale import Scale
from tui.entry.values import AMOUNTS, parse_day
from tui.system.clock import today
from tui.text.clean import format_number
from tui.text.parse import MomentError
from tui.widgets.text_fields import NoteInput

ORIGINS = {Source.SESSION: ", from sessions", Source.TABLE: ", imported"}
"""The origin of a value that was not typed."""


def so_far(row: DayRow | None, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name, hint) for each of these values; the hint is empty where the value is unknown."""
    for name in names:
        value = None if row is None else _value(row, name)
        origin = "" if row is None else ORIGINS.get(Source(row.sources.get(name, Source.TYPED)), "")
        yield name, "" if value is None else f"so far {format_number(value)}{origin}"


def _value(row: DayRow, name: str) -> float | None:
    if name in {"average", "worst"}:
        return row.average if name == "average" else row.worst
    return row.activity.get(name, row.bouts.get(name))


AMOUNT_LABELS = {
    "steps": "Steps",
    "active_minutes": "Active minutes",
    "sitting_minutes": "Sitting minutes",
    "longest_active_minutes": "Longest active",
    "longest_sitting_minutes": "Longest sitting",
}

TOTALS = "Totals of the whole day; a new number replaces the old one.\nEmpty: not known. 0: none."


class DayForm(EntryForm):
    """`SHOWN` are the fields with a hint about the day so far."""

    SHOWN: ClassVar[tuple[str, ...]] = tuple(AMOUNTS)

    def on_mount(self) -> None:
        self._day: date | None = None
        self.on_values_changed()

    def amounts(self, *names: str) -> Iterator[FieldRow]:
        """Rows for these measures of activity; `load` is a rating."""
        for name in names:
            if name == "load":
                yield FieldRow(name, "Load", Scale(self._clock), "vs a usual day")
            else:
                aside = "minutes without a break" if name in BOUTS else ""
                yield FieldRow(name, AMOUNT_LABELS[name], NoteInput(compact=True), aside, narrow=True)

    def totals(self) -> Static:
        """A line about what a number means."""
        return Static(Content(TOTALS), classes="form-hint")

    def on_values_changed(self) -> None:
        """Read the row of the day when another day is entered."""
        day = self._day_meant()
        if day != self._day:
            self._day = day
            self._look(day)

    def _day_meant(self) -> date | None:
        text = self.texts.get("day", "")
        try:
            return parse_day(text, self._clock.now(), self._clock.day_ends)
        except MomentError:
            return None

    @work(exclusive=True, group="row")
    async def _look(self, day: date | None) -> None:
        try:
            row = None if day is None else await self._request.row_of(day)
        except JournalError:
            row = None  # saving will say what is wrong
        rows = rows_in(self)
        for name, words in so_far(row, self.SHOWN):
            if name in rows:
                rows[name].set_hint(words)

    @property
    def day_words(self) -> str:
        """The weekday of today."""
        return f"{today(self._clock):%A}"
