"""A session that was cut short: found in the journal, and made ready to go on."""

from dataclasses import dataclass, replace

from journal.record import Draft, Entry, SessionRun, SessionState, SetRun
from journal.store import Store
from routines.exercise import Dose, Item, Routine, Side
from routines.loader import Library
from routines.plan import RepKey, SetKey, make_plan
from routines.session import Session, taken_up
from tui.clock import local_time
from tui.session_log import PAIN, SessionLog
from tui.text import one_line


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A session that was cut short and can go on: how it stands, what writes it, and what is said of it."""

    session: Session
    log: SessionLog
    words: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The session's entry, what it was, the repetitions that were done, and the sets that were stopped for pain."""

    entry: Entry
    body: SessionRun
    done: frozenset[RepKey]
    hurt: frozenset[SetKey]

    def kept(self) -> Draft:
        """The session ended as far as it came."""
        body = replace(self.body, state=SessionState.LEFT)
        entry = self.entry
        return Draft(body, entry.day, entry.at, entry.zone, source=entry.source, entry=entry.id)

    def taken_up(self, library: Library) -> TakenUp | None:
        """The session as it stood, with the doses it was begun with; None when an exercise of it is no more."""
        if any(exercise not in library.exercises for exercise in self.body.doses):
            return None
        items = tuple(
            Item(library.exercises[exercise], Dose(**dose))  # type: ignore[arg-type]  # reps and sets are whole in JSON
            for exercise, dose in self.body.doses.items()
        )
        plan = make_plan(Routine(self.body.routine, self.body.name, items))
        keys = {key for step in plan.steps if (key := step.rep_key)}
        session = taken_up(plan, self.done & keys, self.body.active_seconds, self.hurt)
        began = local_time(self.entry.at, self.entry.zone)
        return TakenUp(session, SessionLog(self.entry.id, plan, began, self.entry.zone), self._words(session))

    def _words(self, session: Session) -> str:
        step = session.step
        where = one_line(session.plan.item(step.exercise).exercise.name, 40)
        rep = f", rep {step.rep}" if step.rep is not None else ""
        return f"{one_line(self.body.name, 40)} was cut short at {where}{rep}"


def find_unfinished(store: Store) -> Unfinished | None:
    """The newest session, if it was neither finished nor left. Raises JournalError."""
    newest = store.entries(kinds={SessionRun.kind}, newest=1)
    if not newest or not isinstance(newest[0].body, SessionRun):
        return None
    entry, body = newest[0], newest[0].body
    if body.state is not SessionState.RUNNING:
        return None
    found = store.entries(kinds={SetRun.kind}, since=entry.day, until=entry.day)
    sets = [one.body for one in found if isinstance(one.body, SetRun) and one.body.session == entry.id]
    done = frozenset((*_key(one), rep) for one in sets for rep in range(1, one.reps_done + 1))
    hurt = frozenset(_key(one) for one in sets if one.reason == PAIN)
    return Unfinished(entry, body, done, hurt)


def _key(one: SetRun) -> SetKey:
    return one.exercise, one.set, None if one.side is None else Side(one.side)
