"""Interrupted sessions: finding one in the journal and making it ready to continue."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from journal.record import Draft, Entry, Outcome, SessionRun, SessionState, SetRun
from journal.store.store import Store
from routines.exercise import Dose, Item, Routine, Side, Sides
from routines.files.loader import Library
from routines.session.machine import restore_session
from routines.session.plan import Plan, SetKey, make_plan
from routines.session.session import Session
from tui.session.recorder import EASIER, PAIN, SessionRecorder, set_reasons
from tui.system.clock import local_time
from tui.text.clean import one_line

RESUMABLE_FOR = timedelta(hours=12)
"""A session that started longer ago cannot continue: a new one starts."""


@dataclass(frozen=True, slots=True)
class ResumableSession:
    """An interrupted session that can continue, its recorder, and one line that describes it."""

    session: Session
    recorder: SessionRecorder
    description: str


@dataclass(frozen=True, slots=True)
class InterruptedSession:
    """The entry of an interrupted session, its payload, and its sets so far."""

    entry: Entry
    body: SessionRun
    sets: tuple[SetRun, ...]

    def ended_draft(self) -> Draft:
        """The draft that ends the session as it is."""
        body = replace(self.body, state=SessionState.LEFT)
        entry = self.entry
        return Draft(body, entry.day, entry.at, entry.zone, source=entry.source, entry=entry.id)

    def resume(self, library: Library, now: datetime | None = None) -> ResumableSession | None:
        """The session where it was interrupted, with its doses.

        None when it started over twelve hours before `now`, or when one of its exercises was removed or now has
        other sides or is timed instead of counted.
        """
        if now is not None and now - self.entry.at > RESUMABLE_FOR:
            return None
        if any(exercise not in library.exercises for exercise in self.body.doses):
            return None
        items = tuple(
            Item(library.exercises[exercise], Dose(**dose))  # type: ignore[arg-type]  # reps and sets are whole in JSON
            for exercise, dose in self.body.doses.items()
        )
        if not all(self._fits(item) for item in items):
            return None
        plan = make_plan(Routine(self.body.routine, self.body.name, items))
        session = self._build_session(plan)
        started_at = local_time(self.entry.at, self.entry.zone)
        return ResumableSession(
            session,
            SessionRecorder(self.entry.id, plan, started_at, self.entry.zone, day=self.entry.day),
            self._describe(session),
        )

    def _fits(self, item: Item) -> bool:
        """Whether the exercise still has the sides of its sets, and repetitions or a time as its dose has."""
        exercise = item.exercise
        sided = [set_run.side is not None for set_run in self.sets if set_run.exercise == exercise.id]
        timed = item.dose.seconds is not None
        return exercise.timed == timed and all(side == (exercise.sides is not Sides.NONE) for side in sided)

    def _build_session(self, plan: Plan) -> Session:
        """The session of this plan with the repetitions that were done."""
        done = {(*_set_key(run), rep) for run in self.sets for rep in range(1, run.reps_done + 1)}
        return restore_session(
            plan,
            done & {key for step in plan.steps if (key := step.rep_key)},
            self.body.active_seconds,
            {_set_key(run) for run in self.sets if PAIN in set_reasons(run)},
            eased={run.exercise for run in self.sets if EASIER in set_reasons(run)},
            left={_set_key(run) for run in self.sets if self._was_abandoned(run)},
        )

    def _was_abandoned(self, set_run: SetRun) -> bool:
        """Whether the set was skipped, or stopped before the person went to a later exercise."""
        order = list(self.body.doses)
        later = order[order.index(set_run.exercise) + 1 :]
        went_on = any(other.exercise in later for other in self.sets)
        return set_run.outcome is Outcome.SKIPPED or (set_run.outcome is Outcome.STOPPED and went_on)

    def _describe(self, session: Session) -> str:
        """`Small routine was interrupted at Small tilt, rep 2`."""
        step = session.step
        where = one_line(session.plan.item(step.exercise).exercise.name, 40)
        rep = f", rep {step.rep}" if step.rep is not None else ""
        return f"{one_line(self.body.name, 40)} was interrupted at {where}{rep}"


def find_interrupted(store: Store) -> InterruptedSession | None:
    """The newest session, if it has not ended. Raises JournalError."""
    newest = store.entries(kinds={SessionRun.kind}, newest=1)
    if not newest or not isinstance(newest[0].body, SessionRun):
        return None
    entry, body = newest[0], newest[0].body
    if body.state is not SessionState.RUNNING:
        return None
    sets = [part.body for part in store.parts(entry.id) if isinstance(part.body, SetRun)]
    return InterruptedSession(entry, body, tuple(run for run in sets if run.exercise in body.doses))


def _set_key(run: SetRun) -> SetKey:
    return run.exercise, run.set, None if run.side is None else Side(run.side)
