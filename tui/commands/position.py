"""`tolerable position`: log a position, which lasts until the next one."""

from argparse import ArgumentParser, Namespace

from journal.observations import Position, Posture
from tui.commands import options
from tui.commands.entry import build_body, log_entry, parse_moment
from tui.system.environment import Context


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "posture",
        choices=[str(posture) for posture in Posture],
        metavar="POSITION",
        help=f"{', '.join(Posture)}; lasts until your next position",
    )
    options.at(command)
    options.minutes(command, "--comfortable", "comfortable_minutes", "how many minutes it stayed comfortable")
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    position = build_body(
        Position,
        posture=arguments.posture,
        comfortable_minutes=arguments.comfortable_minutes,
        note=arguments.note,
        tags=arguments.tags,
    )
    return log_entry(position, parse_moment(arguments.at, context.clock), context)
