"""The keys of the dashboard, and what it asks the application for by them."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.messages import (
    ChooseRoutine,
    KeepUnfinished,
    LookBack,
    NoteActivity,
    NoteEvening,
    NoteOther,
    NotePain,
    NotePosition,
    NoteRelief,
    OpenSettings,
    Quit,
    ShowExample,
    ShowHelp,
    ShowMedium,
    ShowSafety,
    TakeBack,
    TakeUp,
)

KEYS: list[BindingType] = [
    Binding("space", "start", "Start", id="session.start", tooltip="Start the routine"),
    Binding(
        "space", "ask('take_up')", "Go on", id="session.take-up", tooltip="Go on with the session cut short"
    ),
    Binding("space", "act('pause')", "Pause", id="session.pause", tooltip="Pause; any unbound key too"),
    Binding("space", "act('resume')", "Go on", id="session.resume", tooltip="Go on where it stands"),
    Binding("k", "ask('keep')", "Keep", id="session.keep", tooltip="Keep what was done and leave it at that"),
    Binding(
        "m", "later", "Later", show=False, id="session.later", tooltip="Early in the day: without bending"
    ),
    Binding("n,pagedown", "act('next')", "Next", id="session.next", tooltip="Go to the next exercise"),
    Binding("b,pageup", "act('back')", "Back", id="session.back", tooltip="This set again; twice: before"),
    Binding("e", "act('easier')", "Easier", id="session.easier", tooltip="The rest of it more easily"),
    Binding("x", "act('stop')", "Stop: pain", id="session.stop", tooltip="Stop at once because of pain"),
    Binding("enter", "act('end')", "End", id="session.end", tooltip="After a stop: end; it is kept"),
    Binding(
        "f",
        "floor",
        "Floor",
        show=False,
        id="session.floor",
        tooltip="Large, to be read from the floor; and back",
    ),
    Binding("p", "ask('pain')", "Pain", priority=True, id="note.pain", tooltip="Note how much it hurts"),
    Binding(
        "a",
        "ask('activity')",
        "Activity",
        priority=True,
        id="note.activity",
        tooltip="Note what you did today",
    ),
    Binding(
        "w",
        "ask('relief')",
        "Relief",
        priority=True,
        show=False,
        id="note.relief",
        tooltip="Note what you used against it",
    ),
    Binding(
        "o",
        "ask('position')",
        "Position",
        priority=True,
        show=False,
        id="note.position",
        tooltip="Note how you sit or stand",
    ),
    Binding(
        "j",
        "ask('other')",
        "Note",
        priority=True,
        show=False,
        id="note.other",
        tooltip="Write a note, or skip something",
    ),
    Binding(
        "v",
        "ask('evening')",
        "Evening",
        priority=True,
        show=False,
        id="note.evening",
        tooltip="How the day was, in one form",
    ),
    Binding(
        "escape",
        "put_away",
        "Not today",
        show=False,
        id="prompt.away",
        tooltip="Put away what is said or asked, for today",
    ),
    Binding(
        "g",
        "ask('medium')",
        "Graph",
        id="look.medium",
        tooltip="Pain against activity: the graph, exercises, the week",
    ),
    Binding(
        "l",
        "next_lag",
        "Lag",
        show=False,
        id="look.lag",
        tooltip="The plot: pain of the same day, or of the next",
    ),
    Binding("h", "ask('look_back')", "History", id="look.back", tooltip="Look back: list, calendar, trends"),
    Binding("u", "ask('undo')", "Undo", show=False, id="note.undo", tooltip="Take back what you noted last"),
    Binding(
        "r", "ask('routine')", "Routine", show=False, id="routine.choose", tooltip="Choose another routine"
    ),
    Binding("d", "ask('example')", "Example", id="app.example", tooltip="Open an example diary"),
    Binding("t", "try_sound", "Sound", show=False, id="app.sound", tooltip="Try the sound"),
    Binding(
        "comma",
        "ask('settings')",
        "Settings",
        show=False,
        key_display=",",
        id="app.settings",
        tooltip="Settings",
    ),
    Binding("s", "ask('safety')", "Safety", show=False, id="app.safety", tooltip="When to get help"),
    Binding("tab", "next_pane", "Panes", show=False, id="panes.next", tooltip="Go to the next pane"),
    Binding("question_mark", "ask('help')", "Help", key_display="?", id="app.help", tooltip="All keys"),
    Binding("q", "ask('quit')", "Quit", id="app.quit", tooltip="Quit; everything is saved"),
]

REQUESTS: Mapping[str, type[Message]] = {
    "pain": NotePain,
    "activity": NoteActivity,
    "relief": NoteRelief,
    "position": NotePosition,
    "other": NoteOther,
    "evening": NoteEvening,
    "look_back": LookBack,
    "medium": ShowMedium,
    "settings": OpenSettings,
    "undo": TakeBack,
    "routine": ChooseRoutine,
    "keep": KeepUnfinished,
    "take_up": TakeUp,
    "example": ShowExample,
    "safety": ShowSafety,
    "help": ShowHelp,
    "quit": Quit,
}
"""What the dashboard asks the application for."""

OFFERED = frozenset(binding.action for binding in KEYS if isinstance(binding, Binding)) - {"next_pane"}
"""The actions that the palette offers, as far as they mean something."""
