"""The dashboard as a grid of text, held to files in `looks/`.

After a change that is meant, look at the new grids and keep them: `KEEP_LOOKS=1 make test`.
"""

import os
from pathlib import Path

import pytest

from journal.observations import Activity, Pain
from journal.record import Draft
from journal.synthetic.days import Truth, diary
from tests.folders import TESTS
from tests.tui.app_harness import AppHarness, pass_time, until, write_in_time
from tui.dashboard.feedback_screen import FeedbackScreen
from tui.dashboard.screen import DashboardScreen

LOOKS = TESTS / "tui" / "looks"
SIZES = {"120x40": (120, 40), "80x24": (80, 24), "50x15": (50, 15)}


def grid(harness: AppHarness) -> str:
    """What stands on the screen, a line a row, without blanks at the ends."""
    strips = harness.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def hold(harness: AppHarness, name: str) -> None:
    path = LOOKS / f"{name}.txt"
    if os.environ.get("KEEP_LOOKS"):
        LOOKS.mkdir(exist_ok=True)
        path.write_text(grid(harness), encoding="utf-8")
    assert grid(harness) == path.read_text(encoding="utf-8")


def dashboard(harness: AppHarness) -> DashboardScreen:
    screen = harness.app.screen_stack[1]
    assert isinstance(screen, DashboardScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_look(tmp_path: Path, size: str) -> None:
    harness = AppHarness(tmp_path)
    async with harness.app.run_test(size=SIZES[size]) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        await pilot.pause()
        hold(harness, f"empty-{size}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_under_way_and_done(tmp_path: Path, size: str) -> None:
    harness = AppHarness(tmp_path)
    async with harness.app.run_test(size=SIZES[size]) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        await pilot.press("space")
        await pass_time(harness, 33)
        await pilot.pause()
        hold(harness, f"running-{size}")
        await pilot.press("f")
        await pilot.pause()
        hold(harness, f"running-panes-{size}")
        await pilot.press("x")
        await pilot.pause()
        hold(harness, f"stopped-panes-{size}")
        await pilot.press("f")
        await pilot.pause()
        hold(harness, f"stopped-{size}")
        await pilot.press("space")
        await pass_time(harness, 200)
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
        await pilot.pause()
        hold(harness, f"asked-{size}")
        await pilot.press("escape")
        await until(pilot, lambda: bool((known := dashboard(harness).state.diary) and known.rows))
        await pilot.pause()
        hold(harness, f"done-{size}")


@pytest.mark.parametrize("size", ["120x40", "80x24"])
async def test_a_diary_of_months(tmp_path: Path, size: str) -> None:
    harness = AppHarness(tmp_path)
    zone = harness.clock.now().tzinfo
    assert zone is not None
    last = harness.clock.now().date()
    drafts = diary(Truth.MEDIUM, last, zone_name=harness.clock.zone_name, zone=zone)
    noon = harness.clock.now()
    today = [
        Draft(Pain(3, note="after a walk"), last, noon, harness.clock.zone_name),
        Draft(Activity(steps=6200), last, noon, harness.clock.zone_name),
    ]
    harness.thread.submit(lambda store: write_in_time(store, [*drafts, *today])).result()
    async with harness.app.run_test(size=SIZES[size]) as pilot:
        await until(pilot, lambda: dashboard(harness).analysis is not None, patience=4)
        await pilot.pause()
        for pane in ("routine", "session", "journal", "plot") if size == "80x24" else ("all",):
            hold(harness, f"diary-{pane}-{size}")
            await pilot.press("tab")
            await pilot.pause()
