"""What is noted by hand: written, told, shown, and taken back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from journal.record import BOOKKEEPING, Record
from journal.store.store import JournalError
from tui.desk import Desk, Noting
from tui.notices import Notices
from tui.questions import after
from tui.system.clock import Clock
from tui.text.describe import said


class Notebook:
    """Notes things. `reload` shows the journal anew."""

    def __init__(
        self, desk: Desk, clock: Clock, notices: Notices, reload: Callable[[], Awaitable[None]]
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._notices = notices
        self._reload = reload

    async def note(self, *noted: Noting, saved: Callable[[], None] = lambda: None) -> str:
        """Write things as one act. The answer is the fault, empty when they were saved; then `saved` is called first."""
        try:
            await self._desk.note(*noted)
        except JournalError as error:
            return str(error)
        saved()
        self._notices.tell(f"Saved: {'; '.join(said(one.body) for one in noted)}. u takes it back.")
        await self._reload()
        return ""

    async def take_back(self) -> None:
        """Undo the newest thing that was noted by hand."""
        with self._notices.faults():
            records = await self._desk.ask(lambda store: store.undo())
            self._notices.tell(taken_back([r for r in records or () if r.body.kind not in BOOKKEEPING]))
            await self._reload()

    def keep_ratings(self, session: str, answers: Mapping[str, int]) -> None:
        """Write how the exercises of the session with this entry felt; of no exercise: how it is after them all."""
        questions = [(after(session, exercise), nrs) for exercise, nrs in answers.items()]
        self._desk.keep([asked.answer(nrs, self._clock) for asked, nrs in questions])


def taken_back(records: Sequence[Record]) -> str:
    """What an undo did: which things are gone, and which are as they were before."""
    gone = [said(record.body) for record in records if record.deleted]
    back = [said(record.body) for record in records if not record.deleted]
    told = [
        *([f"Taken back: {'; '.join(gone)}."] if gone else []),
        *([f"As it was before: {'; '.join(back)}."] if back else []),
    ]
    return " ".join(told) or "Nothing to take back."
