"""A line of text in which nothing stands that a terminal would obey."""

from textual import events
from textual.widgets import Input

from tui.text import one_line

MOST = 20_000


class NoteInput(Input):
    """Whatever is typed, pasted or brought back into it is cleaned; several lines become one."""

    def validate_value(self, value: str) -> str:
        cleaned = one_line(value, MOST)
        # A blank at the end is somebody about to type the next word.
        return cleaned + " " if value.endswith(" ") and cleaned else cleaned

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(one_line(event.text, MOST))
