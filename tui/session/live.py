"""How the session goes that is led: a frozen value, made anew with each change."""

from dataclasses import dataclass, replace

from routines.session.events import Status
from routines.session.machine import Session
from tui.session.ratings import PainQuestion, RatingAnswer, session_question
from tui.session.recorder import SessionRecorder


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session and what belongs to it; without a `session` there has been none yet.

    `recorder` writes it, `last_answer` is the answer typed last, `confirming_leave` says that the person is asked whether to leave.
    """

    session: Session | None = None
    recorder: SessionRecorder | None = None
    last_answer: RatingAnswer | None = None
    confirming_leave: bool = False

    @property
    def status(self) -> Status | None:
        """How the session stands; None without one."""
        return None if self.session is None else self.session.status

    @property
    def live(self) -> bool:
        """Whether a session is under way: it has begun and is not over."""
        return self.status not in {None, Status.READY, Status.OVER}

    @property
    def running(self) -> bool:
        """Whether a session is under way and does not stand still."""
        return self.status is Status.RUNNING

    def only_time_passed(self, before: "LiveSession") -> bool:
        """Whether since then the session only went on in the same step."""
        new, old = self.session, before.session
        if old is None or new is None or not self.running or replace(before, session=new) != self:
            return False
        ran = replace(old, position=new.position, active=new.active, looked=new.looked, ahead=new.ahead)
        return ran == new and old.index == new.index and bool(old.ahead) == bool(new.ahead)

    @property
    def question(self) -> PainQuestion | None:
        """What the session asks now."""
        if self.session is None or self.recorder is None or not self.live:
            return None
        return session_question(self.session, self.recorder.entry, before=self.recorder.before is not None)
