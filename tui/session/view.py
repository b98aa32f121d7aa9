"""The words and numbers of a session that the screen shows, as one frozen value."""

import math
from dataclasses import dataclass, replace

from routines.exercise import Exercise, Phase
from routines.session.events import End, Pause, Status
from routines.session.plan import Plan, Step
from routines.session.session import Session
from tui.keys import DEFAULT_KEYMAP, Keymap
from tui.session.progress import session_summary
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

STILL_WORDS = {Status.FROZEN: "Stopped", Status.PAUSED: "Paused"}

MINUTE = 60

STOP_RULES = """Stop with {stop} for new or spreading numbness,
tingling or weakness; for pain further down a leg,
sharp or sudden; for chest pain or faintness."""

SLEPT = "The computer slept, so it waited for you."

END_WORDS = {
    End.FINISHED: "Done",
    End.STOPPED: "Ended",
    End.LEFT: "Ended early",
}


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session at one moment.

    `word` is the phase. `seconds` remain in it, rounded up; None when the session is over. `counts` names side,
    repetition and set; `short_count` is short enough for large letters (`right 3/10`). `progress` runs from 0 to 1.
    `question` asks for a pain rating. `hint` says what to do now, or what the keys do while the session stands still.
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
        """Whether a session is under way, running or not."""
        return self.status is not Status.OVER


def session_view(
    session: Session,
    *,
    confirming_leave: bool = False,
    question: str = "",
    keymap: Keymap = DEFAULT_KEYMAP,
) -> SessionView:
    """The view of a session that has started. `confirming_leave`: the person is asked whether to leave."""
    if session.status is Status.OVER:
        return ended_view(session, question, keymap)
    step = session.step
    exercise = session.exercise
    word = STILL_WORDS.get(session.status, phase_word(step))
    return SessionView(
        status=session.status,
        phase=step.phase,
        exercise=step.exercise,
        name=exercise.name,
        word="Continuing" if session.ahead else word,
        seconds=session.shown,
        counts=describe_counts(session, step, exercise),
        short_count=short_count(session, step, exercise),
        next_step=describe_next_step(session),
        progress=session.position / session.plan.seconds,
        remaining=describe_remaining(session.total_left),
        question=question,
        hint=confirm_leave(keymap) if confirming_leave else hint(session, keymap),
    )


def with_time_passed(view: SessionView, session: Session) -> SessionView:
    """The view after only time has passed in the same step."""
    return replace(
        view,
        seconds=session.shown,
        progress=session.position / session.plan.seconds,
        remaining=describe_remaining(session.total_left),
    )


def count_exercises(count: int) -> str:
    """`1 exercise`, `7 exercises`."""
    return f"{count} exercise{'' if count == 1 else 's'}"


def describe_remaining(seconds: float) -> str:
    """The time until the session ends: whole minutes, rounded up; seconds in the last minute."""
    if seconds > MINUTE:
        return f"{math.ceil(seconds / MINUTE)} min left"
    return f"{math.ceil(seconds)} s left"


def hint(session: Session, keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """What to do now: the first instruction, or what the keys do while the session stands still."""
    if session.status is Status.RUNNING:
        easier = session.exercise.easier if session.exercise.id in session.eased else None
        if easier is not None:
            return f"Easier: {easier.text}"
        return session.exercise.steps[0] if session.step.phase is Phase.PREPARE else ""
    keys = still_keys(session.status, keymap)
    return f"{SLEPT}  {keys}" if session.why is Pause.GAP else keys


def still_keys(status: Status, keymap: Keymap) -> str:
    """What the keys do while the session is paused or stopped; empty while it is neither."""
    if status is Status.FROZEN:
        return keymap.hints(
            ("resume", "continue"),
            ("next", "skip exercise"),
            ("end", "end"),
            ("safety", "when to get help"),
        )
    if status is Status.PAUSED:
        return keymap.hints(
            ("resume", "continue"),
            ("next", "next"),
            ("back", "repeat set"),
            ("easier", "easier"),
            ("quit", "leave"),
        )
    return ""


def confirm_leave(keymap: Keymap) -> str:
    """The question before the session is left."""
    keys = keymap.hints(("quit", "leave"), ("resume", "continue"))
    return f"Leave the session? What you did is kept.   {keys}"


def ended_view(session: Session, question: str = "", keymap: Keymap = DEFAULT_KEYMAP) -> SessionView:
    """The view of a session that is over."""
    keys = keymap.hints(("pain", "log pain"), ("start", "start again"))
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
        hint=f"Saved to your journal.  {keys}",
    )


def ready_view(
    plan: Plan,
    *,
    interrupted: str = "",
    question: str = "",
    first: bool = False,
    keymap: Keymap = DEFAULT_KEYMAP,
) -> SessionView:
    """The view before a session. `interrupted` describes an interrupted one that can continue.

    Before the `first` session ever, it also says when to stop.
    """
    keys = continue_keys(keymap) if interrupted else ready_keys(keymap)
    return SessionView(
        status=Status.READY,
        phase=Phase.PREPARE,
        exercise="",
        name=plan.routine.name,
        word="Interrupted" if interrupted else "Ready",
        seconds=None,
        counts=interrupted or f"{count_exercises(len(plan.routine.items))} · {clock_time(plan.seconds)}",
        short_count="",
        next_step="Have ready: mat, towel, cushion, keyboard.",
        progress=0.0,
        remaining="",
        question=question,
        hint=f"{stop_rules(keymap)}\n\n{keys}" if first else keys,
    )


def ready_keys(keymap: Keymap) -> str:
    """What the keys do before a session."""
    start, safety = keymap.hint("start", "start"), keymap.hint("safety", "safety")
    return f"{start} · any key: pause · {safety}"


def continue_keys(keymap: Keymap) -> str:
    """What the keys do with an interrupted session."""
    return keymap.hints(("continue", "continue"), ("keep", "finish here and keep it"))


def stop_rules(keymap: Keymap) -> str:
    """When to stop, on three lines."""
    return STOP_RULES.format(stop=keymap.display("stop"))


def phase_word(step: Step) -> str:
    """The word for the phase; an exercise may name its movements."""
    movement = step.say if step.phase is Phase.MOVE else None
    return (movement or PHASE_WORDS[step.phase]).capitalize()


def describe_counts(session: Session, step: Step, exercise: Exercise) -> str:
    """Side, repetition and set, where the step has them."""
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
    """Side and repetition, for large letters: `right 3/10`; empty where the step has neither."""
    side = [] if step.side is None else [str(step.side)]
    if step.rep is None or exercise.timed:
        return " ".join(side)
    reps = f"{step.rep}/{session.plan.item(exercise.id).dose.reps}"
    return " ".join([*(side or ["rep"]), reps])


def describe_next_step(session: Session) -> str:
    """The next step in a few words."""
    following = session.plan.steps[session.index + 1 : session.index + 2]
    if not following:
        return ""
    step = following[0]
    if step.phase is Phase.PREPARE:
        return f"then {session.plan.item(step.exercise).exercise.name}"
    word = phase_word(step).lower()
    turns = step.side is not None and step.side is not session.step.side and str(step.side) not in word
    return f"then {word} {step.seconds:g} s{f', {step.side} side' if turns else ''}"
