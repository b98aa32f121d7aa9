"""The person's choices are remembered and shown at once."""

from dataclasses import replace
from pathlib import Path

from tests.tui.app_harness import TILT
from tests.tui.surroundings import Surroundings, surroundings
from tui.settings.preference_editor import PreferenceEditor


def editor(around: Surroundings) -> PreferenceEditor:
    return PreferenceEditor(around.preferences, around.notifications, around.reload)


def left_out(around: Surroundings) -> list[str]:
    settings = around.preferences.settings
    return [*settings.leave_out, *settings.leave_out_motions]


async def test_what_is_left_out_can_be_taken_in_again(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).exclude("leave_out", "tilt")
        assert left_out(around) == ["tilt"]
        assert around.notices[-1][0].startswith("Left out from now on.")
        await editor(around).include(TILT)
        assert left_out(around) == []
        assert around.reloads == 2


async def test_an_exercise_left_out_twice_over_is_taken_in_wholly(tmp_path: Path) -> None:
    bend = replace(TILT, motion=("flexion-small",))
    with surroundings(tmp_path) as around:
        await editor(around).exclude("leave_out", "tilt")
        await editor(around).exclude("leave_out_motions", "flexion-small")
        await editor(around).include(bend)
        assert left_out(around) == []


async def test_a_routine_is_chosen_and_shown(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).choose_routine("small")
        assert around.preferences.settings.routine == "small"
        assert around.notices == []
        assert around.reloads == 1


async def test_a_choice_that_cannot_be_written_holds_and_is_told_to_hold_for_now(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        tmp_path.joinpath("config").write_text("in the way of the folder", encoding="utf-8")
        await editor(around).exclude("leave_out", "tilt")
        assert left_out(around) == ["tilt"]
        assert around.notices[0][0].startswith("This holds until you quit")
        assert around.notices[0][1] == "error"
        assert around.reloads == 1
