"""The commands of the dashboard and the keys that give them.

This table is the only place that names these keys: bindings, palette, help, footer and every sentence that mentions a
key are made from it. A person can change a key in the settings: `keys.undo = "z"`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Moment(StrEnum):
    """What the dashboard is doing; a command is available in some of these moments.

    The last three are the values of `routines.session.events.Status` while a session is under way.
    """

    READY = "ready"
    INTERRUPTED = "interrupted"  # no session is under way, and an earlier one can continue
    RUNNING = "running"
    PAUSED = "paused"
    FROZEN = "frozen"


class Target(StrEnum):
    """Who carries a command out."""

    SESSION = "session"
    APP = "app"
    SCREEN = "screen"


IDLE = frozenset({Moment.READY, Moment.INTERRUPTED})
UNDER_WAY = frozenset({Moment.RUNNING, Moment.PAUSED, Moment.FROZEN})
ALWAYS = IDLE | UNDER_WAY


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table.

    `key` is the key unless the person chose another; `more_keys` always work, too. `label` is its name in the footer
    and the palette, `tooltip` what it does, in the help. `shown`: in the footer. `priority`: before the focused widget.
    """

    name: str
    key: str
    label: str
    tooltip: str
    target: Target = Target.APP
    moments: frozenset[Moment] = IDLE
    shown: bool = False
    priority: bool = False
    more_keys: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command(
        "start", "space", "Start", "Start the routine", Target.SCREEN, frozenset({Moment.READY}), shown=True
    ),
    Command(
        "continue",
        "space",
        "Continue",
        "Continue the session that was interrupted",
        moments=frozenset({Moment.INTERRUPTED}),
        shown=True,
    ),
    Command(
        "pause",
        "space",
        "Pause",
        "Pause; any key without a meaning does too",
        Target.SESSION,
        frozenset({Moment.RUNNING}),
        shown=True,
    ),
    Command(
        "resume",
        "space",
        "Continue",
        "Continue where you paused",
        Target.SESSION,
        frozenset({Moment.PAUSED, Moment.FROZEN}),
        shown=True,
    ),
    Command(
        "keep",
        "k",
        "Keep",
        "Finish the interrupted session here and keep it",
        moments=frozenset({Moment.INTERRUPTED}),
        shown=True,
    ),
    Command(
        "later", "m", "Later", "Just got up? Skip the exercises that bend the back for now", Target.SCREEN
    ),
    Command(
        "next", "n", "Next", "Next exercise", Target.SESSION, UNDER_WAY, shown=True, more_keys=("pagedown",)
    ),
    Command(
        "back",
        "b",
        "Back",
        "Repeat the set; twice: the exercise before",
        Target.SESSION,
        frozenset({Moment.RUNNING, Moment.PAUSED}),
        shown=True,
        more_keys=("pageup",),
    ),
    Command("easier", "e", "Easier", "Easier version for the rest", Target.SESSION, UNDER_WAY, shown=True),
    Command(
        "stop",
        "x",
        "Stop: pain",
        "Stop at once because of pain",
        Target.SESSION,
        frozenset({Moment.RUNNING, Moment.PAUSED}),
        shown=True,
    ),
    Command(
        "end",
        "enter",
        "End",
        "After a stop: end the session and keep it",
        Target.SESSION,
        frozenset({Moment.FROZEN}),
        shown=True,
    ),
    Command(
        "floor", "f", "Large view", "Large view, readable from the floor: on or off", Target.SCREEN, ALWAYS
    ),
    Command("pain", "p", "Pain", "Log pain", moments=ALWAYS, shown=True, priority=True),
    Command("activity", "a", "Activity", "Log what you did today", shown=True, priority=True),
    Command("relief", "w", "Relief", "Log what you tried for the pain", priority=True),
    Command("position", "o", "Position", "Log your position", priority=True),
    Command("note", "j", "Note", "Write a note, or log something you skipped", priority=True),
    Command("evening", "v", "Evening", "Log the whole day in one form", priority=True),
    Command("hide", "escape", "Hide", "Hide this line until tomorrow", Target.SCREEN),
    Command("insights", "g", "Insights", "Insights: pain and activity, exercises, week", shown=True),
    Command("lag", "l", "Same or next day", "Graph: pain of the same day or of the next", Target.SCREEN),
    Command("history", "h", "History", "History: list, calendar, trends", shown=True),
    Command("undo", "u", "Undo", "Undo your last entry, change or deletion"),
    Command("routine", "r", "Routine", "Choose another routine"),
    Command("example", "d", "Demo", "Open an example diary", shown=True),
    Command("sound", "t", "Sound", "Test the sound", Target.SCREEN),
    Command("settings", "comma", "Settings", "Change the settings"),
    Command("safety", "s", "Safety", "When to get help", moments=ALWAYS),
    Command("pane", "tab", "Panes", "Go to the next pane", Target.SCREEN, ALWAYS),
    Command("help", "question_mark", "Help", "Show all keys", moments=ALWAYS, shown=True),
    Command("quit", "q", "Quit", "Quit; everything is saved", moments=ALWAYS, shown=True),
)

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}

