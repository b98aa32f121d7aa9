"""What a diary shows of pain against activity, as the screens want it: one frozen value, made beside the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.days import DayRow
from journal.medium.analyse import medium_of
from journal.medium.answer import Lag, Medium
from journal.medium.progress import AnswerProgress, progress_toward_answer
from journal.medium.rows import STEPS, Exposure, exposures, left_out
from journal.pacing.week import PLANNED
from tui.analysis.plot_data import PlotData, dots_of
from tui.analysis.plot_words import progress_words
from tui.analysis.week import Pacing, days_ahead, read_pacing


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """What is wanted to be known: of which exposure (None: that with the best coverage), with days that were noted
    `later` or without them, and against which tolerable pain, 0 to 10, if any.
    """

    exposure: Exposure | None = None
    later: bool = True
    tolerance: float | None = None


@dataclass(frozen=True, slots=True)
class DiaryAnalysis:
    """The answer for both lags, and what it stands on.

    `rows` are the days, oldest first; `exposures` what could be looked at, `exposure` what is; `left_out` the days of
    the window on which another source tells the measure, by source.
    """

    today: date
    rows: tuple[DayRow, ...]
    asked: AnalysisOptions
    exposures: tuple[Exposure, ...]
    exposure: Exposure
    medium: Medium
    toward: AnswerProgress
    left_out: Mapping[str, int]

    @property
    def last(self) -> date:
        """The newest day of the diary, where the window ends."""
        return self.rows[-1].day if self.rows else self.today

    @property
    def headline(self) -> Lag:
        """The lag that is shown first: that with the clearer medium, else the same day."""
        return Lag(self.medium.headline or Lag.SAME)

    def picture(self, lag: Lag, span: int | None) -> PlotData:
        """The plot of one lag, with the dots of the last `span` days (None: all)."""
        dots = dots_of(self.rows, self.exposure, lag, later=self.asked.later)
        return PlotData(
            today=self.today,
            last=self.last,
            lag=lag,
            measure=self.exposure.measure,
            dots=tuple(dot for dot in dots if span is None or dot.day > self.last - timedelta(span)),
            answer=self.medium.curves[lag],
            tolerance=self.asked.tolerance,
            span=span,
            rows=self.medium.rows,
            toward=progress_words(self.toward.counted),
        )


def analyse_diary(rows: tuple[DayRow, ...], today: date, asked: AnalysisOptions) -> DiaryAnalysis:
    """What these days show: some 50 ms of computing."""
    last = rows[-1].day if rows else today
    known = exposures(rows, last)
    exposure = asked.exposure or next(iter(known), STEPS)
    return DiaryAnalysis(
        today=today,
        rows=rows,
        asked=asked,
        exposures=known,
        exposure=exposure,
        medium=medium_of(rows, exposure, tolerance=asked.tolerance, later=asked.later),
        toward=progress_toward_answer(rows, exposure, last, later=asked.later),
        left_out=left_out(rows, exposure, last),
    )


def plan_week(rows: Sequence[DayRow], today: date) -> Pacing:
    """The week of `today`, planned by what the days before it show: by the clearer medium, else by the next day.

    The pain of the same day may as well be what an activity follows; that of the next day is not.
    """
    before = days_ahead(rows, today)
    exposure = _to_plan(before or rows, today)
    ahead = medium_of(before, exposure)
    return read_pacing(rows, exposure, ahead.curves[ahead.headline or Lag.NEXT], today)


def _to_plan(rows: Sequence[DayRow], today: date) -> Exposure:
    """The exposure with the best coverage of those that a week can be planned of; without any, of all."""
    known = exposures(rows, rows[-1].day if rows else today)
    return next((one for one in known if one.measure in PLANNED), next(iter(known), STEPS))
