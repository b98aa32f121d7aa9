"""The numeric rating scale: eleven numbers, chosen by a digit or the arrow keys."""

from contextlib import suppress

from textual import events
from textual.binding import Binding
from textual.content import Content

from tui.session.ratings import MAX_RATING, combine_digits
from tui.system.clock import Clock
from tui.widgets.choice import ChoiceField


class Scale(ChoiceField):
    """A rating from 0 to 10, or none yet: its index is the rating.

    A value that lies between, which nobody typed here, stands behind the numbers until one of them is chosen.
    `suggestion` is a rating that space takes over.
    """

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("space", "take", "Take", show=False, id="scale.take", tooltip="Take the suggested rating"),
    ]

    def __init__(self, clock: Clock, rating: int | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__([str(number) for number in range(MAX_RATING + 1)], rating, id=id)
        self._clock = clock
        self._typed_at: float | None = None
        self._between = ""
        self.suggestion: int | None = None

    @property
    def text(self) -> str:
        """The rating in digits; empty when there is none."""
        return self._between if self.index is None else str(self.index)

    @text.setter
    def text(self, text: str) -> None:
        self.index = self._options.index(text) if text in self._options else None
        self._between = ""
        with suppress(ValueError):
            self._between = text if self.index is None and 0 <= float(text) <= MAX_RATING else ""
        self.refresh(layout=True)

    def render(self) -> Content:
        return super().render() + Content(
            f"[{self._between}]" if self.index is None and self._between else ""
        )

    def on_key(self, event: events.Key) -> None:
        if event.character is None or event.character not in "0123456789":
            return
        event.stop()
        now = self._clock.monotonic()
        since = None if self._typed_at is None else now - self._typed_at
        self._typed_at = now
        self._between = ""
        self.index = combine_digits(self.index, int(event.character), since)

    def action_move(self, by: int) -> None:
        self._typed_at = None
        super().action_move(by)

    def action_clear(self) -> None:
        self._typed_at, self._between = None, ""
        super().action_clear()
        self.refresh()

    def action_take(self) -> None:
        """Take the suggested rating."""
        if self.index is None and self.suggestion is not None:
            self.index = self.suggestion
