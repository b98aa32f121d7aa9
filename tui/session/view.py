"""What is shown of a running session: a frozen value made from the machine, the same for every screen."""

import math
from collections import Counter
from dataclasses import dataclass, replace

from routines.exercise import Exercise, Phase, Sides
from routines.session.events import End, Pause, Status
from routines.session.machine import Session
from routines.session.plan import Plan, Step
from tui.text.clean import clock_time

PHASE_WORDS = {
    Phase.PREPARE: "Get ready",
    Phase.MOVE: "Move",
    Phase.HOLD: "Hold",
    Phase.RELAX: "Relax",
    Phase.WORK: "Go",
    Phase.SWITCH: "Change sides",
    Phase.REST: "Rest",
    Phase.FINISH: "Get up",
}

STILL_TEXTS = {
    Status.FROZEN: (
        "Stopped",
        "space goes on · n leaves this exercise out · enter ends · s when to get help",
    ),
    Status.PAUSED: ("Paused", "space goes on · n next · b this set again · e easier · q leaves"),
}

CONFIRM_LEAVE = "Leave the session? What you did is kept.   q leaves · space goes on"

MINUTE = 60

READY = "space starts · any key pauses · s when to get help"

STOP_RULES = """Stop with x for new or spreading numbness,
tingling or weakness; for pain further down a leg,
sharp or sudden; for chest pain or faintness."""

DONE, NOW, SKIPPED, TO_DO = "✓", "▸", "–", "·"
"""Marks before an exercise: each a sign of its own, so that colour is never the only carrier."""

END_WORDS = {
    End.FINISHED: "Done",
    End.STOPPED: "Ended",
    End.LEFT: "Left",
}


@dataclass(frozen=True, slots=True)
class SessionView:
    """One look at a session, in the words and numbers that are shown.

    `word` is the phase; `seconds` what is left of it, None when it is over; `counts` says side, repetition
    and set, `place` the first two as they are shown large: `right 3/10`; `progress` runs from 0 to 1; `question` is a
    question about pain; `hint` says what the keys do when it stands still.
    """

    status: Status
    phase: Phase
    exercise: str
    name: str
    word: str
    seconds: int | None
    counts: str
    short_count: str
    next_step: str
    progress: float
    remaining: str
    question: str
    hint: str

    @property
    def live(self) -> bool:
        """Whether a session is under way, running or standing still."""
        return self.status is not Status.OVER


def session_view(session: Session, *, confirming_leave: bool = False, question: str = "") -> SessionView:
    """What to show of a session that has begun; `confirming_leave`: the person is asked whether to leave it."""
    if session.status is Status.OVER:
        return ended_view(session, question)
    step = session.step
    exercise = session.exercise
    word, _ = STILL_TEXTS.get(session.status, (phase_word(step), ""))
    return SessionView(
        status=session.status,
        phase=step.phase,
        exercise=step.exercise,
        name=exercise.name,
        word="Going on" if session.ahead else word,
        seconds=session.shown,
        counts=describe_counts(session, step, exercise),
        short_count=short_count(session, step, exercise),
        next_step=describe_next_step(session),
        progress=session.position / session.plan.seconds,
        remaining=describe_remaining(session.total_left),
        question=question,
        hint=CONFIRM_LEAVE if confirming_leave else hint(session),
    )


def with_time_passed(view: SessionView, session: Session) -> SessionView:
    """The view of the same session after nothing but some time of the same step has passed."""
    return replace(
        view,
        seconds=session.shown,
        progress=session.position / session.plan.seconds,
        remaining=describe_remaining(session.total_left),
    )


def count_exercises(count: int) -> str:
    """How many exercises: `1 exercise`, `7 exercises`."""
    return f"{count} exercise{'' if count == 1 else 's'}"


def describe_remaining(seconds: float) -> str:
    """How long the whole still takes: whole minutes, rounded up, and seconds only in the last one."""
    if seconds > MINUTE:
        return f"{math.ceil(seconds / MINUTE)} min left"
    return f"{math.ceil(seconds)} s left"


def hint(session: Session) -> str:
    """What to do now: how to lie down, or what the keys do while it stands still."""
    if session.status is Status.RUNNING:
        easier = session.exercise.easier if session.exercise.id in session.eased else None
        if easier is not None:
            return f"Easier: {easier.text}"
        return session.exercise.steps[0] if session.step.phase is Phase.PREPARE else ""
    _, keys = STILL_TEXTS.get(session.status, ("", ""))
    return f"It stood still for a moment, so it waits for you.  {keys}" if session.why is Pause.GAP else keys


