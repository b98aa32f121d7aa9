"""How one thing went: a dot a day, hollow where it was noted later, and the line of the means of seven days."""

import math
from collections.abc import Sequence
from datetime import timedelta

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.trends import OF_A_WEEK, Point
from tui.history.calendar_words import SHORT
from tui.history.trend_words import date_label
from tui.plots.axes import LEAST_SPAN, Axes, Ink, nice_step
from tui.plots.marks import HOLLOW, MANY_HOLLOW
from tui.plots.scatter import Layer, LevelLine, scatter
from tui.text.measures import count_days
from tui.widgets.inks import ink

DAYS_A_COLUMN = 3
"""With more days in a column than this, dots would be a blot: only the line is drawn then."""

DATE_COLUMNS = 14
"""A date for about every so many columns keeps them apart."""

YEARS = 400
"""Days from which dates are shown as month and year."""

PARTS = 4
"""At most so many parts between ticks of an activity."""


def enough(points: Sequence[Point]) -> bool:
    """Whether any week of these days has a mean."""
    return any(point.mean is not None for point in points)


def still_needed(points: Sequence[Point], what: str) -> str:
    """How many days are missing for the first mean, in place of the line."""
    known = sum(1 for point in points if point.value is not None)
    if not known:
        return f"No {what} logged yet. With {OF_A_WEEK} days in a week, a line appears."
    more = OF_A_WEEK - min(known, OF_A_WEEK - 1)
    return f"{count_days(more, 'more ')} in a week and a line appears"


def axes_for(
    points: Sequence[Point], colour: Ink, columns: int, *, of_pain: bool, with_days: bool = True
) -> Axes:
    """Axes over these days: pain from 0 to 10, activity up to a round number that all of its means fit below, and
    all days when these are drawn, too.
    """
    last = max(len(points) - 1, 1)
    axes = Axes(last, colour, x_ticks=_dates(points, columns))
    if of_pain:
        return axes
    drawn = [point.value if with_days else point.mean for point in points]
    most = max((value for value in drawn if value is not None), default=0.0)
    most = most if most >= LEAST_SPAN else 1.0
    step = nice_step(most, PARTS)
    ticks = tuple(step * n for n in range(math.ceil(most / step - 1e-9) + 1))
    labels = tuple(f"{tick:g}" if tick < SHORT else f"{tick / SHORT:g}k" for tick in ticks)
    return Axes(last, colour, (0.0, ticks[-1]), ticks, labels, axes.x_ticks)


def _dates(points: Sequence[Point], columns: int) -> tuple[tuple[float, str], ...]:
    if not points:
        return ()
    first, last = points[0].day, len(points) - 1
    parts = max(1, min(columns // DATE_COLUMNS, last))
    places = sorted({round(last * n / parts) for n in range(parts + 1)})
    return tuple((n, date_label(first + timedelta(days=n), years=last > YEARS)) for n in places)


def layers(points: Sequence[Point], colour: Ink, *, hollow: bool) -> list[Layer]:
    """The days as dots; those that were noted later are hollow and lie below."""
    found = [(n, point) for n, point in enumerate(points) if point.value is not None]
    later = [(float(n), point.value or 0.0) for n, point in found if hollow and point.backfilled]
    rest = [(float(n), point.value or 0.0) for n, point in found if not (hollow and point.backfilled)]
    return [Layer(later, colour, mark=HOLLOW, many=MANY_HOLLOW), Layer(rest, colour, many="•")]


def means(points: Sequence[Point], colour: Ink) -> LevelLine:
    """The means of seven days as a line; where a week has too few days there is a gap."""
    return LevelLine(
        [(float(n), math.nan if p.mean is None else p.mean) for n, p in enumerate(points)], colour
    )


class TrendPlot(Static):
    """The points of some days; `of_pain` says that they are pain, `name` what else they are."""

    COMPONENT_CLASSES = {"trend-plot--day", "trend-plot--mean", "trend-plot--axis"}  # noqa: RUF012 - as Textual has it

    DEFAULT_CSS = """
    TrendPlot {
        .trend-plot--day { color: $foreground 50%; }
        .trend-plot--mean { color: $text-accent; }
        .trend-plot--axis { color: $foreground 60%; }
    }
    """

    points: reactive[tuple[Point, ...]] = reactive(())

    def __init__(self, *, of_pain: bool, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._of_pain = of_pain
        self.what = "pain"

    def watch_points(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        """Draw again when the theme changes: the colours are in the cells."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        points, (width, height) = self.points, self.content_size
        self.border_title = Content(f"{self.what.capitalize()}, means of 7 days")
        self.border_subtitle = Content(self._legend())
        if not any(point.value is not None for point in points):
            self.update(Content(still_needed(points, self.what)))
            return
        dots = self._dots(width)
        axes = axes_for(points, self._ink("axis"), width, of_pain=self._of_pain, with_days=bool(dots))
        self.update(scatter(width, height, dots, axes, [means(points, self._ink("mean"))]))

    def _legend(self) -> str:
        if not enough(self.points):
            return (
                still_needed(self.points, self.what) if any(p.value is not None for p in self.points) else ""
            )
        later = self._of_pain and any(p.backfilled and p.value is not None for p in self.points)
        return f"{HOLLOW} noted later" if later and self._dots(self.content_size.width) else ""

    def _dots(self, width: int) -> list[Layer]:
        if len(self.points) > DAYS_A_COLUMN * width and enough(self.points):
            return []
        return layers(self.points, self._ink("day"), hollow=self._of_pain)

    def _ink(self, part: str) -> Ink:
        return ink(self, f"trend-plot--{part}")
