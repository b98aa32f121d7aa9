"""The application: it reads the journal for the dashboard, asks the questions, and leaves in order."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from journal.days import day_of
from journal.record import BOOKKEEPING, Activity, Pain
from journal.store import JournalError
from journal.store_thread import StoreThread
from tui import messages
from tui.context import Context
from tui.crash import last_words
from tui.desk import Desk
from tui.hearing import Bell, Hearing
from tui.known import read_known
from tui.lock import SessionLock
from tui.questions import after, done_in
from tui.screens.dashboard import DashboardScreen
from tui.screens.entry import ActivityScreen, PainScreen
from tui.screens.exercise import ExerciseScreen
from tui.screens.feedback import FeedbackScreen
from tui.screens.help import HelpScreen
from tui.screens.routine import RoutineScreen
from tui.screens.safety import SafetyScreen
from tui.screens.session_keys import KEYS
from tui.session_view import summary
from tui.settings import SettingsError
from tui.shelf import Shelf
from tui.text import one_line
from tui.unfinished import Unfinished, find_unfinished
from tui.words import said

EXAMPLE = "example"
"""What the app answers with when the example diary is wanted next."""

T = TypeVar("T", Pain, Activity)

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

TRIES_AFTER_A_SIGNAL, TRIES_WHEN_QUITTING = 2, 10
"""How often, a fifth of a second each, what is left to write waits for another program that is writing."""

OFFERED = frozenset(binding.action for binding in KEYS if isinstance(binding, Binding)) - {"next_pane"}
"""What the palette offers, as far as it means something."""

MINUTE = 60.0
LOOK_AT_FILES = 2.0
"""Seconds between two looks at the person's own routines."""


