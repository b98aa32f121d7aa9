"""An app in whose forms each key finds done what the key before it does."""

from collections import deque
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

from tui.entry.form import EntryForm


class TypeAhead:
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


PATIENCE = 1.0
"""Seconds after which the keys behind a key go on even if nothing is heard of it: its field is gone."""


class OrderedKeysApp(App[str]):
    """Holds the keys that are typed ahead of a form, and in a form all but one at a time."""

    @dataclass
    class KeyDone(Message):
        """A key in a form has done what it does; `reason` is the number for which those after it wait."""

        reason: int

    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self.type_ahead = TypeAhead()

    async def on_event(self, event: Event) -> None:
        """Let a key wait for the form it is meant for, and in a form for the key before it."""
        if not self.type_ahead.takes(event):
            await self._pass_on(event)

    async def _pass_on(self, event: Event) -> None:
        field = (self.focused or self.screen) if fresh(event) else None
        await super().on_event(event)
        if field is not None and event.is_forwarded and isinstance(self.screen, EntryForm):
            done = self.KeyDone(self.type_ahead.hold())
            self.set_timer(PATIENCE, lambda: self.post_message(self.KeyDone(done.reason)))
            field.post_message(done)  # it climbs behind the key

    @on(KeyDone)
    async def _after_a_key(self, message: KeyDone) -> None:
        self.type_ahead.go_on(message.reason)
        await self._hand_on()

    @on(EntryForm.Up)
    async def _form_is_up(self) -> None:
        self.type_ahead.go_on()
        await self._hand_on()

    async def _hand_on(self) -> None:
        """Give what was typed ahead to where it is meant for."""
        while (event := self.type_ahead.next()) is not None:
            await self._pass_on(event)
