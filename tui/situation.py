"""What the dashboard knows at one moment, and what it shows of it: pure, the same for every size."""

from dataclasses import dataclass, replace
from datetime import datetime

from journal.body import Recall
from routines.pose import Figure, figure_of
from routines.session import look
from tui.course import Course
from tui.diary import Diary
from tui.known import Today
from tui.questions import Question, better_later, next_morning
from tui.session_view import SessionView, ready, view_of
from tui.unfinished import TakenUp

BETTER_LATER = "Not long out of bed?  m leaves the curl and the twist for later"

STILL = 0.01
"""Seconds before a step's end at which a figure that does not move is shown."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that is known at the moment `now`.

    `diary` is None until the journal was read, `today` also when everything in the routine is left out.
    `cut_short` is a session that could go on, `course` how the one goes that is led, if there is one; `example`
    says that the diary is not the person's.
    """

    now: datetime
    diary: Diary | None
    today: Today | None
    cut_short: TakenUp | None
    course: Course
    example: bool = False

    @property
    def first(self) -> bool:
        """Whether there has been no session yet."""
        return self.diary is not None and not self.diary.has_sessions

    @property
    def empty(self) -> bool:
        """Whether the journal was read and has nothing to show."""
        return self.diary is not None and not (self.diary.rows or self.diary.has_sessions)

    @property
    def better_later(self) -> tuple[str, ...]:
        """The exercises that are better left for later this early in the day."""
        return () if self.today is None else better_later(self.today.plan, self.now)

    @property
    def question(self) -> Question | None:
        """What is asked now, if anything: by the session, else about the morning after one."""
        if self.course.live:
            return self.course.question
        if self.diary is None or self.course.session is not None:
            return None
        pending, rated = next_morning(self.diary.entries, self.diary.today), self.course.rated
        if pending is None and rated is not None and rated.question.recall is Recall.MORNING:
            return rated.question  # answered, and open to another digit
        return pending

    @property
    def speaks(self) -> bool:
        """Whether the pane of the session has something to say before one: an offer, a question, rules."""
        return self.cut_short is not None or self.first or self.question is not None


def asked(situation: Situation) -> str:
    """The question in words, or the answer to it that was typed."""
    question, rated = situation.question, situation.course.rated
    if question is None:
        return ""
    if rated is not None and rated.question == question:
        return f"Noted: {rated.nrs}.  Another digit changes it"
    return question.words


def view(situation: Situation) -> SessionView | None:
    """The session, or what a press of `space` would do; None while neither is known."""
    course, words = situation.course, asked(situation)
    if course.session is not None:
        return view_of(course.session, leaving=course.leaving, asked=words)
    if situation.today is None:
        return None
    cut_short = "" if situation.cut_short is None else situation.cut_short.words
    if not words and situation.better_later:
        words = BETTER_LATER
    return ready(situation.today.plan, cut_short=cut_short, asked=words, first=situation.first)


def pose(course: Course, now: float, *, moves: bool) -> Figure | None:
    """The body at this moment of the session (`now` is monotonic); None without one.

    Where nothing may move it is a still one, at the end of its step.
    """
    session = course.session
    if session is None or not course.live:
        return None
    if moves:
        return figure_of(look(session, now)[0])
    step = session.step
    return figure_of(replace(session, position=step.starts + step.seconds - STILL))
