"""How far a session has come: the exercises done, reached and skipped."""

from collections import Counter

from routines.exercise import Sides
from routines.session.events import Status
from routines.session.session import Session
from tui.text.clean import clock_time

DONE, NOW, SKIPPED, TO_DO = "✓", "▸", "–", "·"
"""Marks before an exercise. They differ in shape, because a person may not see colours."""


def planned_reps(session: Session) -> dict[str, int]:
    """The repetitions of each exercise, both sides and all sets together."""
    return {
        item.exercise.id: item.dose.reps * item.dose.sets * (1 if item.exercise.sides is Sides.NONE else 2)
        for item in session.plan.routine
    }


def finished_exercises(session: Session) -> frozenset[str]:
    """The exercises with every repetition done."""
    done = Counter(key[0] for key in session.done)
    return frozenset(exercise for exercise, reps in planned_reps(session).items() if done[exercise] >= reps)


def reached_exercises(session: Session) -> frozenset[str]:
    """The exercises up to the current one."""
    current = session.step.exercise
    ids = [item.exercise.id for item in session.plan.routine]
    return frozenset(ids[: ids.index(current) + 1])


def session_summary(session: Session) -> str:
    """The finished exercises and the time spent: `5 of 7 exercises · 12:30`."""
    return f"{len(finished_exercises(session))} of {len(planned_reps(session))} exercises · {clock_time(session.active)}"


def exercise_marks(session: Session | None, done_today: frozenset[str]) -> dict[str, str]:
    """The mark of each exercise: of this session; without one, of those done today."""
    if session is None:
        return dict.fromkeys(done_today, DONE)
    done = finished_exercises(session)
    result = {exercise: DONE if exercise in done else SKIPPED for exercise in reached_exercises(session)}
    if session.status is not Status.OVER:
        result[session.step.exercise] = NOW
    return result
