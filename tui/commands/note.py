"""`tolerable note`: log a note, or mood, stress, sleep and stiffness."""

from argparse import ArgumentParser, Namespace

from journal.observations import WELLBEING, Note
from tui.commands import options
from tui.commands.entry import build_body, log_entry, parse_moment
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
        options_known = ", ".join(f"--{name}" for name in WELLBEING)
        raise UsageError(f"nothing to log: write a note, or give one of {options_known}")
    body = build_body(Note, note=text, tags=arguments.tags, **rated)
    return log_entry(body, parse_moment(arguments.at, context.clock), context)
