"""A session over two small exercises, brought to any moment by looking once a second."""

from routines.session.events import Event, Status
from routines.session.machine import begin, look, start
from routines.session.plan import make_plan
from routines.session.session import Change, Session
from tests.routines.samples import LIFT, TILT, routine

# Tilt: prepare 0-30, reps 30-35 and 35-40. Lift: prepare 40-55, left 55-60, rest, left 64-69, switch 69-84, ...
PLAN = make_plan(routine(TILT, LIFT))


def running(now: float = 0.0) -> Session:
    return start(begin(PLAN), now)[0]


def looked_until(session: Session, until: float) -> tuple[Session, list[Event]]:
    """Look once a second from the last look until `until`."""
    events: list[Event] = []
    now = session.looked or 0.0
    while now < until:
        now = min(until, now + 1.0)
        session, more = look(session, now)
        events += more
    return session, events


def at(position: float) -> Session:
    return looked_until(running(), position)[0]


def state(change: Change) -> tuple[Status, float]:
    return change[0].status, change[0].position
