"""The application: it reads the journal for the dashboard, asks the questions, and leaves in order."""

import asyncio
import gc
import inspect
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import Worker

from journal.store.thread import StoreThread
from tui.analysis.screen import AnalysisScreen
from tui.analysis.service import AnalysisService
from tui.dashboard.exercise_screen import ExerciseScreen
from tui.dashboard.feedback_screen import FeedbackScreen
from tui.dashboard.keys import help_lines
from tui.dashboard.routine_screen import RoutineScreen
from tui.dashboard.safety_screen import SafetyScreen
from tui.dashboard.screen import DashboardScreen
from tui.entry.drafts import Drafts
from tui.entry.editor import Interview, Notebook
from tui.entry.forms import FORMS
from tui.entry.type_ahead import OrderedKeysApp
from tui.history.reading import LookingBack
from tui.history.screen import HistoryScreen
from tui.journal_access import JournalAccess
from tui.keys import DEFAULT_KEYMAP
from tui.messages import Requested
from tui.notices import Notifications, Severity
from tui.session.controller import SessionController
from tui.session.live import LiveSession
from tui.session.lock import SessionLock
from tui.session.ratings import exercises_done
from tui.session.resume import ResumeOffer
from tui.session.view import session_summary
from tui.settings.preference_editor import PreferenceEditor
from tui.settings.preferences import Preferences
from tui.settings.screen import SettingsScreen
from tui.settings.settings import Settings
from tui.sound.output import AudioOutput, Bell
from tui.system.crash import crash_line
from tui.system.environment import Context
from tui.today.dismissals import Dismissals
from tui.today.refresh import Refresher
from tui.today.snapshot import DiaryDays, Snapshot
from tui.widgets.help_screen import HelpScreen, offered_actions

EXAMPLE = "example"
"""What the app answers with when the example diary is wanted next."""

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

TRIES_AFTER_A_SIGNAL, TRIES_WHEN_QUITTING = 2, 10
"""How often, a fifth of a second each, what is left to write waits for another program that is writing."""

MINUTE = 60.0
LOOK_AT_FILES = 2.0
"""Seconds between two looks at the person's own routines."""


