"""What the dashboard says unasked: one quiet line, answered or put away by one key, at every size."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from journal.days import day_of
from journal.observations import Activity, Note, Pain, Position, Posture, Recall, Relief, Site
from journal.record import Body, Draft, Entry
from tests.tui.app_harness import AppHarness, pass_time, until
from tests.tui.dashboard.test_looks import dashboard, hold
from tui.dashboard.status_line import NoticeStrip
from tui.dashboard.timer_panel import TimerPanel
from tui.dashboard.view import DashboardView
from tui.settings.settings_file import write_setting
from tui.text.clean import one_line

WIDE, ONE_PANE, TINY = (120, 40), (80, 24), (50, 15)
HEAT = Relief("heat", before=5)


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


def note(harness: AppHarness, body: Body, ago: float = 0.0) -> None:
    """Something noted so many minutes ago."""
    at = harness.clock.now() - timedelta(minutes=ago)
    draft = Draft(body, day_of(at), at, harness.clock.zone_name)
    harness.thread.submit(lambda store: store.write([draft])).result(10)


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        await pilot.pause()
        yield pilot


def asked(harness: AppHarness) -> str:
    """What the session's pane asks or says."""
    view = dashboard(harness).query_one(TimerPanel).view
    return "" if view is None else one_line(view.question)


def over(harness: AppHarness, which: str) -> str:
    """What stands over the panes."""
    strip = dashboard(harness).query_one(NoticeStrip)
    line = strip.query_one(which, Static)
    return str(line.content) if strip.display and line.display else ""


def later(harness: AppHarness, minutes: float) -> None:
    """Let time pass, and the dashboard look again as it does each minute."""
    harness.clock.advance(minutes * 60)
    dashboard(harness).change_state()


def reliefs(harness: AppHarness) -> list[Entry]:
    return harness.entries("relief")


async def test_who_never_noted_anything_sees_no_prompt_in_the_first_days(harness: AppHarness) -> None:
    async with opened(harness):
        for _ in range(12):
            later(harness, 6 * 60)
            await harness.app.services.refresher.refresh_if_new_day()
            assert (asked(harness), over(harness, "#banner"), over(harness, "#prompt")) == ("", "", "")


async def test_a_relief_is_asked_about_when_its_time_has_come_and_a_digit_answers(
    harness: AppHarness,
) -> None:
    note(harness, HEAT)
    async with opened(harness) as pilot:
        later(harness, 29)
        assert asked(harness) == ""
        later(harness, 1)
        assert asked(harness) == "Pain after heat, 30 min ago? 0 to 10, or skip"
        await pilot.press("3")
        await until(pilot, lambda: reliefs(harness)[0].body == replace(HEAT, after=3, after_minutes=30))
        assert asked(harness).startswith("Saved: 3.")
        await pilot.press("4")
        await until(pilot, lambda: reliefs(harness)[0].body == replace(HEAT, after=4, after_minutes=30))
        assert len(reliefs(harness)) == 1
        later(harness, 10)
        assert asked(harness) == ""


async def test_a_ten_after_a_relief_is_two_keys_and_undo_takes_it_back(harness: AppHarness) -> None:
    note(harness, HEAT, 40)
    async with opened(harness) as pilot:
        await pilot.press("1", "0")
        await until(pilot, lambda: reliefs(harness)[0].body == replace(HEAT, after=10, after_minutes=40))
        await pilot.press("u")
        await until(pilot, lambda: reliefs(harness)[0].body != replace(HEAT, after=10, after_minutes=40))


async def test_what_was_answered_and_taken_back_is_asked_again(harness: AppHarness) -> None:
    note(harness, HEAT, 40)
    async with opened(harness) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: asked(harness).startswith("Saved: 4."))
        await until(pilot, lambda: dashboard(harness).state.reminder is None)
        await pilot.press("u")
        await until(pilot, lambda: asked(harness).startswith("Pain after heat"))


async def test_escape_puts_it_away_for_the_day_also_after_a_restart(tmp_path: Path) -> None:
    first = AppHarness(tmp_path)
    note(first, HEAT, 40)
    async with opened(first) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: asked(first) == "")
        await pilot.press("4")
        await pilot.pause()
    assert reliefs(first)[0].body == HEAT
    first.thread.close()
    second = AppHarness(tmp_path)
    async with opened(second):
        assert asked(second) == ""


async def test_a_position_is_told_at_the_persons_own_limit_until_another_is_noted(tmp_path: Path) -> None:
    write_setting(tmp_path / "config" / "settings.toml", "limit_sitting", 40)
    harness = AppHarness(tmp_path)
    note(harness, Position(Posture.SITTING))
    async with opened(harness) as pilot:
        later(harness, 39)
        assert asked(harness) == ""
        later(harness, 1)
        assert asked(harness) == "Sitting for 40 min: your limit. o: log a new one"
        await pilot.press("7")
        await pilot.pause()
        assert harness.entries("pain") == []
        note(harness, Position(Posture.STANDING))
        await harness.app.reload()
        await until(pilot, lambda: asked(harness) == "")


async def test_the_evening_is_said_from_its_hour_on_and_goes_when_its_form_is_opened(
    harness: AppHarness,
) -> None:
    note(harness, Pain(3))
    async with opened(harness) as pilot:
        later(harness, 4 * 60 + 54)
        assert asked(harness) == ""
        later(harness, 1)
        assert asked(harness) == "How was the day? v: log it in one form"
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: harness.app.screen is dashboard(harness))
        assert asked(harness) == ""
        later(harness, 60)
        assert asked(harness) == ""


