"""What may be written on the command line. Values that can be judged without a clock are judged here."""

import argparse
import re
from collections.abc import Callable, Mapping
from typing import NoReturn

from journal.body import OF_A_DAY, Site
from journal.values import RecordError
from tui import __version__
from tui.commands.errors import UsageError
from tui.numbers import read_count

COUNT = re.compile(r"[0-9]{1,9}")
MOST_PAIN = 10
TRUTHS = ("medium", "flat", "more", "less", "plateau")
"""The values of `journal.synthetic.Truth`, which takes long to import."""

A_DAY = "today, yesterday, or a date such as 2026-11-20"


class Parser(argparse.ArgumentParser):
    """A parser whose faults are one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see: {self.prog} --help)")


def pain(text: str) -> int:
    """A rating: a whole number from 0 to 10."""
    if not COUNT.fullmatch(text) or int(text) > MOST_PAIN:
        raise argparse.ArgumentTypeError(f"pain is a whole number from 0 to {MOST_PAIN}, not {text!r}")
    return int(text)


class Count:
    """Reads a measure of activity."""

    def __init__(self, measure: str) -> None:
        self._measure = measure

    def __call__(self, text: str) -> int:
        try:
            return read_count(self._measure, text)
        except RecordError as error:
            raise argparse.ArgumentTypeError(str(error)) from error


def parser() -> Parser:
    """The whole command line. `command` is None or the subcommand's name."""
    top = Parser(
        prog="tolerable",
        allow_abbrev=False,
        description="Routines with a live timer, a pain diary, and plots of pain against activity, for people "
        "whose low back hurts every day. Without a command it opens the dashboard.",
        epilog="Everything stays on this machine. `tolerable COMMAND --help` says more about a command.",
    )
    top.add_argument("--version", action="version", version=f"tolerable {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, (summary, arguments) in COMMANDS.items():
        command = commands.add_parser(name, allow_abbrev=False, help=summary, description=f"{summary}.")
        arguments(command)
    return top


def _demo(command: Parser) -> None:
    command.add_argument("--truth", choices=TRUTHS, default="medium", help="what the diary has hidden in it")


def _session(command: Parser) -> None:
    _routine(command)
    command.add_argument(
        "--plain", action="store_true", help="as lines and sound, for screen readers and simple terminals"
    )


def _plan(command: Parser) -> None:
    _routine(command)
    _json(command)
    command.add_argument("--why", action="store_true", help="say the reason for each dose")


def _log(command: Parser) -> None:
    recalls = [recall.value for recall in OF_A_DAY]
    sites = [site.value for site in Site]
    command.add_argument(
        "pain", type=pain, metavar="PAIN", help="from 0, no pain, to 10, the worst imaginable"
    )
    command.add_argument(
        "--at", metavar="WHEN", help="14:05, yesterday, 'yesterday 14:05', 2026-11-20 or 2026-11-20T14:05"
    )
    command.add_argument(
        "--kind", choices=recalls, default="now", help="average and worst speak of the whole day"
    )
    command.add_argument("--site", choices=sites, action="append", help="where it hurts; may be given again")
    _note(command)


def _activity(command: Parser) -> None:
    for option, measure in MEASURE_OPTIONS.items():
        command.add_argument(
            f"--{option}", dest=measure, type=Count(measure), metavar="N", help=MEASURE_HELP[measure]
        )
    command.add_argument("--day", metavar="D", default="today", help=A_DAY)
    _note(command)


def _history(command: Parser) -> None:
    _since(command)
    command.add_argument("--search", metavar="TEXT", help="only entries with this in their note")
    _json(command)


def _days(command: Parser) -> None:
    _since(command)
    command.add_argument("--until", metavar="D", help=f"not after this day: {A_DAY}")
    _json(command)


def _check(command: Parser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="files of routines or exercises, or a folder"
    )
    command.add_argument(
        "--repair", action="store_true", help="make what is shown of the journal anew from its records"
    )


def _import(command: Parser) -> None:
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", help="a CSV table with a header, a day a row")
    what.add_argument("--list", action="store_true", help="what was imported so far")
    what.add_argument("--undo", metavar="ACT", help="take an import back; --list names it")
    command.add_argument(
        "--map",
        metavar="date=COL,...",
        help="which columns to read: date and any of pain, steps, minutes, sitting, load; pain is the day's average",
    )
    command.add_argument("--dry-run", action="store_true", help="only say what would be imported")


def _set(command: Parser) -> None:
    command.add_argument("key", nargs="?", metavar="KEY", help="the setting; without it all are shown")
    command.add_argument(
        "value", nargs="?", metavar="VALUE", help="on or off, a text, or names with commas between them"
    )


def _no_arguments(_command: Parser) -> None:
    pass


def _routine(command: Parser) -> None:
    command.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help="its id (default: that of the setting `routine`, which is start until you change it)",
    )


def _json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON document, for other programs")


def _since(command: Parser) -> None:
    command.add_argument("--since", metavar="D", help=f"not before this day: {A_DAY}")


def _note(command: Parser) -> None:
    command.add_argument("--note", metavar="TEXT", default="", help="anything you want to remember with it")


MEASURE_OPTIONS = {
    "steps": "steps",
    "minutes": "active_minutes",
    "sitting": "sitting_minutes",
    "load": "load",
}
MEASURE_HELP = {
    "steps": "steps of the whole day",
    "active_minutes": "active minutes of the whole day",
    "sitting_minutes": "minutes spent sitting, the whole day",
    "load": "how much it felt, from 0 to 10, against your usual",
}

COMMANDS: Mapping[str, tuple[str, Callable[[Parser], None]]] = {
    "demo": ("Open the dashboard on an invented diary of 150 days; nothing is saved", _demo),
    "session": ("Start a session of a routine straight away", _session),
    "plan": ("Show what a routine asks for, and how long it takes", _plan),
    "log": ("Note pain", _log),
    "activity": ("Note what was done on a day; a later total replaces an earlier one", _activity),
    "undo": ("Take back what was noted last by hand", _no_arguments),
    "today": ("Show what is noted for today", _no_arguments),
    "history": ("Show what was noted, oldest first", _history),
    "days": ("Show a row a day: pain and activity", _days),
    "set": ("Show the settings, or change one", _set),
    "sound-test": (
        "Play every tone with its name, speak a sentence, and say which programs do it",
        _no_arguments,
    ),
    "check": ("Check files of routines, or the journal when none is given", _check),
    "import": ("Bring in a table of days (CSV)", _import),
}
"""Each subcommand's summary, and what adds its arguments."""
