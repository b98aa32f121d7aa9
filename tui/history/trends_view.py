"""The trends: pain and activity as lines, and beside them what changed, when and where."""

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from journal.observations import MEASURES
from tui.history.reading import HistoryReader
from tui.history.trend_plot import TrendPlot
from tui.history.trend_words import sections, span_words
from tui.history.trends import Trends
from tui.plots.axes import SPANS
from tui.text.measures import MEASURE_NAMES

KEYS: list[BindingType] = [
    Binding("r", "next_span", "30 · 120 · all", id="trends.span", tooltip="The last 30 or 120 days, or all"),
    Binding("m", "next_measure", "Measure", id="trends.measure", tooltip="Another measure of activity"),
]

EMPTY = "No entries in these days yet. Go back with esc, then log your pain with p or your activity with a."


class TrendsView(Horizontal):
    """Reads and shows the trends of a span of days."""

    BINDINGS = KEYS

    span: var[int | None] = var(SPANS[0], init=False)
    measure: var[str | None] = var(None, init=False)
    trends: var[Trends | None] = var(None, init=False)

    def __init__(self, reader: HistoryReader, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._reader = reader

    def compose(self) -> ComposeResult:
        with Vertical(id="plots"):
            yield TrendPlot(of_pain=True, id="pain-trend")
            yield TrendPlot(of_pain=False, id="activity-trend")
        with VerticalScroll(id="words"):
            yield Static(id="words-text", markup=False)

    def on_mount(self) -> None:
        self._show_span()
        self.run_worker(self.reload(), group="trends", exclusive=True)

    async def reload(self) -> None:
        """Read the days of the span."""
        trends = await self._reader.trends(self.span, self.measure)
        if trends is not None and self.is_attached:
            self.trends = trends

    def watch_span(self) -> None:
        self._show_span()
        self.run_worker(self.reload(), group="trends", exclusive=True)

    def watch_measure(self) -> None:
        self.run_worker(self.reload(), group="trends", exclusive=True)

    def _show_span(self) -> None:
        words = self.query_one("#words")
        words.border_title = Content(span_words(self.span).capitalize())

    def watch_trends(self, trends: Trends | None) -> None:
        if trends is None:
            return
        pain, activity = (
            self.query_one("#pain-trend", TrendPlot),
            self.query_one("#activity-trend", TrendPlot),
        )
        activity.what = MEASURE_NAMES[trends.measure]
        pain.points, activity.points = trends.pain, trends.activity
        text = [Content(EMPTY + "\n")] if trends.empty else []
        for heading, lines in sections(trends):
            text += [Content.styled(heading, "bold"), *map(Content, lines), Content("")]
        self.query_one("#words-text", Static).update(Content("\n").join(text[:-1]))

    def action_next_span(self) -> None:
        """Show more days, or the last 30 again."""
        self.span = SPANS[(SPANS.index(self.span) + 1) % len(SPANS)]

    def action_next_measure(self) -> None:
        """Show another measure of activity."""
        names = tuple(MEASURES)
        shown = names[0] if self.trends is None else self.trends.measure
        self.measure = names[(names.index(shown) + 1) % len(names)]

    def focus_first(self) -> None:
        """Take the keys."""
        self.query_one("#words").focus()
