"""The lines of a session in plain mode: one for each step and each event."""

from collections.abc import Iterable, Iterator, Sequence

from routines.exclusions import LeftOut
from routines.exercise import Phase
from routines.session.events import End, Pause, Status
from routines.session.plan import Plan, Step
from routines.session.session import GRAIN, Session
from tui.keys import DEFAULT_KEYMAP
from tui.session.progress import session_summary
from tui.session.view import (
    END_WORDS,
    SLEPT,
    STILL_WORDS,
    count_exercises,
    describe_counts,
    phase_word,
    ready_view,
    still_keys,
    stop_rules,
)
from tui.text.clean import clock_time, one_line

KEYS_HELP = (
    "Any key pauses, space continues. n: next exercise, b: repeat set, e: easier version, x: stop because of pain, "
    "s: when to get help, q: leave."
)

LINE_MODE_HELP = "Type a key, such as n or space, then enter."

JUST_STARTED = 0.5
"""A step that has run for less than this many seconds is announced with its whole length."""

CONFIRM_LEAVE = "Leave the session? What you did is kept. q: leave, space: continue."

RESUME_CHOICES = "space: continue, k: keep it as it is and start a new one, q: quit."

MORNING_CHOICES = "Just got up? m: skip {} for now, space: do everything, q: quit."


def describe_exclusion(exclusion: LeftOut) -> str:
    """An exercise that is not part of the session, and what to do instead."""
    instead = f" {one_line(exclusion.instead)}" if exclusion.instead else ""
    return f"Not in this session: {one_line(exclusion.exercise.name, 40)}.{instead}"


def opening_lines(plan: Plan, left_out: Iterable[LeftOut], *, first: bool, line_mode: bool) -> Iterator[str]:
    """The lines before a session starts; before the first one ever they say when to stop."""
    exercises = count_exercises(len(plan.routine.items))
    yield f"{plan.routine.name}, {exercises}, {clock_time(plan.seconds)} in all."
    yield from map(describe_exclusion, left_out)
    yield ready_view(plan).next_step
    if first:
        yield stop_rules(DEFAULT_KEYMAP)
    yield f"{KEYS_HELP} {LINE_MODE_HELP}" if line_mode else KEYS_HELP


def change_lines(before: Session, after: Session) -> Iterator[str]:
    """The lines for a change of the session; none while only time passes within a step."""
    if after.status is Status.OVER:
        yield f"{END_WORDS[after.end or End.LEFT]}. {_with_commas(session_summary(after))}."
        return
    if after.eased != before.eased and (form := after.exercise.easier) is not None:
        yield f"Easier: {form.text}"
    if after.status is not before.status and after.status in STILL_WORDS:
        yield pause_line(after)
    if after.ahead > before.ahead:
        yield f"Continuing in {_seconds(after.shown)}."
    elif _announces_step(before, after):
        yield from (_step_line(after, step) for step in _started_steps(before, after))


def pause_line(session: Session) -> str:
    """Why a session stands still, and what the keys do now."""
    why = f"{SLEPT} " if session.why is Pause.GAP else ""
    keys = _with_commas(still_keys(session.status, DEFAULT_KEYMAP))
    return f"{STILL_WORDS[session.status]}. {why}{keys}."


def _announces_step(before: Session, after: Session) -> bool:
    """Whether the current step needs a line: it is a new one, or its time runs again after a pause."""
    runs = after.status is Status.RUNNING
    resumed = runs and (before.status is not Status.RUNNING or bool(before.ahead and not after.ahead))
    return resumed or after.index != before.index or after.plan is not before.plan


def _started_steps(before: Session, after: Session) -> Sequence[Step]:
    """The steps that started: several when the clock was read late, one after a jump."""
    passed = after.position - before.position
    jumped = after.plan is not before.plan or abs(passed - (after.active - before.active)) > GRAIN
    first = after.index if jumped else min(before.index + 1, after.index)
    return after.plan.steps[first : after.index + 1]


def _step_line(session: Session, step: Step) -> str:
    """`Hold, 5 seconds, rep 2 of 5`. A step that has run for a while shows its remaining seconds."""
    is_whole = step is not session.step or session.left > step.seconds - JUST_STARTED
    exercise = session.plan.item(step.exercise).exercise
    parts = [
        phase_word(step),
        _seconds(step.seconds if is_whole else session.shown),
        _with_commas(describe_counts(session, step, exercise)),
    ]
    line = ", ".join(part for part in parts if part)
    if step.phase is Phase.PREPARE:
        return f"{line}. {step.say}. {' '.join(exercise.steps)}"
    return f"{line}: {step.say}." if step.phase is Phase.FINISH else line


def _seconds(seconds: float) -> str:
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"


def _with_commas(text: str) -> str:
    """The text with commas for the dots of a screen, which a voice would read out."""
    return text.replace(" · ", ", ")
