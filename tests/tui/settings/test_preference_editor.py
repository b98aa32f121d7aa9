"""Preferences are saved and take effect at once."""

from dataclasses import replace
from pathlib import Path

from tests.tui.app_harness import TILT
from tests.tui.surroundings import Surroundings, surroundings
from tui.settings.preference_editor import PreferenceEditor


def editor(around: Surroundings) -> PreferenceEditor:
    return PreferenceEditor(around.preferences, around.notifications, around.reload)


def excluded(around: Surroundings) -> list[str]:
    settings = around.preferences.settings
    return [*settings.leave_out, *settings.leave_out_motions]


async def test_an_excluded_exercise_can_be_included_again(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).exclude("leave_out", "tilt")
        assert excluded(around) == ["tilt"]
        assert around.notices[-1][0].startswith("Excluded from now on")
        await editor(around).include(TILT)
        assert excluded(around) == []
        assert around.reloads == 2


async def test_an_exercise_excluded_by_itself_and_by_movement_is_included_again(tmp_path: Path) -> None:
    bend = replace(TILT, motion=("flexion-small",))
    with surroundings(tmp_path) as around:
        await editor(around).exclude("leave_out", "tilt")
        await editor(around).exclude("leave_out_motions", "flexion-small")
        await editor(around).include(bend)
        assert excluded(around) == []


async def test_a_routine_is_chosen_and_shown(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).choose_routine("small")
        assert around.preferences.settings.routine == "small"
        assert around.notices == []
        assert around.reloads == 1


async def test_a_choice_that_cannot_be_saved_lasts_until_the_end_and_is_reported(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        tmp_path.joinpath("config").write_text("not a folder", encoding="utf-8")
        await editor(around).exclude("leave_out", "tilt")
        assert excluded(around) == ["tilt"]
        assert around.notices[0][0].startswith("This could not be saved")
        assert around.notices[0][1] == "error"
        assert around.reloads == 1
