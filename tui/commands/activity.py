"""`tolerable activity`: log the activity of a day."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from datetime import date

from journal.observations import BOUTS, MEASURES, Activity, Basis, Doing
from journal.record import Draft, Source, from_json
from journal.store.store import Store
from tui.commands import options
from tui.commands.entry import build_body, parse_whole_day, print_saved
from tui.commands.terminal import UsageError
from tui.system.clock import today
from tui.system.environment import Context
from tui.text.describe import describe, describe_day, describe_short

NUMBERS = {
    "--steps": ("steps", "steps of the whole day"),
    "--minutes": ("active_minutes", "active minutes of the whole day"),
    "--sitting": ("sitting_minutes", "minutes spent sitting, the whole day"),
    "--load": ("load", "compared with a usual day, from 0 to 10"),
    "--longest-active": ("longest_active_minutes", "longest time active without a break, in minutes"),
    "--longest-sitting": ("longest_sitting_minutes", "longest time sitting without a break, in minutes"),
}
"""The options that take a number, each with its field of Activity and its help."""

VALUES = {**MEASURES, **BOUTS}


def arguments(command: ArgumentParser) -> None:
    for option, (name, meaning) in NUMBERS.items():
        whole = options.WholeNumberOption(name.replace("_", " "), VALUES[name])
        command.add_argument(option, dest=name, type=whole, metavar="N", help=meaning)
    options.words(command, "--doing", Doing, "doing", "what you did")
    basis = command.add_mutually_exclusive_group()
    for way, meaning in {Basis.MEASURED: "counted by a device or a clock", Basis.FELT: "estimated"}.items():
        basis.add_argument(
            f"--{way}", dest="basis", action="store_const", const=way, help=f"the numbers were {meaning}"
        )
    options.day(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    about = parse_whole_day(arguments.day, context.clock)
    activity = _activity(arguments)
    with closing(context.open_journal()) as journal:
        replaced = _replaced_values(journal, about.day, activity)
        journal.write([Draft(activity, about.day, about.at, context.clock.zone_name)])
    instead = f" (instead of {describe_short(from_json(Activity.kind, replaced))})" if replaced else ""
    print_saved(f"{describe(activity)}, {describe_day(about.day, today(context.clock))}{instead}")
    return 0


def _activity(arguments: Namespace) -> Activity:
    given = {name: getattr(arguments, name) for name in VALUES}
    if not arguments.doing and all(value is None for value in given.values()):
        raise UsageError(f"nothing to log: give one of {', '.join(NUMBERS)}, --doing")
    rest = {name: getattr(arguments, name) for name in ("doing", "basis", "note", "tags")}
    return build_body(Activity, **given, **rest)


def _replaced_values(journal: Store, day: date, activity: Activity) -> dict[str, float]:
    """Return the values typed earlier for the day that the new ones replace."""
    return {
        measure: before
        for row in journal.days(since=day, until=day)
        for measure in activity.values()
        if row.sources.get(measure) == Source.TYPED and (before := row.activity[measure]) is not None
    }
