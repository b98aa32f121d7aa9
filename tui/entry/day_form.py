"""A form about a whole day, which shows beside its fields what is known of that day already."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static

from journal.days import DayRow
from journal.observations import BOUTS
from journal.record import Source
from journal.store.store import JournalError
from tui.entry.form import EntryForm
from tui.entry.row import FieldRow, rows_in
from tui.entry.scale import Scale
from tui.entry.values import AMOUNTS, day_meant
from tui.system.clock import today
from tui.text.clean import format_number
from tui.text.parse import MomentError
from tui.widgets.text_fields import NoteInput

ORIGINS = {Source.SESSION: ", from sessions", Source.TABLE: ", imported"}
"""Where a value comes from that nobody typed."""


def so_far(row: DayRow | None, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """For each of these values: how it stands; in no words where it is not known."""
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
    "active_minutes": "Active, minutes",
    "sitting_minutes": "Sitting, minutes",
    "longest_active_minutes": "Longest active",
    "longest_sitting_minutes": "Longest sitting",
}

TOTALS = (
    "The whole day's total; a number here takes the place of an earlier one.\nEmpty: not known.  0: none."
)


class DayForm(EntryForm):
    """`SHOWN` are the fields beside which it stands how the day is so far."""

    SHOWN: ClassVar[tuple[str, ...]] = tuple(AMOUNTS)

    def on_mount(self) -> None:
        self._day: date | None = None
        self.note_change()

    def amounts(self, *names: str) -> Iterator[FieldRow]:
        """Fields for what can be counted, and for the load, which is felt."""
        for name in names:
            if name == "load":
                yield FieldRow(name, "Load", Scale(self._clock), "against your usual")
            else:
                aside = "minutes without a break" if name in BOUTS else ""
                yield FieldRow(name, AMOUNT_LABELS[name], NoteInput(compact=True), aside, short=True)

    def totals(self) -> Static:
        """What a number here means."""
        return Static(Content(TOTALS), classes="said")

    def note_change(self) -> None:
        """Look up the day that is meant, when it is another one."""
        day = self._day_meant()
        if day != self._day:
            self._day = day
            self._look(day)

    def _day_meant(self) -> date | None:
        text = self.texts.get("day", "")
        try:
            return day_meant(text, self._clock.now(), self._clock.day_ends)
        except MomentError:
            return None

    @work(exclusive=True, group="row")
    async def _look(self, day: date | None) -> None:
        try:
            row = None if day is None else await self._asked.row_of(day)
        except JournalError:
            row = None  # saving will say what is wrong
        rows = rows_in(self)
        for name, words in so_far(row, self.SHOWN):
            if name in rows:
                rows[name].remark(words)

    @property
    def day_words(self) -> str:
        """The day that it is, by its name."""
        return f"{today(self._clock):%A}"
