"""Text fields without control characters that a terminal would obey."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, TextArea

from tui.text.clean import clean, one_line

MOST = 20_000
"""Characters of the longest text on one line."""


class NoteInput(Input):
    """A line of text. Typed, pasted and restored text is cleaned; several lines become one."""

    @property
    def text(self) -> str:
        """The text of the field."""
        return self.value

    @text.setter
    def text(self, text: str) -> None:
        self.value = text

    def validate_value(self, value: str) -> str:
        cleaned = one_line(value, MOST)
        # A space at the end: the next word is about to be typed.
        return cleaned + " " if value.endswith(" ") and cleaned else cleaned

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(one_line(event.text, MOST))


class RecentWords(Suggester):
    """Completes the last of several comma-separated words with a word used before."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.words: tuple[str, ...] = ()

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text with its last word completed; None when no word fits."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        used = {word.strip().lower() for word in before.split(",")}
        for word in self.words:
            if word.startswith(typed.lower()) and word not in used and (typed or comma):
                return value + word[len(typed) :]
        return None


class NoteArea(TextArea):
    """A note of any length. Pasted and restored text is cleaned.

    Moving up from the first line, or down from the last, leaves it.
    """

    @dataclass
    class EdgeReached(Message):
        """The cursor left the note: `by` is -1 at the top, 1 at the bottom."""

        by: int

    @property
    def text(self) -> str:
        """The text of the field."""
        return self.document.text

    @text.setter
    def text(self, text: str) -> None:
        self.load_text(clean(text))
        self.move_cursor(self.document.end)  # so that typing continues there

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Enter begins a new line in a note."""
        return key == "enter" or super().check_consume_key(key, character)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert(clean(event.text))

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Move up a line, or out of the note."""
        if self.navigator.is_first_wrapped_line(self.cursor_location) and not select:
            self.post_message(self.EdgeReached(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Move down a line, or out of the note."""
        if self.navigator.is_last_wrapped_line(self.cursor_location) and not select:
            self.post_message(self.EdgeReached(1))
        else:
            super().action_cursor_down(select)
