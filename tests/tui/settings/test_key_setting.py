"""Keys in the settings: read, written, refused with a line."""

from pathlib import Path

import pytest

from tests.fakes import CommandLine
from tui.keys import DEFAULT_KEYMAP
from tui.settings.settings import Settings, change_setting
from tui.settings.settings_file import read_settings, write_setting
from tui.settings.value_types import SettingsError


def keys(path: Path, text: str) -> tuple[Settings, tuple[str, ...]]:
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


@pytest.mark.parametrize("text", ['keys.undo = "z"\n', '[keys]\nundo = "z"\n', 'keys = {undo = "z"}\n'])
def test_a_key_is_read_however_the_table_is_written(tmp_path: Path, text: str) -> None:
    settings, faults = keys(tmp_path / "settings.toml", text)
    assert (settings.keys.key("undo"), faults) == ("z", ())
    assert settings.keys.key("pain") == "p"


def test_keys_that_cannot_be_used_are_named_with_their_line_and_the_rest_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    text = 'voice = false\n[keys]\nundo = "z"\npain = "a"\nhelp = 7\nundoo = "y"\nquit = "5"\n'
    settings, faults = keys(path, text)
    assert not settings.voice
    assert settings.keys.chosen == {"undo": "z"}
    assert sorted(fault.removeprefix(f"{path}:") for fault in faults) == [
        "4: keys.pain: a is already the key of activity (Activity); the default is used",
        '5: keys.help: a key is written in quotes, such as "z"; the default is used',
        "6: keys.undoo: there is no key called 'undoo'; did you mean undo?; the default is used",
        "7: keys.quit: 5 cannot be a key: digits rate pain; the default is used",
    ]


def test_keys_that_are_no_table_are_refused(tmp_path: Path) -> None:
    settings, (fault,) = keys(tmp_path / "settings.toml", 'keys = "z"\n')
    assert settings.keys == DEFAULT_KEYMAP
    assert "keys is a table" in fault


def test_a_key_is_written_beside_what_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("voice = false  # at night\n", encoding="utf-8")
    write_setting(path, "keys.undo", "z")
    write_setting(path, "keys.help", "f1")
    text = path.read_text(encoding="utf-8")
    assert "# at night" in text
    settings, faults = read_settings(path)
    assert (settings.keys.chosen, settings.voice, faults) == ({"undo": "z", "help": "f1"}, False, ())


@pytest.mark.parametrize(("name", "value"), [("keys.pain", "a"), ("keys.nothing", "z"), ("keys.undo", "5")])
def test_a_key_that_cannot_be_used_changes_nothing(name: str, value: str) -> None:
    with pytest.raises(SettingsError):
        change_setting(Settings(), name, value)


def test_set_changes_a_key_and_refuses_a_clash_in_one_line(tolerable: CommandLine) -> None:
    assert tolerable("set", "keys.undo", "z").out == "Saved: keys.undo z\n"
    assert "keys.undo z" in tolerable("set").lines
    refused = tolerable("set", "keys.redo", "z")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    refused = tolerable("set", "keys.pain", "z")
    assert refused.status == 2
    assert "z is already the key of undo (Undo)" in refused.err
    assert tolerable("set", "keys.pain").out == "keys.pain p\n"
