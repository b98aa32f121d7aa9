"""The commands of a session, each with the states in which it means something."""

from collections.abc import Mapping

from routines.session.events import Status
from routines.session.machine import (
    Change,
    Session,
    back,
    easier,
    end,
    next_exercise,
    pause,
    resume,
    stop_for_pain,
)
from tui.session.runner import SessionCommand

UNDER_WAY = frozenset({Status.RUNNING, Status.PAUSED, Status.FROZEN})


NOT_STOPPED = frozenset({Status.RUNNING, Status.PAUSED})


ACTS: Mapping[str, tuple[SessionCommand, frozenset[Status]]] = {
    "pause": (pause, frozenset({Status.RUNNING})),
    "resume": (resume, frozenset({Status.PAUSED, Status.FROZEN})),
    "next": (next_exercise, UNDER_WAY),
    "back": (back, NOT_STOPPED),
    "easier": (easier, UNDER_WAY),
    "stop": (stop_for_pain, NOT_STOPPED),
    "end": (end, frozenset({Status.FROZEN})),
}


def go_or_stand(session: Session, now: float) -> Change:
    """Pause a session that runs, and go on with one that stands still."""
    return (pause if session.status is Status.RUNNING else resume)(session, now)


PLAIN_ACTS: Mapping[str, tuple[SessionCommand, frozenset[Status]]] = {
    "space": (go_or_stand, UNDER_WAY),
    "n": (next_exercise, UNDER_WAY),
    "b": (back, NOT_STOPPED),
    "e": (easier, UNDER_WAY),
    "x": (stop_for_pain, NOT_STOPPED),
    "enter": (end, frozenset({Status.FROZEN})),
}
"""The commands by key, each with the states in which the key means that."""


def act_of(key: str, status: Status) -> SessionCommand | None:
    """What a key asks of a session that stands so. None: nothing; while it runs, such a key pauses it."""
    act, states = PLAIN_ACTS.get(key, (pause, frozenset({Status.RUNNING})))
    if status in states:
        return act
    return pause if status is Status.RUNNING else None
