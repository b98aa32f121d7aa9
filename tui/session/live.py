"""The state of the session that is led, as one frozen value."""

from dataclasses import dataclass, replace

from routines.session.events import Status
from routines.session.session import Session
from tui.session.ratings import PainQuestion, RatingAnswer, session_question
from tui.session.recorder import SessionRecorder


@dataclass(frozen=True, slots=True)
class LiveSession:
    """The session, its recorder and its last answer. Without a `session` there has been none yet.

    `confirming_leave`: the person is asked whether to leave.
    """

    session: Session | None = None
    recorder: SessionRecorder | None = None
    last_answer: RatingAnswer | None = None
    confirming_leave: bool = False

    @property
    def status(self) -> Status | None:
        """The status of the session; None without one."""
        return None if self.session is None else self.session.status

    @property
    def live(self) -> bool:
        """Whether a session is under way: it has started and is not over."""
        return self.status not in {None, Status.READY, Status.OVER}

    @property
    def running(self) -> bool:
        """Whether time runs: the session is neither paused nor stopped."""
        return self.status is Status.RUNNING

    def only_time_passed(self, before: "LiveSession") -> bool:
        """Whether nothing has changed since but the time in the same step."""
        new, old = self.session, before.session
        if old is None or new is None or not self.running or replace(before, session=new) != self:
            return False
        ran = replace(old, position=new.position, active=new.active, looked=new.looked, ahead=new.ahead)
        return ran == new and old.index == new.index and bool(old.ahead) == bool(new.ahead)

    @property
    def question(self) -> PainQuestion | None:
        """The rating that the session asks for now."""
        if self.session is None or self.recorder is None or not self.live:
            return None
        return session_question(self.session, self.recorder.entry, before=self.recorder.before is not None)
