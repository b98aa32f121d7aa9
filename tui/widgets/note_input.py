"""A line of text in which nothing stands that a terminal would obey."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.text import one_line

MOST = 20_000


class NoteInput(Input):
    """Whatever is typed, pasted or brought back into it is cleaned; several lines become one."""

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.value

    @text.setter
    def text(self, text: str) -> None:
        self.value = text

    def validate_value(self, value: str) -> str:
        cleaned = one_line(value, MOST)
        # A blank at the end is somebody about to type the next word.
        return cleaned + " " if value.endswith(" ") and cleaned else cleaned

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(one_line(event.text, MOST))


class Again(Suggester):
    """Completes the last of several words with commas between by one that was used before."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.words: tuple[str, ...] = ()

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text with its last word completed."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        given = {word.strip().lower() for word in before.split(",")}
        for word in self.words:
            if word.startswith(typed.lower()) and word not in given and (typed or comma):
                return value + word[len(typed) :]
        return None
