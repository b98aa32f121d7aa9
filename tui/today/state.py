"""What the dashboard knows at one moment, and what it shows of it: pure, the same for every size."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from journal.observations import Recall
from routines.figure.pose import Figure, figure_of
from routines.session.machine import look
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.session.ratings import PendingQuestion, ReliefQuestion, exercises_for_later, was_just_answered
from tui.session.view import SessionView, ready_view, session_view
from tui.settings.settings import Settings
from tui.today.prompts import Prompt, due
from tui.today.safety_banner import Banner
from tui.today.snapshot import DiaryDays, Today

BETTER_LATER = "Not long out of bed?  m leaves the curl and the twist for later"

STILL = 0.01
"""Seconds before a step's end at which a figure that does not move is shown."""


@dataclass(frozen=True, slots=True)
class DashboardState:
    """All that is known at the moment `now`.

    `diary` is None until the journal was read, `today` also when everything in the routine is left out.
    `cut_short` is a session that could go on, `live_session` how the one goes that is led, if there is one; `example`
    says that the diary is not the person's. `noticed` is what the safety card speaks of in what was noted today, and
    `put_away` holds the keys of what is not wanted any more today.
    """

    now: datetime
    diary: DiaryDays | None
    today: Today | None
    cut_short: ResumableSession | None
    live_session: LiveSession
    example: bool = False
    settings: Settings = field(default_factory=Settings)
    noticed: Banner | None = None
    put_away: frozenset[str] = frozenset()

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
        return () if self.today is None else exercises_for_later(self.today.plan, self.now)

    @property
    def banner(self) -> Banner | None:
        """What is pointed to now; never in a session, which must not jump."""
        if self.noticed is None or self.example or self.live_session.live:
            return None
        return self.noticed.without(self.put_away)

    @property
    def prompt(self) -> Prompt | None:
        """What is said unasked now; after a session of today, nothing of yesterday's."""
        if self.diary is None or self.example or self.live_session.live:
            return None
        morning = self.settings.prompt_morning and self.live_session.session is None
        settings = replace(self.settings, prompt_morning=morning)
        return due(self.diary, settings, self.now, self.put_away)

    @property
    def question(self) -> PendingQuestion | None:
        """What is asked now, if anything: by the session, else by what is said unasked."""
        if self.live_session.live:
            return self.live_session.question
        return self.answered if self.prompt is None else self.prompt.question

    @property
    def answered(self) -> PendingQuestion | None:
        """What was answered outside a session and is open to another digit."""
        rated, diary = self.live_session.last_answer, self.diary
        if diary is None or self.live_session.live or rated is None or rated.question.entry in self.put_away:
            return None
        question = rated.question
        if isinstance(question, ReliefQuestion):
            return question if was_just_answered(question.relief, diary.entries, self.now) else None
        return question if question.recall is Recall.MORNING and self.live_session.session is None else None

    @property
    def can_be_put_away(self) -> frozenset[str]:
        """The keys of what `escape` puts away for today: the banner, else the line below."""
        if self.banner is not None:
            return self.banner.keys
        if self.prompt is not None:
            return frozenset({self.prompt.key})
        return frozenset() if self.answered is None else frozenset({self.answered.entry})

    @property
    def speaks(self) -> bool:
        """Whether the pane of the session has something to say before one: an offer, a question, rules."""
        return self.cut_short is not None or self.first or self.question is not None


def asked(situation: DashboardState) -> str:
    """The question in words, or the answer to it that was typed; else what is said unasked."""
    question, rated = situation.question, situation.live_session.last_answer
    if rated is not None and question is not None and rated.question == question:
        return f"Noted: {rated.nrs}.  Another digit changes it"
    if situation.prompt is not None:
        return situation.prompt.words
    return "" if question is None else question.words


def view(situation: DashboardState) -> SessionView | None:
    """The session, or what a press of `space` would do; None while neither is known."""
    live_session, words = situation.live_session, asked(situation)
    if live_session.session is not None:
        return session_view(
            live_session.session, confirming_leave=live_session.confirming_leave, question=words
        )
    if situation.today is None:
        return None
    cut_short = "" if situation.cut_short is None else situation.cut_short.description
    if not words and situation.better_later:
        words = BETTER_LATER
    return ready_view(situation.today.plan, cut_short=cut_short, question=words, first=situation.first)


def pose(live_session: LiveSession, now: float, *, moves: bool) -> Figure | None:
    """The body at this moment of the session (`now` is monotonic); None without one.

    Where nothing may move it is a still one, at the end of its step.
    """
    session = live_session.session
    if session is None or not live_session.live:
        return None
    if moves:
        return figure_of(look(session, now)[0])
    step = session.step
    return figure_of(replace(session, position=step.starts + step.seconds - STILL))
