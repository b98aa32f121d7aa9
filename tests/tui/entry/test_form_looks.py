"""The forms as grids of text, held to files in `looks/`; see `test_looks`."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.observations import Activity, Pain, Position, Posture, Relief
from journal.record import Body, Draft
from tests.tui.app_harness import AppHarness, until
from tests.tui.dashboard.test_looks import SIZES, dashboard, grid, hold
from tui.entry.form import EntryForm

FORMS = {"pain": "p", "activity": "a", "relief": "w", "position": "o", "note": "j", "evening": "v"}


@pytest.mark.parametrize("size", ["120x40", "80x24"])
async def test_each_form_over_a_day_with_something_in_it(tmp_path: Path, size: str) -> None:
    harness = AppHarness(tmp_path)
    now, zone = harness.clock.now(), harness.clock.zone_name
    before: list[tuple[Body, float]] = [
        (Position(Posture.STANDING, comfortable_minutes=20), 95),
        (Position(Posture.SITTING), 35),
        (Pain(5, tags=("garden", "tired")), 20),
        (Relief("acupuncture mat"), 15),
        (Activity(steps=4200, sitting_minutes=90), 10),
    ]
    drafts = [Draft(body, now.date(), now - timedelta(minutes=ago), zone) for body, ago in before]
    harness.thread.submit(lambda store: store.write(drafts)).result()
    async with harness.app.run_test(size=SIZES[size]) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        for name, key in FORMS.items():
            await pilot.press(key)
            screen = harness.app.screen
            assert isinstance(screen, EntryForm)
            await until(pilot, lambda screen=screen: bool(screen.suggestions.tags))  # type: ignore[misc]
            if name in {"activity", "evening"}:
                await until(pilot, lambda: "so far 4,200" in grid(harness))
            await pilot.pause()
            hold(harness, f"form-{name}-{size}")
            await pilot.press("escape")


async def test_a_form_with_a_fault_and_what_came_back(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path)
    async with harness.app.run_test(size=SIZES["80x24"]) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        await pilot.press("p", "4", "tab", *"0800", "enter")
        await pilot.pause()
        hold(harness, "form-fault-80x24")
