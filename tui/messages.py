"""The message by which a screen asks the app to carry out a command."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Requested(Message):
    """The person asked for a command that the app carries out; `command` is its name in `tui.keys`."""

    command: str
