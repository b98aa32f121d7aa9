"""A session that was cut short: found in the journal, and made ready to go on."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from journal.record import Draft, Entry, Outcome, SessionRun, SessionState, SetRun
from journal.store.store import Store
from routines.exercise import Dose, Item, Routine, Side, Sides
from routines.files.loader import Library
from routines.session.machine import Session, taken_up
from routines.session.plan import Plan, SetKey, make_plan
from tui.session.recorder import EASIER, PAIN, SessionRecorder, set_reasons
from tui.system.clock import local_time
from tui.text.clean import one_line

RESUMABLE_FOR = timedelta(hours=12)
"""So long after its beginning a session does not go on: what was done then is no part of what is done now."""


@dataclass(frozen=True, slots=True)
class ResumableSession:
    """A session that was cut short and can go on: how it stands, what writes it, and what is said of it."""

    session: Session
    recorder: SessionRecorder
    description: str


@dataclass(frozen=True, slots=True)
class InterruptedSession:
    """The session's entry, what it was, and its sets as far as they were begun or left."""

    entry: Entry
    body: SessionRun
    sets: tuple[SetRun, ...]

    def ended_draft(self) -> Draft:
        """The session ended as far as it came."""
        body = replace(self.body, state=SessionState.LEFT)
        entry = self.entry
        return Draft(body, entry.day, entry.at, entry.zone, source=entry.source, entry=entry.id)

    def resume(self, library: Library, now: datetime | None = None) -> ResumableSession | None:
        """The session as it stood, with the doses it had.

        None when it began over twelve hours before `now`, and when an exercise of it is no more or is now done
        otherwise: for a time instead of in repetitions, or with sides instead of without.
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
        session = self._session(plan)
        began = local_time(self.entry.at, self.entry.zone)
        return ResumableSession(
            session,
            SessionRecorder(self.entry.id, plan, began, self.entry.zone, day=self.entry.day),
            self._words(session),
        )

    def _fits(self, item: Item) -> bool:
        """Whether the exercise as it is now can be done with the dose it had, and on the same sides."""
        exercise = item.exercise
        sided = [one.side is not None for one in self.sets if one.exercise == exercise.id]
        timed = item.dose.seconds is not None
        return exercise.timed == timed and all(s == (exercise.sides is not Sides.NONE) for s in sided)

    def _session(self, plan: Plan) -> Session:
        done = {(*_set_key(one), rep) for one in self.sets for rep in range(1, one.reps_done + 1)}
        return taken_up(
            plan,
            done & {key for step in plan.steps if (key := step.rep_key)},
            self.body.active_seconds,
            {_set_key(one) for one in self.sets if PAIN in set_reasons(one)},
            eased={one.exercise for one in self.sets if EASIER in set_reasons(one)},
            left={_set_key(one) for one in self.sets if self._left(one)},
        )

    def _left(self, one: SetRun) -> bool:
        """Whether the person went past a set: it was skipped, or after a stop another exercise was begun or left."""
        order = list(self.body.doses)
        later = order[order.index(one.exercise) + 1 :]
        went_on = any(other.exercise in later for other in self.sets)
        return one.outcome is Outcome.SKIPPED or (one.outcome is Outcome.STOPPED and went_on)

    def _words(self, session: Session) -> str:
        step = session.step
        where = one_line(session.plan.item(step.exercise).exercise.name, 40)
        rep = f", rep {step.rep}" if step.rep is not None else ""
        return f"{one_line(self.body.name, 40)} was interrupted at {where}{rep}"


def find_interrupted(store: Store) -> InterruptedSession | None:
    """The newest session, if it was neither finished nor left. Raises JournalError."""
    newest = store.entries(kinds={SessionRun.kind}, newest=1)
    if not newest or not isinstance(newest[0].body, SessionRun):
        return None
    entry, body = newest[0], newest[0].body
    if body.state is not SessionState.RUNNING:
        return None
    sets = [one.body for one in store.parts(entry.id) if isinstance(one.body, SetRun)]
    return InterruptedSession(entry, body, tuple(one for one in sets if one.exercise in body.doses))


def _set_key(one: SetRun) -> SetKey:
    return one.exercise, one.set, None if one.side is None else Side(one.side)
