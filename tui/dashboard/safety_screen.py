"""When to get help. It scores nothing and reassures nobody; it only names."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from tui.text.clean import one_line
from tui.today.safety_card import NOW, SAME_DAY, SOON


class SafetyScreen(ModalScreen[None]):
    """The card; `number` is the emergency number of the person's settings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,s", "dismiss", "Back", id="safety.back", tooltip="Back")
    ]

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = one_line(number, 20)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card") as card:
            card.border_title = Content("When to get help")
            yield Static(Content("\n").join(self._lines()), id="card-text")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def _lines(self) -> Iterator[Content]:
        yield Content.styled(f"Now: an emergency department, or call {self._number}", "bold")
        yield Content("If any of these is new or getting worse. With weak legs do not drive yourself.")
        yield from (Content(f"  · {line}") for line in NOW)
        yield Content.styled("\nThe same day: a doctor", "bold")
        yield from (Content(f"  · {line}") for line in SAME_DAY)
        yield Content.styled("\nSoon: a doctor", "bold")
        yield from (Content(f"  · {line}") for line in SOON)
