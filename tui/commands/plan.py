"""`tolerable plan`: what a routine asks for today, why, and how long it takes."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from journal.days import day_of
from routines.dose_words import dose_words
from routines.exercise import Phase
from routines.loader import load_library
from routines.plan import Plan, as_json, make_plan
from tui.commands.errors import UsageError
from tui.commands.reading import journal_to_read
from tui.commands.routine import wanted
from tui.commands.words import document
from tui.context import Context
from tui.outcomes import todays_routine
from tui.text import clock_time, one_line

INDENT = " " * 10


def run(arguments: Namespace, context: Context) -> int:
    if arguments.json and arguments.why:
        raise UsageError("the reasons are for reading: leave out --why or --json")
    routine = wanted(load_library(context.paths.routines), arguments.routine)
    with journal_to_read(context) as journal:
        todays, doses = todays_routine(journal, routine, day_of(context.clock.now()))
        plan = make_plan(todays)
        reasons = [dose.reason for dose in doses] if arguments.why else []
        print(document(as_json(plan)) if arguments.json else "\n".join(_lines(plan, reasons)))
    return 0


def _lines(plan: Plan, reasons: Sequence[str]) -> Iterator[str]:
    """A line an exercise: when it begins, its name, its dose, how long it takes with getting ready.

    Below each the reason for its dose, where there are reasons.
    """
    routine = plan.routine
    yield f"{one_line(routine.name, 60)} ({routine.id}), {clock_time(plan.seconds)} in all"
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
    """When each exercise begins with its getting ready, and when the getting up in the end."""
    return [step.starts for step in plan.steps if step.phase in {Phase.PREPARE, Phase.FINISH}]
