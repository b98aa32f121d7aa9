"""`tolerable plan`: a routine's exercises for today, with amounts, reasons and times."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from routines.dose_words import dose_words
from routines.exercise import Phase
from routines.files.loader import load_library
from routines.session.plan import Plan
from routines.session.plan_json import as_json
from tui.commands import options
from tui.commands.reading import document, journal_to_read
from tui.commands.routine import find_routine
from tui.commands.terminal import DataError, UsageError
from tui.plain.lines import describe_exclusion
from tui.settings.preferences import Preferences
from tui.system.clock import today
from tui.system.environment import Context
from tui.text.clean import clock_time, one_line
from tui.today.snapshot import read_todays_routine

INDENT = " " * 10


def arguments(command: ArgumentParser) -> None:
    options.routine(command)
    options.json(command)
    command.add_argument("--why", action="store_true", help="give the reason for each amount")


def run(arguments: Namespace, context: Context) -> int:
    if arguments.json and arguments.why:
        raise UsageError("--why and --json do not go together: leave out one")
    preferences = Preferences(context.paths, load_library(context.paths.routines))
    routine = (
        preferences.routine
        if arguments.routine is None
        else find_routine(preferences.library, arguments.routine)
    )
    for fault in preferences.faults:
        print(one_line(fault), file=sys.stderr)
    with journal_to_read(context) as journal:
        doses = read_todays_routine(journal, routine, preferences.settings, today(context.clock))
        if doses is None:
            raise DataError(f"{routine.id}: all its exercises are excluded; to change that: tolerable set")
        reasons = [doses.reasons[item.exercise.id] for item in doses.plan.routine] if arguments.why else []
        lines = [*_lines(doses.plan, reasons), *map(describe_exclusion, doses.left_out)]
        print(document(as_json(doses.plan)) if arguments.json else "\n".join(lines))
    return 0


def _lines(plan: Plan, reasons: Sequence[str]) -> Iterator[str]:
    """Yield a line for each exercise: start, name, dose, length including getting ready.

    With `reasons`, the reason for its dose follows each.
    """
    routine = plan.routine
    yield f"{one_line(routine.name, 60)} ({routine.id}), {clock_time(plan.seconds)} in total"
    rows = [(one_line(item.exercise.name, 40), dose_words(item.exercise, item.dose)) for item in routine]
    rows.append(("Get up", ""))
    names, doses = (max(map(len, column)) for column in zip(*rows, strict=True))
    starts = _starts(plan)
    timed = zip(rows, starts, [*starts[1:], plan.seconds], strict=True)
    for ((name, dose), start, end), reason in zip_longest(timed, reasons):
        yield f"{clock_time(start):>8}  {name:{names}}  {dose:{doses}}  {clock_time(end - start):>5}"
        if reason:
            yield f"{INDENT}{reason}"


def _starts(plan: Plan) -> list[float]:
    """Return when each exercise begins, with getting ready, and when getting up begins."""
    return [step.starts for step in plan.steps if step.phase in {Phase.PREPARE, Phase.FINISH}]
