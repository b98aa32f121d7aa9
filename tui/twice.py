"""A key that does something only when it is pressed twice, and once only however long it is held down. Pure."""

RESTS = 1.0
"""Seconds for which the key must rest after it did something before it means anything again."""


class Twice:
    """Which thing the key was pressed for. Times are seconds of a clock that never runs backwards."""

    def __init__(self) -> None:
        self.armed: str | None = None
        """The thing for which the next press counts."""
        self._rests_from = float("-inf")

    def press(self, thing: str, now: float) -> bool:
        """Whether this press is the second for the same thing, and counts."""
        if now - self._rests_from < RESTS:
            self._rests_from = now
            return False
        if self.armed != thing:
            self.armed = thing
            return False
        self.armed, self._rests_from = None, now
        return True

    def forget(self) -> None:
        """Something else was done: the next press is a first one."""
        self.armed = None
