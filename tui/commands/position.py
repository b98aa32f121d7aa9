"""`tolerable position`: note which position was taken; it lasts until the next one is noted."""

from argparse import ArgumentParser, Namespace

from journal.observations import Position, Posture
from tui.commands import options
from tui.commands.noting import made, moment_of, note_down
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "posture",
        choices=[str(posture) for posture in Posture],
        metavar="POSITION",
        help=f"{', '.join(Posture)}; it lasts until the next one is noted",
    )
    options.at(command)
    options.minutes(command, "--comfortable", "comfortable_minutes", "how many minutes it stayed comfortable")
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    position = made(
        Position,
        posture=arguments.posture,
        comfortable_minutes=arguments.comfortable_minutes,
        note=arguments.note,
        tags=arguments.tags,
    )
    return note_down(position, moment_of(arguments.at, context.clock), context)
