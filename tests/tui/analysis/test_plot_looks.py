"""The plot of pain against activity on a screen, held to files in `looks/` (see `test_looks`), and what redraws it."""

import os
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

import pytest
from rich.color import Color
from textual.app import App, ComposeResult

from journal.days import DayRow
from journal.medium.answer import Lag, Verdict
from journal.observations import MEASURES
from tests.tui.analysis.plots import TODAY, bare, picture
from tests.tui.dashboard.test_looks import LOOKS
from tui.analysis.graph import MediumPlot
from tui.analysis.plot_data import PlotData
from tui.dashboard.plot_pane import PlotPane, picture_of
from tui.settings.settings import THEMES
from tui.today.snapshot import DiaryDays

SIZES = {"120x40": (120, 40), "80x24": (80, 24)}


class PlotApp(App[None]):
    """One plot as large as the screen."""

    CSS: ClassVar[str] = """
    MediumPlot { border: round $primary 50%; padding: 0 1; height: 1fr; }
    """

    def __init__(self, plot: MediumPlot) -> None:
        super().__init__()
        self.plot = plot

    def compose(self) -> ComposeResult:
        yield self.plot


def wall(drawn: PlotData | None = None) -> PlotApp:
    app = PlotApp(MediumPlot(markup=False))
    app.plot.set_reactive(MediumPlot.picture, drawn)
    return app


def rows(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def grounds(app: App[None]) -> set[Color | None]:
    """The colours that lie behind the cells."""
    segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
    return {segment.style.bgcolor for segment in segments if segment.style is not None}


def hold(app: App[None], name: str) -> None:
    path = LOOKS / f"{name}.txt"
    if os.environ.get("KEEP_LOOKS"):
        path.write_text(rows(app), encoding="utf-8")
    assert rows(app) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("verdict", Verdict)
async def test_each_verdict(verdict: Verdict, size: str) -> None:
    app = wall(picture(verdict))
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        hold(app, f"plot-{verdict}-{size}".replace("_", "-"))


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_day_over_all_days(size: str) -> None:
    app = wall(replace(picture(Verdict.MEDIUM, lag=Lag.NEXT), span=None))
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        hold(app, f"plot-next-day-all-{size}")


@pytest.mark.parametrize("size", SIZES)
async def test_no_title_is_cut_by_the_border(size: str) -> None:
    app = wall()
    async with app.run_test(size=SIZES[size]) as pilot:
        longer = [bare(*picture(Verdict.NOT_ENOUGH).dots, toward="x" * n) for n in range(30, 90)]
        for drawn in [*map(picture, Verdict), *longer]:
            app.plot.picture = drawn
            await pilot.pause()
            assert str(app.plot.border_title) in rows(app).split("\n")[0]


async def test_the_plot_fills_what_is_inside_the_border() -> None:
    app = wall(picture(Verdict.MEDIUM))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = str(app.plot.render()).split("\n")
        assert [len(line) for line in lines] == [76] * 22
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        lines = str(app.plot.render()).split("\n")
        assert [len(line) for line in lines] == [96] * 28


async def test_another_theme_draws_anew() -> None:
    app = wall(picture(Verdict.MEDIUM))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        dark, text = grounds(app), rows(app)
        app.theme = "textual-light"
        await pilot.pause()
        assert len(grounds(app)) >= 6
        assert not grounds(app) & dark
        assert rows(app) == text


@pytest.mark.parametrize("theme", THEMES)
async def test_in_every_theme_ranges_band_and_ground_differ(theme: str) -> None:
    app = wall(picture(Verdict.MEDIUM))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await pilot.pause()
        assert len(grounds(app)) >= 6  # the ground, two ranges, and the band over each of the three


async def test_without_colour_the_marks_say_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = wall(picture(Verdict.MEDIUM))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = rows(app)
    assert app.no_color
    assert all(mark in text for mark in ("█████", "░░", "⠶", "⡀", "──", "◆", "·", "•", "○"))


async def test_without_a_dot_or_a_curve_the_plot_says_how_one_comes_about() -> None:
    app = wall(bare())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "becomes a dot" in str(app.plot.render())


async def test_days_before_the_answer_do_not_hide_its_curve() -> None:
    app = wall(replace(picture(Verdict.MEDIUM), dots=(), span=30))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "average pain, last 120 days" in str(app.plot.render())


# On the dashboard


def diary(days: int) -> DiaryDays:
    """Days with pain and steps, the last of them today."""
    none, typed = dict.fromkeys(MEASURES), {"steps": "typed"}
    rows = [
        DayRow(TODAY - timedelta(days=back), None, 4.0, None, 0, {**none, "steps": 5_000.0 + back}, typed)
        for back in range(days - 1, -1, -1)
    ]
    return DiaryDays(TODAY, tuple(rows))


async def test_the_pane_draws_the_days_until_there_is_a_picture() -> None:
    app = PlotApp(PlotPane(markup=False))
    pane = app.plot
    assert isinstance(pane, PlotPane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.diary = diary(12)
        await pilot.pause()
        assert str(pane.border_title) == "Pain and steps, same day: 11 of 28 days counted so far"
        assert "◆" in str(pane.render())
        assert "average" not in str(pane.render())
        pane.picture = picture(Verdict.MEDIUM)
        await pilot.pause()
        assert "4,200 to 8,800 steps" in str(pane.border_title)
        assert "average pain" in str(pane.render())
        pane.picture = bare()  # nothing to draw: the days are more
        await pilot.pause()
        assert "◆" in str(pane.render())
        assert "average" not in str(pane.render())


def test_the_days_alone_are_a_picture_without_an_answer() -> None:
    drawn = picture_of(diary(40))
    assert len(drawn.dots) == 40
    assert drawn.answer is None
    assert (drawn.rows, drawn.toward) == (39, "")
