"""Pain against activity on the dashboard: the picture, or what there is as long as no day has both."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.reactive import reactive

from journal.days import DayRow
from journal.medium.answer import Lag
from tui.analysis.graph import MediumPlot
from tui.analysis.plot_data import PlotData, dots_of
from tui.analysis.plot_words import toward
from tui.plots.axes import Axes
from tui.plots.scatter import Layer, scatter
from tui.today.snapshot import DiaryDays

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
        toward=toward(diary.counted),
    )


def by_day(rows: Sequence[DayRow], today: date) -> list[tuple[float, float]]:
    """The pain of the last days, as (day, pain); today is the last day."""
    days = [(FIRST_DAYS - (today - row.day).days, row.pain) for row in rows if row.pain is not None]
    return [(float(day), pain) for day, pain in days if 1 <= day <= FIRST_DAYS]


class PlotPane(MediumPlot):
    """The picture, if it has dots; else the days of `diary` over the measure of activity that most of them share."""

    diary: reactive[DiaryDays | None] = reactive(None)

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
