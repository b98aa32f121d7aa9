"""The sessions of the example diary: what the program would have written of them, each with its day's doses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.observations import Pain, Recall
from journal.record import Draft, Entry, Source
from journal.synthetic.sessions import Practised
from routines.exercise import Dose, Routine
from routines.progression import Trial, doses_today, with_doses
from routines.session.events import End, Ended, Event, RepDone, Started, Status
from routines.session.machine import Session
from routines.session.plan import Plan, make_plan
from tui.session.doses import build_trials
from tui.session.ratings import PainQuestion, question_after, recent_rating
from tui.session.recorder import SessionRecorder

ANSWERED = 4.0
"""Seconds after a question appears in a session."""

LEAVES = 8.0
"""Seconds after the last exercise when a session is left that was not done to the end."""

AFTERWARDS = timedelta(seconds=25)
"""Until it is told how it is after all of it."""


@dataclass(frozen=True, slots=True)
class DemoWriter:
    """What was written at the moment `at`, in one act."""

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
        """All of the sessions, oldest first; `noted` is what was noted by hand on these days."""
        done: list[Trial] = []
        known = [_entry(draft) for draft in noted]
        plans: dict[tuple[Dose, ...], Plan] = {}
        for one in sessions:
            rating = recent_rating([e for e in known if e.day == one.day and e.at <= one.began], one.began)
            doses = doses_today(self.routine, done, one.day)
            asked = tuple(dose.dose for dose in doses)
            if asked not in plans:
                plans[asked] = make_plan(with_doses(self.routine, doses))
            before = None if rating is None else rating.nrs
            log = SessionRecorder(self.new_entry(), plans[asked], one.began, self.zone_name, before, one.day)
            written = tuple(_session(one, log))
            done += build_trials([_entry(draft) for act in written for draft in act.drafts])
            yield from written


def _session(one: Practised, log: SessionRecorder) -> Iterator[DemoWriter]:
    """A session and its ratings."""
    session, events = _run(log.plan, one.reached)
    over = one.began + timedelta(seconds=session.active)
    yield DemoWriter(over, (*log.drafts(session, events), *_answers(one, log)))
    if one.after is not None:
        at = over + AFTERWARDS
        yield DemoWriter(at, (_rating(question_after(log.entry, ""), one.after, at, log),))
    if one.morning is not None:
        at, nrs = one.morning
        yield DemoWriter(at, (_rating(PainQuestion(Recall.MORNING, log.entry, None, ""), nrs, at, log),))


def _run(plan: Plan, reached: int) -> tuple[Session, Sequence[Event]]:
    """A session that was done, or left after so many exercises, and what happened in it."""
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


def _answers(one: Practised, log: SessionRecorder) -> Iterator[Draft]:
    """What was answered under way: before it begins where nothing was rated shortly before, and after exercises."""
    if log.before is None and one.before is not None:
        yield _rating(PainQuestion(Recall.BEFORE, log.entry, None, ""), one.before, _at(one, 0), log)
    ends = _ends(log.plan)
    for exercise, nrs in one.during.items():
        yield _rating(question_after(log.entry, exercise), nrs, _at(one, ends[exercise]), log)


def _at(one: Practised, asked: float) -> datetime:
    return one.began + timedelta(seconds=asked + ANSWERED)


def _rating(question: PainQuestion, nrs: int, at: datetime, log: SessionRecorder) -> Draft:
    pain = Pain(nrs, question.recall, session=question.session, exercise=question.exercise)
    return Draft(pain, at.date(), at, log.zone, Source.SESSION, question.entry)


def _entry(draft: Draft) -> Entry:
    """The entry that a draft becomes, as far as a session looks at it."""
    name = draft.entry or ""
    return Entry(name, "", draft.day, draft.at, draft.zone, draft.at, draft.source, draft.body)
