"""Preferences: the current settings and routines, and choices that are saved."""

import os
from pathlib import Path

import pytest

from routines.files.loader import load_library
from tui.settings.preferences import Preferences
from tui.settings.settings_file import read_settings
from tui.settings.value_types import SettingsError
from tui.system.environment import Paths

TINY = "routine: tiny\nname: Tiny\nexercises:\n  - {use: pelvic-tilt, reps: 2}\n"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    made.routines.mkdir(parents=True)
    return made


def preferences(paths: Paths, routine: str | None = None) -> Preferences:
    return Preferences(paths, load_library(paths.routines), routine)


def own(paths: Paths, name: str, text: str = TINY) -> Path:
    path = paths.routines / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_own_files_there_is_nothing_to_read_again(paths: Paths) -> None:
    assert not preferences(paths).refresh()
    paths.routines.rmdir()
    assert not preferences(paths).refresh()


def test_a_new_a_changed_and_a_deleted_file_are_noticed(paths: Paths) -> None:
    mine = preferences(paths)
    path = own(paths, "tiny.yaml")
    assert mine.refresh()
    assert mine.library.routines["tiny"].items[0].dose.reps == 2
    assert not mine.refresh()
    own(paths, "tiny.yaml", TINY.replace("reps: 2", "reps: 3"))
    assert mine.refresh()
    assert mine.library.routines["tiny"].items[0].dose.reps == 3
    path.unlink()
    assert mine.refresh()
    assert "tiny" not in mine.library.routines
    assert not mine.refresh()


def test_a_changed_file_of_the_same_size_and_time_is_noticed(paths: Paths) -> None:
    path = own(paths, "tiny.yaml")
    mine = preferences(paths)
    mine.refresh()
    state = path.stat()
    own(paths, "tiny.yaml", TINY.replace("reps: 2", "reps: 7"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert mine.refresh()
    assert mine.library.routines["tiny"].items[0].dose.reps == 7


def test_a_change_between_reading_and_first_refresh_is_noticed(paths: Paths) -> None:
    own(paths, "tiny.yaml")
    library = load_library(paths.routines)
    own(paths, "tiny.yaml", TINY.replace("reps: 2", "reps: 4"))
    mine = Preferences(paths, library)
    assert mine.refresh()
    assert mine.library.routines["tiny"].items[0].dose.reps == 4


def test_a_dangling_link_hides_no_change(paths: Paths) -> None:
    own(paths, "tiny.yaml")
    (paths.routines / ".#tiny.yaml").symlink_to("somebody@here.1234")
    mine = preferences(paths)
    mine.refresh()
    own(paths, "tiny.yaml", TINY.replace("reps: 2", "reps: 5"))
    assert mine.refresh()
    assert mine.library.routines["tiny"].items[0].dose.reps == 5


def test_a_routine_whose_file_is_gone_is_replaced_by_the_default(paths: Paths) -> None:
    path = own(paths, "tiny.yaml")
    mine = preferences(paths, "tiny")
    assert mine.routine.id == "tiny"
    path.unlink()
    mine.refresh()
    assert mine.routine.id == "start"


def test_a_chosen_routine_is_used_now_and_at_the_next_start(paths: Paths) -> None:
    preferences(paths).choose_routine("bad-day")
    assert preferences(paths).routine.id == "bad-day"
    assert preferences(paths, "article").routine.id == "article"


def test_a_name_is_added_to_a_list_and_removed_again(paths: Paths) -> None:
    mine = preferences(paths)
    mine.toggle("leave_out", "superman")
    mine.toggle("leave_out", "cat-camel")
    assert mine.settings.leave_out == ("superman", "cat-camel")
    mine.toggle("leave_out", "superman")
    settings, faults = read_settings(paths.settings)
    assert settings == mine.settings
    assert ",".join(settings.leave_out) == "cat-camel"
    assert faults == ()


def test_a_change_that_cannot_be_saved_lasts_until_the_end(paths: Paths) -> None:
    mine = preferences(paths)
    paths.settings.write_text("not TOML")
    with pytest.raises(SettingsError, match="correct it first"):
        mine.change("motion", value=False)
    assert not mine.settings.motion


def test_unknown_names_in_the_settings_are_faults(paths: Paths) -> None:
    text = 'routine = "strat"\nleave_out = ["cat-camle"]\nleave_out_motions = ["flexoin"]\n'
    paths.settings.write_text(text)
    mine = preferences(paths)
    assert mine.routine.id == "start"
    assert [fault.partition(".toml")[2] for fault in mine.faults] == [
        ":1: routine: there is no 'strat' (did you mean 'start'?)",
        ":2: leave_out: there is no 'cat-camle' (did you mean 'cat-camel'?)",
        ":3: leave_out_motions: there is no 'flexoin' (did you mean 'flexion'?)",
    ]


def test_a_demo_saves_no_choice(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    preferences = Preferences(paths, load_library(), keeps=False)
    preferences.choose_routine("bad-day")
    preferences.toggle("leave_out", "superman")
    assert (preferences.routine.id, preferences.settings.leave_out) == ("bad-day", ("superman",))
    assert not paths.settings.exists()


def test_two_windows_do_not_overwrite_each_others_lists(paths: Paths) -> None:
    mine, other = preferences(paths), preferences(paths)
    mine.toggle("leave_out", "superman")
    other.toggle("leave_out", "cat-camel")
    assert other.settings.leave_out == ("superman", "cat-camel")
    mine.toggle("leave_out", "superman")
    assert read_settings(paths.settings)[0].leave_out == ("cat-camel",)
    assert mine.settings.leave_out == ("cat-camel",)


def test_a_name_that_another_window_added_too_is_not_removed(paths: Paths) -> None:
    mine, other = preferences(paths), preferences(paths)
    mine.toggle("leave_out", "superman")
    other.toggle("leave_out", "superman")
    assert read_settings(paths.settings)[0].leave_out == ("superman",)


def test_a_list_that_cannot_be_read_is_changed_from_its_current_value(paths: Paths) -> None:
    mine = preferences(paths)
    mine.toggle("leave_out", "superman")
    paths.settings.write_text("not TOML")
    with pytest.raises(SettingsError, match="correct it first"):
        mine.toggle("leave_out", "cat-camel")
    assert mine.settings.leave_out == ("superman", "cat-camel")


def test_faults_are_those_of_the_current_file(paths: Paths) -> None:
    paths.settings.write_text('voice = 3\nleave_out = "superman"\n')
    mine = preferences(paths)
    assert len(mine.faults) == 2
    mine.change("voice", value=False)
    assert len(mine.faults) == 1
    mine.toggle("leave_out", "superman")
    assert mine.faults == ()


def test_lengths_change_to_the_persons_units_at_once(paths: Paths) -> None:
    own(paths, "lift.yaml", TINY)
    mine = preferences(paths)
    mine.change("units", "imperial")
    assert "18 in" in " ".join(mine.library.exercises["lateral-leg-lift"].steps)
    mine.refresh()
    assert "18 in" in " ".join(mine.library.exercises["lateral-leg-lift"].steps)
    assert "18 in" in " ".join(preferences(paths).library.exercises["lateral-leg-lift"].steps)
    mine.change("units", "metric")
    assert "45 cm" in " ".join(mine.library.exercises["lateral-leg-lift"].steps)
