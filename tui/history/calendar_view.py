"""The calendar: days of months with a number in each, moved through by the arrow keys."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from journal.days import DayRow
from journal.months import Month, cells, first_day, last_day, month_of, moved, same_day
from journal.observations import MEASURES
from journal.trends import measured, pain
from tui.history.calendar_words import LEGENDS, PAIN, day_words
from tui.history.month_grid import MonthGrid, fitting, most_of
from tui.history.reading import HistoryReader
from tui.system.clock import today
from tui.text.measures import MEASURE_NAMES
from tui.text.parse import FIRST_YEAR

SHOWN = (PAIN, *MEASURES)
"""What the numbers can be, one after another."""

KEYS: list[BindingType] = [
    Binding("left", "move(-1)", "Day before", show=False, id="calendar.left", tooltip="The day before"),
    Binding("right", "move(1)", "Day after", show=False, id="calendar.right", tooltip="The day after"),
    Binding("up", "move(-7)", "Week before", show=False, id="calendar.up", tooltip="The week before"),
    Binding("down", "move(7)", "Week after", show=False, id="calendar.down", tooltip="The week after"),
    Binding("pageup", "turn(-1)", "Month before", id="calendar.before", tooltip="The month before"),
    Binding("pagedown", "turn(1)", "Month after", id="calendar.after", tooltip="The month after"),
    Binding("home", "go_to_today", "Today", show=False, id="calendar.today", tooltip="Back to today"),
    Binding("m", "next_measure", "Measure", id="calendar.measure", tooltip="Pain, or another measure"),
    Binding("enter", "open", "This day", id="calendar.open", tooltip="Show this day in the list"),
]


class CalendarView(VerticalScroll):
    """Months up to the one of the day that is marked, at first today."""

    BINDINGS = KEYS

    chosen: var[date] = var(date.min, init=False)
    shown: var[str] = var(PAIN, init=False)

    @dataclass
    class DayChosen(Message):
        """A day is to be shown in the list."""

        day: date

    def __init__(self, reader: HistoryReader, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._reader = reader
        self._rows: dict[date, DayRow] = {}
        self._today = today(reader.clock)
        self._last = month_of(self._today)

    def compose(self) -> ComposeResult:
        yield MonthGrid(id="months")
        yield Static(id="day", markup=False)
        yield Static(id="legend", markup=False)

    def on_mount(self) -> None:
        self.query_one(MonthGrid).today = self._today
        self.chosen = self._today

    def on_resize(self) -> None:
        self._turn_to_the_chosen()

    async def reload(self) -> None:
        """Read the shown months again."""
        self._today = self.query_one(MonthGrid).today = today(self._reader.clock)
        self._rows.clear()
        await self._read()

    # What is shown

    @property
    def _months(self) -> tuple[Month, ...]:
        return self.query_one(MonthGrid).months

    def watch_chosen(self, chosen: date) -> None:
        self.query_one(MonthGrid).chosen = chosen
        self._turn_to_the_chosen()

    def watch_shown(self) -> None:
        self._show()

    def _turn_to_the_chosen(self) -> None:
        """Show the months up to the last one, so that the chosen day is among them."""
        count = fitting(self.size.width or self.app.size.width)
        month = month_of(self.chosen)
        if month > self._last or month <= moved(self._last, -count):
            self._last = month if month > self._last else moved(month, count - 1)
        months = tuple(moved(self._last, by) for by in range(1 - count, 1))
        if months != self._months:
            self.query_one(MonthGrid).months = months
            self.run_worker(self._read(), group="months", exclusive=True)
        self._show()

    async def _read(self) -> None:
        months = self._months
        since, until = first_day(months[0]), last_day(months[-1])
        rows = await self._reader.days(since, until)
        self._rows |= {row.day: row for row in rows or ()}
        self._show()

    def _show(self) -> None:
        of_pain = self.shown == PAIN
        value = pain if of_pain else measured(self.shown)
        shown = [row for row in self._rows.values() if month_of(row.day) in self._months]
        grid = self.query_one(MonthGrid)
        grid.of_pain = of_pain
        grid.most = most_of([v for row in shown if (v := value(row)) is not None], of_pain=of_pain)
        grid.cells = cells(shown, value)
        name = "pain of the day" if of_pain else MEASURE_NAMES[self.shown]
        legend = "   ".join([name, *(LEGENDS if of_pain else LEGENDS[1:])])
        self.query_one("#legend", Static).update(Content(legend))
        self.query_one("#day", Static).update(Content(day_words(self.chosen, self._rows.get(self.chosen))))

    # Keys

    def _go_to(self, day: date) -> None:
        self.chosen = max(date(FIRST_YEAR, 1, 1), min(day, self._today))

    def action_move(self, days: int) -> None:
        """Mark the day so many days later."""
        self._go_to(self.chosen + timedelta(days=days))

    def action_turn(self, months: int) -> None:
        """Mark the same day of another month."""
        self._go_to(same_day(self.chosen, moved(month_of(self.chosen), months)))

    def action_go_to_today(self) -> None:
        """Mark today."""
        self._go_to(self._today)

    def action_next_measure(self) -> None:
        """Show another number in the cells."""
        self.shown = SHOWN[(SHOWN.index(self.shown) + 1) % len(SHOWN)]

    def action_open(self) -> None:
        """Show the marked day in the list."""
        self.post_message(self.DayChosen(self.chosen))

    def focus_first(self) -> None:
        """Take the keys."""
        self.focus()
