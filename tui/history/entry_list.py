"""The list of entries: a heading a day, a line an entry, newest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.record import Entry
from tui.history.reading import Detail
from tui.history.words import (
    describe_about,
    facts,
    first_line,
    history_of,
    in_short,
    marks,
    parts_of,
    shown_day,
    title,
    whole_note,
)
from tui.system.clock import Clock
from tui.text.describe import describe, describe_clock_time


class EntryDetail(VerticalScroll):
    """Shows everything known of one entry."""

    detail: reactive[Detail | None] = reactive(None)

    def __init__(self, clock: Clock, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Static(id="detail-text", markup=False)

    def watch_detail(self, detail: Detail | None) -> None:
        lines = [] if detail is None else list(self._lines(detail))
        self.border_title = Content("" if detail is None else title(detail.entry))
        self.query_one("#detail-text", Static).update(Content("\n").join(lines))
        self.scroll_home(animate=False)

    def _lines(self, detail: Detail) -> Iterator[Content]:
        entry = detail.entry
        yield Content.styled(describe(entry.body), "bold")
        yield Content(describe_about(entry, self._clock))
        if special := marks(entry):
            yield Content.styled(special, "italic")
        yield Content("")
        for name, value in facts(entry.body):
            yield Content.assemble((f"{name}  ", "dim"), value)
        if note := whole_note(entry.body):
            yield Content(f"\n{note}")
        if parts := parts_of(detail):
            yield Content.styled("\nIn the session", "bold")
            yield from map(Content, parts)
        yield Content.styled("\nVersions", "bold")
        yield from map(Content, history_of(detail, self._clock))


NEAR = 20
"""Lines before the end of the list at which more is read."""


def line(entry: Entry, clock: Clock) -> Content:
    """An entry on one line: time, value, origin, note."""
    special = marks(entry)
    return Content.assemble(
        (f"{describe_clock_time(entry, clock):5}  ", "dim"),
        in_short(entry.body),
        (f"  {special}" if special else "", "italic dim"),
        (f"  {first_line(entry.body)}".rstrip(), "dim"),
    )


class HistoryList(OptionList):
    """Entries under day headings. Only entries can be highlighted."""

    @dataclass
    class Highlighted(Message):
        """An entry came under the cursor."""

        entry: Entry

    @dataclass
    class EntryChosen(Message):
        """An entry was chosen with enter."""

        entry: Entry

    @dataclass
    class EndNear(Message):
        """The cursor comes near the end of what was read."""

    def __init__(self, clock: Clock, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(markup=False, id=id)
        self._clock = clock
        self._rows: list[Entry | None] = []
        self._heading = ""

    @property
    def entries(self) -> list[Entry]:
        """The entries read so far, newest first."""
        return [entry for entry in self._rows if entry is not None]

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    @property
    def end_near(self) -> bool:
        """Whether the cursor is near the end of the list."""
        return self.highlighted is None or self.highlighted >= len(self._rows) - NEAR

    def show(self, entries: Sequence[Entry], at: Entry | None = None, above: str = "") -> None:
        """Show these entries, with the cursor on `at`, else where it was, else on the first; `above` is a first line."""
        place = self.highlighted or 0
        self.clear_options()
        self._rows, self._heading = [], ""
        if above:
            self._rows.append(None)
            self.add_option(Option(Content(above), disabled=True))
        self.extend(entries)
        found = [row for row, entry in enumerate(self._rows) if at and entry and entry.id == at.id]
        self.highlighted = found[0] if found else self._nearest(place if at else 0)

    def extend(self, entries: Iterable[Entry]) -> None:
        """Add older entries below."""
        options = []
        for entry in entries:
            if (day := shown_day(entry, self._clock)) != self._heading:
                self._heading = day
                options.append(Option(Content(day), disabled=True))
                self._rows.append(None)
            options.append(Option(line(entry, self._clock)))
            self._rows.append(entry)
        self.add_options(options)

    def _nearest(self, place: int) -> int | None:
        """The row of the entry that is nearest to a row: at or below it, else above."""
        below = (row for row in range(place, len(self._rows)) if self._rows[row] is not None)
        above = (row for row in range(min(place, len(self._rows)) - 1, -1, -1) if self._rows[row] is not None)
        return next(below, next(above, None))

    @on(OptionList.OptionHighlighted)
    def _say_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if (entry := self._rows[event.option_index]) is not None:
            self.post_message(self.Highlighted(entry))
        if self.end_near:
            self.post_message(self.EndNear())

    @on(OptionList.OptionSelected)
    def _say_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (entry := self._rows[event.option_index]) is not None:
            self.post_message(self.EntryChosen(entry))

    def action_cursor_up(self) -> None:
        self._move(-1)

    def action_cursor_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        """Go to the next entry up or down, and at an end stay there."""
        row = (-1 if self.highlighted is None else self.highlighted) + by
        while 0 <= row < len(self._rows) and self._rows[row] is None:
            row += by
        if 0 <= row < len(self._rows):
            self.highlighted = row
        elif by < 0:
            self.scroll_home(animate=False)
