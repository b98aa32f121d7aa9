"""One of a few words, picked by its number: one key, without enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message

from tui.widgets.choice import Choice


class Pick(Choice):
    """The words with their numbers from 1. A digit picks at once, enter the one chosen with the arrow keys."""

    @dataclass
    class Picked(Message):
        """A word was picked; `index` counts from 0."""

        index: int

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding(
            "enter", "pick", "Take it", show=False, id="pick.take", tooltip="Take the one that is marked"
        ),
    ]

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__([f"{number} {word}" for number, word in enumerate(words, 1)], 0)
        self._count = len(words)

    def on_key(self, event: events.Key) -> None:
        if not event.is_printable:
            return
        event.stop()
        if event.character is not None and event.character in "123456789"[: self._count]:
            self.post_message(self.Picked(int(event.character) - 1))

    def action_pick(self) -> None:
        """Take the one that is marked."""
        if self.index is not None:
            self.post_message(self.Picked(self.index))