def ended_view(session: Session, question: str = "") -> SessionView:
    """What to show of a session that is over."""
    return SessionView(
        status=session.status,
        phase=Phase.FINISH,
        exercise="",
        name="",
        word=END_WORDS[session.end or End.LEFT],
        seconds=None,
        counts=session_summary(session),
        short_count="",
        next_step="",
        progress=session.position / session.plan.seconds,
        remaining="",
        question=question,
        hint="It is in your journal.  p notes pain · space starts again",
    )


def ready_view(plan: Plan, *, cut_short: str = "", question: str = "", first: bool = False) -> SessionView:
    """What is shown before a session: what `space` would start, or what was cut short and can go on.

    Before the `first` session ever, when to stop is said.
    """
    keys = "space goes on where it was · k keeps what was done" if cut_short else READY
    return SessionView(
        status=Status.READY,
        phase=Phase.PREPARE,
        exercise="",
        name=plan.routine.name,
        word="Cut short" if cut_short else "Ready",
        seconds=None,
        counts=cut_short or f"{count_exercises(len(plan.routine.items))} · {clock_time(plan.seconds)}",
        short_count="",
        next_step="Within reach: mat, towel, cushion, keys.",
        progress=0.0,
        remaining="",
        question=question,
        hint=f"{STOP_RULES}\n\n{keys}" if first else keys,
    )


def phase_word(step: Step) -> str:
    """The word for the phase; a movement has its own, where the exercise gives it one."""
    own = step.say if step.phase is Phase.MOVE else None
    return (own or PHASE_WORDS[step.phase]).capitalize()


def describe_counts(session: Session, step: Step, exercise: Exercise) -> str:
    """Side, repetition and set, as far as they mean something in this step."""
    parts = []
    if step.side is not None:
        parts.append(f"{step.side} side")
    dose = session.plan.item(exercise.id).dose
    if step.rep is not None and not exercise.timed:
        parts.append(f"rep {step.rep} of {dose.reps}")
    if step.set is not None and dose.sets > 1:
        parts.append(f"set {step.set} of {dose.sets}")
    return " · ".join(parts)


def short_count(session: Session, step: Step, exercise: Exercise) -> str:
    """The side and which repetition of how many, short enough to be shown large; empty where neither means something."""
    side = [] if step.side is None else [str(step.side)]
    if step.rep is None or exercise.timed:
        return " ".join(side)
    reps = f"{step.rep}/{session.plan.item(exercise.id).dose.reps}"
    return " ".join([*(side or ["rep"]), reps])


def describe_next_step(session: Session) -> str:
    """What comes after this step, in a few words."""
    following = session.plan.steps[session.index + 1 : session.index + 2]
    if not following:
        return ""
    step = following[0]
    if step.phase is Phase.PREPARE:
        return f"then {session.plan.item(step.exercise).exercise.name}"
    word = phase_word(step).lower()
    turns = step.side is not None and step.side is not session.step.side and str(step.side) not in word
    return f"then {word} {step.seconds:g} s{f', {step.side} side' if turns else ''}"


def planned_reps(session: Session) -> dict[str, int]:
    """How many repetitions, of both sides and all sets, each exercise asks for."""
    return {
        item.exercise.id: item.dose.reps * item.dose.sets * (1 if item.exercise.sides is Sides.NONE else 2)
        for item in session.plan.routine
    }


def finished_exercises(session: Session) -> frozenset[str]:
    """The exercises of which every repetition was done."""
    done = Counter(key[0] for key in session.done)
    return frozenset(exercise for exercise, reps in planned_reps(session).items() if done[exercise] >= reps)


def reached_exercises(session: Session) -> frozenset[str]:
    """The exercises that the session has begun or left behind."""
    here = session.step.exercise
    ids = [item.exercise.id for item in session.plan.routine]
    return frozenset(ids[: ids.index(here) + 1])


def session_summary(session: Session) -> str:
    """How much was done, once it is over: finished exercises and the time spent on them."""
    return f"{len(finished_exercises(session))} of {len(planned_reps(session))} exercises · {clock_time(session.active)}"


def exercise_marks(session: Session | None, done_today: frozenset[str]) -> dict[str, str]:
    """The mark before each exercise: of this session, or of what was done today before it."""
    if session is None:
        return dict.fromkeys(done_today, DONE)
    done = finished_exercises(session)
    shown = {exercise: DONE if exercise in done else SKIPPED for exercise in reached_exercises(session)}
    if session.status is not Status.OVER:
        shown[session.step.exercise] = NOW
    return shown
