"""The numeric rating scale: eleven numbers, chosen by a digit or the arrow keys."""

from textual import events

from tui.clock import Clock
from tui.rating import MOST, typed
from tui.widgets.choice import Choice


class Scale(Choice):
    """A rating from 0 to 10, or none yet: its index is the rating."""

    def __init__(self, clock: Clock, rating: int | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__([str(number) for number in range(MOST + 1)], rating, id=id)
        self._clock = clock
        self._typed_at: float | None = None

    def on_key(self, event: events.Key) -> None:
        if event.character is None or event.character not in "0123456789":
            return
        event.stop()
        now = self._clock.monotonic()
        since = None if self._typed_at is None else now - self._typed_at
        self._typed_at = now
        self.index = typed(self.index, int(event.character), since)

    def action_move(self, by: int) -> None:
        self._typed_at = None
        super().action_move(by)
