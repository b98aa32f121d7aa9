"""Questions for a pain rating: at most one at a time, answered by a digit or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from journal.observations import MINUTES_A_DAY, Pain, Recall, Relief
from journal.record import Draft, Entry, SessionRun, SetRun, Source
from routines.exercise import Phase
from routines.session.events import Status
from routines.session.plan import Plan
from routines.session.session import Session
from tui.system.clock import Clock, today
from tui.text.clean import one_line

MAX_RATING = 10
TEN_WITHIN = 0.8
"""Seconds within which a `0` after a `1` makes ten."""

RECENT = timedelta(hours=2)
"""A rating younger than this counts as the one before a session."""

CHANGEABLE_MINUTES = 5
"""For this many minutes another digit changes the rating after a relief."""

EARLY_HOURS = range(4, 9)
"""Hours in which the person may have just got up."""

BENDING_EXERCISES = ("partial-curl", "torso-twist")
"""Exercises better done later than in the first hour or two after getting up (Snook 1998)."""


def combine_digits(before: int | None, digit: int, since: float | None) -> int:
    """The rating that `digit` makes, `since` seconds after the rating `before`; None: there was none."""
    makes_ten = before == 1 and digit == 0 and since is not None and since <= TEN_WITHIN
    return MAX_RATING if makes_ten else digit


@dataclass(frozen=True, slots=True)
class PainQuestion:
    """A question for a rating of a session. `session` is its entry; `exercise` None: of the whole session.

    `entry` is the id of the answer, so that a second answer replaces the first.
    """

    recall: Recall
    session: str
    exercise: str | None
    words: str

    @property
    def entry(self) -> str:
        """The entry id of the answer."""
        return "/".join(part for part in (self.session, self.recall.value, self.exercise) if part)

    def answer(self, nrs: float, clock: Clock) -> Draft:
        """The draft of the answer, given now."""
        pain = Pain(nrs, self.recall, session=self.session, exercise=self.exercise)
        return Draft(pain, today(clock), clock.now(), clock.zone_name, Source.SESSION, self.entry)


@dataclass(frozen=True, slots=True)
class ReliefQuestion:
    """A question for the rating after a relief; the answer is added to the relief's entry."""

    relief: Entry
    words: str = field(compare=False)

    @property
    def entry(self) -> str:
        """The entry id of the answer."""
        return self.relief.id

    def answer(self, nrs: float, clock: Clock) -> Draft:
        """The relief's draft with the rating, given now. Raises TypeError when the entry is not a relief."""
        entry, minutes = self.relief, minutes_since(self.relief, clock.now())
        if not isinstance(entry.body, Relief):
            raise TypeError(f"{entry.kind} is not a relief")
        body = replace(entry.body, after=nrs, after_minutes=min(minutes, MINUTES_A_DAY))
        return Draft(body, entry.day, entry.at, entry.zone, entry.source, entry.id)


PendingQuestion = PainQuestion | ReliefQuestion
"""A question that a digit answers."""


def was_just_answered(relief: Entry, entries: Sequence[Entry], now: datetime) -> bool:
    """Whether the relief was rated minutes ago: later, a digit would be about another moment."""
    body = next((entry.body for entry in entries if entry.id == relief.id), None)
    if not isinstance(body, Relief) or body.after_minutes is None:
        return False
    return minutes_since(relief, now) - body.after_minutes <= CHANGEABLE_MINUTES


def minutes_since(entry: Entry, now: datetime) -> int:
    """Whole minutes since the moment of an entry."""
    return max(int((now - entry.at) / timedelta(minutes=1)), 0)


def question_after(session: str, exercise: str) -> PainQuestion:
    """The question after an exercise of this session; after all of them when `exercise` is empty."""
    recall = Recall.DURING if exercise else Recall.AFTER
    return PainQuestion(recall, session, exercise or None, "")


def exercises_done(session: Session) -> dict[str, str]:
    """The exercises with at least one repetition, id to name, in the order of the routine."""
    done = {key[0] for key in session.done}
    ids = [item.exercise.id for item in session.plan.routine if item.exercise.id in done]
    return {exercise: exercise_name(session, exercise) for exercise in ids}


def session_question(session: Session, entry: str, *, before: bool) -> PainQuestion | None:
    """The question now: before the session starts, and after each exercise until the next one starts.

    `before`: a rating from before the session exists already.
    """
    if session.status in {Status.FROZEN, Status.OVER} or session.step.phase not in {
        Phase.PREPARE,
        Phase.FINISH,
    }:
        return None
    done = session.exercise_before
    if done is not None:
        return PainQuestion(
            Recall.DURING, entry, done, f"Pain after {exercise_name(session, done)}? 0 to 10, or skip"
        )
    if session.index == 0 and not before:
        return PainQuestion(Recall.BEFORE, entry, None, "Pain before you begin? 0 to 10, or skip")
    return None


def exercise_name(session: Session, exercise: str) -> str:
    """The name of an exercise of the session, cleaned."""
    return one_line(session.plan.item(exercise).exercise.name, 40)


def recent_rating(entries: Sequence[Entry], now: datetime) -> Pain | None:
    """The newest rating of pain now, if it is recent enough to count as the one before a session."""
    recalls = {Recall.NOW, Recall.AFTER, Recall.MORNING}
    for entry in reversed(entries):
        if isinstance(entry.body, Pain) and entry.body.recall in recalls:
            return entry.body if timedelta() <= now - entry.at <= RECENT else None
    return None


def exercises_for_later(plan: Plan, now: datetime) -> tuple[str, ...]:
    """The exercises of the plan that are better done later, when it is early in the day."""
    if now.hour not in EARLY_HOURS:
        return ()
    planned = {item.exercise.id for item in plan.routine}
    return tuple(exercise for exercise in BENDING_EXERCISES if exercise in planned)


def morning_question(entries: Sequence[Entry], today: date) -> PainQuestion | None:
    """The question about the newest session of yesterday, unless it was answered.

    A session without a repetition is not asked about.
    """
    yesterday = today - timedelta(days=1)
    sessions = [e.id for e in entries if isinstance(e.body, SessionRun) and e.day == yesterday]
    sets = [e.body for e in entries if isinstance(e.body, SetRun)]
    done = {run.session for run in sets if run.reps_done}.intersection(sessions)
    mornings = [e.body for e in entries if isinstance(e.body, Pain) and e.body.recall is Recall.MORNING]
    if not done or any(morning.session in sessions for morning in mornings):
        return None
    words = "How is it after yesterday's session? 0 to 10, or skip"
    return PainQuestion(Recall.MORNING, max(done, key=sessions.index), None, words)


@dataclass(frozen=True, slots=True)
class RatingAnswer:
    """A typed answer. `at` is in seconds of the monotonic clock."""

    question: PendingQuestion
    nrs: int
    at: float


def answer_with_digit(
    last: RatingAnswer | None, question: PendingQuestion | None, digit: int, now: float
) -> RatingAnswer | None:
    """The answer that a digit makes; None without a `question`.

    A `0` soon after a `1` makes ten of it, even when the question of the `1` is over.
    """
    if last is not None and combine_digits(last.nrs, digit, now - last.at) == MAX_RATING:
        return RatingAnswer(last.question, MAX_RATING, now)
    return RatingAnswer(question, digit, now) if question is not None else None
