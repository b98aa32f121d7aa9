"""The grammar of the command line: all commands, and the arguments of the one called."""

from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from tui import __version__
from tui.commands.terminal import UsageError, width

COMMANDS: Mapping[str, str] = {
    "demo": "Open the dashboard with an example diary of 150 days; nothing is saved",
    "session": "Start a session of a routine right away",
    "plan": "Show a routine's exercises for today, with amounts and times",
    "log": "Log pain",
    "activity": "Log the activity of a day; a new total replaces the old one",
    "relief": "Log what you tried for the pain",
    "position": "Log your position",
    "note": "Log a note, or mood, stress, sleep, stiffness",
    "skip": "Log what you skipped on purpose",
    "undo": "Undo the last entry you made by hand",
    "today": "Show today's entries",
    "status": "Show a summary of today; with --oneline for a shell prompt",
    "history": "Show your entries, oldest first",
    "days": "Show pain and activity, a row for each day",
    "medium": "Show how pain goes with activity in your diary, and how sure that is",
    "exercises": "Show which exercises were followed by more pain",
    "set": "Show the settings, or change one",
    "sound-test": "Play every tone, speak a sentence, and name the programs used",
    "check": "Check your journal and routines, or the files you name",
    "import": "Import a table of days (CSV)",
}
"""Each subcommand's summary."""

MODULES = {None: "dashboard", "import": "import_table", "set": "setting", "sound-test": "sound_test"}
"""The modules of `tui.commands` with another name than their subcommand."""


class Formatter(HelpFormatter):
    """Formats help as wide as the terminal. Argparse's own would load archivers to find the width."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)


class Parser(ArgumentParser):
    """A parser that reports each fault in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see: {self.prog} --help)")


def module_of(name: str | None) -> ModuleType:
    """The module of a subcommand, or of none, which is imported only now: `arguments` says what may be written, `run` does it."""
    return import_module(f"tui.commands.{MODULES.get(name, name)}")


def parse(argv: Sequence[str]) -> Namespace:
    """Parse a command line; `command` in the result is None or the subcommand's name. Raises UsageError.

    The command must come first, so that only its own arguments are built.
    """
    called = argv[0] if argv and argv[0] in COMMANDS else None
    top = Parser(
        prog="tolerable",
        allow_abbrev=False,
        formatter_class=Formatter,
        description="Routines with a live timer, a pain diary, and plots of pain against activity, for people "
        "whose low back hurts every day. Without a command it opens the dashboard.",
        epilog="Everything stays on this machine. `tolerable COMMAND --help` explains a command.",
    )
    top.add_argument("--version", action="version", version=f"tolerable {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", prog="tolerable")
    for name in COMMANDS if called is None else (called,):
        command = commands.add_parser(
            name,
            allow_abbrev=False,
            formatter_class=Formatter,
            help=COMMANDS[name],
            description=f"{COMMANDS[name]}.",
        )
    if called is not None:
        module_of(called).arguments(command)
    return top.parse_args(argv)
