"""An app in whose forms each key finds done what the key before it does."""

from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import App
from textual.events import Event
from textual.message import Message

from tui.keys_ahead import KeysAhead, fresh
from tui.screens.note_form import NoteForm

PATIENCE = 1.0
"""Seconds after which the keys behind a key go on even if nothing is heard of it: its field is gone."""


class KeysInOrder(App[str]):
    """Holds the keys that are typed ahead of a form, and in a form all but one at a time."""

    @dataclass
    class KeyDone(Message):
        """A key in a form has done what it does; `reason` is the number for which those after it wait."""

        reason: int

    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self.keys_ahead = KeysAhead()

    async def on_event(self, event: Event) -> None:
        """Let a key wait for the form it is meant for, and in a form for the key before it."""
        if not self.keys_ahead.takes(event):
            await self._pass_on(event)

    async def _pass_on(self, event: Event) -> None:
        field = (self.focused or self.screen) if fresh(event) else None
        await super().on_event(event)
        if field is not None and event.is_forwarded and isinstance(self.screen, NoteForm):
            done = self.KeyDone(self.keys_ahead.hold())
            self.set_timer(PATIENCE, lambda: self.post_message(self.KeyDone(done.reason)))
            field.post_message(done)  # it climbs behind the key

    @on(KeyDone)
    async def _after_a_key(self, message: KeyDone) -> None:
        self.keys_ahead.go_on(message.reason)
        await self._hand_on()

    @on(NoteForm.Up)
    async def _form_is_up(self) -> None:
        self.keys_ahead.go_on()
        await self._hand_on()

    async def _hand_on(self) -> None:
        """Give what was typed ahead to where it is meant for."""
        while (event := self.keys_ahead.next()) is not None:
            await self._pass_on(event)
