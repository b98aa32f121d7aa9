"""Pain against activity: a dot a day, today's mark, and how far it is to an answer."""

from collections.abc import Sequence
from datetime import date, timedelta

from rich.text import Text
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.days import DayRow
from journal.medium.rows import NEEDED, WINDOW_DAYS
from tui.diary import MEASURE_NAMES, Diary
from tui.plots.scatter import HOLLOW, MANY_HOLLOW, Axes, Layer, Rgb, axis_for, scatter

RECENT = timedelta(days=30)
"""Days as old as this or older are drawn fainter."""

FIRST_DAYS = 14
"""While no day has both pain and activity, the pain of so many days is drawn alone."""

EMPTY = """Here each day with pain and activity becomes a dot.

p notes pain · a notes what you did today

After about 28 such days the dots can say something. Until then they are just your days."""


def points(rows: Sequence[DayRow], measure: str) -> list[tuple[float, float]]:
    """The days that have both, as (activity, pain)."""
    return [
        (x, row.pain) for row in rows if row.pain is not None and (x := row.activity[measure]) is not None
    ]


def layers_of(rows: Sequence[DayRow], measure: str, colour: Rgb) -> list[Layer]:
    """The dots of some days; those whose pain was noted later are hollow and lie below."""
    later = [row for row in rows if row.backfilled]
    rest = [row for row in rows if not row.backfilled]
    hollow = Layer(points(later, measure), colour, mark=HOLLOW, many=MANY_HOLLOW)
    return [hollow, Layer(points(rest, measure), colour)]


def by_day(rows: Sequence[DayRow], today: date) -> list[tuple[float, float]]:
    """The pain of the last days, as (day, pain); today is the last day."""
    days = [(FIRST_DAYS - (today - row.day).days, row.pain) for row in rows if row.pain is not None]
    return [(float(day), pain) for day, pain in days if 1 <= day <= FIRST_DAYS]


def toward(counted: int) -> str:
    """How far it is to an answer: `12 of 28 days toward an answer`. Only the last days count."""
    if counted < NEEDED:
        return f"{counted} of {NEEDED} days toward an answer, of the last {WINDOW_DAYS}"
    return f"{counted} of the last {WINDOW_DAYS} days counted"


class PlotPane(Static):
    """The days of the diary over pain (0 to 10) and the measure of activity that most days share."""

    COMPONENT_CLASSES = {"plot-pane--older", "plot-pane--recent", "plot-pane--today", "plot-pane--axis"}  # noqa: RUF012 - as Textual has it

    DEFAULT_CSS = """
    PlotPane {
        .plot-pane--older { color: $foreground 45%; }
        .plot-pane--recent { color: $foreground; }
        .plot-pane--today { color: $text-accent; }
        .plot-pane--axis { color: $foreground 60%; }
    }
    """

    diary: reactive[Diary | None] = reactive(None)

    def watch_diary(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        """Draw anew when the theme has changed: the plot's colours are in its cells."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        diary = self.diary
        if diary is None:
            return
        name = MEASURE_NAMES[diary.measure]
        self.border_title = Content(f"Pain against {name}, same day")
        self.border_subtitle = Content(toward(diary.counted) + self._legend(diary))
        drawn = points(diary.rows, diary.measure)
        if drawn:
            self.update(self._plot(diary, drawn))
        elif pains := by_day(diary.rows, diary.today):
            self.border_title = Content(f"Pain, the last {FIRST_DAYS} days")
            layer = Layer(pains, self._colour("today"), mark="◆", many="◆")
            axes = Axes(FIRST_DAYS, self._colour("axis"))
            self.update(scatter(self.content_size.width, self.content_size.height, [layer], axes))
        else:
            self.update(Content(EMPTY))

    def _legend(self, diary: Diary) -> str:
        later = [row for row in diary.rows if row.backfilled]
        return f" · {HOLLOW} noted later" if points(later, diary.measure) else ""

    def _plot(self, diary: Diary, drawn: Sequence[tuple[float, float]]) -> Text:
        old = [row for row in diary.rows if row.day <= diary.last - RECENT]
        recent = [row for row in diary.rows if row.day > diary.last - RECENT and row.day != diary.today]
        today = [row for row in diary.rows if row.day == diary.today]
        layers = [
            *layers_of(old, diary.measure, self._colour("older")),
            *layers_of(recent, diary.measure, self._colour("recent")),
            Layer(points(today, diary.measure), self._colour("today"), mark="◆", many="◆"),
        ]
        axes = axis_for([x for x, _ in drawn], self._colour("axis"))
        return scatter(self.content_size.width, self.content_size.height, layers, axes)

    def _colour(self, part: str) -> Rgb:
        _, background = self.background_colors
        return (background + self.get_component_styles(f"plot-pane--{part}").color).rgb
