"""Keys typed ahead of a form, or faster than a form handles them, keep their order."""

from collections import deque
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

from tui.entry.form import EntryForm


class TypeAhead:
    """Holds keys while something must happen first. Each reason to wait has a number from 1."""

    def __init__(self) -> None:
        self._held: deque[Event] = deque()
        self._reasons = 0
        self._waiting = False

    def hold(self) -> int:
        """Hold keys from now on; return the number of the reason."""
        self._waiting = True
        self._reasons += 1
        return self._reasons

    def capture(self, event: Event) -> bool:
        """Hold a key or paste that must wait; False when the event need not."""
        if not fresh(event) or not (self._waiting or self._held):
            return False
        self._held.append(event)
        return True

    def release(self, reason: int | None = None) -> None:
        """Stop waiting for this reason, if it is the newest; None: for any reason."""
        if reason in {None, self._reasons}:
            self._waiting = False

    def next(self) -> Event | None:
        """The next held key; None when there is none or it must wait on."""
        return None if self._waiting or not self._held else self._held.popleft()


def fresh(event: Event) -> bool:
    """Whether this is a key or paste that just came in."""
    return isinstance(event, Key | Paste) and not event.is_forwarded


PATIENCE = 1.0
"""Seconds to wait for a key whose field is gone."""


class OrderedKeysApp(App[str]):
    """An app that holds keys typed ahead of a form, and passes keys to a form one at a time."""

    @dataclass
    class KeyDone(Message):
        """A key in a form was handled; `reason` is the number for which later keys wait."""

        reason: int

    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self.type_ahead = TypeAhead()

    async def on_event(self, event: Event) -> None:
        """Let a key wait for its form, and in a form for the key before it."""
        if not self.type_ahead.capture(event):
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
        self.type_ahead.release(message.reason)
        await self._pass_held_keys()

    @on(EntryForm.FormOpened)
    async def _form_opened(self) -> None:
        self.type_ahead.release()
        await self._pass_held_keys()

    async def _pass_held_keys(self) -> None:
        """Pass the held keys on."""
        while (event := self.type_ahead.next()) is not None:
            await self._pass_on(event)
