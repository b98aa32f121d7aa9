"""The help: what the program is, and the keys of the screen it was opened from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static

from tui.keys import Keymap

ABOUT = """A timer for floor exercises, a pain journal, and graphs of your own days.
It describes what you logged. It gives no advice, and it does not replace someone who examines you.
Everything stays on this machine. Everything is saved at once."""

PAIN = """Pain is 0 (none) to 10 (the worst you can imagine). A 0 within a moment after 1 makes 10."""


def session_help(keymap: Keymap) -> str:
    """How to pause, stop and continue a session, with the person's keys."""
    stopped = keymap.hints(("resume", "continue"), ("next", "skip this exercise"), ("end", "end"))
    return (
        f"In a session any key pauses. {keymap.display('stop')} stops at once because of pain; then {stopped}.\n"
        "Page down and page up of a presenter mean next and back."
    )


class HelpScreen(ModalScreen[None]):
    """Shows the program, `keys` as (key, what it does) pairs, and further `notes`."""

    BINDINGS = [Binding("escape,q,question_mark,enter", "dismiss", "Back", id="help.back", tooltip="Back")]  # noqa: RUF012

    def __init__(self, keys: Sequence[tuple[str, str]], notes: Sequence[str]) -> None:
        super().__init__()
        self._keys = keys
        self._notes = notes

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card") as card:
            card.border_title = Content("Help")
            yield Static(Content("\n").join(self._lines()), id="card-text")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def _lines(self) -> Iterator[Content]:
        yield Content(ABOUT)
        yield Content("")
        for key, meaning in self._keys:
            yield Content.assemble((f"{key:>12}  ", "bold $accent"), meaning)
        for note in self._notes:
            yield Content(f"\n{note}")


def offered_actions(screen: Screen[Any]) -> Iterator[tuple[str, DOMNode, str, str]]:
    """Actions available now by a key: action, the node it belongs to, name and tooltip.

    Only actions that the screen lists in `OFFERED`.
    """
    actions: frozenset[str] = getattr(screen, "OFFERED", frozenset())
    for node, binding, enabled, tooltip in screen.active_bindings.values():
        if enabled and binding.action in actions:
            yield binding.action, node, binding.description, tooltip


def describe_keys(keys: Iterable[BindingType]) -> list[tuple[str, str]]:
    """Each key and what it does, in the order of the bindings."""
    shown = [binding for binding in keys if isinstance(binding, Binding)]
    return [(binding.key_display or binding.key.replace(",", " "), binding.tooltip) for binding in shown]