DISPLAYS = {
    "comma": ",",
    "escape": "esc",
    "full_stop": ".",
    "pagedown": "page down",
    "pageup": "page up",
    "question_mark": "?",
    "semicolon": ";",
    "minus": "-",
    "plus": "+",
    "slash": "/",
}
"""Keys whose name on the screen differs from their name in Textual."""

CHARACTERS = {shown: key for key, shown in DISPLAYS.items() if len(shown) == 1}

NAMED_KEYS = frozenset(
    {"space", "tab", "enter", "escape", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"}
)
FUNCTION_KEY = re.compile("f([1-9]|1[0-2])")
CONTROL_KEY = re.compile("ctrl[+][abdefgklnortuvwxy]")
"""Without those the program or the terminal needs: c, h, i, j, m, p, q, s, z."""


class KeyFaultError(ValueError):
    """A key that cannot be used; the message says why and what to write."""


def find_command(name: str) -> Command:
    """The command of this name. Raises KeyFaultError."""
    if name in BY_NAME:
        return BY_NAME[name]
    from difflib import get_close_matches  # noqa: PLC0415 - only for a misspelt name

    close = get_close_matches(name, BY_NAME, 1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise KeyFaultError(f"there is no key called {name[:20]!r}{hint}")


def display_key(key: str) -> str:
    """A key as a person reads it: `?`, `esc`, `page down`."""
    return DISPLAYS.get(key, key)


def read_key(text: str) -> str:
    """A key that a person typed, as Textual names it. Raises KeyFaultError.

    Letters, the signs in DISPLAYS, named keys, f1 to f12 and most ctrl+letter can be used; digits rate pain.
    """
    key = text.strip()
    if re.fullmatch("[0-9]", key):
        raise KeyFaultError(f"{key} cannot be a key: digits rate pain")
    if re.fullmatch("[A-Za-z]", key):
        return key
    name = CHARACTERS.get(key, key.lower().replace(" ", ""))
    name = next((full for full, shown in DISPLAYS.items() if shown.replace(" ", "") == name), name)
    if name in NAMED_KEYS or name in DISPLAYS or FUNCTION_KEY.fullmatch(name) or CONTROL_KEY.fullmatch(name):
        return name
    raise KeyFaultError(f"{key[:20]!r} cannot be used as a key; write a letter, f2 or ctrl+k")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of this person: those of the table, except the `chosen` ones (command name to Textual key)."""

    chosen: Mapping[str, str] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """The key of a command, as Textual names it."""
        return self.chosen.get(name) or BY_NAME[name].key

    def keys(self, name: str) -> tuple[str, ...]:
        """All keys of a command, the person's first."""
        return (self.key(name), *BY_NAME[name].more_keys)

    def display(self, name: str) -> str:
        """The key of a command as a person reads it."""
        return display_key(self.key(name))

    def hint(self, name: str, words: str) -> str:
        """A key and what it does, for a sentence or a line of hints: `u: undo`."""
        return f"{self.display(name)}: {words}"

    def hints(self, *pairs: tuple[str, str]) -> str:
        """Several hints in a line: `space: continue · n: next`."""
        return " · ".join(self.hint(name, words) for name, words in pairs)

    def with_key(self, name: str, text: str) -> "Keymap":
        """The same with another key for one command. Raises KeyFaultError for an unknown name or key, or a clash."""
        keymap = Keymap({**self.chosen, find_command(name).name: read_key(text)})
        if fault := keymap.describe_clash(name):
            raise KeyFaultError(fault)
        return keymap

    def describe_clash(self, name: str) -> str:
        """Which other command has the key of this one; empty when none has."""
        other = next(self.clashes(name), None)
        return (
            ""
            if other is None
            else f"{self.display(name)} is already the key of {other.name} ({other.label})"
        )

    def clashes(self, name: str) -> Iterator[Command]:
        """The commands that share a key with this one in a moment in which both are available."""
        for other in COMMANDS:
            shares_moment = BY_NAME[name].moments & other.moments
            if other.name != name and shares_moment and set(self.keys(name)) & set(self.keys(other.name)):
                yield other


DEFAULT_KEYMAP = Keymap()


def read_keymap(chosen: Mapping[str, str]) -> tuple[Keymap, tuple[tuple[str, str], ...]]:
    """The keymap of all these choices together, and (name, fault) for each choice that cannot be used.

    Two commands may swap their keys. Where two clash, the one that was chosen later keeps its default.
    """
    keymap, faults = Keymap(), []
    for name, text in chosen.items():
        try:
            keymap = Keymap({**keymap.chosen, find_command(name).name: read_key(text)})
        except KeyFaultError as error:
            faults.append((name, str(error)))
    while clashing := [name for name in keymap.chosen if keymap.describe_clash(name)]:
        latest = clashing[-1]
        faults.append((latest, keymap.describe_clash(latest)))
        keymap = Keymap({name: key for name, key in keymap.chosen.items() if name != latest})
    return keymap, tuple(faults)
