"""The sessions of the example diary, as the program would write them, with each day's doses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.observations import Pain, Recall
from journal.record import Draft, Entry, Source
from journal.synthetic.sessions import Practised
from routines.exercise import Dose, Routine
from routines.progression import doses_today, with_doses
from routines.session.events import End, Ended, Event, RepDone, Started, Status
from routines.session.plan import Plan, make_plan
from routines.session.session import Session
from routines.trials import Trial
from tui.session.doses import build_trials
from tui.session.ratings import PainQuestion, question_after, recent_rating
from tui.session.recorder import SessionRecorder

ANSWERED = 4.0
"""Seconds after a question appears in a session."""

LEAVES = 8.0
"""Seconds from the last exercise until a session is ended early."""

AFTERWARDS = timedelta(seconds=25)
"""From the end of a session until its rating."""


@dataclass(frozen=True, slots=True)
class DemoWriter:
    """Drafts to write at the moment `at`, in one act."""

    at: datetime
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Practising:
    """Writes sessions of a routine in the person's zone; `new_entry` names them."""

    routine: Routine
    zone_name: str
    new_entry: Callable[[], str]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of the exercises, in order."""
        return tuple(item.exercise.id for item in self.routine)

    def written(self, sessions: Iterable[Practised], noted: Iterable[Draft]) -> Iterator[DemoWriter]:
        """Yield the drafts of the sessions, oldest first; `noted` are the entries made by hand."""
        done: list[Trial] = []
        known = [_entry(draft) for draft in noted]
        plans: dict[tuple[Dose, ...], Plan] = {}
        for practised_session in sessions:
            rating = recent_rating(
                [e for e in known if e.day == practised_session.day and e.at <= practised_session.began],
                practised_session.began,
            )
            doses = doses_today(self.routine, done, practised_session.day)
            asked = tuple(dose.dose for dose in doses)
            if asked not in plans:
                plans[asked] = make_plan(with_doses(self.routine, doses))
            before = None if rating is None else rating.nrs
            log = SessionRecorder(
                self.new_entry(),
                plans[asked],
                practised_session.began,
                self.zone_name,
                before,
                practised_session.day,
            )
            written = tuple(_session(practised_session, log))
            done += build_trials([_entry(draft) for act in written for draft in act.drafts])
            yield from written


def _session(practised_session: Practised, log: SessionRecorder) -> Iterator[DemoWriter]:
    """A session and its ratings."""
    session, events = _run(log.plan, practised_session.reached)
    over = practised_session.began + timedelta(seconds=session.active)
    yield DemoWriter(over, (*log.drafts(session, events), *_answers(practised_session, log)))
    if practised_session.after is not None:
        at = over + AFTERWARDS
        yield DemoWriter(at, (_rating(question_after(log.entry, ""), practised_session.after, at, log),))
    if practised_session.morning is not None:
        at, nrs = practised_session.morning
        yield DemoWriter(at, (_rating(PainQuestion(Recall.MORNING, log.entry, None, ""), nrs, at, log),))


def _run(plan: Plan, reached: int) -> tuple[Session, Sequence[Event]]:
    """Return a session with `reached` exercises done, and its events."""
    done = [item.exercise.id for item in plan.routine][:reached]
    keys = [step.rep_key for step in plan.steps if step.exercise in done and step.rep_key is not None]
    whole = len(done) == len(plan.routine.items)
    how = End.FINISHED if whole else End.LEFT
    seconds = plan.seconds if whole else _ends(plan)[done[-1]] + LEAVES
    session = Session(plan, Status.OVER, position=seconds, active=seconds, done=frozenset(keys), end=how)
    last_reps = {key[:3]: key for key in keys}
    return session, (Started(), *(RepDone(*key) for key in last_reps.values()), Ended(how))


def _ends(plan: Plan) -> dict[str, float]:
    """When each exercise is done, in seconds since the plan's beginning."""
    return {step.exercise: step.starts + step.seconds for step in plan.steps if step.rep_key is not None}


def _answers(practised_session: Practised, log: SessionRecorder) -> Iterator[Draft]:
    """Yield the ratings in a session: before it, without a recent rating, and after exercises."""
    if log.before is None and practised_session.before is not None:
        yield _rating(
            PainQuestion(Recall.BEFORE, log.entry, None, ""),
            practised_session.before,
            _at(practised_session, 0),
            log,
        )
    ends = _ends(log.plan)
    for exercise, nrs in practised_session.during.items():
        yield _rating(question_after(log.entry, exercise), nrs, _at(practised_session, ends[exercise]), log)


def _at(practised_session: Practised, asked: float) -> datetime:
    return practised_session.began + timedelta(seconds=asked + ANSWERED)


def _rating(question: PainQuestion, nrs: int, at: datetime, log: SessionRecorder) -> Draft:
    pain = Pain(nrs, question.recall, session=question.session, exercise=question.exercise)
    return Draft(pain, at.date(), at, log.zone, Source.SESSION, question.entry)


def _entry(draft: Draft) -> Entry:
    """Make the entry of a draft, with the fields that sessions read."""
    name = draft.entry or ""
    return Entry(name, "", draft.day, draft.at, draft.zone, draft.at, draft.source, draft.body)
