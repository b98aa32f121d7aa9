"""What is shown of a running session: a frozen value made from the machine, the same for every screen."""

from collections import Counter
from dataclasses import dataclass

from routines.exercise import Exercise, Phase, Sides
from routines.plan import Step
from routines.session import End, Pause, Session, Status
from tui.text import clock_time

WORDS = {
    Phase.PREPARE: "Get ready",
    Phase.MOVE: "Move",
    Phase.HOLD: "Hold",
    Phase.RELAX: "Relax",
    Phase.WORK: "Go",
    Phase.SWITCH: "Change sides",
    Phase.REST: "Rest",
    Phase.FINISH: "Get up",
}

STOPPED = {
    Status.FROZEN: ("Stopped", "space goes on · n leaves this exercise out · enter ends"),
    Status.PAUSED: ("Paused", "space goes on · n next · b this set again · q leaves"),
}

ENDED = {
    End.FINISHED: "Done",
    End.STOPPED: "Ended",
    End.LEFT: "Left",
}


@dataclass(frozen=True, slots=True)
class SessionView:
    """One look at a session, in the words and numbers that are shown.

    `word` is the phase; `seconds` what is left of it, None when it is over; `counts` says side, repetition
    and set; `progress` runs from 0 to 1; `hint` says what the keys do when it stands still.
    """

    status: Status
    phase: Phase
    exercise: str
    name: str
    word: str
    seconds: int | None
    counts: str
    coming: str
    progress: float
    left: str
    hint: str

    @property
    def live(self) -> bool:
        """Whether a session is under way, running or standing still."""
        return self.status is not Status.OVER


def view_of(session: Session, asked: str | None = None) -> SessionView:
    """What to show of the session now; `asked` is a question that takes the hint's place."""
    step = session.step
    exercise = exercises(session)[step.exercise]
    over = session.status is Status.OVER
    word, hint = STOPPED.get(session.status, ("Going on" if session.ahead else phase_word(step), ""))
    if over and session.end is not None:
        word, hint = ENDED[session.end], "It is in your journal.  p notes pain · space starts again"
    elif session.status is Status.RUNNING and step.phase is Phase.PREPARE:
        hint = exercise.steps[0]
    elif session.why is Pause.GAP:
        hint = "It stood still for a moment, so it waits for you.  " + hint
    return SessionView(
        status=session.status,
        phase=step.phase,
        exercise=step.exercise,
        name="" if over else exercise.name,
        word=word,
        seconds=None if over else session.shown,
        counts=summary(session) if over else counts(session, step, exercise),
        coming="" if over else coming(session),
        progress=session.position / session.plan.seconds,
        left="" if over else f"{clock_time(session.total_left)} left",
        hint=asked or hint,
    )


def exercises(session: Session) -> dict[str, Exercise]:
    """The exercises of the session's routine, by id."""
    return {item.exercise.id: item.exercise for item in session.plan.routine}


def phase_word(step: Step) -> str:
    """The word for the phase; a movement has its own, where the exercise gives it one."""
    own = step.say if step.phase is Phase.MOVE else None
    return (own or WORDS[step.phase]).capitalize()


def counts(session: Session, step: Step, exercise: Exercise) -> str:
    """Side, repetition and set, as far as they mean something in this step."""
    parts = []
    if step.side is not None:
        parts.append(step.side.value)
    dose = next(item.dose for item in session.plan.routine if item.exercise.id == exercise.id)
    if step.rep is not None and not exercise.timed:
        parts.append(f"rep {step.rep} of {dose.reps}")
    if step.set is not None and dose.sets > 1:
        parts.append(f"set {step.set} of {dose.sets}")
    return " · ".join(parts)


def coming(session: Session) -> str:
    """What comes after this step, in a few words."""
    following = session.plan.steps[session.index + 1 : session.index + 2]
    if not following:
        return ""
    step = following[0]
    if step.phase is Phase.PREPARE:
        return f"then {exercises(session)[step.exercise].name}"
    side = f", {step.side}" if step.side is not None and step.side is not session.step.side else ""
    return f"then {phase_word(step).lower()} {step.seconds:g} s{side}"


def planned(session: Session) -> dict[str, int]:
    """How many repetitions, of both sides and all sets, each exercise asks for."""
    return {
        item.exercise.id: item.dose.reps * item.dose.sets * (1 if item.exercise.sides is Sides.NONE else 2)
        for item in session.plan.routine
    }


def finished(session: Session) -> frozenset[str]:
    """The exercises of which every repetition was done."""
    done = Counter(key[0] for key in session.done)
    return frozenset(exercise for exercise, reps in planned(session).items() if done[exercise] >= reps)


def passed(session: Session) -> frozenset[str]:
    """The exercises that the session has begun or left behind."""
    here = session.step.exercise
    ids = [item.exercise.id for item in session.plan.routine]
    return frozenset(ids if session.status is Status.OVER else ids[: ids.index(here) + 1])


def summary(session: Session) -> str:
    """How much was done, once it is over: finished exercises and the time spent on them."""
    return f"{len(finished(session))} of {len(planned(session))} exercises · {clock_time(session.active)}"
