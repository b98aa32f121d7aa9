"""`tolerable set`: shows the settings, changes one, and says in one line why not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from routines.files.loader import load_library
from tests.fakes import CommandLine
from tests.folders import ROOT
from tui.commands.setting import NAMING
from tui.keys import COMMANDS
from tui.settings.preferences import known_names
from tui.settings.settings import NAMES

AND_SAY_WHAT_WAS_IMPORTED = """
import sys
from tui.cli import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


def test_alone_it_shows_every_setting_and_makes_no_file(tolerable: CommandLine) -> None:
    said = tolerable("set")
    assert (said.status, said.err) == (0, "")
    keys = [f"keys.{command.name}" for command in COMMANDS]
    assert [line.split()[0] for line in said.lines] == [*NAMES, *keys]
    assert "tones on" in said.lines
    assert not tolerable.paths.config.exists()


def test_a_setting_is_changed_and_shown(tolerable: CommandLine) -> None:
    assert tolerable("set", "tones", "off").out == "Saved: tones off\n"
    assert tolerable("set", "leave_out", "superman, cat-camel").out == "Saved: leave_out superman,cat-camel\n"
    assert tolerable("set", "tones").out == "tones off\n"
    assert {"tones off", "leave_out superman,cat-camel", "voice on"} <= set(tolerable("set").lines)
    assert tolerable("set", "leave_out", "").out == "Saved: leave_out\n"
    assert "leave_out" in tolerable("set").lines


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("day_ends", "5:00", "05:00"),
        ("tolerance", "4", "4"),
        ("tolerance", "none", "none"),
        ("units", "imperial", "imperial"),
        ("prompt_morning", "off", "off"),
        ("prompt_evening", "no", "off"),
        ("evening_from", "20:30", "20:30"),
        ("theme", "textual-light", "textual-light"),
        ("relief_minutes", "never", "0"),
        ("limit_sitting", "40", "40"),
        ("limit_standing", "20", "20"),
        ("limit_lying", "120", "120"),
        ("limit_walking", "off", "0"),
    ],
)
def test_each_kind_of_setting_is_set_as_one_says_it(
    tolerable: CommandLine, name: str, words: str, said: str
) -> None:
    assert tolerable("set", name, words).out == f"Saved: {name} {said}\n"
    assert tolerable("set", name).out == f"{name} {said}\n"
    assert tolerable("set").err == ""


def test_comments_stay(tolerable: CommandLine) -> None:
    tolerable.paths.config.mkdir(parents=True)
    tolerable.paths.settings.write_text("# loud\ntones = true # but not at night\n")
    assert tolerable("set", "tones", "no").status == 0
    assert tolerable.paths.settings.read_text() == "# loud\ntones = false # but not at night\n"


def test_a_routine_of_ones_own_can_be_chosen(tolerable: CommandLine) -> None:
    tolerable.write_routine("mine.yaml", "routine: mine\nname: Mine\nexercises: [cat-camel]\n")
    assert tolerable("set", "routine", "mine").status == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["tons", "on"], "there is no setting 'tons' (did you mean 'tones'?)"),
        (["tons"], "there is no setting 'tons' (did you mean 'tones'?)"),
        (["tones", "maybe"], "tones is on or off, not 'maybe'"),
        (["routine", "strat"], "routine: there is no 'strat' (did you mean 'start'?)"),
        (["leave_out", "cat-camle"], "leave_out: there is no 'cat-camle' (did you mean 'cat-camel'?)"),
        (["leave_out_motions", "up"], "leave_out_motions: there is no 'up'"),
        (["tolerance", "11"], "tolerance is a whole number from 0 to 10"),
        (["limit_sitting", "long"], "limit_sitting is a whole number from 0 to 720, not 'long'"),
        (["day_ends", "13:00"], "day_ends is a time in quotes from 00:00 to 12:00"),
        (["units", "miles"], 'units is "metric" or "imperial"'),
        (["theme", "pink"], "theme: there is no 'pink'"),
        (["emergency_number", ""], "emergency_number cannot hold ''"),
        (["emergency_number", "\x1b[2J"], "emergency_number cannot hold '\\x1b[2J'"),
        (["emergency_number", "\udcff"], "emergency_number cannot hold '\\udcff'"),
    ],
)
def test_a_wrong_name_or_value_is_one_line_and_status_two(
    tolerable: CommandLine, argv: list[str], said: str
) -> None:
    answer = tolerable("set", *argv)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"tolerable: {said}")
    assert answer.err.count("\n") == 1
    assert not tolerable.paths.config.exists()


def test_a_file_at_fault_is_told_with_the_settings_that_hold(tolerable: CommandLine) -> None:
    tolerable.paths.config.mkdir(parents=True)
    tolerable.paths.settings.write_text("voice = false\ntones = 3\n")
    said = tolerable("set")
    assert said.status == 1
    assert {"voice off", "tones on"} <= set(said.lines)
    assert said.err == f"{tolerable.paths.settings}:2: tones is true or false; the default is used\n"


def test_a_file_that_cannot_be_read_is_left_alone(tolerable: CommandLine) -> None:
    tolerable.paths.config.mkdir(parents=True)
    tolerable.paths.settings.write_text("voice = \n")
    said = tolerable("set", "voice", "off")
    assert (said.status, said.out) == (1, "")
    assert "correct it first" in said.err
    assert said.err.count("\n") == 1
    assert tolerable.paths.settings.read_text() == "voice = \n"


def test_a_file_that_cannot_be_written_is_one_line(tolerable: CommandLine) -> None:
    tolerable.paths.config.parent.mkdir(parents=True)
    tolerable.paths.config.write_text("a file in place of the folder")
    said = tolerable("set", "voice", "off")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(str(tolerable.paths.config))
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(("argv", "writes"), [(["set"], False), (["set", "tones", "off"], True)])
def test_it_imports_no_screen_and_the_writer_only_to_write(
    tmp_path: Path, argv: list[str], writes: bool
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AND_SAY_WHAT_WAS_IMPORTED, *argv],
        cwd=ROOT,
        env={**os.environ, "TOLERABLE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    imported = set(done.stderr.split())
    assert not imported & {"textual", "rich", "plotext", "numpy", "asyncio"}
    assert ("tomlkit" in imported) == writes


def test_the_settings_that_name_things_are_those_of_which_it_is_known_what_there_is() -> None:
    assert known_names(load_library()).keys() == NAMING