async def test_in_the_evening_after_a_session_it_is_said_too(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("space")
        await pass_time(harness, 300)
        await until(pilot, lambda: not dashboard(harness).state.live_session.live)
        await until(pilot, lambda: harness.app.screen is not dashboard(harness))
        await pilot.press("escape")
        await until(pilot, lambda: bool((known := dashboard(harness).state.diary) and known.rows))
        later(harness, 5 * 60)
        await until(pilot, lambda: asked(harness).startswith("How was the day?"))


async def test_in_a_session_nothing_is_said_and_escape_pauses(harness: AppHarness) -> None:
    note(harness, Pain(9))
    note(harness, HEAT, 40)
    async with opened(harness) as pilot:
        await pilot.press("space")
        await pass_time(harness, 33)
        assert over(harness, "#banner") == ""
        assert "heat" not in asked(harness)
        await pilot.press("escape")
        await until(pilot, lambda: not dashboard(harness).state.live_session.running)
        assert dashboard(harness).state.live_session.live


async def test_where_one_pane_fits_a_prompt_is_seen_and_answered_from_every_pane(harness: AppHarness) -> None:
    note(harness, HEAT, 40)
    async with opened(harness, ONE_PANE) as pilot:
        for pane in range(4):
            if dashboard(harness).query_one(DashboardView).shown == 1:
                assert over(harness, "#prompt") == ""
                assert asked(harness).startswith("Pain after heat")
            else:
                assert over(harness, "#prompt").startswith("Pain after heat"), pane
            await pilot.press("tab")
            await pilot.pause()
        dashboard(harness).query_one(DashboardView).shown = 2
        await pilot.press("2")
        await until(pilot, lambda: reliefs(harness)[0].body == replace(HEAT, after=2, after_minutes=40))


# The banner


@pytest.mark.parametrize("size", [WIDE, ONE_PANE, TINY])
async def test_a_banner_stands_over_the_panes_at_every_size_and_names_the_card(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    write_setting(tmp_path / "config" / "settings.toml", "emergency_number", "999")
    harness = AppHarness(tmp_path)
    note(harness, Note("numb between the thighs"))
    async with opened(harness, size) as pilot:
        told = over(harness, "#banner")
        assert told.startswith("In your diary: numbness between the thighs.")
        assert "call 999" in told
        assert "s: when to get help" in told
        region = dashboard(harness).query_one("#banner").region
        assert region.height >= 1
        assert region.bottom <= size[1]
        await pilot.press("escape")
        await until(pilot, lambda: over(harness, "#banner") == "")


async def test_a_banner_comes_when_something_is_noted_and_a_new_sign_after_it_was_put_away(
    harness: AppHarness,
) -> None:
    async with opened(harness) as pilot:
        assert over(harness, "#banner") == ""
        await pilot.press("p", "8", "enter")
        await until(pilot, lambda: "pain of 8 or more" in over(harness, "#banner"))
        await pilot.press("escape")
        await until(pilot, lambda: over(harness, "#banner") == "")
        note(harness, Pain(8, sites=(Site.LEG,)))
        await harness.app.reload()
        await until(pilot, lambda: over(harness, "#banner").startswith("In your diary: pain in a leg."))


async def test_a_banner_is_no_modal_and_the_keys_mean_what_they_mean(harness: AppHarness) -> None:
    note(harness, Pain(9))
    async with opened(harness) as pilot:
        assert over(harness, "#banner")
        assert harness.app.screen is dashboard(harness)
        await pilot.press("s")
        await until(pilot, lambda: harness.app.screen is not dashboard(harness))
        await pilot.press("escape")
        await until(pilot, lambda: harness.app.screen is dashboard(harness))
        assert over(harness, "#banner")


async def test_escape_puts_away_the_banner_before_the_line_below(harness: AppHarness) -> None:
    note(harness, Pain(9))
    note(harness, HEAT, 40)
    async with opened(harness) as pilot:
        assert over(harness, "#banner")
        await pilot.press("escape")
        await until(pilot, lambda: over(harness, "#banner") == "")
        assert asked(harness).startswith("Pain after heat")


async def test_a_stop_for_pain_brings_the_banner_after_the_session(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("space")
        await pass_time(harness, 33)
        await pilot.press("x")
        await until(pilot, lambda: not dashboard(harness).state.live_session.running)
        assert over(harness, "#banner") == ""
        await pilot.press("enter")
        await until(pilot, lambda: not dashboard(harness).state.live_session.live)
        if harness.app.screen is not dashboard(harness):
            await pilot.press("escape")
        await until(
            pilot, lambda: over(harness, "#banner").startswith("In your diary: a stop because of pain.")
        )


async def test_the_next_day_what_was_put_away_is_forgotten(harness: AppHarness) -> None:
    note(harness, Pain(9))
    async with opened(harness) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: over(harness, "#banner") == "")
        later(harness, 24 * 60)
        await harness.app.services.refresher.refresh_if_new_day()
        assert over(harness, "#banner") == ""
        note(harness, Note("fever"))
        await harness.app.reload()
        await until(pilot, lambda: "fever" in over(harness, "#banner"))


@pytest.mark.parametrize(("size", "name"), [(WIDE, "120x40"), (ONE_PANE, "80x24"), (TINY, "50x15")])
async def test_the_looks_of_banner_and_prompts(harness: AppHarness, size: tuple[int, int], name: str) -> None:
    note(harness, Pain(3, Recall.AVERAGE), 24 * 60)
    note(harness, Activity(steps=3), 24 * 60)
    note(harness, HEAT, 40)
    note(harness, Note("Pins and needles around the genitals, both legs weak"), 3)
    async with opened(harness, size) as pilot:
        hold(harness, f"banner-{name}")
        await pilot.press("escape")
        await until(pilot, lambda: over(harness, "#banner") == "")
        await pilot.pause()
        hold(harness, f"relief-asked-{name}")
