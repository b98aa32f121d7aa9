"""Session events -> records: what the machine reports becomes what the journal keeps.

The entries of a session are named after it (`SESSION/EXERCISE/SET/SIDE`), so that a revision needs no memory
of what was written before, and a repetition told twice is still one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from journal.days import day_of
from journal.observations import Pain, Recall
from journal.record import Draft, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from routines.exercise import Dose
from routines.session.events import Eased, End, Ended, Event, ExerciseLeft, Frozen, RepDone, Started
from routines.session.machine import Session
from routines.session.plan import Plan, SetKey
from tui.session.ratings import recent_rating
from tui.system.clock import Clock, today

END_STATES = {
    End.FINISHED: SessionState.FINISHED,
    End.STOPPED: SessionState.STOPPED,
    End.LEFT: SessionState.LEFT,
}

PAIN, EASIER = "pain", "easier"
"""The reasons of a set that was stopped, and of one that was made easier; a set can have both."""

REASON_SEPARATOR = ", "

DOSE_FIELDS = tuple(one.name for one in fields(Dose))
"""What is kept of a dose."""


def set_reasons(one: SetRun) -> frozenset[str]:
    """Why the set was not simply done."""
    return frozenset((one.reason or "").split(REASON_SEPARATOR))


@dataclass(frozen=True, slots=True)
class SessionRecorder:
    """Writes one session. `entry` names it; `began` is when it was started, in the person's `zone`.

    `plan` is the one it was begun with. `before` is a rating that was given shortly before it. `day` is the diary day
    that it belongs to; None: the one it began in, when days end as usual.
    """

    entry: str
    plan: Plan
    began: datetime
    zone: str
    before: float | None = None
    day: date | None = None

    def drafts(self, session: Session, events: Iterable[Event]) -> tuple[Draft, ...]:
        """What is to be written for these events, after which the session is as given."""
        drafts = [draft for event in events for draft in self._of(session, event)]
        newest = {draft.entry: draft for draft in drafts}
        return tuple(newest.values())

    def _of(self, session: Session, event: Event) -> list[Draft]:
        match event:
            case Started():
                drafts = [self._session(session, SessionState.RUNNING), *self._before()]
            case RepDone(exercise, number, side, _):
                drafts = self._rep(session, (exercise, number, side))
            case Eased(exercise):
                drafts = [self._session(session, SessionState.RUNNING), *self._eased(session, exercise)]
            case ExerciseLeft(exercise, sets):
                drafts = [self._left(session, (exercise, *key)) for key in sets]
            case Frozen():
                drafts = self._stopped(session)
            case Ended(end):
                drafts = [*self._cut_short(session, end), self._session(session, END_STATES[end])]
            case _:
                drafts = []
        return drafts

    def _before(self) -> list[Draft]:
        if self.before is None:
            return []
        pain = Pain(self.before, Recall.BEFORE, session=self.entry)
        return [self._draft(pain, f"{self.entry}/{Recall.BEFORE}")]

    def _rep(self, session: Session, key: SetKey) -> list[Draft]:
        """The set with one more repetition; the session's minutes too, once the set is whole."""
        draft = self._set(session, key, Outcome.RUNNING)
        return [draft, self._session(session, SessionState.RUNNING)] if _is_complete(draft) else [draft]

    def _eased(self, session: Session, exercise: str) -> list[Draft]:
        """The set that was made easier; where the easier form has no such set, the first that was begun."""
        key = session.set_key
        if key is None or key[0] != exercise:
            begun = (rep for rep in session.done if rep[0] == exercise)
            first = min(begun, key=lambda rep: rep[1], default=None)
            key = None if first is None else first[:3]
        return [] if key is None else self._rep(session, key)

    def _stopped(self, session: Session) -> list[Draft]:
        """The set that a stop speaks of; one of the exercise before, when it is not whole, had been left by choice."""
        key = session.stopped_set
        outcome = Outcome.STOPPED if key == session.set_key else Outcome.SKIPPED
        return [] if key is None else [self._set(session, key, outcome)]

    def _cut_short(self, session: Session, end: End) -> list[Draft]:
        """The set that the session ended in, if it did; a whole one only when it was stopped for pain."""
        key = session.set_key
        if key is None or end is End.FINISHED:
            return []
        stopped = end is End.STOPPED and key in session.hurt
        draft = self._set(session, key, Outcome.STOPPED if stopped else Outcome.LEFT)
        return [] if _is_complete(draft) and key not in session.hurt else [draft]

    def _left(self, session: Session, key: SetKey) -> Draft:
        """A set that was left: after a stop for pain that is why, else the person's choice."""
        return self._set(session, key, Outcome.STOPPED if key in session.hurt else Outcome.SKIPPED)

    def _set(self, session: Session, key: SetKey, outcome: Outcome) -> Draft:
        """The set as it stands; `outcome` is how it ended when it is not whole."""
        exercise, number, side = key
        item = session.plan.item(exercise)
        done = sum(1 for rep in session.done if rep[:3] == key)
        planned = max(item.dose.reps, done)
        why = {PAIN: key in session.hurt, EASIER: exercise in session.eased}
        body = SetRun(
            session=self.entry,
            exercise=exercise,
            set=number,
            side=side.value if side is not None else None,
            planned_reps=planned,
            reps_done=done,
            outcome=Outcome.DONE if done == planned else outcome,
            reason=REASON_SEPARATOR.join(reason for reason, so in why.items() if so) or None,
        )
        return self._draft(body, f"{self.entry}/{exercise}/{number}/{body.side or 'both'}")

    def _session(self, session: Session, state: SessionState) -> Draft:
        routine = session.plan.routine
        body = SessionRun(
            routine=routine.id,
            name=routine.name,
            doses={item.exercise.id: _dose_values(item.dose) for item in routine},
            state=state,
            planned_seconds=session.plan.seconds,
            active_seconds=round(session.active, 1),
        )
        return self._draft(body, self.entry)

    def _draft(self, body: SessionRun | SetRun | Pain, entry: str) -> Draft:
        return Draft(
            body,
            day=self.day or day_of(self.began),
            at=self.began,
            zone=self.zone,
            source=Source.SESSION,
            entry=entry,
        )


def new_recorder(entry: str, plan: Plan, clock: Clock, entries: Sequence[Entry]) -> SessionRecorder:
    """What writes a session that begins now, named `entry`: a rating of just before it belongs to it."""
    now = clock.now()
    rating = recent_rating(entries, now)
    before = None if rating is None else rating.nrs
    return SessionRecorder(entry, plan, now, clock.zone_name, before, today(clock))


def _is_complete(draft: Draft) -> bool:
    return isinstance(draft.body, SetRun) and draft.body.outcome is Outcome.DONE


def _dose_values(dose: Dose) -> dict[str, float | None]:
    """As `asdict` has it, and faster: a session is written anew with each set."""
    return {name: getattr(dose, name) for name in DOSE_FIELDS}
