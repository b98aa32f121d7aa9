"""Months side by side, a cell a day: its number over a tint that says the same."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.color import Color
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from journal.months import DAYS_OF_WEEK, WEEKS, DayCell, Month, first_day, weeks
from tui.history.calendar_words import cell_words

CELL, GAP = 5, 3
"""Columns of a day, and between two months."""

WIDTH = DAYS_OF_WEEK * CELL
"""Columns of a month."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

LEAST_TINT, MOST_TINT = 0.08, 0.6
"""How much of the tint's colour a cell takes: with little, and with the most."""

AIRY = 3
"""Rows of a week where there is room: the days, their numbers, and a line between."""

Piece = tuple[str, Style]

CHOSEN = Style(bold=True, reverse=True)


def fitting(width: int) -> int:
    """How many months stand side by side in so many columns: one to three."""
    return max(1, min(3, (width + GAP) // (WIDTH + GAP)))


class MonthGrid(Widget):
    """The months, with the number of each day. `most` is the number with the strongest tint.

    `chosen` is the day that is marked; days after `today` are not there yet.
    """

    COMPONENT_CLASSES = {"month-grid--tint", "month-grid--muted", "month-grid--name"}  # noqa: RUF012 - as Textual has it

    DEFAULT_CSS = """
    MonthGrid {
        .month-grid--tint { color: $primary; }
        .month-grid--muted { color: $foreground 60%; }
        .month-grid--name { color: $text-accent; text-style: bold; }
    }
    """

    months: reactive[tuple[Month, ...]] = reactive(())
    cells: reactive[Mapping[date, DayCell]] = reactive(dict)
    chosen: reactive[date] = reactive(date.min)
    today: reactive[date] = reactive(date.min)
    of_pain: reactive[bool] = reactive(default=True)
    most: reactive[float] = reactive(10.0)

    def render(self) -> Content:
        blank = Style()
        rows = [self._rows(month) for month in self.months]
        lines = []
        for parts in zip(*rows, strict=True):
            pieces: list[Piece] = []
            for part in parts:
                pieces += [*part, (" " * GAP, blank)]
            lines.append(Content.assemble(*pieces[:-1]))
        return Content("\n").join(lines)

    def get_content_height(self, *_: object) -> int:
        return 2 + WEEKS * self._week_rows

    @property
    def _week_rows(self) -> int:
        return AIRY if self.app.size.height >= 2 * (2 + WEEKS * AIRY) - 8 else AIRY - 1

    def _rows(self, month: Month) -> Iterator[list[Piece]]:
        """The lines of a month, each WIDTH columns wide."""
        muted = self._style("muted")
        yield [(f"{first_day(month):%B %Y}".center(WIDTH), self._style("name"))]
        yield [("".join(name.rjust(CELL - 1) + " " for name in WEEKDAYS), muted)]
        for week in weeks(month):
            yield [self._number(day) for day in week]
            yield [self._value(day) for day in week]
            if self._week_rows == AIRY:
                yield [(" " * WIDTH, Style())]

    def _number(self, day: date | None) -> Piece:
        """The day of the month; today's is underlined."""
        if day is None:
            return " " * CELL, Style()
        text = f"{day.day}".rjust(CELL - 1) + " "
        if day == self.chosen:
            return text, CHOSEN
        return text, Style(bold=True, underline=True) if day == self.today else self._style("muted")

    def _value(self, day: date | None) -> Piece:
        if day is None or day > self.today:
            return " " * CELL, Style()
        cell = self.cells.get(day)
        text = cell_words(cell, of_pain=self.of_pain).rjust(CELL - 1)
        text = text + " " if len(text) < CELL else text
        if day == self.chosen:
            return text, CHOSEN
        return text, self._tint(None if cell is None else cell.value)

    def _tint(self, value: float | None) -> Style:
        if value is None:
            return self._style("muted")
        share = min(max(value / self.most, 0.0), 1.0) if self.most > 0 else 0.0
        _, background = self.background_colors
        tint: Color = self.get_component_styles("month-grid--tint").color
        blended = background.blend(tint, LEAST_TINT + share * (MOST_TINT - LEAST_TINT), alpha=1.0)
        return Style(background=blended, foreground=background.get_contrast_text(0.9), bold=True)

    def _style(self, part: str) -> Style:
        return self.get_visual_style(f"month-grid--{part}")


def most_of(values: Sequence[float], *, of_pain: bool) -> float:
    """What the strongest tint stands for: 10 of pain, else the largest value."""
    return 10.0 if of_pain else max(values, default=0.0)
