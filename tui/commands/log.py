"""`tolerable log`: log pain."""

from argparse import ArgumentParser, Namespace

from journal.observations import MOST_NRS, OF_A_DAY, WELLBEING, BodySide, Pain, Quality, Recall, Site
from tui.commands import options
from tui.commands.entry import build_body, log_entry, parse_moment, whole_day
from tui.system.environment import Context

FIELDS = ("nrs", "sites", "side", "qualities", "interference", *WELLBEING, "tags", "note")
"""The fields of a rating, named as in Pain."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "nrs",
        type=options.WholeNumberOption("pain", MOST_NRS),
        metavar="PAIN",
        help="from 0, no pain, to 10, the worst imaginable",
    )
    options.at(command)
    command.add_argument(
        "--kind",
        choices=[str(recall) for recall in OF_A_DAY],
        default="now",
        help="now, or the average or worst of the whole day",
    )
    options.words(command, "--site", Site, "sites", "where it hurts")
    command.add_argument("--side", choices=[str(side) for side in BodySide], help="on which side")
    options.words(command, "--quality", Quality, "qualities", "type of pain")
    options.rating(command, "--interference", "how much it gets in the way, from 0 to 10")
    options.wellbeing(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    pain = build_body(Pain, **{name: getattr(arguments, name) for name in FIELDS}, recall=arguments.kind)
    about = parse_moment(arguments.at, context.clock)
    if pain.recall is not Recall.NOW:
        about = whole_day(about.day, context.clock)
    return log_entry(pain, about, context)
