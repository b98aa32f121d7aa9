"""`tolerable note`: write something down, or how one feels beside the pain."""

from argparse import ArgumentParser, Namespace

from journal.observations import WELLBEING, Note
from tui.commands import options
from tui.commands.noting import made, moment_of, note_down
from tui.commands.terminal import UsageError
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    command.add_argument("words", nargs="*", metavar="TEXT", help="anything you want to remember")
    options.at(command)
    options.wellbeing(command)
    options.tags(command)


def run(arguments: Namespace, context: Context) -> int:
    text = " ".join(arguments.words)
    rated = {name: getattr(arguments, name) for name in WELLBEING}
    if not text.strip() and all(value is None for value in rated.values()):
        options_there_are = ", ".join(f"--{name}" for name in WELLBEING)
        raise UsageError(f"nothing to note: write some words, or give one of {options_there_are}")
    body = made(Note, note=text, tags=arguments.tags, **rated)
    return note_down(body, moment_of(arguments.at, context.clock), context)
