"""A question over a list, answered in its place: a word to pick, or a line to write."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput


class NumberedChoice(ChoiceField):
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


class PromptLine(Vertical):
    """Out of sight until something is asked; then it has the focus until it is answered or left."""

    @dataclass
    class Answered(Message):
        """What was picked or written in answer to the question of this name."""

        name: str
        text: str

    @dataclass
    class Cancelled(Message):
        """The question was left without an answer."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("escape", "leave", "Leave", id="asking.leave", tooltip="Leave it as it is"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._asked = ""
        self._words: Sequence[str] = ()
        self.display = False

    async def pick(self, name: str, question: str, words: Sequence[str]) -> None:
        """Ask for one of some words."""
        self._words = words
        await self._ask(name, question, NumberedChoice(words))

    async def write(self, name: str, question: str, known: Sequence[str] = ()) -> None:
        """Ask for a line; `known` are offered while it is written."""
        suggestions = SuggestFromList(known, case_sensitive=False) if known else None
        await self._ask(name, question, NoteInput(compact=True, suggester=suggestions))

    async def _ask(self, name: str, question: str, answer: Widget) -> None:
        self._asked = name
        await self.remove_children()
        await self.mount(Static(Content(question), id="question"), answer)
        self.display = True
        answer.focus()

    def refuse(self, why: str) -> None:
        """Say why an answer cannot be meant; it can be written again."""
        self.query_one("#question", Static).update(Content(why))

    def close(self) -> None:
        """Go out of sight."""
        self.display = False

    @property
    def is_open(self) -> bool:
        """Whether a question stands."""
        return self.display

    @on(NumberedChoice.Picked)
    def _picked(self, event: NumberedChoice.Picked) -> None:
        event.stop()
        self.post_message(self.Answered(self._asked, self._words[event.index]))

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self._asked, event.value.strip()))

    def action_leave(self) -> None:
        """Leave the question without an answer."""
        self.close()
        self.post_message(self.Cancelled())
