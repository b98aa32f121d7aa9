"""What the diary shows, through its keys: the graph with both lags, its span, its measure; never during a session."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from journal.medium.answer import Lag
from journal.observations import Activity, Pain, Recall
from journal.pacing.week import WeekPlan
from journal.record import Draft, Source
from journal.synthetic.days import Truth, diary
from tests.fakes import A_SUNDAY
from tests.journal.samples import BERLIN
from tests.tui.app_harness import AppHarness, until, write_in_time
from tests.tui.history.diaries import NARROW, TODAY, WIDE, about, write
from tui.analysis.effects_view import EffectsView
from tui.analysis.findings import plan_week
from tui.analysis.graph import MediumPlot
from tui.analysis.graph_view import MediumView
from tui.analysis.plot_data import PlotData
from tui.analysis.screen import AnalysisScreen
from tui.analysis.week_view import PacingView
from tui.dashboard.plot_pane import PlotPane
from tui.dashboard.safety_screen import SafetyScreen
from tui.messages import Requested
from tui.widgets.help_screen import HelpScreen


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


def a_diary(harness: AppHarness, truth: Truth = Truth.MEDIUM) -> None:
    drafts = [
        one for one in diary(truth, TODAY, zone_name="Europe/Berlin", zone=BERLIN) if one.at <= A_SUNDAY
    ]
    harness.thread.submit(lambda store: write_in_time(store, drafts)).result(30)


def view(harness: AppHarness) -> MediumView:
    return harness.app.screen.query_one(MediumView)


def picture(harness: AppHarness) -> PlotData:
    found = view(harness).query_one(MediumPlot).picture
    assert found is not None
    return found


def words(harness: AppHarness) -> str:
    return str(view(harness).query_one("#words-text", Static).render())


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: harness.is_ready)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(harness.app.screen, AnalysisScreen))
        await until(pilot, lambda: bool(harness.app.screen.query(MediumView)))
        await until(pilot, lambda: view(harness).findings is not None, patience=4)
        await pilot.pause()
        yield pilot


async def test_the_graph_shows_the_answer_and_says_both_lags_in_words(harness: AppHarness) -> None:
    a_diary(harness)
    async with opened(harness):
        assert picture(harness).lag is Lag.SAME
        assert picture(harness).answer == view(harness).findings.medium.curves["same"]  # type: ignore[union-attr]
        assert "Pain on the same day was lowest around" in words(harness)
        assert "No pattern found between steps and pain on the next day" in words(harness)
        assert "Less movement is not the goal." in words(harness)


async def test_one_key_goes_from_one_lag_to_the_other(harness: AppHarness) -> None:
    a_diary(harness)
    async with opened(harness) as pilot:
        await pilot.press("l")
        assert picture(harness).lag == Lag.NEXT
        assert words(harness).startswith("Pain on the next day")
        await pilot.press("l")
        assert picture(harness).lag is Lag.SAME


async def test_the_dots_of_30_or_120_days_or_all_are_one_key_apart(harness: AppHarness) -> None:
    a_diary(harness)
    async with opened(harness) as pilot:
        counts = []
        for _ in range(3):
            counts.append((picture(harness).span, len(picture(harness).dots)))
            await pilot.press("r")
        assert [span for span, _ in counts] == [120, None, 30]
        assert counts[2][1] < counts[0][1] < counts[1][1]
        assert picture(harness).span == 120


async def test_another_measure_and_another_source_are_one_key_away(harness: AppHarness) -> None:
    noted = [about(Pain(4), back) for back in range(10)]
    noted += [about(Activity(steps=5_000 + back), back) for back in range(8)]
    noted += [about(Activity(active_minutes=30.0 + back), back) for back in range(4)]
    at = A_SUNDAY - timedelta(days=9)
    noted.append(Draft(Activity(steps=900), at.date(), at, "Europe/Berlin", Source.TABLE))
    write(harness, *noted)
    async with opened(harness) as pilot:
        assert "Activity: steps, as you logged them." in words(harness)
        assert "1 day with steps as imported is not counted" in words(harness)
        seen = []
        for _ in range(3):
            await pilot.press("m")
            await until(pilot, lambda: view(harness).findings.exposure == view(harness).exposure)  # type: ignore[union-attr]
            seen.append((view(harness).exposure.measure, view(harness).exposure.source))  # type: ignore[union-attr]
        assert seen == [("active_minutes", "typed"), ("steps", "import:table"), ("steps", "typed")]


async def test_days_noted_afterwards_can_be_left_out_and_taken_in_again(harness: AppHarness) -> None:
    later = Draft(
        Pain(6, Recall.AVERAGE), TODAY - timedelta(days=5), A_SUNDAY - timedelta(days=5), "Europe/Berlin"
    )
    write(harness, later, *(about(Activity(steps=5_000), back) for back in range(7)), about(Pain(3)))
    async with opened(harness) as pilot:
        assert "1 day was added a day or more later (b: do not count it)." in words(harness)
        before = len(picture(harness).dots)
        await pilot.press("b")
        await until(pilot, lambda: "not counted · b: count it" in words(harness))
        assert len(picture(harness).dots) == before - 1


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20), (40, 12)])
async def test_an_empty_diary_says_how_far_it_is_and_what_helps(
    harness: AppHarness, size: tuple[int, int]
) -> None:
    async with opened(harness, size) as pilot:
        assert "0 of 28 days so far" in words(harness)
        assert picture(harness).dots == ()
        for key in ("l", "r", "m", "b", "tab", "g"):
            await pilot.press(key)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(harness.app.screen, AnalysisScreen))


async def test_help_and_the_safety_card_are_a_key_away(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(harness.app.screen, HelpScreen))
        await pilot.press("escape")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(harness.app.screen, SafetyScreen))


async def test_the_dashboard_plots_the_answer_and_one_key_shows_the_other_lag(harness: AppHarness) -> None:
    a_diary(harness)
    async with harness.app.run_test(size=WIDE) as pilot:
        pane = harness.app.screen_stack[-1].query_one(PlotPane)
        await until(pilot, lambda: harness.app.screen.query_one(PlotPane).picture is not None, patience=4)
        pane = harness.app.screen.query_one(PlotPane)
        assert pane.picture is not None
        assert str(pane.picture.lag) == "same"
        assert pane.picture.answer is not None
        assert pane.picture.answer.verdict == "medium"
        await pilot.press("l")
        assert str(pane.picture.lag) == "next"


async def test_nothing_is_computed_while_a_session_is_led(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path, start=True)
    a_diary(harness)
    async with harness.app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: harness.app.services.controller.live_session.live)
        await pilot.pause()
        assert getattr(harness.app.screen_stack[1], "analysis", ...) is None
        await pilot.press("g")
        await pilot.pause()
        assert not isinstance(harness.app.screen, AnalysisScreen)
        await pilot.press("space")


async def test_exercises_and_the_week_are_a_key_away_and_say_what_they_need(harness: AppHarness) -> None:
    async with opened(harness, NARROW) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: bool(harness.app.screen.query(EffectsView)))
        await until(pilot, lambda: harness.app.screen.query_one(EffectsView).effects is not None)
        await pilot.press("w")
        await until(pilot, lambda: bool(harness.app.screen.query(PacingView)))
        await until(pilot, lambda: harness.app.screen.query_one(PacingView).pacing is not None, patience=4)
        assert "No steps logged yet." in str(harness.app.screen.query_one("#pacing-plan", Static).render())


async def test_the_week_is_planned_from_one_source_and_from_the_days_before_it(harness: AppHarness) -> None:
    a_diary(harness, Truth.FLAT)
    async with opened(harness) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: bool(harness.app.screen.query(PacingView)))
        await until(pilot, lambda: harness.app.screen.query_one(PacingView).pacing is not None, patience=4)
        pacing = harness.app.screen.query_one(PacingView).pacing
        assert pacing is not None
        assert isinstance(pacing.plan, WeekPlan)
        assert pacing.plan.monday == TODAY - timedelta(days=6)
        rows = harness.thread.submit(lambda store: store.days()).result(10)
        more = [*rows[:-2], replace(rows[-2], activity={**rows[-2].activity, "steps": 40_000})]
        assert plan_week(more, TODAY).plan == pacing.plan
        assert plan_week(more, TODAY).progress.done > pacing.progress.done


async def test_an_answer_that_comes_when_the_screen_has_gone_breaks_nothing(harness: AppHarness) -> None:
    a_diary(harness)
    async with opened(harness) as pilot:
        gone = view(harness)
        await pilot.press("escape")
        await until(pilot, lambda: not gone.is_attached)
        gone.lag = Lag.NEXT
        gone._show()
        gone._say_that_there_is_more()
        for _ in range(5):
            await pilot.press("g", "escape")
        assert harness.app.return_code in {None, 0}


async def test_a_key_that_is_held_down_opens_one_screen(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(harness.app.screen, AnalysisScreen))
        for _ in range(4):
            harness.app.post_message(Requested("insights"))
        await until(pilot, lambda: isinstance(harness.app.screen, AnalysisScreen))
        await pilot.pause()
        assert sum(isinstance(screen, AnalysisScreen) for screen in harness.app.screen_stack) == 1
