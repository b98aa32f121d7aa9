"""`tolerable relief`: note what was used against the pain. A log, and no advice."""

from argparse import ArgumentParser, Namespace

from journal.observations import USUAL_RELIEF, Relief
from tui.commands import options
from tui.commands.noting import made, moment_of, note_down
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    usual = ", ".join(USUAL_RELIEF)
    command.add_argument("means", nargs="+", metavar="MEANS", help=f"a word or a few, such as {usual}")
    options.rating(command, "--before", "the pain before, from 0 to 10")
    options.rating(command, "--after", "the pain after, from 0 to 10")
    options.minutes(command, "--effect", "effect_minutes", "minutes until something was felt")
    options.at(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    relief = made(
        Relief,
        means=" ".join(arguments.means),
        before=arguments.before,
        after=arguments.after,
        effect_minutes=arguments.effect_minutes,
        note=arguments.note,
        tags=arguments.tags,
    )
    return note_down(relief, moment_of(arguments.at, context.clock), context)
