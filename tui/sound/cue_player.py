"""Plays the cues of a running session when their time has come, and drops those whose time is over."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from routines.session.cues import Cue, Tone, count_in, cues
from routines.session.events import End, Ended, Event, Frozen, Pause, Paused, Resumed, Started, Status
from routines.session.machine import GRAIN, Session
from tui.sound.output import Sound

PAUSED = "paused"


class _Track:
    """Cues along a stretch of time, of which each is played once at most."""

    def __init__(self, found: Sequence[Cue], first: int = 0) -> None:
        self._cues = found
        self._next = first

    @property
    def next_at(self) -> float | None:
        """When the next cue is due; None when there is none left."""
        return self._cues[self._next].at if self._next < len(self._cues) else None

    def due(self, now: float) -> Iterator[Cue]:
        """The cues that are due and not too late."""
        first, self._next = self._next, max(self._next, bisect_right(self._cues, now + GRAIN, key=_at))
        return (cue for cue in self._cues[first : self._next] if now <= cue.until + GRAIN)

    def go_to(self, time: float, *, past: bool) -> None:
        """Go on with the cues from this time on; with `past`, without those that begin exactly then."""
        found = bisect_right(self._cues, time + GRAIN, key=_at)
        self._next = found if past else bisect_left(self._cues, time - GRAIN, key=_at)


class CuePlayer:
    """Follows a session and plays what is to be heard of it."""

    def __init__(self, session: Session, sound: Sound) -> None:
        self._sound = sound
        self._plan = session.plan
        self._main = _Track(cues(session.plan))
        self._main.go_to(session.position, past=False)
        self._count = _Track(())
        self._counted_from = 0.0

    def follow(self, before: Session, after: Session, events: Sequence[Event]) -> None:
        """Play what became due between two moments of the session."""
        if jumped := _jumped(before, after):
            self._sound.hush()
            self._go_to(after)
        for event in events:
            self._answer(event)
        if after.ahead and (jumped or after.ahead > before.ahead):
            self._begin_count(after)
        if after.status is Status.RUNNING:
            self._play(self._count, self._counted(after))
            if not after.ahead:
                self._play(self._main, after.position)
        else:
            self._count = _Track(())

    def next_look(self, session: Session) -> float | None:
        """The `now` at which the next cue is due; None while time stands still or nothing is left to play."""
        if session.status is not Status.RUNNING or session.looked is None:
            return None
        at, position = self._main.next_at, session.position
        if session.ahead:
            at, position = self._count.next_at, self._counted(session)
        return None if at is None else session.looked + at - position

    def _go_to(self, session: Session) -> None:
        if session.plan is not self._plan:
            self._plan = session.plan
            self._main = _Track(cues(session.plan))
        self._main.go_to(session.position, past=False)
        self._count = _Track(())

    def _begin_count(self, session: Session) -> None:
        """Play a countdown; it says itself what begins after it."""
        self._counted_from = session.active - session.ahead
        self._count = _Track(count_in(session.plan, session.index, session.ahead))
        self._main.go_to(session.position, past=True)

    def _counted(self, session: Session) -> float:
        """Seconds since the last countdown began."""
        return session.active - session.ahead - self._counted_from

    def _play(self, track: _Track, now: float) -> None:
        for cue in track.due(now):
            if cue.tone is not None:
                self._sound.play(cue.tone, cue.seconds)
            if cue.words is not None:
                self._sound.say(cue.words)

    def _answer(self, event: Event) -> None:
        """Be silent when time stands still or all is over; wake the speakers when it begins to run."""
        match event:
            case Started() | Resumed():
                self._sound.play(Tone.LEAD_IN)
            case Paused(why):
                self._stand_still(why)
            case Frozen() | Ended(End.STOPPED | End.LEFT):
                self._sound.hush()
            case _:
                pass

    def _stand_still(self, why: Pause) -> None:
        self._sound.hush()
        if why is Pause.GAP:
            self._sound.play(Tone.PAUSE)
            self._sound.say(PAUSED)


def _at(cue: Cue) -> float:
    return cue.at


def _jumped(before: Session, after: Session) -> bool:
    """Whether the session is elsewhere than time alone has brought it."""
    ran = after.active - before.active
    return after.plan is not before.plan or abs(after.position - before.position - ran) > GRAIN
