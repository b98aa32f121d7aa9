"""The settings on the screen: all of them there, changed by few keys, saved at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tests.tui.app_harness import AppHarness, until
from tests.tui.dashboard.test_looks import dashboard, hold
from tui.keys import DEFAULT_KEYMAP
from tui.settings.checklist import ChecklistScreen
from tui.settings.labels import LABELS, describe_meaning
from tui.settings.list import SettingsList
from tui.settings.screen import SettingsScreen
from tui.settings.settings import NAMES, Settings
from tui.settings.settings_file import read_settings, write_setting
from tui.widgets.text_fields import NoteInput

WIDE, SMALL = (120, 40), (80, 24)


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path, routine=None)


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    """The settings over the dashboard."""
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(harness.app.screen, SettingsScreen))
        await pilot.pause()
        yield pilot


def listed(harness: AppHarness) -> SettingsList:
    return harness.app.screen.query_one(SettingsList)


def line(harness: AppHarness, name: str) -> str:
    return str(listed(harness).get_option(name).prompt)


def saved(harness: AppHarness) -> Settings:
    settings, faults = read_settings(harness.context.paths.settings)
    assert faults == ()
    assert settings == harness.preferences.settings
    return settings


async def go_to(pilot: Pilot[str], harness: AppHarness, name: str) -> None:
    listed(harness).highlighted = listed(harness).get_option_index(name)
    await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_every_setting_is_on_the_screen_and_can_be_reached(
    harness: AppHarness, size: tuple[int, int]
) -> None:
    async with opened(harness, size) as pilot:
        for name in NAMES:
            await until(pilot, lambda name=name: listed(harness).highlighted_name == name)  # type: ignore[misc]
            region = listed(harness).region
            row = listed(harness).highlighted
            assert row is not None
            assert 0 <= row - listed(harness).scroll_offset.y < region.height
            assert LABELS[name].label in line(harness, name)
            meaning = harness.app.screen.query_one("#meaning", Static)
            assert str(meaning.content) == describe_meaning(name, DEFAULT_KEYMAP)
            await pilot.press("down")


async def test_a_switch_is_turned_by_one_key_and_saved_at_once(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        for key in ("space", "enter", "left", "right"):
            before = harness.preferences.settings.voice
            await go_to(pilot, harness, "voice")
            await pilot.press(key)
            await until(pilot, lambda before=before: saved(harness).voice != before)  # type: ignore[misc]
        assert "on" in line(harness, "voice")


async def test_arrows_change_numbers_times_and_words(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        for name, keys, value in (
            ("tolerance", "right right", 1),
            ("tolerance", "left left", None),
            ("limit_sitting", "right right", 10),
            ("relief_minutes", "left", 25),
            ("day_ends", "right", "04:30"),
            ("evening_from", "left", "18:30"),
            ("units", "right", "imperial"),
            ("routine", "right", "article"),
        ):
            await go_to(pilot, harness, name)
            await pilot.press(*keys.split())
            await until(pilot, lambda: getattr(saved(harness), name) == value)  # noqa: B023 - at once
        assert "not set" in line(harness, "tolerance")
        assert "10 min" in line(harness, "limit_sitting")


async def test_a_number_is_typed_and_a_wrong_one_is_named_and_stays(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "limit_sitting")
        await pilot.press("enter", "backspace", *"45x", "enter")
        field = harness.app.screen.query_one("#value", NoteInput)
        assert field.has_focus
        assert "from 0 to 720" in str(harness.app.screen.query_one("#fault", Static).content)
        await pilot.press("backspace", "enter")
        await until(pilot, lambda: saved(harness).limit_sitting == 45)
        assert listed(harness).has_focus
        assert not harness.app.screen.query_one("#fault").display


async def test_escape_leaves_a_field_as_it_was_and_then_the_screen(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "emergency_number")
        await pilot.press("enter", "9", "q", "comma", "escape")
        await pilot.pause()
        assert isinstance(harness.app.screen, SettingsScreen)
        assert saved(harness).emergency_number == "112"
        await pilot.press("escape")
        await until(pilot, lambda: harness.app.screen is dashboard(harness))


async def test_hostile_text_is_cleaned_where_it_is_typed(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "emergency_number")
        await pilot.press("enter")
        field = harness.app.screen.query_one("#value", NoteInput)
        field.value = "[/] \x1b]52;c;aGk=\x07 99\u202e9\x00"
        await pilot.press("enter")
        await until(pilot, lambda: saved(harness).emergency_number == "[/] ]52;c;aGk= 999")
        assert "[/] ]52;c;aGk= 999" in line(harness, "emergency_number")


async def test_exercises_are_excluded_on_a_checklist(harness: AppHarness) -> None:
    write_setting(harness.context.paths.settings, "leave_out", ["of-old"])
    harness.preferences.settings = read_settings(harness.context.paths.settings)[0]
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "leave_out")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(harness.app.screen, ChecklistScreen))
        options = harness.app.screen.query_one(OptionList)
        rows = [str(options.get_option_at_index(index).prompt) for index in range(options.option_count)]
        assert "[ ] Superman" in rows
        assert rows[-1] == "[x] of-old"
        await pilot.press("space", "down", "enter")
        await until(pilot, lambda: len(saved(harness).leave_out) == 3)
        await pilot.press("end", "space")
        await until(pilot, lambda: len(saved(harness).leave_out) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, SettingsScreen))
        assert harness.preferences.library.exercises[saved(harness).leave_out[0]].name in line(
            harness, "leave_out"
        )
        await pilot.press("escape")
        await until(
            pilot, lambda: (known := dashboard(harness).state.today) is not None and bool(known.left_out)
        )


async def test_movements_are_listed_by_their_plain_names(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "leave_out_motions")
        await pilot.press("space")
        await until(pilot, lambda: isinstance(harness.app.screen, ChecklistScreen))
        await pilot.press("space")
        await until(pilot, lambda: saved(harness).leave_out_motions == ("flexion",))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, SettingsScreen))
        assert "the back bends forward" in line(harness, "leave_out_motions")


async def test_the_colours_change_at_once_and_those_of_the_palette_are_remembered(
    harness: AppHarness,
) -> None:
    async with opened(harness) as pilot:
        await go_to(pilot, harness, "theme")
        await pilot.press("right")
        await until(pilot, lambda: saved(harness).theme == "textual-light")
        assert harness.app.theme == "textual-light"
        harness.app.theme = "nord"  # as the palette does it
        await until(pilot, lambda: saved(harness).theme == "nord")


async def test_the_colours_of_the_last_time_are_there_at_the_start(tmp_path: Path) -> None:
    write_setting(tmp_path / "config" / "settings.toml", "theme", "gruvbox")
    harness = AppHarness(tmp_path)
    async with harness.app.run_test() as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        assert harness.app.theme == "gruvbox"


async def test_faults_of_the_file_are_shown_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    path.parent.mkdir()
    path.write_text('voice = 3\nthme = "nord"\n[one]\n[two]\n[three]\n')
    harness = AppHarness(tmp_path)
    async with opened(harness, SMALL):
        text = str(harness.app.screen.query_one("#fault", Static).content)
        assert text.startswith(
            "settings.toml:1: voice is true or false; the default is used\nsettings.toml:2:"
        )
        assert text.endswith("and 2 more: tolerable set")


async def test_a_change_that_cannot_be_saved_is_reported_and_lasts(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        harness.context.paths.settings.write_text("not TOML")
        await go_to(pilot, harness, "voice")
        await pilot.press("space")
        await until(pilot, lambda: not harness.preferences.settings.voice)
        await until(
            pilot, lambda: any("until you quit" in shown.message for shown in harness.app._notifications)
        )
        assert harness.context.paths.settings.read_text() == "not TOML"
        assert "off" in line(harness, "voice")


@pytest.mark.parametrize(("size", "name"), [(WIDE, "120x40"), (SMALL, "80x24")])
async def test_the_looks_of_the_settings(harness: AppHarness, size: tuple[int, int], name: str) -> None:
    async with opened(harness, size) as pilot:
        hold(harness, f"settings-{name}")
        await go_to(pilot, harness, "limit_lying")
        await pilot.press("enter")
        await pilot.pause()
        hold(harness, f"settings-typed-{name}")
