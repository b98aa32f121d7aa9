"""`tolerable relief`: log what was tried for the pain; no advice."""

from argparse import ArgumentParser, Namespace

from journal.observations import USUAL_RELIEF, Relief
from tui.commands import options
from tui.commands.entry import build_body, log_entry, parse_moment
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    usual = ", ".join(USUAL_RELIEF)
    command.add_argument("means", nargs="+", metavar="MEANS", help=f"a few words, such as {usual}")
    options.rating(command, "--before", "the pain before, from 0 to 10")
    options.rating(command, "--after", "the pain after, from 0 to 10")
    options.minutes(command, "--effect", "effect_minutes", "minutes until it started to help")
    options.at(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    relief = build_body(
        Relief,
        means=" ".join(arguments.means),
        before=arguments.before,
        after=arguments.after,
        effect_minutes=arguments.effect_minutes,
        note=arguments.note,
        tags=arguments.tags,
    )
    return log_entry(relief, parse_moment(arguments.at, context.clock), context)
