"""Saying lines and asking for keys, without a screen."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.plain.keyboard import Keys


@dataclass(frozen=True, slots=True)
class Dialog:
    """`say` takes each line; it may raise OSError. `keys` is where answers come from."""

    keys: Keys
    say: Callable[[str], None]

    async def ask_key(self, question: str, *expected: str) -> str | None:
        """Ask until one of the expected keys is pressed. None: no key can come any more."""
        self.say(question)
        while (key := await self.keys.read_key()) is not None and key not in expected:
            self.say(question)
        return key
