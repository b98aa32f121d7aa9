"""Looking back as grids of text, held to files in `looks/`: an empty journal, one day, three years."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.observations import Activity, Pain, Site, Skip
from journal.record import Draft
from journal.synthetic.days import Truth, diary
from tests.fakes import A_SUNDAY
from tests.tui.app_harness import AppHarness, until, write_in_time
from tests.tui.dashboard.test_looks import SIZES, hold
from tui.history.calendar_view import CalendarView
from tui.history.entry_list import EntryDetail
from tui.history.list_view import HistoryView
from tui.history.month_grid import MonthGrid
from tui.history.screen import HistoryScreen
from tui.history.trends_view import TrendsView

TODAY, ZONE = A_SUNDAY.date(), "Europe/Berlin"
DAYS = 3 * 365


def one_day() -> list[Draft]:
    pain = Pain(4, sites=(Site.LOW_BACK, Site.LEG), note="after the stairs\nthen a walk", tags=("stairs",))
    bodies: dict[int, Pain | Activity | Skip] = {
        3: pain,
        2: Activity(steps=4_500, load=3),
        1: Skip(reason="tired"),
    }
    return [Draft(body, TODAY, A_SUNDAY - timedelta(hours=h), ZONE) for h, body in bodies.items()]


def three_years() -> list[Draft]:
    zone = A_SUNDAY.tzinfo
    assert zone is not None
    drafts = diary(Truth.MEDIUM, TODAY, days=DAYS, zone_name=ZONE, zone=zone)
    return [*drafts, *one_day()]


DIARIES = {"empty": list, "one-day": one_day, "three-years": three_years}


@pytest.mark.parametrize("size", ["120x40", "80x24"])
@pytest.mark.parametrize("name", DIARIES)
async def test_looking_back(tmp_path: Path, name: str, size: str) -> None:
    harness = AppHarness(tmp_path)
    drafts = DIARIES[name]()
    older = [draft for draft in drafts if draft.day < TODAY - timedelta(days=130)]
    harness.thread.submit(lambda store: store.write(older)).result()
    newer = drafts[len(older) :]
    harness.thread.submit(lambda store: write_in_time(store, newer)).result()
    async with harness.app.run_test(size=SIZES[size]) as pilot:
        await until(pilot, lambda: harness.is_ready)
        await pilot.press("h")
        await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
        screen = harness.app.screen
        view = screen.query_one(HistoryView)
        await until(
            pilot, lambda: view.has_class("-nothing") or screen.query_one(EntryDetail).detail is not None
        )
        await pilot.pause()
        hold(harness, f"back-list-{name}-{size}")
        await pilot.press("c")
        grid = screen.query_one(CalendarView).query_one(MonthGrid)
        await until(pilot, lambda: bool(grid.cells) is bool(drafts))
        await pilot.pause()
        hold(harness, f"back-calendar-{name}-{size}")
        await pilot.press("t")
        await until(pilot, lambda: screen.query_one(TrendsView).trends is not None)
        await pilot.pause()
        hold(harness, f"back-trends-{name}-{size}")
