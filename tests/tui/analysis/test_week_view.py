"""The view of pacing, alone in an app: what it shows, when it asks, every size, without colour."""

from datetime import timedelta

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from journal.days import DayRow
from journal.medium.rows import Exposure
from tests.journal.pacing.weeks import MONDAY, by_week, days_from, row
from tests.tui.app_harness import until
from tui.analysis.gauge import DONE, MARK, UNKNOWN
from tui.analysis.week import Pacing, read_pacing
from tui.analysis.week_view import PacingView
from tui.settings.settings import THEMES

TODAY = MONDAY + timedelta(days=3)
ROWS = [
    *by_week(*[6_143] * 4),
    *days_from(MONDAY, {0: 5_000, 2: 12_000}),
    row(TODAY, 4_200, longest_active_minutes=35),
]


def pacing(rows: list[DayRow], measure: str = "steps") -> Pacing:
    return read_pacing(rows, Exposure(measure, "typed"), None, TODAY)


class WeekViewApp(App[str]):
    """The view and nothing else; it is answered with `answer`."""

    def __init__(self, answer: Pacing | None) -> None:
        super().__init__()
        self.answer = answer
        self.asked = 0

    def compose(self) -> ComposeResult:
        yield PacingView(self.ask, id="pacing-view")

    async def ask(self) -> Pacing | None:
        self.asked += 1
        return self.answer


def said(app: WeekViewApp, which: str) -> str:
    return str(app.query_one(which, Static).render())


def shown(app: WeekViewApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def test_the_week_its_gauges_and_the_days_before_are_shown() -> None:
    app = WeekViewApp(pacing(ROWS))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "43,000 steps" in said(app, "#pacing-plan"))
        await pilot.pause()
        text = "\n".join(shown(app))
        for words in (
            "Week of Monday 16 November",
            "Today: 4,200 of about 6,100 steps",
            "Week so far: 21,200 of 43,000 steps; 3 of 4 days logged",
            "This is your usual week of the last four.",
            "By steps, as you logged them.",
            "Big days, and what came after",
            "active: 35 minutes, today",
            f"{MARK} planned   {UNKNOWN} no entry",
        ):
            assert words in text
        assert sum(MARK in line and DONE in line for line in shown(app)) == 2


async def test_wide_stands_side_by_side_and_narrow_one_below_the_other() -> None:
    app = WeekViewApp(pacing(ROWS))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.query_one(PacingView).pacing is not None)
        week, days = app.query_one("#pacing-week"), app.query_one("#pacing-days")
        await until(pilot, lambda: days.region.y == week.region.y and days.region.x > week.region.x)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: days.region.x == week.region.x and days.region.y > week.region.y)


async def test_in_a_small_terminal_the_keys_scroll() -> None:
    app = WeekViewApp(pacing(ROWS))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.query_one(PacingView).pacing is not None)
        app.query_one(PacingView).focus_first()
        await pilot.press("end")
        await until(pilot, lambda: any("last 120 days: median 35" in line for line in shown(app)))


async def test_an_empty_diary_has_no_gauges_and_says_which_key_notes() -> None:
    app = WeekViewApp(pacing([]))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "with the activity form" in said(app, "#pacing-plan"))
        await pilot.pause()
        assert not any(MARK in line for line in shown(app))


async def test_reading_again_shows_what_has_come() -> None:
    app = WeekViewApp(pacing([]))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.asked == 1)
        app.answer = pacing(ROWS)
        await app.query_one(PacingView).reload()
        await until(pilot, lambda: any("Today: 4,200" in line for line in shown(app)))
        app.answer = pacing(ROWS, "load")
        await app.query_one(PacingView).reload()
        await until(pilot, lambda: not any(MARK in line for line in shown(app)))


async def test_what_cannot_be_read_leaves_what_is_shown() -> None:
    app = WeekViewApp(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.asked == 1)
        app.answer = pacing(ROWS)
        await app.query_one(PacingView).reload()
        app.answer = None
        await app.query_one(PacingView).reload()
        await pilot.pause()
        assert "43,000 steps" in said(app, "#pacing-plan")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("no_colour", [True, False])
async def test_what_is_done_can_be_told_in_every_theme_and_without_colour(
    theme: str, no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = WeekViewApp(pacing(ROWS))
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await until(pilot, lambda: sum(MARK in line and DONE in line for line in shown(app)) == 2)


async def test_no_size_is_too_small() -> None:
    app = WeekViewApp(pacing(ROWS))
    async with app.run_test(size=(120, 40)) as pilot:
        for width, height in ((1, 1), (3, 2), (20, 5), (40, 12), (99, 20), (200, 60), (1, 60), (200, 1)):
            await pilot.resize_terminal(width, height)
            await pilot.press("down", "up")
        await pilot.pause()
        assert app.is_running
