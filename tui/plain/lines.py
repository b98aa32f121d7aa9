"""A session as lines of plain text, for a person who hears them read out: one for each step and each event."""

from collections.abc import Iterable, Iterator, Sequence

from routines.exclusions import LeftOut
from routines.exercise import Phase
from routines.session.events import End, Pause, Status
from routines.session.machine import GRAIN, Session
from routines.session.plan import Plan, Step
from tui.session.view import (
    END_WORDS,
    STILL_TEXTS,
    STOP_RULES,
    describe_counts,
    phase_word,
    ready_view,
    session_summary,
)
from tui.text.clean import clock_time, one_line

KEYS_HELP = (
    "Any key pauses, space goes on. n next exercise, b this set again, e easier, x stops because of pain, "
    "s when to get help, q leaves."
)

LINE_MODE_HELP = "Write a key, such as n or space, and then enter."

JUST_STARTED = 0.5
"""A step that has run for less than so many seconds is told with its whole length."""

CONFIRM_LEAVE = "Leave the session? What you did is kept. q leaves, space goes on."

RESUME_CHOICES = "space goes on where it was, k keeps what was done and starts anew, q quits."

MORNING_CHOICES = "Not long out of bed? m leaves {} out this time, space does all of it, q quits."


def describe_exclusion(left: LeftOut) -> str:
    """An exercise that is left out, and what can be done instead."""
    instead = f" {one_line(left.instead)}" if left.instead else ""
    return f"Left out: {one_line(left.exercise.name, 40)}.{instead}"


def opening_lines(plan: Plan, left_out: Iterable[LeftOut], *, first: bool, line_mode: bool) -> Iterator[str]:
    """What is said before a session begins; before the first one ever also when to stop."""
    count = len(plan.routine.items)
    yield f"{plan.routine.name}, {count} exercise{'' if count == 1 else 's'}, {clock_time(plan.seconds)} in all."
    yield from map(describe_exclusion, left_out)
    yield ready_view(plan).next_step
    if first:
        yield STOP_RULES
    yield f"{KEYS_HELP} {LINE_MODE_HELP}" if line_mode else KEYS_HELP


def change_lines(before: Session, after: Session) -> Iterator[str]:
    """What there is to say when a session has come from `before` to `after`; nothing while only time passes."""
    if after.status is Status.OVER:
        yield f"{END_WORDS[after.end or End.LEFT]}. {_with_commas(session_summary(after))}."
        return
    if after.eased != before.eased and (form := after.exercise.easier) is not None:
        yield f"Easier: {form.text}"
    if after.status is not before.status and after.status in STILL_TEXTS:
        yield pause_line(after)
    if after.ahead > before.ahead:
        yield f"Going on in {_seconds(after.shown)}."
    elif _announces_step(before, after):
        yield from (_step_line(after, step) for step in _started_steps(before, after))


def pause_line(session: Session) -> str:
    """That a session stands still, and what the keys do now."""
    word, keys = STILL_TEXTS[session.status]
    why = "It stood still for a moment, so it waits for you. " if session.why is Pause.GAP else ""
    return f"{word}. {why}{_with_commas(keys)}."


def _announces_step(before: Session, after: Session) -> bool:
    """Whether the current step is to be told: it is another one, or its time begins to run again."""
    runs = after.status is Status.RUNNING
    goes_on = runs and (before.status is not Status.RUNNING or bool(before.ahead and not after.ahead))
    return goes_on or after.index != before.index or after.plan is not before.plan


def _started_steps(before: Session, after: Session) -> Sequence[Step]:
    """The steps that began; when a look was late these are several, after a jump it is the one come to."""
    passed = after.position - before.position
    jumped = after.plan is not before.plan or abs(passed - (after.active - before.active)) > GRAIN
    first = after.index if jumped else min(before.index + 1, after.index)
    return after.plan.steps[first : after.index + 1]


def _step_line(session: Session, step: Step) -> str:
    """`Hold, 5 seconds, rep 2 of 5`; of a step that has run for a while, the seconds that are left."""
    whole = step is not session.step or session.left > step.seconds - JUST_STARTED
    exercise = session.plan.item(step.exercise).exercise
    told = [
        phase_word(step),
        _seconds(step.seconds if whole else session.shown),
        _with_commas(describe_counts(session, step, exercise)),
    ]
    line = ", ".join(part for part in told if part)
    if step.phase is Phase.PREPARE:
        return f"{line}. {step.say}. {' '.join(exercise.steps)}"
    return f"{line}: {step.say}." if step.phase is Phase.FINISH else line


def _seconds(seconds: float) -> str:
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"


def _with_commas(shown: str) -> str:
    """Commas for the dots that stand between parts on a screen: a voice would read them out."""
    return shown.replace(" · ", ", ")
