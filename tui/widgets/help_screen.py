"""Help: what the program is, and every key of the screen it was opened from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static

ABOUT = """A timer for floor exercises, a pain journal, and a picture of your own days.
It describes what you noted. It gives no advice, and it is no substitute for someone who examines you.
Everything stays on this machine. Everything is saved at once."""

SESSION = """In a session any key pauses. x stops at once because of pain: then space goes on, n leaves
this exercise out, enter ends. Page down and page up of a presenter mean next and back."""

PAIN = """Pain is 0 (none) to 10 (the worst you can imagine). A 0 within a moment after 1 makes 10."""


class HelpScreen(ModalScreen[None]):
    """`keys` are (key, what it does) pairs, `notes` what else is good to know."""

    BINDINGS = [Binding("escape,q,question_mark,enter", "dismiss", "Back", id="help.back", tooltip="Back")]  # noqa: RUF012

    def __init__(self, keys: Sequence[tuple[str, str]], notes: Sequence[str] = (SESSION, PAIN)) -> None:
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
        for key, what in self._keys:
            yield Content.assemble((f"{key:>12}  ", "bold $accent"), what)
        for note in self._notes:
            yield Content(f"\n{note}")


def offered_actions(screen: Screen[Any]) -> Iterator[tuple[str, DOMNode, str, str]]:
    """What can be done now by a key: its action and whose it is, its name, and what it does.

    A screen names in `OFFERED` the actions that may be offered.
    """
    actions: frozenset[str] = getattr(screen, "OFFERED", frozenset())
    for node, binding, enabled, tooltip in screen.active_bindings.values():
        if enabled and binding.action in actions:
            yield binding.action, node, binding.description, tooltip


def describe_keys(keys: Iterable[BindingType]) -> list[tuple[str, str]]:
    """Each key and what it does, in the order in which the help names them."""
    shown = [binding for binding in keys if isinstance(binding, Binding)]
    return [(binding.key_display or binding.key.replace(",", " "), binding.tooltip) for binding in shown]
