"""What may be written on the command line: the commands, and the arguments of the one that is asked for."""

from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from tui import __version__
from tui.commands.terminal import UsageError, width

COMMANDS: Mapping[str, str] = {
    "demo": "Open the dashboard on an invented diary of 150 days; nothing is saved",
    "session": "Start a session of a routine straight away",
    "plan": "Show what a routine asks for, and how long it takes",
    "log": "Note pain",
    "activity": "Note what was done on a day; a later total replaces an earlier one",
    "relief": "Note what was used against the pain",
    "position": "Note which position was taken",
    "note": "Note some words, or mood, stress, sleep, stiffness",
    "skip": "Note what was left out on purpose",
    "undo": "Take back what was noted last by hand",
    "today": "Show what is noted for today",
    "status": "Show in short how today stands; with --oneline for a shell prompt",
    "history": "Show what was noted, oldest first",
    "days": "Show a row a day: pain and activity",
    "medium": "Say what the diary shows of pain against activity, and how sure that is",
    "exercises": "Say which exercise was followed by more pain, as far as that can be told",
    "set": "Show the settings, or change one",
    "sound-test": "Play every tone with its name, speak a sentence, and say which programs do it",
    "check": "Check files of routines, or the journal when none is given",
    "import": "Bring in a table of days (CSV)",
}
"""Each subcommand's summary."""

MODULES = {None: "dashboard", "import": "import_table", "set": "setting", "sound-test": "sound_test"}
"""The modules of `tui.commands` that are not named like their subcommand."""


class Formatter(HelpFormatter):
    """Helps as wide as the terminal. Argparse makes one for each argument and would load archivers to know the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)


class Parser(ArgumentParser):
    """A parser whose faults are one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see: {self.prog} --help)")


def module_of(name: str | None) -> ModuleType:
    """The module of a subcommand, or of none, which is imported only now: `arguments` says what may be written, `run` does it."""
    return import_module(f"tui.commands.{MODULES.get(name, name)}")


def parse(argv: Sequence[str]) -> Namespace:
    """What the words of a command line mean; `command` is None or the subcommand's name. Raises UsageError.

    A command has to come first, so that only its own arguments are needed.
    """
    asked = argv[0] if argv and argv[0] in COMMANDS else None
    top = Parser(
        prog="tolerable",
        allow_abbrev=False,
        formatter_class=Formatter,
        description="Routines with a live timer, a pain diary, and plots of pain against activity, for people "
        "whose low back hurts every day. Without a command it opens the dashboard.",
        epilog="Everything stays on this machine. `tolerable COMMAND --help` says more about a command.",
    )
    top.add_argument("--version", action="version", version=f"tolerable {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", prog="tolerable")
    for name in COMMANDS if asked is None else (asked,):
        command = commands.add_parser(
            name,
            allow_abbrev=False,
            formatter_class=Formatter,
            help=COMMANDS[name],
            description=f"{COMMANDS[name]}.",
        )
    if asked is not None:
        module_of(asked).arguments(command)
    return top.parse_args(argv)
