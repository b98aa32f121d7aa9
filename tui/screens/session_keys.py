"""The keys of the dashboard, and what those of a session mean in which of its states."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.message import Message

from routines.session import back, easier, end, next_exercise, pause, resume, stop_for_pain
from routines.session_events import Status
from tui.messages import (
    ChooseRoutine,
    KeepUnfinished,
    NoteActivity,
    NotePain,
    Quit,
    ShowExample,
    ShowHelp,
    ShowSafety,
    TakeBack,
    TakeUp,
)
from tui.runner import Act

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
    Binding("p", "ask('pain')", "Pain", id="note.pain", tooltip="Note how much it hurts"),
    Binding("a", "ask('activity')", "Activity", id="note.activity", tooltip="Note what you did today"),
    Binding("u", "ask('undo')", "Undo", show=False, id="note.undo", tooltip="Take back what you noted last"),
    Binding(
        "r", "ask('routine')", "Routine", show=False, id="routine.choose", tooltip="Choose another routine"
    ),
    Binding("d", "ask('example')", "Example", id="app.example", tooltip="Open an example diary"),
    Binding("t", "try_sound", "Sound", show=False, id="app.sound", tooltip="Try the sound"),
    Binding("s", "ask('safety')", "Safety", show=False, id="app.safety", tooltip="When to get help"),
    Binding("tab", "next_pane", "Panes", show=False, id="panes.next", tooltip="Go to the next pane"),
    Binding("question_mark", "ask('help')", "Help", key_display="?", id="app.help", tooltip="All keys"),
    Binding("q", "ask('quit')", "Quit", id="app.quit", tooltip="Quit; everything is saved"),
]

UNDER_WAY = frozenset({Status.RUNNING, Status.PAUSED, Status.FROZEN})
NOT_STOPPED = frozenset({Status.RUNNING, Status.PAUSED})

ACTS: Mapping[str, tuple[Act, frozenset[Status]]] = {
    "pause": (pause, frozenset({Status.RUNNING})),
    "resume": (resume, frozenset({Status.PAUSED, Status.FROZEN})),
    "next": (next_exercise, UNDER_WAY),
    "back": (back, NOT_STOPPED),
    "easier": (easier, UNDER_WAY),
    "stop": (stop_for_pain, NOT_STOPPED),
    "end": (end, frozenset({Status.FROZEN})),
}
"""The session's commands, each with the states in which its key means something."""

REQUESTS: Mapping[str, type[Message]] = {
    "pain": NotePain,
    "activity": NoteActivity,
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

BEFORE_A_SESSION = frozenset(
    {"activity", "undo", "routine", "keep", "example", "start", "take_up", "later", "try_sound"}
)
"""What keys mean only before a session: while one is under way they pause it, as any unbound key does."""
