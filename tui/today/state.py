"""The dashboard's state at one moment, and what follows from it. Pure; the same for every terminal size."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from journal.observations import Recall
from routines.figure.pose import Figure, figure_of
from routines.session.machine import look
from tui.keys import Keymap
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.session.ratings import PendingQuestion, ReliefQuestion, exercises_for_later, was_just_answered
from tui.session.view import SessionView, ready_view, session_view
from tui.settings.settings import Settings
from tui.today.reminders import Reminder, find_reminder
from tui.today.safety_banner import Banner
from tui.today.snapshot import DiaryDays, TodaysRoutine

STILL = 0.01
"""The still figure shows the pose this many seconds before the step ends."""


@dataclass(frozen=True, slots=True)
class DashboardState:
    """Everything the dashboard shows or decides by, at the moment `now` (aware, local).

    `diary` is None until the journal has been read; `today` is None until then, and when every exercise is excluded.
    `interrupted` is a session that can continue, `live_session` the one under way or the last one. `is_example`: the
    diary is the example, not the person's. `latest_banner` is the safety banner for today's entries, `dismissed` the
    names of reminders and banners hidden for today.
    """

    now: datetime
    diary: DiaryDays | None = None
    today: TodaysRoutine | None = None
    interrupted: ResumableSession | None = None
    live_session: LiveSession = field(default_factory=LiveSession)
    is_example: bool = False
    settings: Settings = field(default_factory=Settings)
    latest_banner: Banner | None = None
    dismissed: frozenset[str] = frozenset()

    def only_time_passed(self, before: "DashboardState") -> bool:
        """Whether nothing changed since but the time in the same step of a session."""
        then = replace(before, now=self.now, live_session=self.live_session)
        return then == self and self.live_session.only_time_passed(before.live_session)

    @property
    def routine_id(self) -> str | None:
        """The id of today's routine."""
        return None if self.today is None else self.today.plan.routine.id

    @property
    def keys(self) -> Keymap:
        """The person's keys."""
        return self.settings.keys

    @property
    def is_first_session(self) -> bool:
        """Whether no session was ever done."""
        return self.diary is not None and not self.diary.has_sessions

    @property
    def is_empty(self) -> bool:
        """Whether the journal has been read and is empty."""
        return self.diary is not None and not (self.diary.rows or self.diary.has_sessions)

    @property
    def better_later(self) -> tuple[str, ...]:
        """The exercises to skip this early in the day."""
        return () if self.today is None else exercises_for_later(self.today.plan, self.now)

    @property
    def banner(self) -> Banner | None:
        """The safety banner to show now; never in a session, whose layout must not jump."""
        if self.latest_banner is None or self.is_example or self.live_session.live:
            return None
        return self.latest_banner.without(self.dismissed)

    @property
    def reminder(self) -> Reminder | None:
        """The reminder to show now; after a session today, none about yesterday's."""
        if self.diary is None or self.is_example or self.live_session.live:
            return None
        morning = self.settings.prompt_morning and self.live_session.session is None
        settings = replace(self.settings, prompt_morning=morning)
        return find_reminder(self.diary, settings, self.now, self.dismissed)

    @property
    def question(self) -> PendingQuestion | None:
        """The open question, if any: the session's, else the reminder's."""
        if self.live_session.live:
            return self.live_session.question
        return self.answered if self.reminder is None else self.reminder.question

    @property
    def answered(self) -> PendingQuestion | None:
        """The question that was just answered outside a session; another digit changes the answer."""
        rated, diary = self.live_session.last_answer, self.diary
        if diary is None or self.live_session.live or rated is None or rated.question.entry in self.dismissed:
            return None
        question = rated.question
        if isinstance(question, ReliefQuestion):
            return question if was_just_answered(question.relief, diary.entries, self.now) else None
        return question if question.recall is Recall.MORNING and self.live_session.session is None else None

    @property
    def hideable(self) -> frozenset[str]:
        """The names of what the key `hide` hides for today: the banner, else the line below it."""
        if self.banner is not None:
            return self.banner.keys
        if self.reminder is not None:
            return frozenset({self.reminder.key})
        return frozenset() if self.answered is None else frozenset({self.answered.entry})

    @property
    def has_message(self) -> bool:
        """Whether the session pane has a message before a session: an offer, a question, the first rules."""
        return self.interrupted is not None or self.is_first_session or self.question is not None


def question_text(state: DashboardState) -> str:
    """The open question, or the answer just typed; else the reminder; else empty."""
    question, rated = state.question, state.live_session.last_answer
    if rated is not None and question is not None and rated.question == question:
        return f"Saved: {rated.nrs}. Another digit changes it."
    if state.reminder is not None:
        return state.reminder.words
    return "" if question is None else question.words


def make_session_view(state: DashboardState) -> SessionView | None:
    """What the session pane shows: the session, or what the start key would do; None until that is known."""
    live_session, words = state.live_session, question_text(state)
    if live_session.session is not None:
        return session_view(
            live_session.session,
            confirming_leave=live_session.confirming_leave,
            question=words,
            keymap=state.keys,
        )
    if state.today is None:
        return None
    interrupted = "" if state.interrupted is None else state.interrupted.description
    if not words and state.better_later:
        words = f"Just got up? {state.keys.hint('later', 'skip the curl and the twist for now')}"
    return ready_view(
        state.today.plan,
        interrupted=interrupted,
        question=words,
        first=state.is_first_session,
        keymap=state.keys,
    )


def current_figure(live_session: LiveSession, now: float, *, moves: bool) -> Figure | None:
    """The figure at this moment of the session (`now` is monotonic time); None when no session is under way.

    Without `moves` it is the still pose at the end of the step.
    """
    session = live_session.session
    if session is None or not live_session.live:
        return None
    if moves:
        return figure_of(look(session, now)[0])
    step = session.step
    return figure_of(replace(session, position=step.starts + step.seconds - STILL))
