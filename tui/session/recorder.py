"""Turns the events of a session into drafts for the journal.

Entry ids are made from the session's (`SESSION/EXERCISE/SET/SIDE`): writing again revises the same entry, and a
repetition reported twice counts once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from journal.days import day_of
from journal.observations import Pain, Recall
from journal.record import Draft, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from routines.exercise import Dose
from routines.session.events import Eased, End, Ended, Event, ExerciseLeft, Frozen, RepDone, Started
from routines.session.plan import Plan, SetKey
from routines.session.session import Session
from tui.session.ratings import recent_rating
from tui.system.clock import Clock, today

END_STATES = {
    End.FINISHED: SessionState.FINISHED,
    End.STOPPED: SessionState.STOPPED,
    End.LEFT: SessionState.LEFT,
}

PAIN, EASIER = "pain", "easier"
"""Reasons of a set: it was stopped because of pain, or continued in its easier version, or both."""

REASON_SEPARATOR = ", "

DOSE_FIELDS = tuple(field.name for field in fields(Dose))


def set_reasons(set_run: SetRun) -> frozenset[str]:
    """The reasons of a set, among PAIN and EASIER."""
    return frozenset((set_run.reason or "").split(REASON_SEPARATOR))


@dataclass(frozen=True, slots=True)
class SessionRecorder:
    """Makes the drafts of one session. `entry` is its id; it started at `began` in `zone`, with this `plan`.

    `before` is a pain rating from shortly before. `day` is its diary day; None: the day of `began` with the usual
    end of the day.
    """

    entry: str
    plan: Plan
    began: datetime
    zone: str
    before: float | None = None
    day: date | None = None

    def drafts(self, session: Session, events: Iterable[Event]) -> tuple[Draft, ...]:
        """The drafts for these events; `session` is its state after them."""
        drafts = [draft for event in events for draft in self._event_drafts(session, event)]
        newest = {draft.entry: draft for draft in drafts}
        return tuple(newest.values())

    def _event_drafts(self, session: Session, event: Event) -> list[Draft]:
        match event:
            case Started():
                drafts = [self._session_draft(session, SessionState.RUNNING), *self._rating_before()]
            case RepDone(exercise, number, side, _):
                drafts = self._rep_drafts(session, (exercise, number, side))
            case Eased(exercise):
                drafts = [
                    self._session_draft(session, SessionState.RUNNING),
                    *self._easier_drafts(session, exercise),
                ]
            case ExerciseLeft(exercise, sets):
                drafts = [self._abandoned_draft(session, (exercise, *key)) for key in sets]
            case Frozen():
                drafts = self._stopped_drafts(session)
            case Ended(end):
                drafts = [*self._unfinished_set(session, end), self._session_draft(session, END_STATES[end])]
            case _:
                drafts = []
        return drafts

    def _rating_before(self) -> list[Draft]:
        if self.before is None:
            return []
        pain = Pain(self.before, Recall.BEFORE, session=self.entry)
        return [self._draft(pain, f"{self.entry}/{Recall.BEFORE}")]

    def _rep_drafts(self, session: Session, key: SetKey) -> list[Draft]:
        """The set with one more repetition; once it is complete, the session with its minutes, too."""
        draft = self._set_draft(session, key, Outcome.RUNNING)
        return [draft, self._session_draft(session, SessionState.RUNNING)] if _is_complete(draft) else [draft]

    def _easier_drafts(self, session: Session, exercise: str) -> list[Draft]:
        """The current set, with its reason; the first one started when the easier version lacks the current one."""
        key = session.set_key
        if key is None or key[0] != exercise:
            started = (rep for rep in session.done if rep[0] == exercise)
            first = min(started, key=lambda rep: rep[1], default=None)
            key = None if first is None else first[:3]
        return [] if key is None else self._rep_drafts(session, key)

    def _stopped_drafts(self, session: Session) -> list[Draft]:
        """The set that was stopped; an incomplete one of the exercise before was skipped by choice."""
        key = session.stopped_set
        outcome = Outcome.STOPPED if key == session.set_key else Outcome.SKIPPED
        return [] if key is None else [self._set_draft(session, key, outcome)]

    def _unfinished_set(self, session: Session, end: End) -> list[Draft]:
        """The set in which the session ended, if any; a complete one only when it was stopped because of pain."""
        key = session.set_key
        if key is None or end is End.FINISHED:
            return []
        stopped = end is End.STOPPED and key in session.hurt
        draft = self._set_draft(session, key, Outcome.STOPPED if stopped else Outcome.LEFT)
        return [] if _is_complete(draft) and key not in session.hurt else [draft]

    def _abandoned_draft(self, session: Session, key: SetKey) -> Draft:
        """A set that was passed over: stopped if it hurt, else skipped."""
        return self._set_draft(session, key, Outcome.STOPPED if key in session.hurt else Outcome.SKIPPED)

    def _set_draft(self, session: Session, key: SetKey, outcome: Outcome) -> Draft:
        """The set so far; `outcome` is used when it is incomplete."""
        exercise, number, side = key
        item = session.plan.item(exercise)
        done = sum(1 for rep in session.done if rep[:3] == key)
        planned = max(item.dose.reps, done)
        reasons = {PAIN: key in session.hurt, EASIER: exercise in session.eased}
        body = SetRun(
            session=self.entry,
            exercise=exercise,
            set=number,
            side=side.value if side is not None else None,
            planned_reps=planned,
            reps_done=done,
            outcome=Outcome.DONE if done == planned else outcome,
            reason=REASON_SEPARATOR.join(reason for reason, applies in reasons.items() if applies) or None,
        )
        return self._draft(body, f"{self.entry}/{exercise}/{number}/{body.side or 'both'}")

    def _session_draft(self, session: Session, state: SessionState) -> Draft:
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
    """The recorder of a session that starts now. A recent pain rating counts as the one before it."""
    now = clock.now()
    rating = recent_rating(entries, now)
    before = None if rating is None else rating.nrs
    return SessionRecorder(entry, plan, now, clock.zone_name, before, today(clock))


def _is_complete(draft: Draft) -> bool:
    return isinstance(draft.body, SetRun) and draft.body.outcome is Outcome.DONE


def _dose_values(dose: Dose) -> dict[str, float | None]:
    """Like `asdict`, but faster: a session is saved after every set."""
    return {name: getattr(dose, name) for name in DOSE_FIELDS}
