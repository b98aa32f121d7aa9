"""The forms in which something is noted, by the request for them."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.message import Message
from textual.screen import ModalScreen

from tui.clock import Clock
from tui.messages import NoteActivity, NotePain
from tui.screens.entry import ActivityScreen, PainScreen

Form = Callable[[Clock, Any, str], ModalScreen[Any]]
"""Makes the form: over a clock, the answer that could not be saved (None at first) and why."""

FORMS: Mapping[type[Message], Form] = {
    NotePain: PainScreen,
    NoteActivity: lambda _, before, fault: ActivityScreen(before, fault),
}
