"""Commands for a session under way: one table for the dashboard and for plain mode."""

from collections.abc import Mapping
from dataclasses import dataclass

from routines.session.events import Status
from routines.session.machine import (
    back,
    easier,
    end,
    next_exercise,
    pause,
    resume,
    stop_for_pain,
)
from tui.keys import DEFAULT_KEYMAP
from tui.session.runner import SessionAction


@dataclass(frozen=True, slots=True)
class SessionCommand:
    """A named change of the session. It is available while the session has one of the `statuses`."""

    name: str
    apply: SessionAction
    statuses: frozenset[Status]


UNDER_WAY = frozenset({Status.RUNNING, Status.PAUSED, Status.FROZEN})
NOT_FROZEN = frozenset({Status.RUNNING, Status.PAUSED})

PAUSE = SessionCommand("pause", pause, frozenset({Status.RUNNING}))

COMMANDS: tuple[SessionCommand, ...] = (
    PAUSE,
    SessionCommand("resume", resume, frozenset({Status.PAUSED, Status.FROZEN})),
    SessionCommand("next", next_exercise, UNDER_WAY),
    SessionCommand("back", back, NOT_FROZEN),
    SessionCommand("easier", easier, UNDER_WAY),
    SessionCommand("stop", stop_for_pain, NOT_FROZEN),
    SessionCommand("end", end, frozenset({Status.FROZEN})),
)

BY_NAME: Mapping[str, SessionCommand] = {command.name: command for command in COMMANDS}


def find_command(name: str) -> SessionCommand:
    """The command of this name. Raises KeyError."""
    return BY_NAME[name]


def is_available(command: SessionCommand, status: Status | None) -> bool:
    """Whether the session can follow the command; None: there is no session."""
    return status in command.statuses


def command_for_key(key: str, status: Status) -> SessionCommand | None:
    """The command that a key gives in plain mode; None when it gives none.

    A key without an available command pauses a running session.
    """
    for command in COMMANDS:
        if key == DEFAULT_KEYMAP.key(command.name) and is_available(command, status):
            return command
    return PAUSE if is_available(PAUSE, status) else None
