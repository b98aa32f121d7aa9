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
from tests.tui.small import House, pass_time, until
from tests.tui.test_looks import dashboard, hold
from tui.dashboard.status_line import Strip
from tui.dashboard.timer_panel import TimerPanel
from tui.settings.settings import write_setting
from tui.text.clean import one_line

WIDE, ONE_PANE, TINY = (120, 40), (80, 24), (50, 15)
HEAT = Relief("heat", before=5)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def note(house: House, body: Body, ago: float = 0.0) -> None:
    """Something noted so many minutes ago."""
    at = house.clock.now() - timedelta(minutes=ago)
    draft = Draft(body, day_of(at), at, house.clock.zone_name)
    house.thread.submit(lambda store: store.write([draft])).result(10)


@asynccontextmanager
async def opened(house: House, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    async with house.app.run_test(size=size) as pilot:
        await until(pilot, lambda: dashboard(house).today is not None)
        await pilot.pause()
        yield pilot


def asked(house: House) -> str:
    """What the session's pane asks or says."""
    view = dashboard(house).query_one(TimerPanel).view
    return "" if view is None else one_line(view.asked)


def over(house: House, which: str) -> str:
    """What stands over the panes."""
    strip = dashboard(house).query_one(Strip)
    line = strip.query_one(which, Static)
    return str(line.content) if strip.display and line.display else ""


def later(house: House, minutes: float) -> None:
    """Let time pass, and the dashboard look again as it does each minute."""
    house.clock.advance(minutes * 60)
    dashboard(house).look_again()


def reliefs(house: House) -> list[Entry]:
    return house.entries("relief")


async def test_who_never_noted_anything_sees_no_prompt_in_the_first_days(house: House) -> None:
    async with opened(house):
        for _ in range(12):
            later(house, 6 * 60)
            await house.app._lookout.look_at_the_day()
            assert (asked(house), over(house, "#banner"), over(house, "#prompt")) == ("", "", "")


async def test_a_relief_is_asked_about_when_its_time_has_come_and_a_digit_answers(house: House) -> None:
    note(house, HEAT)
    async with opened(house) as pilot:
        later(house, 29)
        assert asked(house) == ""
        later(house, 1)
        assert asked(house) == "Pain after heat, 30 min ago? 0 to 10, or nothing"
        await pilot.press("3")
        await until(pilot, lambda: reliefs(house)[0].body == replace(HEAT, after=3, after_minutes=30))
        assert asked(house).startswith("Noted: 3.")
        await pilot.press("4")
        await until(pilot, lambda: reliefs(house)[0].body == replace(HEAT, after=4, after_minutes=30))
        assert len(reliefs(house)) == 1
        later(house, 10)
        assert asked(house) == ""


async def test_a_ten_after_a_relief_is_two_keys_and_undo_takes_it_back(house: House) -> None:
    note(house, HEAT, 40)
    async with opened(house) as pilot:
        await pilot.press("1", "0")
        await until(pilot, lambda: reliefs(house)[0].body == replace(HEAT, after=10, after_minutes=40))
        await pilot.press("u")
        await until(pilot, lambda: reliefs(house)[0].body != replace(HEAT, after=10, after_minutes=40))


async def test_what_was_answered_and_taken_back_is_asked_again(house: House) -> None:
    note(house, HEAT, 40)
    async with opened(house) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: asked(house).startswith("Noted: 4."))
        await until(pilot, lambda: dashboard(house).situation.prompt is None)
        await pilot.press("u")
        await until(pilot, lambda: asked(house).startswith("Pain after heat"))


async def test_escape_puts_it_away_for_the_day_also_after_a_restart(tmp_path: Path) -> None:
    first = House(tmp_path)
    note(first, HEAT, 40)
    async with opened(first) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: asked(first) == "")
        await pilot.press("4")
        await pilot.pause()
    assert reliefs(first)[0].body == HEAT
    first.thread.close()
    second = House(tmp_path)
    async with opened(second):
        assert asked(second) == ""


async def test_a_position_is_told_at_the_persons_own_limit_until_another_is_noted(tmp_path: Path) -> None:
    write_setting(tmp_path / "config" / "settings.toml", "limit_sitting", 40)
    house = House(tmp_path)
    note(house, Position(Posture.SITTING))
    async with opened(house) as pilot:
        later(house, 39)
        assert asked(house) == ""
        later(house, 1)
        assert asked(house) == "Sitting for 40 min: your own limit. o notes another."
        await pilot.press("7")
        await pilot.pause()
        assert house.entries("pain") == []
        note(house, Position(Posture.STANDING))
        await house.app.reload()
        await until(pilot, lambda: asked(house) == "")


async def test_the_evening_is_said_from_its_hour_on_and_goes_when_its_form_is_opened(house: House) -> None:
    note(house, Pain(3))
    async with opened(house) as pilot:
        later(house, 4 * 60 + 54)
        assert asked(house) == ""
        later(house, 1)
        assert asked(house) == "How was the day? v notes it in one form"
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: house.app.screen is dashboard(house))
        assert asked(house) == ""
        later(house, 60)
        assert asked(house) == ""


