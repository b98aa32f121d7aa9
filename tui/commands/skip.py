"""`tolerable skip`: log what was skipped on purpose, which is neither unknown nor zero."""

from argparse import ArgumentParser, Namespace

from journal.observations import USUAL_REASONS, Skip, Skipped
from tui.commands import options
from tui.commands.entry import build_body, log_entry, parse_whole_day
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "what",
        nargs="?",
        choices=[str(skipped) for skipped in Skipped],
        default="session",
        metavar="WHAT",
        help=f"{', '.join(Skipped)} (default: session)",
    )
    usual = ", ".join(USUAL_REASONS)
    command.add_argument("--reason", metavar="R", default="", help=f"a few words, such as {usual}")
    options.day(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    skip = build_body(
        Skip, what=arguments.what, reason=arguments.reason, note=arguments.note, tags=arguments.tags
    )
    return log_entry(skip, parse_whole_day(arguments.day, context.clock), context)
