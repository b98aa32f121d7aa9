"""What the person can do, to a session and before one, and when that means something."""

from collections.abc import Callable, Mapping

from tui.session.commands import find_command, is_available
from tui.today.state import DashboardState

"""The session's commands, each with the states in which its key means something."""

ACT = "act"
"""The action of every key that gives the session a command."""

BEFORE_A_SESSION = frozenset(
    {
        "activity",
        "relief",
        "position",
        "other",
        "evening",
        "look_back",
        "medium",
        "next_lag",
        "settings",
        "undo",
        "routine",
        "keep",
        "example",
        "start",
        "take_up",
        "later",
        "try_sound",
        "put_away",
    }
)
"""What keys mean only before a session: while one is under way they pause it, as any unbound key does."""


OFFERS: Mapping[str, Callable[[DashboardState], bool]] = {
    "start": lambda situation: situation.cut_short is None,
    "take_up": lambda situation: situation.cut_short is not None,
    "keep": lambda situation: situation.cut_short is not None,
    "later": lambda situation: bool(situation.better_later),
    "example": lambda situation: situation.empty and not situation.example,
    "put_away": lambda situation: bool(situation.can_be_put_away),
}
"""What may be wanted before a session, as far as it depends on something, and whether it means something now."""


def means(situation: DashboardState, action: str, what: str) -> bool:
    """Whether a key means something now. `what` is the command of an `act`, or else what the action is about."""
    live_session = situation.live_session
    if not live_session.live:
        return action != ACT and (what not in OFFERS or OFFERS[what](situation))
    if action == ACT:
        return is_available(find_command(what), live_session.status)
    return what not in BEFORE_A_SESSION


def meanings(situation: DashboardState) -> tuple[object, ...]:
    """What the meaning of all keys hangs on: while this stays the same, they mean the same."""
    live_session = situation.live_session
    return (
        live_session.status if live_session.live else None,
        *(offer(situation) for offer in OFFERS.values()),
    )
