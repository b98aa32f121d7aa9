"""`tolerable activity`: note what was done on a day."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from datetime import date

from journal.observations import BOUTS, MEASURES, Activity, Basis, Doing
from journal.record import Draft, Source, from_json
from journal.store.store import Store
from tui.commands import options
from tui.commands.noting import day_named, made, say_saved
from tui.commands.terminal import UsageError
from tui.system.clock import today
from tui.system.environment import Context
from tui.text.describe import describe, describe_day, describe_short

NUMBERS = {
    "--steps": ("steps", "steps of the whole day"),
    "--minutes": ("active_minutes", "active minutes of the whole day"),
    "--sitting": ("sitting_minutes", "minutes spent sitting, the whole day"),
    "--load": ("load", "how much it felt, from 0 to 10, against your usual"),
    "--longest-active": ("longest_active_minutes", "minutes of the longest time active without a break"),
    "--longest-sitting": ("longest_sitting_minutes", "minutes of the longest time sitting without a break"),
}
"""The options that take a number: what they note, and what that means."""

VALUES = {**MEASURES, **BOUTS}


def arguments(command: ArgumentParser) -> None:
    for option, (name, meaning) in NUMBERS.items():
        whole = options.WholeNumberOption(name.replace("_", " "), VALUES[name])
        command.add_argument(option, dest=name, type=whole, metavar="N", help=meaning)
    options.words(command, "--doing", Doing, "doing", "what was done")
    basis = command.add_mutually_exclusive_group()
    for way, meaning in {Basis.MEASURED: "counted by a device or a clock", Basis.FELT: "estimated"}.items():
        basis.add_argument(
            f"--{way}", dest="basis", action="store_const", const=way, help=f"the numbers were {meaning}"
        )
    options.day(command)
    options.tags(command)
    options.note(command)


def run(arguments: Namespace, context: Context) -> int:
    about = day_named(arguments.day, context.clock)
    activity = _activity(arguments)
    with closing(context.open_journal()) as journal:
        replaced = _typed_before(journal, about.day, activity)
        journal.write([Draft(activity, about.day, about.at, context.clock.zone_name)])
    instead = f" (instead of {describe_short(from_json(Activity.kind, replaced))})" if replaced else ""
    say_saved(f"{describe(activity)}, {describe_day(about.day, today(context.clock))}{instead}")
    return 0


def _activity(arguments: Namespace) -> Activity:
    given = {name: getattr(arguments, name) for name in VALUES}
    if not arguments.doing and all(value is None for value in given.values()):
        raise UsageError(f"nothing to note: give one of {', '.join(NUMBERS)}, --doing")
    rest = {name: getattr(arguments, name) for name in ("doing", "basis", "note", "tags")}
    return made(Activity, **given, **rest)


def _typed_before(journal: Store, day: date, activity: Activity) -> dict[str, float]:
    """The values typed for the day until now that the new ones take the place of."""
    return {
        measure: before
        for row in journal.days(since=day, until=day)
        for measure in activity.values()
        if row.sources.get(measure) == Source.TYPED and (before := row.activity[measure]) is not None
    }
