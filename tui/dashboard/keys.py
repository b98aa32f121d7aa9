"""The dashboard's bindings, made from the table of commands, and which commands are available now."""

from collections.abc import Callable, Iterable, Mapping

from textual.binding import Binding, BindingType

from tui.keys import BY_NAME, COMMANDS, DEFAULT_KEYMAP, Command, Keymap, Moment, display_key
from tui.today.state import DashboardState

CONDITIONS: Mapping[str, Callable[[DashboardState], bool]] = {
    "later": lambda state: bool(state.better_later),
    "example": lambda state: state.is_empty and not state.is_example,
    "hide": lambda state: bool(state.hideable),
}
"""What else must be true for a command to be available, besides the moment."""


def make_binding(command: Command) -> Binding:
    """The binding of a command with its default keys; its id is the command's name."""
    return Binding(
        ",".join(DEFAULT_KEYMAP.keys(command.name)),
        f"run('{command.name}')",
        command.label,
        show=command.shown,
        priority=command.priority,
        id=command.name,
        tooltip=command.tooltip,
        key_display=display_key(command.key),
    )


BINDINGS: list[BindingType] = [make_binding(command) for command in COMMANDS]

PALETTE_ACTIONS = frozenset(f"run('{command.name}')" for command in COMMANDS if command.name != "pane")
"""The actions that the palette lists while they are available."""


def current_moment(state: DashboardState) -> Moment:
    """What the dashboard is doing."""
    status = state.live_session.status
    if status is not None and state.live_session.live:
        return Moment(status.value)
    return Moment.READY if state.interrupted is None else Moment.INTERRUPTED


def is_available(state: DashboardState, name: str) -> bool:
    """Whether the key of this command does something now."""
    return current_moment(state) in BY_NAME[name].moments and (
        name not in CONDITIONS or CONDITIONS[name](state)
    )


def availability(state: DashboardState) -> tuple[object, ...]:
    """What decides which commands are available; compare two to know when to refresh the footer."""
    return (current_moment(state), *(condition(state) for condition in CONDITIONS.values()))


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """The keymap as Textual takes it: nothing, or the keys of all commands.

    All of them, since Textual drops the other bindings of a key whose binding moves.
    """
    return {command.name: ",".join(keymap.keys(command.name)) for command in COMMANDS if keymap.chosen}


def help_lines(keymap: Keymap, commands: Iterable[Command] = COMMANDS) -> list[tuple[str, str]]:
    """Each command's keys and what it does."""
    return [(" ".join(map(display_key, keymap.keys(row.name))), row.tooltip) for row in commands]
