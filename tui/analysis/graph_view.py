"""The graph of pain and activity, and beside it both answers in words and what is missing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from journal.medium.answer import Lag
from journal.medium.rows import WINDOW_DAYS, Exposure, window
from journal.medium.words import ASSOCIATION
from tui.analysis.graph import MediumPlot
from tui.analysis.medium_words import (
    answers,
    data_source_lines,
    detectable_effect_lines,
    missing_data_lines,
    shared_reason_for_no_answer,
    window_words,
)
from tui.analysis.service import AnalysisService
from tui.plots.axes import SPANS
from tui.text.clean import one_line
from tui.text.measures import count_days

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis

KEYS: list[BindingType] = [
    Binding(
        "l", "next_lag", "Same · next day", id="medium.lag", tooltip="Pain of the same day, or of the next"
    ),
    Binding("r", "next_span", "30 · 120 · all", id="medium.span", tooltip="Dots of 30 or 120 days, or all"),
    Binding(
        "m", "next_exposure", "Measure", id="medium.measure", tooltip="Another measure or source of activity"
    ),
    Binding(
        "b",
        "toggle_added_later",
        "Added later",
        id="medium.later",
        tooltip="With or without days added later",
    ),
]

SIDE_BY_SIDE = 110
"""Columns from which graph and words are shown side by side."""

NOT_READ = "The journal could not be read. Go back with esc and open Insights again."


class MediumView(Container):
    """Shows the graph and its words when they are computed."""

    BINDINGS = KEYS

    lag: var[Lag | None] = var(None, init=False)
    span: var[int | None] = var(WINDOW_DAYS, init=False)
    exposure: var[Exposure | None] = var(None, init=False)
    later: var[bool] = var(True, init=False)
    findings: var["DiaryAnalysis | None"] = var(None, init=False)

    def __init__(self, analysis: AnalysisService, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._analysis = analysis
        # Kept, and not asked for by name: an answer may come when the screen has just gone.
        self._plot = MediumPlot(id="medium-plot")
        self._words = VerticalScroll(id="words")
        self._text = Static(id="words-text", markup=False)

    def compose(self) -> ComposeResult:
        yield self._plot
        with self._words:
            yield self._text

    def on_mount(self) -> None:
        self._ask()

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < SIDE_BY_SIDE, "-narrow")
        self.call_after_refresh(self._say_that_there_is_more)

    def _ask(self) -> None:
        self.run_worker(self.reload(), group="findings", exclusive=True)

    async def reload(self) -> None:
        """Compute again."""
        findings = await self._analysis.findings(self.exposure, later=self.later)
        if findings is not None:
            self.findings = findings
        elif self.findings is None:
            self._text.update(Content(NOT_READ))

    watch_exposure = watch_later = _ask

    def watch_findings(self) -> None:
        self._show()

    watch_lag = watch_span = watch_findings

    def _show(self) -> None:
        findings = self.findings
        if findings is None or not self.is_attached:
            return
        lag = self.lag or findings.headline
        self._plot.picture = findings.picture(lag, self.span)
        self._words.border_title = Content(window_words(findings.last))
        text: list[Content] = []
        for heading, lines in sections(findings, lag):
            text += [
                Content.styled(heading, "bold"),
                *(Content(one_line(line)) for line in lines),
                Content(""),
            ]
        self._text.update(Content("\n").join([*text, Content(ASSOCIATION)]))
        self.call_after_refresh(self._say_that_there_is_more)

    def _say_that_there_is_more(self) -> None:
        self._words.border_subtitle = Content("↓ goes on" if self._words.max_scroll_y > 0 else "")

    def action_next_lag(self) -> None:
        """Show the other lag."""
        if self.findings is not None:
            self.lag = (self.lag or self.findings.headline).other

    def action_next_span(self) -> None:
        """Show the dots of more days, or of the last 30 again."""
        self.span = SPANS[(SPANS.index(self.span) + 1) % len(SPANS)]

    def action_next_exposure(self) -> None:
        """Look at another measure of activity, or at another source of it."""
        if self.findings is not None and (known := self.findings.exposures):
            shown = self.exposure or self.findings.exposure
            self.exposure = known[(known.index(shown) + 1) % len(known)] if shown in known else known[0]

    def action_toggle_added_later(self) -> None:
        """Count days that were added later, or not."""
        self.later = not self.later

    def focus_first(self) -> None:
        """Take the keys."""
        self._words.focus()


def sections(findings: "DiaryAnalysis", first: Lag) -> Iterator[tuple[str, list[str]]]:
    """Everything beside the graph: headings, each with its lines."""
    needed = list(missing_data_lines(findings.toward, findings.exposure))
    if reason := shared_reason_for_no_answer(findings.medium):
        yield "No answer yet", [reason, *needed]
    else:
        yield from answers(findings.medium, first)
        if needed:
            yield "What is missing", needed
    if seen := list(detectable_effect_lines(findings.toward)):
        yield "How many days it takes", seen
    rows = window(findings.rows, findings.last)
    basis = [*data_source_lines(rows, findings.exposure, findings.left_out), *_added_later(findings)]
    yield "Based on", basis


def _added_later(findings: "DiaryAnalysis") -> Iterator[str]:
    later = sum(row.backfilled for row in window(findings.rows, findings.last))
    if later:
        was, them = ("was", "it") if later == 1 else ("were", "them")
        note = f"b: do not count {them}" if findings.asked.later else f"not counted · b: count {them}"
        yield f"{count_days(later)} {was} added a day or more later ({note})."
