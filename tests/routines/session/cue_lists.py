"""Plans to listen to, and what is heard of them as text."""

from bisect import bisect_right

from routines.exercise import Dose, Item, Routine
from routines.files.loader import load_library
from routines.session.cues import Cue, cues
from routines.session.plan import Plan, Step, make_plan

SHIPPED = load_library()


def alone(name: str, dose: Dose | None = None) -> Plan:
    """A session of one shipped exercise, at its first-day dose unless told otherwise."""
    shipped = SHIPPED.exercises[name]
    return make_plan(Routine(name, shipped.name, (Item(shipped, dose or shipped.dose),)))


def plans() -> list[Plan]:
    """Every shipped routine, and every shipped exercise at each dose that it names."""
    all_doses = [
        (name, dose)
        for name, one in SHIPPED.exercises.items()
        for dose in (one.dose, one.full, *one.rungs, *([one.easier.dose] if one.easier else []))
    ]
    return [*map(make_plan, SHIPPED.routines.values()), *(alone(name, dose) for name, dose in all_doses)]


def script(found: tuple[Cue, ...]) -> list[str]:
    return [line(cue.at, cue) for cue in found]


def line(at: float, cue: Cue) -> str:
    what = f"say {cue.words}" if cue.words else f"tone {cue.tone}"
    return f"{at:8.2f} {what}{f' for {cue.seconds:g} s' if cue.seconds else ''}"


def step_at(plan: Plan, cue: Cue) -> Step:
    return plan.steps[bisect_right(plan.steps, cue.at, key=lambda step: step.starts) - 1]


def said(plan: Plan) -> list[str]:
    return [cue.words for cue in cues(plan) if cue.words]
