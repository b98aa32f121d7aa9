"""Keys typed ahead: who types `p` `4` `enter` in one go, or over a slow line, means each key for what is there by then.

Textual opens a screen between two keys, and acts on a key only when it has climbed from the field to the app: what is
typed in the meantime would reach the screen below, or the field that was just left.
"""

from collections import deque

from textual.events import Event, Key, Paste


class KeysAhead:
    """Holds keys while something has to happen first. Each reason to wait has a number, counted from 1."""

    def __init__(self) -> None:
        self._held: deque[Event] = deque()
        self._reasons = 0
        self._waiting = False

    def hold(self) -> int:
        """The keys from now on wait; the number of the reason."""
        self._waiting = True
        self._reasons += 1
        return self._reasons

    def takes(self, event: Event) -> bool:
        """Whether the event is a key, or a paste, that has to wait; it is held then."""
        if not fresh(event) or not (self._waiting or self._held):
            return False
        self._held.append(event)
        return True

    def go_on(self, reason: int | None = None) -> None:
        """What was waited for is there: for this reason, if it is the newest, or for whichever."""
        if reason in {None, self._reasons}:
            self._waiting = False

    def next(self) -> Event | None:
        """The next key that was held; None when there is none, or when it has to wait on."""
        return None if self._waiting or not self._held else self._held.popleft()


def fresh(event: Event) -> bool:
    """Whether this is a key, or a paste, that just came in."""
    return isinstance(event, Key | Paste) and not event.is_forwarded
