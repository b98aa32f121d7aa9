"""Requests that cross from the dashboard to the application, which holds the journal."""

from textual.message import Message


class NotePain(Message):
    """Ask how much it hurts."""


class NoteActivity(Message):
    """Ask what was done today."""


class NoteRelief(Message):
    """Ask what was used against the pain."""


class NotePosition(Message):
    """Ask which position was taken."""


class NoteOther(Message):
    """Ask for a note, or for what is left out on purpose."""


class NoteEvening(Message):
    """Ask how the day was: its pain on average, and what was managed."""


class LookBack(Message):
    """Show what was noted so far."""


class ShowMedium(Message):
    """Show what the diary shows of pain against activity."""


class OpenSettings(Message):
    """Show the settings."""


class TakeBack(Message):
    """Undo what was noted last."""


class ShowExample(Message):
    """Open the example diary."""


class ShowHelp(Message):
    """Show all keys."""


class Quit(Message):
    """Leave the program; a session under way is asked about first."""


class ChooseRoutine(Message):
    """Ask which routine to do."""


class KeepUnfinished(Message):
    """Leave the session that was cut short at what was done."""


class ShowSafety(Message):
    """Show when to get help."""


class TakeUp(Message):
    """Go on with the session that was cut short."""
