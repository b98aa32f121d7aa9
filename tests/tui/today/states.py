"""Situations to look at without a screen: before, in and after a session over the small routine."""

from datetime import datetime, timedelta

from journal.days import day_of
from journal.record import Body, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from routines.exercise import Routine
from routines.session.machine import begin, look, restore_session, start
from routines.session.plan import make_plan
from routines.session.session import Session
from tests.fakes import A_SUNDAY
from tests.tui.app_harness import SMALL
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.session.recorder import SessionRecorder
from tui.today.snapshot import DiaryDays, TodaysRoutine
from tui.today.state import DashboardState

RUN = SessionRun("small", "Small", {}, SessionState.FINISHED, 100.0, 100.0)
DONE = SetRun("S", "tilt", 1, None, 2, 2, Outcome.DONE)

PLAN = make_plan(SMALL)
CUT_SHORT = ResumableSession(
    restore_session(PLAN, {("tilt", 1, None, 1)}, 36.0),
    SessionRecorder("S", PLAN, A_SUNDAY, "Europe/Berlin"),
    "Small routine was interrupted at Small tilt, rep 2",
)
"""A session of which one repetition was done."""


def entry(body: Body, name: str, at: datetime = A_SUNDAY) -> Entry:
    return Entry(name, "act", day_of(at), at, "Europe/Berlin", at, Source.SESSION, body)


def a_night_after(*bodies: Body) -> DiaryDays:
    """The diary after yesterday's session S, with what was noted today."""
    yesterday = A_SUNDAY - timedelta(days=1)
    today = [entry(body, f"T{number}") for number, body in enumerate(bodies)]
    night = (entry(RUN, "S", yesterday), entry(DONE, "S/tilt", yesterday))
    return DiaryDays(A_SUNDAY.date(), entries=(*night, *today), has_sessions=True)


def todays(routine: Routine = SMALL) -> TodaysRoutine:
    return TodaysRoutine(make_plan(routine), {})


def session(seconds: int = 0, routine: Routine = SMALL) -> Session:
    """A session that was looked at for some seconds, once a second."""
    going, _ = start(begin(make_plan(routine)), 0.0)
    for now in range(1, int(seconds) + 1):
        going, _ = look(going, float(now))
    return going


def live_session(of: Session, before: float | None = None) -> LiveSession:
    """How the session goes; `before` is a rating from before it."""
    return LiveSession(of, SessionRecorder("S", of.plan, A_SUNDAY, "Europe/Berlin", before))


def before_a_session(diary: DiaryDays | None = None, now: datetime = A_SUNDAY) -> DashboardState:
    """The small routine, ready."""
    return DashboardState(now, diary or DiaryDays(now.date()), todays(), None, LiveSession())
