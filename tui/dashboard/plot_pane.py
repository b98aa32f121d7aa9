"""Pain against activity on the dashboard: the picture, or what there is as long as no day has both."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive, var

from journal.days import DayRow
from journal.medium.answer import Lag
from journal.medium.rows import WINDOW_DAYS
from tui.analysis.graph import MediumPlot
from tui.analysis.plot_data import PlotData, dots_of
from tui.analysis.plot_words import progress_words
from tui.plots.axes import Axes
from tui.plots.scatter import Layer, scatter
from tui.today.snapshot import DiaryDays

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis

FIRST_DAYS = 14
"""While no day has both pain and activity, the pain of so many days is drawn alone."""


def picture_of(diary: DiaryDays) -> PlotData:
    """The days alone, while no answer is there."""
    return PlotData(
        diary.today,
        diary.last,
        Lag.SAME,
        diary.measure,
        tuple(dots_of(diary.rows, diary.exposure)),
        rows=diary.counted,
        toward=progress_words(diary.counted),
    )


def by_day(rows: Sequence[DayRow], today: date) -> list[tuple[float, float]]:
    """The pain of the last days, as (day, pain); today is the last day."""
    days = [(FIRST_DAYS - (today - row.day).days, row.pain) for row in rows if row.pain is not None]
    return [(float(day), pain) for day, pain in days if 1 <= day <= FIRST_DAYS]


class PlotPane(MediumPlot):
    """The graph of `analysis`; without dots in it, the days of `diary` by the activity most of them have.

    `lag` is the day whose pain is shown; None is the clearer one.
    """

    diary: reactive[DiaryDays | None] = reactive(None)
    analysis: var["DiaryAnalysis | None"] = var(None, init=False)
    lag: var[Lag | None] = var(None, init=False)

    def watch_analysis(self) -> None:
        if self.analysis is not None:
            self.picture = self.analysis.picture(self.lag or self.analysis.headline, WINDOW_DAYS)

    watch_lag = watch_analysis

    def show_next_lag(self) -> None:
        """Show pain of the other day: the next after the same, the same after the next."""
        if self.analysis is not None:
            self.lag = (self.lag or self.analysis.headline).other

    def watch_diary(self) -> None:
        self.redraw()

    def _draw(self) -> None:
        if self.picture is not None and self.picture.dots:
            self._draw_picture(self.picture)
        elif self.diary is not None:
            self._draw_days(self.diary)

    def _draw_days(self, diary: DiaryDays) -> None:
        picture = picture_of(diary)
        self._draw_picture(picture)
        if not picture.dots and (pains := by_day(diary.rows, diary.today)):
            self.border_title = Content(f"Pain, the last {FIRST_DAYS} days")
            layer = Layer(pains, self._ink("today"), mark="◆", many="◆")
            axes = Axes(FIRST_DAYS, self._ink("axis"))
            self.update(scatter(*self.content_size, [layer], axes))
