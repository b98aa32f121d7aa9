"""Arguments shared by several commands. Values that need no clock are checked here."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable

from journal.observations import MINUTES_A_DAY, MOST_NRS, WELLBEING
from journal.values import RecordError
from tui.text.parse import read_whole

A_DAY = "today, yesterday, or a date such as 2026-11-20"
A_TIME = "14:05, yesterday, 'yesterday 14:05', 2026-11-20 or 2026-11-20T14:05"

WELLBEING_HELP = {
    "mood": "from 0, the worst, to 10",
    "stress": "from 0, none, to 10",
    "sleep": "from 0, the worst, to 10",
    "stiffness": "from 0, none, to 10",
}


class WholeNumberOption:
    """Reads a whole number from 0 to `most`."""

    def __init__(self, what: str, most: float) -> None:
        self._what, self._most = what, int(most)

    def __call__(self, text: str) -> int:
        try:
            return read_whole(self._what, text, self._most)
        except RecordError as error:
            raise ArgumentTypeError(str(error)) from error


def whole_text(text: str) -> str:
    """Replace half characters by U+FFFD, as the journal does."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def rating(command: ArgumentParser, option: str, help: str) -> None:  # noqa: A002 - argparse's name for it
    """Add an option for a whole number from 0 to 10."""
    what = option.lstrip("-")
    command.add_argument(option, type=WholeNumberOption(what, MOST_NRS), metavar="N", help=help)


def minutes(command: ArgumentParser, option: str, dest: str, help: str) -> None:  # noqa: A002 - as above
    """Add an option for minutes of a day."""
    most = WholeNumberOption(dest.replace("_", " "), MINUTES_A_DAY)
    command.add_argument(option, dest=dest, type=most, metavar="MIN", help=help)


def words(command: ArgumentParser, option: str, known: Iterable[str], dest: str, help: str) -> None:  # noqa: A002
    """Add an option for one of these words that can be repeated."""
    command.add_argument(
        option,
        dest=dest,
        choices=[str(word) for word in known],
        action="append",
        default=[],
        help=f"{help}; can be repeated",
    )


def wellbeing(command: ArgumentParser) -> None:
    """Add the options for mood, stress, sleep and stiffness."""
    for name in WELLBEING:
        rating(command, f"--{name}", WELLBEING_HELP[name])


def at(command: ArgumentParser) -> None:
    """Add the option for the moment of an entry."""
    command.add_argument("--at", metavar="WHEN", help=A_TIME)


def day(command: ArgumentParser) -> None:
    """Add the option for the day of an entry."""
    command.add_argument("--day", metavar="D", default="today", help=A_DAY)


def note(command: ArgumentParser) -> None:
    """Add the option for a note."""
    command.add_argument("--note", metavar="TEXT", default="", help="a note to go with it")


def tags(command: ArgumentParser, help: str = "a tag to find the entry by") -> None:  # noqa: A002 - as above
    """Add the option for tags."""
    command.add_argument(
        "--tag",
        dest="tags",
        type=whole_text,
        metavar="WORD",
        action="append",
        default=[],
        help=f"{help}; can be repeated",
    )


def span(command: ArgumentParser) -> None:
    """Add the options for the first and last day."""
    command.add_argument("--since", metavar="D", help=f"first day: {A_DAY}")
    command.add_argument("--until", metavar="D", help="last day")


def json(command: ArgumentParser) -> None:
    """Add the option for JSON."""
    command.add_argument("--json", action="store_true", help="print one JSON document, for other programs")


def routine(command: ArgumentParser) -> None:
    """Add the argument for a routine."""
    command.add_argument(
        "routine",
        nargs="?",
        metavar="ROUTINE",
        help="id of the routine (default: the setting `routine`, at first start)",
    )
