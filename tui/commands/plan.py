"""`tolerable plan`: what a routine asks for, and how long it takes."""

from argparse import Namespace
from collections.abc import Iterator

from routines.exercise import Phase
from routines.loader import load_library
from routines.plan import Plan, as_json, dose_words, make_plan
from tui.commands.routine import wanted
from tui.commands.words import document
from tui.context import Context
from tui.text import clock_time, one_line


def run(arguments: Namespace, context: Context) -> int:
    plan = make_plan(wanted(load_library(context.paths.routines), arguments.routine))
    print(document(as_json(plan)) if arguments.json else "\n".join(_lines(plan)))
    return 0


def _lines(plan: Plan) -> Iterator[str]:
    """A line an exercise: when it begins, its name, its dose, how long it takes with getting ready."""
    routine = plan.routine
    yield f"{one_line(routine.name, 60)} ({routine.id}), {clock_time(plan.seconds)} in all"
    rows = [(one_line(item.exercise.name, 40), dose_words(item.exercise, item.dose)) for item in routine]
    rows.append(("Get up", ""))
    names, doses = (max(map(len, column)) for column in zip(*rows, strict=True))
    starts = _starts(plan)
    for (name, dose), start, end in zip(rows, starts, [*starts[1:], plan.seconds], strict=True):
        yield f"{clock_time(start):>8}  {name:{names}}  {dose:{doses}}  {clock_time(end - start):>5}"


def _starts(plan: Plan) -> list[float]:
    """When each exercise begins with its getting ready, and when the getting up in the end."""
    return [step.starts for step in plan.steps if step.phase in {Phase.PREPARE, Phase.FINISH}]
