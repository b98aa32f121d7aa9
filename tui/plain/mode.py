"""Plain mode: a session as lines and sound, for screen readers and simple terminals."""

from collections.abc import Callable
from contextlib import ExitStack

from tui.journal_access import JournalAccess
from tui.plain.dialog import Dialog
from tui.plain.keyboard import Keys
from tui.plain.lead import SessionLead
from tui.plain.ratings import RatingPrompts
from tui.plain.start import PlainModeError, SessionStart
from tui.session.lock import SessionLock
from tui.settings.preferences import Preferences
from tui.sound.output import AudioOutput
from tui.system.clock import today
from tui.system.environment import Context
from tui.today.snapshot import Snapshot, read_snapshot


class PlainMode:
    """Leads through one session, with the questions before and after it.

    `say` takes each line; it may raise OSError.
    """

    def __init__(
        self,
        context: Context,
        preferences: Preferences,
        journal: JournalAccess,
        *,
        keys: Keys,
        say: Callable[[str], None],
        open_audio: Callable[[], AudioOutput],
    ) -> None:
        self._clock = context.clock
        self._lock = SessionLock(context.paths.lock)
        self._preferences = preferences
        self._journal = journal
        self._open_audio = open_audio
        self._dialog = Dialog(keys, say)
        self._ratings = RatingPrompts(self._dialog, journal, context.clock)
        self._start = SessionStart(
            self._dialog,
            self._ratings,
            preferences,
            journal,
            clock=context.clock,
            new_entry=context.ids(),
        )

    async def run(self) -> None:
        """Lead through the session.

        Raises PlainModeError when there is nothing to do or another session runs, JournalError when the journal
        cannot be read, OSError when a line cannot be printed. After OSError or a signal the session can continue the
        next time.
        """
        if not self._lock.take():
            raise PlainModeError("another window is already running a session: end it first")
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            await self._lead()

    async def _lead(self) -> None:
        snapshot = await self._read_snapshot()
        for fault in (*self._preferences.faults, *map(str, self._preferences.library.faults)):
            self._dialog.say(fault)
        if (chosen := await self._start.choose(snapshot)) is None:
            return
        lead = SessionLead(
            chosen,
            self._dialog,
            self._ratings,
            self._journal,
            self._clock,
            emergency_number=self._preferences.settings.emergency_number,
            first=not snapshot.diary.has_sessions,
        )
        session = await lead.run(self._open_audio())
        if not lead.left_by_key:
            await self._ratings.ask_about_session(session, chosen.recorder.entry)

    async def _read_snapshot(self) -> Snapshot:
        day, preferences = today(self._clock), self._preferences
        return await self._journal.ask(
            lambda store: read_snapshot(store, preferences.routine, preferences.settings, day)
        )
