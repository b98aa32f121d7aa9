"""Choosing the session before it starts: an interrupted one, or a new one with today's exercises."""

from collections.abc import Callable
from dataclasses import dataclass

from routines.exclusions import LeftOut
from routines.session.machine import begin
from routines.session.session import Session
from tui.journal_access import JournalAccess
from tui.plain.dialog import Dialog
from tui.plain.lines import MORNING_CHOICES, RESUME_CHOICES
from tui.plain.ratings import RatingPrompts
from tui.session.interrupted import ResumableSession
from tui.session.ratings import exercises_for_later
from tui.session.recorder import SessionRecorder, new_recorder
from tui.settings.preferences import Preferences
from tui.system.clock import Clock
from tui.text.clean import one_line
from tui.today.snapshot import Snapshot, TodaysRoutine


class PlainModeError(Exception):
    """No session can start; the message says why."""


@dataclass(frozen=True, slots=True)
class ChosenSession:
    """The session to do, its recorder, and the exercises that are not part of it today."""

    session: Session
    recorder: SessionRecorder
    left_out: tuple[LeftOut, ...] = ()


class SessionStart:
    """Asks which session to do."""

    def __init__(
        self,
        dialog: Dialog,
        ratings: RatingPrompts,
        preferences: Preferences,
        journal: JournalAccess,
        *,
        clock: Clock,
        new_entry: Callable[[], str],
    ) -> None:
        self._dialog = dialog
        self._ratings = ratings
        self._preferences = preferences
        self._journal = journal
        self._clock = clock
        self._new_entry = new_entry

    async def choose(self, snapshot: Snapshot) -> ChosenSession | None:
        """The session to do; None when the person quits.

        Raises PlainModeError when the routine has no exercises left.
        """
        interrupted = snapshot.interrupted
        if interrupted is None:
            return await self._choose_new(snapshot)
        resumable = interrupted.resume(self._preferences.library, self._clock.now())
        key = await self._ask_to_continue(resumable)
        if key == "q":
            return None
        if key == "space" and resumable is not None:
            return ChosenSession(resumable.session, resumable.recorder)
        self._journal.write_later([interrupted.ended_draft()])
        return await self._choose_new(snapshot)

    async def _ask_to_continue(self, resumable: ResumableSession | None) -> str:
        """`space` to continue, `k` to keep the session as it is, `q` to quit. `k` when nothing can be asked."""
        if resumable is None:
            return "k"
        question = f"{resumable.description}. {RESUME_CHOICES}"
        return await self._dialog.ask_key(question, "space", "k", "q") or "k"

    async def _choose_new(self, snapshot: Snapshot) -> ChosenSession | None:
        """A new session of the routine; None when the person quits."""
        if snapshot.today is None:
            raise PlainModeError(
                "every exercise of this routine is excluded: see tolerable set leave_out, or choose another routine"
            )
        diary = snapshot.diary
        if self._preferences.settings.prompt_morning:
            await self._ratings.ask_about_yesterday(diary.entries, diary.today)
        today = await self._choose_exercises(snapshot.today)
        if today is None:
            return None
        recorder = new_recorder(self._new_entry(), today.plan, self._clock, diary.entries)
        return ChosenSession(begin(today.plan), recorder, today.left_out)

    async def _choose_exercises(self, today: TodaysRoutine) -> TodaysRoutine | None:
        """All exercises, or early in the day those that do not bend the back; None when the person quits."""
        later = exercises_for_later(today.plan, self._clock.now())
        without = today.without(later)
        if without == today or self._dialog.keys.closed:
            return today
        names = " and ".join(one_line(today.plan.item(exercise).exercise.name, 40) for exercise in later)
        key = await self._dialog.ask_key(MORNING_CHOICES.format(names), "m", "space", "q")
        if key == "q":
            return None
        return without if key == "m" else today
