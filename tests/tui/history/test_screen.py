"""Looking back through its keys: the calendar, the trends, help and palette, every size, hostile texts."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from journal.observations import Activity, Pain, Site
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from tests.fakes import A_SUNDAY
from tests.tui.app_harness import AppHarness, until
from tests.tui.history.diaries import (
    HOSTILE,
    NARROW,
    TODAY,
    about,
    detail_of,
    entry_lines,
    listed,
    opened,
    said,
    screen,
    write,
)
from tui.dashboard.safety_screen import SafetyScreen
from tui.history.calendar_view import CalendarView
from tui.history.entry_list import HistoryList
from tui.history.list_view import HistoryView
from tui.history.month_grid import MonthGrid
from tui.history.trends_view import TrendsView
from tui.widgets.help_screen import HelpScreen


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


# The calendar and the trends


def calendar(harness: AppHarness) -> CalendarView:
    return screen(harness).query_one(CalendarView)


async def test_the_calendar_shows_three_months_and_moves_by_day_and_by_month(harness: AppHarness) -> None:
    write(harness, about(Pain(4)), about(Pain(7), 31))
    async with opened(harness) as pilot:
        await pilot.press("c")
        grid = calendar(harness).query_one(MonthGrid)
        assert grid.months == ((2026, 9), (2026, 10), (2026, 11))
        await until(pilot, lambda: len(grid.cells) == 2)
        assert "Sunday 22 November 2026: pain 4" in said(harness, "#day")
        await pilot.press("left", "up")
        assert calendar(harness).chosen == date(2026, 11, 14)
        await pilot.press("pageup", "pageup", "pageup")
        assert calendar(harness).chosen == date(2026, 8, 14)
        assert grid.months == ((2026, 8), (2026, 9), (2026, 10))
        await pilot.press("home", "right", "down", "pagedown")
        assert calendar(harness).chosen == TODAY


async def test_a_small_terminal_has_room_for_fewer_months(harness: AppHarness) -> None:
    async with opened(harness, NARROW) as pilot:
        await pilot.press("c")
        assert (2026, 11) in calendar(harness).query_one(MonthGrid).months
        assert len(calendar(harness).query_one(MonthGrid).months) < 3
        assert calendar(harness).max_scroll_y == 0


async def test_the_numbers_of_the_calendar_can_be_another_measure(harness: AppHarness) -> None:
    write(harness, about(Pain(4)), about(Activity(steps=4_500)))
    async with opened(harness) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: " 4 " in str(calendar(harness).query_one(MonthGrid).render()))
        await pilot.press("m")
        assert "4.5k" in str(calendar(harness).query_one(MonthGrid).render())
        assert said(harness, "#legend").startswith("steps")
        await pilot.press("m", "m", "m", "m")
        assert said(harness, "#legend").startswith("pain of the day")


async def test_enter_shows_the_day_in_the_list(harness: AppHarness) -> None:
    write(harness, about(Pain(4)), about(Pain(5), 1), about(Pain(6), 2))
    async with opened(harness) as pilot:
        await pilot.press("k", "1", "c", "left", "enter")
        await until(pilot, lambda: entry_lines(harness)[:1] == ["14:05  pain 5 now"])
        assert listed(harness)[0] == "Saturday 21 November 2026 · yesterday"
        assert said(harness, "#filters") == "Sat 21 Nov 2026 and before (g: clear)"
        assert screen(harness).query_one(HistoryList).has_focus


async def test_what_is_deleted_in_the_list_is_gone_from_the_other_views(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: len(calendar(harness).query_one(MonthGrid).cells) == 1)
        await pilot.press("l", "d", "d")
        await until(pilot, lambda: screen(harness).query_one(HistoryView).has_class("-nothing"))
        await pilot.press("c")
        await until(pilot, lambda: len(calendar(harness).query_one(MonthGrid).cells) == 0)


async def test_the_trends_say_what_is_missing_and_change_their_span_by_one_key(harness: AppHarness) -> None:
    write(harness, about(Pain(4, sites=(Site.LEG,))))
    async with opened(harness) as pilot:
        await pilot.press("t")
        await until(pilot, lambda: "1 of 7 days" in said(harness, "#words-text"))
        assert "Days with entries\n1 of the last 14" in said(harness, "#words-text")
        view = screen(harness).query_one(TrendsView)
        for days in (120, 1, 30):
            await pilot.press("r")
            await until(pilot, lambda days=days: view.trends is not None and len(view.trends.pain) == days)  # type: ignore[misc]


async def test_a_change_that_people_notice_is_said_in_the_trends(harness: AppHarness) -> None:
    write(harness, *(about(Pain(3 if n < 14 else 6), n) for n in range(28)))
    async with opened(harness) as pilot:
        await pilot.press("t")
        await until(
            pilot,
            lambda: (
                "lower by 3 points: a change people notice" in said(harness, "#words-text").replace("\n", " ")
            ),
        )


# Keys, sizes, hostile texts


async def test_tab_and_the_named_keys_change_the_view(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        for key, view in (
            ("tab", CalendarView),
            ("tab", TrendsView),
            ("tab", HistoryView),
            ("t", TrendsView),
        ):
            await pilot.press(key)
            shown = [v for v in screen(harness).query("#views > *") if v.display]
            assert [type(v) for v in shown] == [view]


@pytest.mark.parametrize("view", ["l", "c", "t"])
async def test_help_names_the_keys_of_the_view_and_the_palette_offers_them(
    harness: AppHarness, view: str
) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press(view)
        names = {command.title for command in harness.app.get_system_commands(harness.app.screen)}
        assert {"l": {"Search", "Delete"}, "c": {"Month before", "Measure"}, "t": {"30 · 120 · all"}}[
            view
        ] <= names
        assert {"List", "Calendar", "Trends", "Safety", "Help"} <= names
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(harness.app.screen, HelpScreen))
        card = str(harness.app.screen.query_one("#card-text", Static).render())
        assert {"l": "Search the notes", "c": "The month before", "t": "or all"}[view] in card


async def test_every_key_of_looking_back_has_an_id_a_description_and_a_tooltip(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("c", "t", "l", "k")
        nodes = [
            screen(harness),
            *screen(harness).query("HistoryView, CalendarView, TrendsView, PromptLine, NumberedChoice"),
        ]
        ours = [binding for node in nodes for binding in type(node).BINDINGS]
        assert len(ours) > 20
        assert [b for b in ours if not (b.id and b.description and b.tooltip)] == []


async def test_the_safety_card_is_one_key_away(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(harness.app.screen, SafetyScreen))


async def test_hostile_texts_are_shown_without_harm_in_every_view(harness: AppHarness) -> None:
    session = SessionRun(HOSTILE, HOSTILE, {HOSTILE: {}}, SessionState.FINISHED, 60, 60)
    write(harness, about(Pain(4, note=HOSTILE + "x" * 20_000, tags=(HOSTILE[:40],))))
    at = A_SUNDAY - timedelta(hours=1)
    write(harness, Draft(session, TODAY, at, "Europe/Berlin", Source.SESSION, "S"))
    write(
        harness,
        Draft(SetRun("S", HOSTILE, 1, HOSTILE, 2, 1, Outcome.STOPPED, HOSTILE), TODAY, at, "Europe/Berlin"),
    )
    async with opened(harness) as pilot:
        await pilot.press("down")
        await detail_of(pilot, harness, "1 of 2")
        await pilot.press("up", "#", *"[", "enter")
        await until(pilot, lambda: screen(harness).query_one(HistoryView).filters.tag == "[")
        await pilot.press("#", "c", "t", "l")
        await until(pilot, lambda: len(entry_lines(harness)) == 2)
        await detail_of(pilot, harness, "[/] [@click=app.quit]x")
        shown = "".join(strip.text for strip in harness.app.screen._compositor.render_strips())
        assert not any(ch in shown for ch in "\x1b\x07\u202e\x00")
        assert harness.app.is_running


@pytest.mark.parametrize("view", ["l", "c", "t"])
async def test_no_size_is_too_small(harness: AppHarness, view: str) -> None:
    write(harness, *(about(Pain(n % 11, note="a note"), n) for n in range(40)))
    async with opened(harness) as pilot:
        await pilot.press(view)
        for width, height in (
            (1, 1),
            (3, 2),
            (20, 5),
            (40, 12),
            (79, 20),
            (200, 60),
            (1, 60),
            (200, 1),
            (120, 40),
        ):
            await pilot.resize_terminal(width, height)
            await pilot.press("down", "up")
        await pilot.pause()
        assert harness.app.is_running