class TolerableApp(App[str]):
    """The dashboard and its forms over one journal."""

    CSS_PATH = Path(__file__).parent / "tolerable.tcss"
    TITLE = "tolerable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit", tooltip="Quit"),
        Binding(
            "ctrl+c", "interrupt", "Quit", show=False, id="interrupt", tooltip="Quit at once; all is saved"
        ),
    ]

    @dataclass
    class NotSaved(Message):
        """Something that a session brought could not be written."""

        error: BaseException

    def __init__(
        self,
        context: Context,
        journal: StoreThread,
        shelf: Shelf,
        *,
        hear: Callable[[Bell], Hearing],
        early: Sequence[int] = (),
        start: bool = False,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._given = context
        self._shelf = shelf
        self._early = early
        self._start = start
        self.desk = Desk(journal, context.clock, lambda error: self.post_message(self.NotSaved(error)))
        self._unfinished: Unfinished | None = None
        self._told = ""
        self.fault: str | None = None
        """A line that says what went wrong when the program met a fault of its own."""
        self._dashboard = DashboardScreen(
            clock=context.clock,
            new_entry=context.ids(),
            save=self.desk.keep,
            hear=partial(hear, self._ring),
            lock=SessionLock(None if demo else context.paths.lock),
            motion=shelf.settings.motion,
            demo=demo,
        )

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, partial(self._leave_at_once, 128 + number))
        await self.push_screen(self._dashboard)
        if self._early:
            self._leave_at_once(128 + self._early[0])
        for fault in self._shelf.faults:
            self._tell(fault, fault=True)
        self.set_interval(MINUTE, self._turn_the_day)
        self.set_interval(LOOK_AT_FILES, self._look_at_files)
        self.run_worker(self._open())

    async def _open(self) -> None:
        await self.reload()
        if self._start and self._dashboard.cut_short is None:
            self._dashboard.action_start()

    def _ring(self) -> None:
        """What stands in for a tone where no player can play one."""
        self.bell()
        self._dashboard.flash()

    def _tell(self, text: str, *, fault: bool = False) -> None:
        self.notify(one_line(text), severity="error" if fault else "information", markup=False)

    # What is shown

    async def reload(self) -> None:
        """Read the journal anew and show it. A fault is shown, and what was shown before stays."""
        today = day_of(self._given.clock.now())
        routine, settings = self._shelf.routine, self._shelf.settings
        try:
            known = await self.desk.ask(lambda store: read_known(store, routine, settings, today))
        except JournalError as error:
            self._tell(str(error), fault=True)
            return
        first = self._dashboard.diary is None
        self._dashboard.faults = tuple(map(str, self._shelf.library.faults))
        self._dashboard.diary = known.diary
        self._dashboard.today = known.today
        self._offer(known.unfinished)
        if first:
            self._dashboard.come_first()

    def _offer(self, unfinished: Unfinished | None) -> None:
        """Offer to go on with a session that was cut short; one that no longer can is kept as far as it came."""
        self._unfinished = unfinished if self._dashboard.could_take_up() else None
        taken_up = (
            None
            if self._unfinished is None
            else self._unfinished.taken_up(self._shelf.library, self._given.clock.now())
        )
        if self._unfinished is not None and taken_up is None:
            self.desk.keep([self._unfinished.kept()])
        self._dashboard.cut_short = taken_up

    @on(messages.TakeUp)
    async def _take_up(self) -> None:
        if await self._still_unfinished():
            self._dashboard.take_up()

    @on(messages.KeepUnfinished)
    async def _keep_unfinished(self) -> None:
        if self._unfinished is not None and await self._still_unfinished():
            self.desk.keep([self._unfinished.kept()])
            self._tell("Kept as far as it came.")
            await self.reload()

    async def _still_unfinished(self) -> bool:
        """Whether the session that was offered is as it was; another window may have gone on with it."""
        try:
            now = await self.desk.ask(find_unfinished)
        except JournalError as error:
            self._tell(str(error), fault=True)
            return False
        if now is not None and now == self._unfinished:
            return True
        self._tell("That session went on in another window.")
        await self.reload()
        return False

    @on(DashboardScreen.Answered)
    async def _turn_the_page(self) -> None:
        await self.reload()

    async def _turn_the_day(self) -> None:
        diary = self._dashboard.diary
        if diary is not None and diary.today != day_of(self._given.clock.now()):
            await self.reload()

    async def _look_at_files(self) -> None:
        """Show the person's own routines anew when one has changed; never while a session runs."""
        if not self._dashboard.live and await asyncio.to_thread(self._shelf.refresh):
            await self.reload()

    @on(NotSaved)
    def _say_not_saved(self, message: NotSaved) -> None:
        if not isinstance(message.error, JournalError):
            raise message.error
        told, self._told = self._told, str(message.error)
        if told != self._told:  # once, not at every repetition
            self._tell(f"{message.error}. It is tried again with the next thing.", fault=True)

    # The questions

    @on(messages.NotePain)
    @work
    async def note_pain(self) -> None:
        """Ask how much it hurts until the answer is saved or taken back."""
        before: Pain | None = None
        fault = ""
        while (
            before := await self.push_screen_wait(PainScreen(self._given.clock, before, fault))
        ) is not None:
            if not (fault := await self._note(before)):
                return

    @on(messages.NoteActivity)
    @work
    async def note_activity(self) -> None:
        """Ask what was done today until the answer is saved or taken back."""
        before: Activity | None = None
        fault = ""
        while (before := await self.push_screen_wait(ActivityScreen(before, fault))) is not None:
            if not (fault := await self._note(before)):
                return

    async def _note(self, body: Pain | Activity) -> str:
        """Write one thing about now. The answer is the fault, empty when it was saved."""
        try:
            await self.desk.note(body)
        except JournalError as error:
            return str(error)
        self._tell(f"Saved: {said(body)}. u takes it back.")
        await self.reload()
        return ""

    @on(messages.TakeBack)
    @work
    async def take_back(self) -> None:
        """Undo the newest thing that was noted by hand."""
        try:
            records = await self.desk.ask(lambda store: store.undo())
        except JournalError as error:
            self._tell(str(error), fault=True)
            return
        taken = [said(record.body) for record in records or () if record.body.kind not in BOOKKEEPING]
        self._tell(f"Taken back: {'; '.join(taken)}." if taken else "Nothing to take back.")
        await self.reload()

    @on(DashboardScreen.SessionEnded)
    @work
    async def ask_how_it_was(self, message: DashboardScreen.SessionEnded) -> None:
        """After a session of which something was done: how each exercise felt, and how it is now."""
        clock = self._given.clock
        if exercises := done_in(message.session):
            screen = FeedbackScreen(clock, exercises, summary(message.session))
            answers = await self.push_screen_wait(screen)
            questions = [(after(message.entry, exercise), nrs) for exercise, nrs in answers.items()]
            self.desk.keep([asked.answer(nrs, clock.now(), clock.zone_name) for asked, nrs in questions])
        await self.reload()

    @on(messages.ChooseRoutine)
    @work
    async def choose_routine(self) -> None:
        """Ask which routine to do, and remember it."""
        library = self._shelf.library
        screen = RoutineScreen(library.routines, self._shelf.routine.id, tuple(map(str, library.faults)))
        if (chosen := await self.push_screen_wait(screen)) is not None:
            await self._change(partial(self._shelf.choose, chosen))

    @on(ExerciseScreen.LeaveOut)
    async def _leave_out(self, message: ExerciseScreen.LeaveOut) -> None:
        await self._change(partial(self._shelf.turn, message.setting, message.part))
        self._tell("Left out from now on. It stands below the others: enter, then l takes it in again.")

    @on(ExerciseScreen.TakeIn)
    async def _take_in(self, message: ExerciseScreen.TakeIn) -> None:
        settings = self._shelf.settings
        if message.exercise.id in settings.leave_out:
            await self._change(partial(self._shelf.turn, "leave_out", message.exercise.id))
        for motion in set(message.exercise.motion) & set(settings.leave_out_motions):
            await self._change(partial(self._shelf.turn, "leave_out_motions", motion))

    async def _change(self, change: Callable[[], None]) -> None:
        """Change a choice of the person's, and show what follows from it."""
        try:
            await asyncio.to_thread(change)
        except (SettingsError, OSError) as error:
            self._tell(f"This holds until you quit; it could not be saved: {error}", fault=True)
        await self.reload()

    # What is only shown

    @on(messages.ShowHelp)
    def show_help(self) -> None:
        """Show every key of the dashboard."""
        shown = [binding for binding in KEYS if isinstance(binding, Binding)]
        keys = [(binding.key_display or binding.key.replace(",", " "), binding.tooltip) for binding in shown]
        self.push_screen(HelpScreen(keys))

    @on(messages.ShowSafety)
    def show_safety(self) -> None:
        """Show when to get help."""
        self.push_screen(SafetyScreen(self._shelf.settings.emergency_number))

    @on(messages.ShowExample)
    def show_example(self) -> None:
        """Close this diary and open the example."""
        self.exit(EXAMPLE)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of the screen that mean something now, by name, and the theme."""
        if screen is self._dashboard:
            for _, binding, enabled, tooltip in screen.active_bindings.values():
                if enabled and binding.action in OFFERED:
                    act = partial(self.run_action, binding.action, self._dashboard)
                    yield SystemCommand(binding.description, tooltip, act)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    # Leaving

    @on(messages.Quit)
    async def action_quit(self) -> None:
        """Quit; a session under way is paused first, and the person asked. A form is not thrown away."""
        if self.screen is not self._dashboard:
            self._tell("Save with enter, or leave with escape, then quit.")
        elif not self._dashboard.ask_before_leaving():
            self._leave_at_once(0)

    def action_interrupt(self) -> None:
        """Quit without asking: everything is saved."""
        self._leave_at_once(128 + signal.SIGINT)

    def _leave_at_once(self, status: int) -> None:
        """Leave now. A session is ended only by the person: after a signal it can go on the next time."""
        if not status:
            self._dashboard.leave_session()
        self.desk.hurry(TRIES_AFTER_A_SIGNAL if status else TRIES_WHEN_QUITTING)
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """Leave after a fault of the program's own, with one line and a file, and without its variables.

        Textual's own would print every local variable, and with them a person's notes.
        """
        error = sys.exc_info()[1] or self._exception
        if error is not None and self.fault is None:
            self.fault = last_words(error, self._given.paths.crashes, self._given.clock.now())
        self._close_messages_no_wait()
