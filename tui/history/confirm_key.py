"""A key that must be pressed twice for the same thing."""

KEY_REPEAT_GUARD = 1.0
"""Seconds without a press after which the key works again: a key held down must not confirm the next thing."""


class ConfirmKey:
    """Remembers what the key was pressed for. Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self.armed: str | None = None
        """The thing that the next press confirms."""
        self._last_repeat = float("-inf")

    def press(self, thing: str, now: float) -> bool:
        """Whether this press confirms: it is the second one for the same thing."""
        if now - self._last_repeat < KEY_REPEAT_GUARD:
            self._last_repeat = now
            return False
        if self.armed != thing:
            self.armed = thing
            return False
        self.armed, self._last_repeat = None, now
        return True

    def forget(self) -> None:
        """Ask again: something else was done in between."""
        self.armed = None
