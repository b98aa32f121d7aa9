"""A question above a list, answered in place: pick a word or write a line."""

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
    """Words numbered from 1. A digit picks its word at once; enter picks the one chosen with the arrow keys."""

    @dataclass
    class Picked(Message):
        """A word was picked; `index` counts from 0."""

        index: int

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("enter", "pick", "Pick", show=False, id="pick.take", tooltip="Pick the marked word"),
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
        """Pick the marked word."""
        if self.index is not None:
            self.post_message(self.Picked(self.index))


class PromptLine(Vertical):
    """Hidden until it asks something; then it has the focus until it is answered or cancelled."""

    @dataclass
    class Answered(Message):
        """The question `name` was answered with this text."""

        name: str
        text: str

    @dataclass
    class Cancelled(Message):
        """The question was cancelled."""

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("escape", "cancel", "Cancel", id="prompt.cancel", tooltip="Cancel"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._question = ""
        self._words: Sequence[str] = ()
        self.display = False

    async def pick(self, name: str, question: str, words: Sequence[str]) -> None:
        """Ask for one of the words."""
        self._words = words
        await self._ask(name, question, NumberedChoice(words))

    async def write(self, name: str, question: str, known: Sequence[str] = ()) -> None:
        """Ask for a line of text; `known` words are suggested while it is written."""
        suggestions = SuggestFromList(known, case_sensitive=False) if known else None
        await self._ask(name, question, NoteInput(compact=True, suggester=suggestions))

    async def _ask(self, name: str, question: str, answer: Widget) -> None:
        self._question = name
        await self.remove_children()
        await self.mount(Static(Content(question), id="question"), answer)
        self.display = True
        answer.focus()

    def refuse(self, reason: str) -> None:
        """Show why an answer was refused; it can be written again."""
        self.query_one("#question", Static).update(Content(reason))

    def close(self) -> None:
        """Hide."""
        self.display = False

    @property
    def is_open(self) -> bool:
        """Whether a question is shown."""
        return self.display

    @on(NumberedChoice.Picked)
    def _answer_with_word(self, event: NumberedChoice.Picked) -> None:
        event.stop()
        self.post_message(self.Answered(self._question, self._words[event.index]))

    @on(Input.Submitted)
    def _answer_with_text(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(self._question, event.value.strip()))

    def action_cancel(self) -> None:
        """Cancel the question."""
        self.close()
        self.post_message(self.Cancelled())