async def test_in_the_evening_after_a_session_it_is_said_too(house: House) -> None:
    async with opened(house) as pilot:
        await pilot.press("space")
        await pass_time(house, 300)
        await until(pilot, lambda: not dashboard(house).course.live)
        await until(pilot, lambda: house.app.screen is not dashboard(house))
        await pilot.press("escape")
        await until(pilot, lambda: bool((known := dashboard(house).diary) and known.rows))
        later(house, 5 * 60)
        await until(pilot, lambda: asked(house).startswith("How was the day?"))


async def test_in_a_session_nothing_is_said_and_escape_pauses(house: House) -> None:
    note(house, Pain(9))
    note(house, HEAT, 40)
    async with opened(house) as pilot:
        await pilot.press("space")
        await pass_time(house, 33)
        assert over(house, "#banner") == ""
        assert "heat" not in asked(house)
        await pilot.press("escape")
        await until(pilot, lambda: not dashboard(house).course.goes)
        assert dashboard(house).course.live


async def test_where_one_pane_fits_a_prompt_is_seen_and_answered_from_every_pane(house: House) -> None:
    note(house, HEAT, 40)
    async with opened(house, ONE_PANE) as pilot:
        for pane in range(4):
            if dashboard(house).shown == 1:
                assert over(house, "#prompt") == ""
                assert asked(house).startswith("Pain after heat")
            else:
                assert over(house, "#prompt").startswith("Pain after heat"), pane
            await pilot.press("tab")
            await pilot.pause()
        dashboard(house).shown = 2
        await pilot.press("2")
        await until(pilot, lambda: reliefs(house)[0].body == replace(HEAT, after=2, after_minutes=40))


# The banner


@pytest.mark.parametrize("size", [WIDE, ONE_PANE, TINY])
async def test_a_banner_stands_over_the_panes_at_every_size_and_names_the_card(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    write_setting(tmp_path / "config" / "settings.toml", "emergency_number", "999")
    house = House(tmp_path)
    note(house, Note("numb between the thighs"))
    async with opened(house, size) as pilot:
        told = over(house, "#banner")
        assert told.startswith("Noted: numbness between the thighs.")
        assert "call 999" in told
        assert "s when to get help" in told
        region = dashboard(house).query_one("#banner").region
        assert region.height >= 1
        assert region.bottom <= size[1]
        await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner") == "")


async def test_a_banner_comes_when_something_is_noted_and_a_new_sign_after_it_was_put_away(
    house: House,
) -> None:
    async with opened(house) as pilot:
        assert over(house, "#banner") == ""
        await pilot.press("p", "8", "enter")
        await until(pilot, lambda: "pain of 8 or more" in over(house, "#banner"))
        await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner") == "")
        note(house, Pain(8, sites=(Site.LEG,)))
        await house.app.reload()
        await until(pilot, lambda: over(house, "#banner").startswith("Noted: pain in a leg."))


async def test_a_banner_is_no_modal_and_the_keys_mean_what_they_mean(house: House) -> None:
    note(house, Pain(9))
    async with opened(house) as pilot:
        assert over(house, "#banner")
        assert house.app.screen is dashboard(house)
        await pilot.press("s")
        await until(pilot, lambda: house.app.screen is not dashboard(house))
        await pilot.press("escape")
        await until(pilot, lambda: house.app.screen is dashboard(house))
        assert over(house, "#banner")


async def test_escape_puts_away_the_banner_before_the_line_below(house: House) -> None:
    note(house, Pain(9))
    note(house, HEAT, 40)
    async with opened(house) as pilot:
        assert over(house, "#banner")
        await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner") == "")
        assert asked(house).startswith("Pain after heat")


async def test_a_stop_for_pain_brings_the_banner_after_the_session(house: House) -> None:
    async with opened(house) as pilot:
        await pilot.press("space")
        await pass_time(house, 33)
        await pilot.press("x")
        await until(pilot, lambda: not dashboard(house).course.goes)
        assert over(house, "#banner") == ""
        await pilot.press("enter")
        await until(pilot, lambda: not dashboard(house).course.live)
        if house.app.screen is not dashboard(house):
            await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner").startswith("Noted: a stop because of pain."))


async def test_the_next_day_what_was_put_away_is_forgotten(house: House) -> None:
    note(house, Pain(9))
    async with opened(house) as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner") == "")
        later(house, 24 * 60)
        await house.app._lookout.look_at_the_day()
        assert over(house, "#banner") == ""
        note(house, Note("fever"))
        await house.app.reload()
        await until(pilot, lambda: "fever" in over(house, "#banner"))


@pytest.mark.parametrize(("size", "name"), [(WIDE, "120x40"), (ONE_PANE, "80x24"), (TINY, "50x15")])
async def test_the_looks_of_banner_and_prompts(house: House, size: tuple[int, int], name: str) -> None:
    note(house, Pain(3, Recall.AVERAGE), 24 * 60)
    note(house, Activity(steps=3), 24 * 60)
    note(house, HEAT, 40)
    note(house, Note("Pins and needles around the genitals, both legs weak"), 3)
    async with opened(house, size) as pilot:
        hold(house, f"banner-{name}")
        await pilot.press("escape")
        await until(pilot, lambda: over(house, "#banner") == "")
        await pilot.pause()
        hold(house, f"relief-asked-{name}")
