"""What the screens are given: exposures, dots of both lags, and the answer for them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from journal.days import DayRow
from journal.medium.answer import Lag
from journal.medium.rows import Exposure
from journal.pacing.week import Lack, NoPlan, WeekPlan
from tests.journal.medium.test_rows import TYPED, row
from tests.journal.samples import DAY
from tui.analysis.findings import AnalysisOptions, DiaryAnalysis, analyse_diary, plan_week


def found(days: Sequence[DayRow], **asked: object) -> DiaryAnalysis:
    rows = tuple(sorted(days, key=lambda day: day.day))
    return analyse_diary(rows, DAY, AnalysisOptions(**asked))  # type: ignore[arg-type]


def test_a_dot_of_the_next_day_has_the_activity_of_the_calendar_day_before() -> None:
    findings = found([row(3, steps=10), row(2, steps=20), row(0, steps=40)])
    same, after = (findings.picture(lag, None).dots for lag in Lag)
    assert [(dot.day, dot.activity) for dot in same] == [
        (DAY - timedelta(days=3), 10),
        (DAY - timedelta(days=2), 20),
        (DAY, 40),
    ]
    assert [(dot.day, dot.activity) for dot in after] == [(DAY - timedelta(days=2), 10)]


def test_a_span_takes_the_last_days_only_and_the_answer_stays() -> None:
    findings = found([row(back, steps=back * 100) for back in range(200)])
    pictures = [findings.picture(Lag.SAME, span) for span in (30, 120, None)]
    assert [len(picture.dots) for picture in pictures] == [30, 120, 200]
    assert len({picture.answer for picture in pictures}) == 1
    assert pictures[0].rows == 120


def test_days_noted_later_are_marked_and_can_be_left_out() -> None:
    days = [row(back, steps=1, backfilled=back == 1) for back in range(4)]
    assert [dot.later for dot in found(days).picture(Lag.SAME, None).dots] == [False, False, True, False]
    assert len(found(days, later=False).picture(Lag.SAME, None).dots) == 3


def test_another_source_gives_no_dot_and_is_warned_of() -> None:
    days = [*(row(back, steps=1) for back in range(6)), row(6, source="import:table", steps=9)]
    findings = found(days)
    assert findings.exposure == TYPED
    assert len(findings.picture(Lag.SAME, None).dots) == 6
    assert findings.left_out == {"import:table": 1}
    other = found(days, exposure=Exposure("steps", "import:table"))
    assert [dot.activity for dot in other.picture(Lag.SAME, None).dots] == [9]


def test_an_empty_diary_has_no_dots_and_no_answer() -> None:
    picture = found([]).picture(Lag.SAME, 120)
    assert (picture.dots, picture.rows, picture.measure) == ((), 0, "steps")
    assert picture.answer is not None
    assert picture.answer.verdict == "not_enough"
    assert picture.toward == "0 of 28 days counted so far"


def test_a_week_is_planned_by_what_can_be_added_up_however_often_a_load_is_noted() -> None:
    days = [row(back, steps=4_000 + back) if back < 40 else row(back, load=5) for back in range(60, 0, -1)]
    loaded = [
        replace(day, activity={**day.activity, "load": 5.0}, sources={**day.sources, "load": "typed"})
        for day in days
    ]
    assert analyse_diary(tuple(loaded), DAY, AnalysisOptions()).exposure.measure == "load"
    pacing = plan_week(loaded, DAY)
    assert pacing.exposure == TYPED
    assert isinstance(pacing.plan, WeekPlan)


def test_where_nothing_can_be_added_up_the_week_speaks_of_what_is_noted() -> None:
    pacing = plan_week([row(back, load=5) for back in range(60, 0, -1)], DAY)
    assert pacing.measure == "load"
    assert isinstance(pacing.plan, NoPlan)
    assert pacing.plan.why is Lack.UNPLANNED


def test_the_source_with_the_best_coverage_is_planned_and_the_other_told() -> None:
    days = [
        row(back, source="typed" if back % 4 else "import:table", steps=5_000) for back in range(60, 0, -1)
    ]
    pacing = plan_week(days, DAY)
    assert pacing.exposure == TYPED
    assert pacing.left_out == {"import:table": 15}
    assert plan_week([], DAY).exposure == TYPED