class TolerableApp(OrderedKeysApp):
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

    @dataclass
    class DraftNotKept(Message):
        """What is typed could not be kept from being lost."""

        error: OSError

    def __init__(
        self,
        context: Context,
        journal: StoreThread,
        preferences: Preferences,
        *,
        open_audio: Callable[[Bell], AudioOutput],
        early: Sequence[int] = (),
        start: bool = False,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._given = context
        self._preferences = preferences
        self._early = early
        self._start = start
        clock = context.clock
        self.journal = JournalAccess(journal, lambda error: self.post_message(self.NotSaved(error)))
        self.fault: str | None = None
        """A line that says what went wrong when the program met a fault of its own."""
        self._notices = Notifications(self._put_up)
        self._refresher = Refresher(self.journal, preferences, clock, self._notices, self._show_snapshot)
        self._notebook = Notebook(self.journal, clock, self._notices, self.reload)
        self._drafts = Drafts(
            None if demo else context.paths.drafts, lambda error: self.post_message(self.DraftNotKept(error))
        )
        self._interview = Interview(self.push_screen_wait, self.journal, clock, self._notebook, self._drafts)
        self._looking_back = LookingBack(
            self.journal,
            clock,
            notifications=self._notices,
            interview=self._interview,
            notebook=self._notebook,
            type_ahead=self.type_ahead,
            reload=self.reload,
        )
        self._preference_editor = PreferenceEditor(preferences, self._notices, self.reload)
        self._analysis = AnalysisService(
            self.journal, clock, preferences, self._notices, lambda: self._controller.is_leading
        )
        self._offer = ResumeOffer(self.journal, preferences, clock, self._notices, self.reload)
        self._controller = self._new_conductor(
            partial(open_audio, self._ring), None if demo else context.paths.lock
        )
        self._dashboard = DashboardScreen(
            self._controller,
            clock,
            self.type_ahead,
            Dismissals(None if demo else context.paths.put_away),
            motion=preferences.settings.motion,
            demo=demo,
        )

    def get_driver_class(self) -> type[Driver]:
        """Textual's own choice, but on a terminal of Linux or macOS one that sleeps until a key comes."""
        found = super().get_driver_class()
        if found.__name__ == "LinuxDriver":
            from tui.terminal_driver import QuietDriver  # noqa: PLC0415 - there is no such terminal elsewhere

            return QuietDriver
        return found

    def _new_conductor(self, open_audio: Callable[[], AudioOutput], lock: Path | None) -> SessionController:
        return SessionController(
            clock=self._given.clock,
            new_entry=self._given.ids(),
            lock=SessionLock(lock),
            open_audio=open_audio,
            notifications=self._notices,
            save=self.journal.write_later,
            show=self._show_session,
            work=lambda going: self._dashboard.run_worker(going, "session", group="session", exclusive=True),
        )

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, partial(self._leave_at_once, 128 + number))
        if self._preferences.settings.theme != Settings().theme:
            self.theme = self._preferences.settings.theme
        self.theme_changed_signal.subscribe(self, self._remember_colours)
        await self.push_screen(self._dashboard)
        if self._early:
            self._leave_at_once(128 + self._early[0])
        for fault in self._preferences.faults:
            self._notices.error(fault)
        self.set_interval(MINUTE, self._refresher.look_at_the_day)
        self._looks = self.set_interval(LOOK_AT_FILES, self._refresher.look_at_files)
        self.run_worker(self._open())

    async def _open(self) -> None:
        await self.reload()
        gc.freeze()  # what is there now stays: to look through it for garbage again and again costs a session 20 ms each
        if self._start and self._dashboard.state.interrupted is None:
            self._dashboard.start_session()

    # What is shown

    @on(DashboardScreen.RatingAnswered)
    async def reload(self) -> None:
        """Read the journal anew and show it."""
        await self._refresher.look()

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a reading of the journal. No session is offered while one runs in this or another window."""
        interrupted = self._offer.prepare(snapshot.interrupted if self._controller.is_free() else None)
        self._dashboard.faults = tuple(map(str, self._preferences.library.faults))
        self._dashboard.show_snapshot(snapshot, self._preferences.settings, interrupted)
        self.run_worker(self._look_closer(snapshot.diary), group="analysis", exclusive=True)

    async def _look_closer(self, diary: DiaryDays) -> None:
        """Show what the days show, as soon as that is found."""
        findings = await self._analysis.of_dashboard(diary.rows, diary.today, self._dashboard.analysis)
        if findings is not None:
            self._dashboard.analysis = findings

    def _show_session(self, live_session: LiveSession) -> None:
        """Show how the session goes; while it is under way nobody looks at the person's own files."""
        self._dashboard.show_session(live_session)
        if live_session.live:
            self._looks.pause()
        else:
            self._looks.resume()

    def _put_up(self, line: str, severity: Severity) -> None:
        self.notify(line, severity=severity, markup=False)

    def _ring(self) -> None:
        """What stands in for a tone where no player can play one."""
        self.bell()
        self._dashboard.flash()

    @on(NotSaved)
    def _say_not_saved(self, message: NotSaved) -> None:
        self._notices.save_failed(message.error)

    @on(DraftNotKept)
    def _say_not_kept(self, message: DraftNotKept) -> None:
        why = message.error.strerror or message.error
        self._notices.warn(f"What you type is not kept until you save it: {why}.")

    @on(Requested)
    async def carry_out(self, message: Requested) -> None:
        """Carry out the command that a screen asked for."""
        if message.command in FORMS:
            self.add_entry(message.command)
            return
        commands: dict[str, Callable[[], object]] = {
            "continue": self._take_up,
            "keep": self._offer.keep_as_is,
            "undo": self.take_back,
            "routine": self.choose_routine,
            "settings": self.open_settings,
            "history": self.look_back,
            "insights": self.show_medium,
            "help": self.show_help,
            "safety": self.show_safety,
            "example": self.show_example,
            "quit": self.action_quit,
        }
        done = commands[message.command]()
        if inspect.isawaitable(done) and not isinstance(done, Worker):
            await done

    # Sessions

    async def _take_up(self) -> None:
        if await self._offer.is_current() and (taken_up := self._dashboard.state.interrupted) is not None:
            self._controller.continue_session(taken_up)

    async def _keep_unfinished(self) -> None:
        await self._offer.keep_as_is()

    @on(DashboardScreen.SessionEnded)
    @work
    async def ask_how_it_was(self, message: DashboardScreen.SessionEnded) -> None:
        """After a session of which something was done: how each exercise felt, and how it is now."""
        if exercises := exercises_done(message.session):
            screen = FeedbackScreen(self._given.clock, exercises, session_summary(message.session))
            answers = await self.push_screen_wait(screen)
            self._notebook.keep_ratings(message.entry, answers)
        await self.reload()

    # The questions

    @work
    async def add_entry(self, command: str) -> None:
        """Open a form until its entry is saved or the form is left."""
        await self._interview.note(FORMS[command])

    @work
    async def take_back(self) -> None:
        """Undo the newest thing that was noted by hand."""
        await self._notebook.take_back()

    @work
    async def choose_routine(self) -> None:
        """Ask which routine to do, and remember it."""
        library = self._preferences.library
        screen = RoutineScreen(
            library.routines, self._preferences.routine.id, tuple(map(str, library.faults))
        )
        if (chosen := await self.push_screen_wait(screen)) is not None:
            await self._preference_editor.choose(chosen)

    @on(ExerciseScreen.LeaveOut)
    async def _leave_out(self, message: ExerciseScreen.LeaveOut) -> None:
        await self._preference_editor.leave_out(message.setting, message.part)

    @on(ExerciseScreen.TakeIn)
    async def _take_in(self, message: ExerciseScreen.TakeIn) -> None:
        await self._preference_editor.take_in(message.exercise)

    @work
    async def open_settings(self) -> None:
        """Show the settings, and then what follows from what was changed."""
        await self.push_screen_wait(SettingsScreen(self._preferences, self._preference_editor))
        await self.reload()

    def _remember_colours(self, theme: Theme) -> None:
        self.run_worker(self._preference_editor.colour(theme.name))

    # What is only shown

    def _show_once(self, screen: Screen[None]) -> None:
        """Show a screen, unless such a one is shown already: a key may be held down."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    def look_back(self) -> None:
        """Show what was noted so far."""
        self._show_once(HistoryScreen(self._looking_back))

    def show_medium(self) -> None:
        """Show what the diary shows of pain against activity."""
        self._show_once(AnalysisScreen(self._analysis))

    def show_help(self) -> None:
        """Show every key of the dashboard."""
        self._show_once(HelpScreen(help_lines(DEFAULT_KEYMAP)))

    def show_safety(self) -> None:
        """Show when to get help."""
        self._show_once(SafetyScreen(self._preferences.settings.emergency_number))

    def show_example(self) -> None:
        """Close this diary and open the example."""
        self.exit(EXAMPLE)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers: the keys of the screen that mean something now, by name, and the theme."""
        for action, whose, name, tooltip in offered_actions(screen):
            yield SystemCommand(name, tooltip, partial(self.run_action, action, whose))
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    # Leaving

    async def action_quit(self) -> None:
        """Quit; a session under way is paused first, and the person asked. A form is not thrown away."""
        if self.screen is not self._dashboard:
            self._notices.info("Save with enter, or leave with escape, then quit.")
        elif not self._controller.ask_before_leaving():
            self._leave_at_once(0)

    def action_interrupt(self) -> None:
        """Quit without asking: everything is saved."""
        self._leave_at_once(128 + signal.SIGINT)

    def _leave_at_once(self, status: int) -> None:
        """Leave now. A session is ended only by the person: after a signal it can go on the next time."""
        if not status:
            self._controller.leave()
        self._drafts.close()
        self.journal.hurry(TRIES_AFTER_A_SIGNAL if status else TRIES_WHEN_QUITTING)
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """Leave after a fault of the program's own, with one line and a file, and without its variables.

        Textual's own would print every local variable, and with them a person's notes.
        """
        error = sys.exc_info()[1] or self._exception
        if error is not None and self.fault is None:
            self.fault = crash_line(error, self._given.paths.crashes, self._given.clock.now())
        self._close_messages_no_wait()
