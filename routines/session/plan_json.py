"""A plan as JSON."""

from typing import Any

from routines.session.plan import Plan


def as_json(plan: Plan) -> dict[str, Any]:
    """The plan as plain JSON values, every key always there; whole seconds are whole numbers."""
    steps = [
        {
            "phase": str(step.phase),
            "exercise": step.exercise,
            "set": step.set,
            "rep": step.rep,
            "side": str(step.side) if step.side else None,
            "seconds": _plain(step.seconds),
            "starts": _plain(step.starts),
            "say": step.say,
        }
        for step in plan.steps
    ]
    return {"routine": plan.routine.id, "seconds": _plain(plan.seconds), "steps": steps}


def _plain(seconds: float) -> float:
    return int(seconds) if seconds == int(seconds) else seconds
