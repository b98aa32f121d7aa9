"""The timer of a session: a pure state machine over a plan, given the time from outside.

`now` is seconds of a monotonic clock; an earlier one than the last counts as no time. Every command first
accounts for the time since the last look; one that makes no sense at the moment changes nothing more.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from routines.exercise import Phase, Side, StartPosition
from routines.session.events import (
    CountedIn,
    Eased,
    End,
    Ended,
    Event,
    ExerciseLeft,
    Frozen,
    Pause,
    Paused,
    RepDone,
    Resumed,
    Started,
    Status,
    StepBegan,
)
from routines.session.plan import (
    Plan,
    RepKey,
    SetKey,
    after_exercise,
    gap_before,
    lesser,
    same_place,
    window,
    with_dose,
)
from routines.session.session import GRAIN, Change, Session

MOST_GAP = 5.0
"""After a longer time without a look (a suspend, a stopped process) the session pauses and asks."""

COUNT_IN = 5.0
"""Seconds of countdown before a repetition goes on after a pause."""

LONG_PAUSE = 60.0
"""After a longer pause the person may have got up: the countdown is then a whole window to lie down in."""


def begin(plan: Plan) -> Session:
    """A session at the plan's beginning that waits to be started."""
    return Session(plan)


def restore_session(
    plan: Plan,
    done: Collection[RepKey],
    active: float,
    hurt: Collection[SetKey] = (),
    *,
    eased: Collection[str] = (),
    left: Collection[SetKey] = (),
) -> Session:
    """A session that was cut short, paused where it is to go on: after the last repetition done and set left.

    `active` is how many seconds it had run, `hurt` the sets that a stop for pain spoke of, `eased` the exercises
    that were made easier. The sets in `left` are not gone back to. Before a set that has not begun it stands in the
    gap before it.
    """
    keys = [step.rep_key for step in plan.steps]
    passed = (n for n, key in enumerate(keys) if key and (key in done or key[:3] in left))
    last = max(passed, default=-1)
    coming = (n for n, key in enumerate(keys) if n > last and key and key not in done)
    index = next(coming, len(plan.steps) - 1)
    gaps = {span.first: span.gap for span in plan.spans}
    position = plan.steps[gaps.get(index, index)].starts
    return Session(
        plan,
        Status.PAUSED,
        position,
        active,
        done=frozenset(done),
        why=Pause.GAP,
        hurt=frozenset(hurt),
        eased=frozenset(eased),
    )


def start(session: Session, now: float) -> Change:
    """Begin to run."""
    if session.status is not Status.READY:
        return look(session, now)
    return replace(session, status=Status.RUNNING, looked=now), (Started(), StepBegan(0, 0.0))


def look(session: Session, now: float) -> Change:
    """Account for the time up to `now`: finish what it finishes, or pause when it was too long."""
    if session.status is not Status.RUNNING or session.looked is None:
        return session, ()
    passed = max(0.0, now - session.looked)
    if passed > MOST_GAP:
        return _pause(session, now, Pause.GAP)
    return _run(replace(session, looked=_latest(session, now)), passed)


def pause(session: Session, now: float) -> Change:
    """Let time stand still because the person asks for it."""
    looked, events = look(session, now)
    if looked.status is not Status.RUNNING:
        return looked, events
    paused, more = _pause(looked, now, Pause.ASKED)
    return paused, events + more


def resume(session: Session, now: float) -> Change:
    """Go on after a pause or a stop, exactly where it was, after a countdown."""
    if session.status not in {Status.PAUSED, Status.FROZEN}:
        return look(session, now)
    ahead = _count_in(session, now)
    going = replace(
        session, status=Status.RUNNING, looked=_latest(session, now), why=None, ahead=ahead, paused=None
    )
    return going, (Resumed(ahead),)


def interrupted(session: Session, now: float) -> Change:
    """Pause without counting the time since the last look: something else saw that nobody was here."""
    return _pause(session, now, Pause.GAP) if session.status is Status.RUNNING else (session, ())


def stop_for_pain(session: Session, now: float) -> Change:
    """Freeze at this very moment because something hurts."""
    looked, events = look(session, now)
    if looked.status not in {Status.RUNNING, Status.PAUSED}:
        return looked, events
    here = frozenset() if looked.stopped_set is None else frozenset({looked.stopped_set})
    frozen = replace(
        looked,
        status=Status.FROZEN,
        why=None,
        ahead=0.0,
        paused=_latest(looked, now),
        hurt=looked.hurt | here,
    )
    return frozen, (*events, Frozen())


def end(session: Session, now: float) -> Change:
    """End the session here; while getting up there is nothing left to do, and it counts as finished."""
    looked, events = look(session, now)
    if looked.status is Status.OVER:
        return looked, events
    how = _finished(looked) if looked.step.phase is Phase.FINISH else End.LEFT
    if looked.status is Status.FROZEN:
        how = End.STOPPED
    return replace(looked, status=Status.OVER, why=None, end=how), (*events, Ended(how))


