"""The commands of a session: the same for the dashboard and for plain mode."""

import pytest

from routines.session.events import Status
from tui.keys import COMMANDS as KEYED
from tui.keys import Target
from tui.session.commands import COMMANDS, command_for_key, find_command, is_available


def test_the_keys_name_the_same_commands_at_the_same_moments() -> None:
    keyed = {command.name: {str(moment) for moment in command.moments} for command in KEYED
             if command.target is Target.SESSION}  # fmt: skip
    assert keyed == {command.name: set(map(str, command.statuses)) for command in COMMANDS}


def test_no_command_is_available_without_a_session_or_after_it() -> None:
    for status in (None, Status.READY, Status.OVER):
        assert not any(is_available(command, status) for command in COMMANDS)


@pytest.mark.parametrize(
    ("status", "keys"),
    [
        (Status.RUNNING, {"space": "pause", "n": "next", "b": "back", "e": "easier", "x": "stop"}),
        (Status.PAUSED, {"space": "resume", "n": "next", "b": "back", "e": "easier", "x": "stop"}),
        (Status.FROZEN, {"space": "resume", "n": "next", "e": "easier", "enter": "end"}),
    ],
)
def test_plain_mode_gives_the_commands_by_key(status: Status, keys: dict[str, str]) -> None:
    for key, name in keys.items():
        assert command_for_key(key, status) is find_command(name)


def test_a_key_without_a_command_pauses_a_running_session_and_nothing_else() -> None:
    for key in ("z", "enter", "other", "k"):
        assert command_for_key(key, Status.RUNNING) is find_command("pause")
        assert command_for_key(key, Status.PAUSED) is None
    for key in ("z", "b", "x"):
        assert command_for_key(key, Status.FROZEN) is None
