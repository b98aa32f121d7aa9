"""Leading one session in plain mode: it says what happens and does what the keys mean."""

import asyncio
from contextlib import ExitStack

from routines.session.events import Status
from routines.session.machine import pause
from routines.session.session import Session
from tui.journal_access import JournalAccess
from tui.plain.dialog import Dialog
from tui.plain.lines import CONFIRM_LEAVE, change_lines, opening_lines, pause_line
from tui.plain.ratings import RatingPrompts
from tui.plain.start import ChosenSession
from tui.session.commands import command_for_key
from tui.session.ratings import session_question
from tui.session.runner import Runner
from tui.sound.output import AudioOutput
from tui.system.clock import Clock
from tui.system.signals import first_completed
from tui.today.safety_card import card


class SessionLead:
    """Leads one session. `first`: it is the first one ever.

    `left_by_key` is True once the person has confirmed that they leave.
    """

    def __init__(
        self,
        chosen: ChosenSession,
        dialog: Dialog,
        ratings: RatingPrompts,
        journal: JournalAccess,
        clock: Clock,
        *,
        emergency_number: str,
        first: bool,
    ) -> None:
        self.left_by_key = False
        self._chosen = chosen
        self._dialog = dialog
        self._ratings = ratings
        self._journal = journal
        self._clock = clock
        self._emergency_number = emergency_number
        self._first = first
        self._confirming_leave = False
        self._shown = chosen.session
        self._standing_still = asyncio.Event()
        self._reported_fault: BaseException | None = None

    async def run(self, audio: AudioOutput) -> Session:
        """Run the session until it is over, or until it waits for a key that cannot come; the ended session.

        When a signal or an error ends the run, the session stays open and can continue the next time.
        """
        runner = Runner(
            self._chosen.session,
            self._chosen.recorder,
            clock=self._clock,
            save=self._journal.write_later,
            show=self._show,
            sound=audio.sound,
            wait_for_space=self._first and not (audio.audible or self._dialog.keys.line_mode),
        )
        with ExitStack() as stack:
            stack.callback(audio.sound.close)
            stack.callback(audio.awake.end)
            self._open(audio)
            await first_completed(runner.run(), self._follow_keys(runner))
            runner.leave()
        return runner.session

    def _open(self, audio: AudioOutput) -> None:
        """Say what is coming, and keep the computer awake."""
        plan, line_mode = self._chosen.session.plan, self._dialog.keys.line_mode
        for line in opening_lines(plan, self._chosen.left_out, first=self._first, line_mode=line_mode):
            self._dialog.say(line)
        audio.awake.begin()
        if audio.awake.fault:
            self._dialog.say(audio.awake.fault)

    def _show(self, session: Session) -> None:
        """Say what has changed, and ask the session's question."""
        before, self._shown = self._shown, session
        for line in change_lines(before, session):
            self._dialog.say(line)
        recorder = self._chosen.recorder
        self._ratings.show(session_question(session, recorder.entry, before=recorder.before is not None))
        if session.status in {Status.PAUSED, Status.FROZEN}:
            self._standing_still.set()
        else:
            self._standing_still.clear()
        self._report_fault()

    def _report_fault(self) -> None:
        """Say why something could not be saved, once for each reason."""
        fault = self._journal.fault
        if fault is not None and fault is not self._reported_fault:
            self._dialog.say(f"Not saved yet, to be tried again: {fault}")
        self._reported_fault = fault

    # Keys

    async def _follow_keys(self, runner: Runner) -> None:
        """Do what the keys mean. Returns when the session is over, or when it waits for a key that cannot come."""
        while (key := await self._dialog.keys.read_key()) is not None:
            self._press(runner, key)
            if not runner.live:
                return
        await self._standing_still.wait()
        self._dialog.say("No more keys can come, so the session ends here. What you did is kept.")

    def _press(self, runner: Runner, key: str) -> None:
        confirming, self._confirming_leave = self._confirming_leave, False
        command = command_for_key(key, runner.session.status)
        if key == "q":
            self._leave(runner, confirmed=confirming)
        elif key == "s":
            self._show_card(runner)
        elif key in "0123456789" and self._ratings.answer(int(key)):
            pass
        elif command is not None:
            runner.do(command.apply)
        else:
            self._dialog.say(pause_line(runner.session))

    def _leave(self, runner: Runner, *, confirmed: bool) -> None:
        """Leave when that is confirmed; else pause and ask."""
        self._confirming_leave = not confirmed
        if confirmed:
            self.left_by_key = True
            runner.leave()
        else:
            runner.do(pause)
            self._dialog.say(CONFIRM_LEAVE)

    def _show_card(self, runner: Runner) -> None:
        runner.do(pause)
        for line in card(self._emergency_number):
            self._dialog.say(line)