def easier(session: Session, now: float) -> Change:
    """Do the rest of the current exercise in its easier form, after a countdown.

    What was done stays done, and nothing gets more than it was. Nothing happens where there is no easier form,
    or where it is already in use. Where the form is only a smaller movement, the time goes on as it was.
    """
    looked, events = look(session, now)
    item = looked.plan.item(looked.step.exercise)
    form, exercise = item.exercise.easier, item.exercise.id
    if not _under_way(looked) or looked.span is None or form is None or exercise in looked.eased:
        return looked, events
    looked = replace(looked, eased=looked.eased | {exercise})
    dose = lesser(item.exercise, item.dose, form.dose)
    if dose == item.dose:
        return looked, (*events, Eased(exercise))
    plan = with_dose(looked.plan, exercise, dose)
    place = same_place(looked.plan, looked.position, looked.index, plan, looked.done)
    eased = replace(looked, plan=plan, position=place)
    counts_in = eased.status is Status.RUNNING and eased.step.rep_key is not None
    eased = replace(eased, ahead=COUNT_IN if counts_in else 0.0)
    return eased, (*events, Eased(exercise), StepBegan(eased.index, 0.0))


def next_exercise(session: Session, now: float) -> Change:
    """Leave the current exercise and prepare for the next one, or get up after the last.

    A running session runs on; a stopped one becomes paused, so that only going on starts the time.
    """
    looked, events = look(session, now)
    if not _under_way(looked) or looked.span is None:
        return looked, events
    exercise = looked.step.exercise
    moved, began = _jump(looked, after_exercise(looked.plan, looked.index))
    left = _unfinished(looked, exercise)
    extra_events: tuple[Event, ...] = (ExerciseLeft(exercise, left),) if left else ()
    if moved.status is Status.FROZEN:
        moved = replace(moved, status=Status.PAUSED, why=Pause.ASKED)
        extra_events = (*extra_events, Paused(Pause.ASKED))
    return moved, (*events, *extra_events, began)


def back(session: Session, now: float) -> Change:
    """Go to the gap before the current set; from within that gap, to the one before the previous set."""
    looked, events = look(session, now)
    if not _under_way(looked):
        return looked, events
    moved, began = _jump(looked, gap_before(looked.plan, looked.index))
    return moved, (*events, began)


def next_look(session: Session, now: float) -> float | None:
    """When to look again: at the next change of the countdown or of the step, never before `now`."""
    if session.status is not Status.RUNNING or session.looked is None:
        return None
    return max(now, session.looked + (session.ahead or session.left) - (session.shown - 1))


def _under_way(session: Session) -> bool:
    return session.status in {Status.RUNNING, Status.PAUSED, Status.FROZEN}


def _latest(session: Session, now: float) -> float:
    return now if session.looked is None else max(session.looked, now)


def _pause(session: Session, now: float, why: Pause) -> Change:
    since = session.looked if why is Pause.GAP else _latest(session, now)
    paused = replace(
        session, status=Status.PAUSED, looked=_latest(session, now), why=why, ahead=0.0, paused=since
    )
    return paused, (Paused(why),)


def _count_in(session: Session, now: float) -> float:
    """Seconds to count down before going on.

    After a long pause, or one nobody saw begin, there is time to lie down again. In a gap there is no more to
    wait for than the gap itself.
    """
    if session.step.phase is Phase.FINISH:
        return 0.0
    if session.paused is None or session.why is Pause.GAP or now - session.paused > LONG_PAUSE:
        whole = window(StartPosition.STANDING, session.exercise.position)
        return whole if session.step.rep_key else max(0.0, whole - session.left)
    return COUNT_IN if session.step.rep_key else 0.0


def _run(session: Session, passed: float) -> Change:
    """Let some seconds pass: first those of the countdown, then those of the plan."""
    counted = min(passed, session.ahead)
    ahead = session.ahead - counted
    moved, events = _move(replace(session, ahead=ahead if ahead > GRAIN else 0.0), passed - counted)
    return moved, (CountedIn(), *events) if session.ahead and not moved.ahead else events


def _move(session: Session, passed: float) -> Change:
    """Move on by some seconds, at most to the plan's end, and tell what was finished on the way."""
    ran = min(passed, session.total_left)
    moved = replace(session, position=session.position + ran, active=session.active + ran)
    finished = range(session.index, moved.index)
    over = moved.total_left <= GRAIN
    events = [event for index in finished for event in _passed(moved, index)]
    done = session.done | {(e.exercise, e.set, e.side, e.rep) for e in events if isinstance(e, RepDone)}
    moved = replace(moved, done=done)
    if over:
        how = _finished(moved)
        return replace(moved, status=Status.OVER, end=how), (*events, Ended(how))
    return moved, tuple(events)


def _finished(session: Session) -> End:
    """How a session ended that came to the end of its plan: one in which nothing was done was left."""
    return End.FINISHED if session.done else End.LEFT


def _passed(session: Session, index: int) -> Iterator[Event]:
    """What the end of the step before the current one, or of an earlier one, means."""
    step, following = session.plan.steps[index], session.plan.steps[index + 1]
    key = step.rep_key
    if key and key != following.rep_key and key not in session.done:
        yield RepDone(*key)
    yield StepBegan(index + 1, max(0.0, session.position - following.starts))


def _unfinished(session: Session, exercise: str) -> tuple[tuple[int, Side | None], ...]:
    """The sets of an exercise that still miss a repetition, each with its side, in the plan's order."""
    keys = [key for step in session.plan.steps if step.exercise == exercise and (key := step.rep_key)]
    return tuple(dict.fromkeys((key[1], key[2]) for key in keys if key not in session.done))


def _jump(session: Session, index: int) -> tuple[Session, StepBegan]:
    return replace(session, position=session.plan.steps[index].starts, ahead=0.0), StepBegan(index, 0.0)
