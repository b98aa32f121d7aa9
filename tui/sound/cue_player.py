"""Plays the cues of a running session on time, and drops those that are too late."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from routines.session.cues import Cue, Tone, count_in, cues
from routines.session.events import End, Ended, Event, Frozen, Pause, Paused, Resumed, Started, Status
from routines.session.session import GRAIN, Session
from tui.sound.output import Sound

PAUSED = "paused"


class _Track:
    """Cues in order of time; each is played at most once."""

    def __init__(self, track: Sequence[Cue], first: int = 0) -> None:
        self._cues = track
        self._next = first

    @property
    def next_at(self) -> float | None:
        """The time of the next cue; None when none is left."""
        return self._cues[self._next].at if self._next < len(self._cues) else None

    def due(self, now: float) -> Iterator[Cue]:
        """The cues that are due now and not too late; they are not returned again."""
        first, self._next = self._next, max(self._next, bisect_right(self._cues, now + GRAIN, key=_at))
        return (cue for cue in self._cues[first : self._next] if now <= cue.until + GRAIN)

    def seek(self, time: float, *, past: bool) -> None:
        """Continue with the cues from this time on; with `past`, without those at exactly this time."""
        after = bisect_right(self._cues, time + GRAIN, key=_at)
        self._next = after if past else bisect_left(self._cues, time - GRAIN, key=_at)


class CuePlayer:
    """Plays the tones and words of a session."""

    def __init__(self, session: Session, sound: Sound) -> None:
        self._sound = sound
        self._plan = session.plan
        self._main = _Track(cues(session.plan))
        self._main.seek(session.position, past=False)
        self._count = _Track(())
        self._count_start = 0.0

    def follow(self, before: Session, after: Session, events: Sequence[Event]) -> None:
        """Play the cues between two states of the session, and react to its events."""
        if jumped := _jumped(before, after):
            self._sound.hush()
            self._seek(after)
        for event in events:
            self._react(event)
        if after.ahead and (jumped or after.ahead > before.ahead):
            self._begin_count(after)
        if after.status is Status.RUNNING:
            self._play(self._count, self._count_position(after))
            if not after.ahead:
                self._play(self._main, after.position)
        else:
            self._count = _Track(())

    def next_due(self, session: Session) -> float | None:
        """The `monotonic` time of the next cue; None while the session stands still or no cue is left."""
        if session.status is not Status.RUNNING or session.looked is None:
            return None
        at, position = self._main.next_at, session.position
        if session.ahead:
            at, position = self._count.next_at, self._count_position(session)
        return None if at is None else session.looked + at - position

    def _seek(self, session: Session) -> None:
        if session.plan is not self._plan:
            self._plan = session.plan
            self._main = _Track(cues(session.plan))
        self._main.seek(session.position, past=False)
        self._count = _Track(())

    def _begin_count(self, session: Session) -> None:
        """Play a countdown; it announces the next step itself."""
        self._count_start = session.active - session.ahead
        self._count = _Track(count_in(session.plan, session.index, session.ahead))
        self._main.seek(session.position, past=True)

    def _count_position(self, session: Session) -> float:
        """Seconds since the last countdown started."""
        return session.active - session.ahead - self._count_start

    def _play(self, track: _Track, now: float) -> None:
        for cue in track.due(now):
            if cue.tone is not None:
                self._sound.play(cue.tone, cue.seconds)
            if cue.words is not None:
                self._sound.say(cue.words)

    def _react(self, event: Event) -> None:
        """Be silent when the session stops; wake the speakers when it runs again."""
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
    """Whether the session moved by more than the time that passed."""
    ran = after.active - before.active
    return after.plan is not before.plan or abs(after.position - before.position - ran) > GRAIN
