"""The commands of the table that the app carries out: forms, screens, routine, settings, undo."""

import signal
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from textual import on, work
from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from tui.analysis.screen import AnalysisScreen
from tui.dashboard.exercise_screen import ExerciseScreen
from tui.dashboard.feedback_screen import FeedbackScreen
from tui.dashboard.keys import help_lines
from tui.dashboard.routine_screen import RoutineScreen
from tui.dashboard.safety_screen import SafetyScreen
from tui.dashboard.screen import DashboardScreen
from tui.entry.forms import FORMS
from tui.entry.type_ahead import OrderedKeysApp
from tui.history.screen import HistoryScreen
from tui.messages import Requested
from tui.services import Services
from tui.session.progress import session_summary
from tui.session.ratings import exercises_done
from tui.settings.screen import SettingsScreen
from tui.widgets.help_screen import PAIN, HelpScreen, offered_actions, session_help

EXAMPLE = "example"
"""The app's result when the person asked for the example diary."""

TRIES_AFTER_A_SIGNAL, TRIES_WHEN_QUITTING = 2, 10
"""How often the last writes are tried, a fifth of a second each, while another program writes."""


class CommandApp(OrderedKeysApp):
    """An app that carries out what its screens request. Its subclass sets `services` and `dashboard`."""

    services: Services
    dashboard: DashboardScreen

    async def reload(self) -> None:
        """Read the journal and show it."""
        await self.services.refresher.refresh()

    @on(Requested)
    def carry_out(self, message: Requested) -> None:
        """Carry out a command of the table."""
        self.commands[message.command]()

    @property
    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What to call for each command that the app carries out."""
        services, settings = self.services, self.services.preferences.settings
        return {
            **{name: partial(self.add_entry, name) for name in FORMS},
            "continue": self.continue_session,
            "keep": lambda: self.run_worker(services.resume_offer.keep_as_is()),
            "undo": lambda: self.run_worker(services.editor.undo()),
            "routine": self.choose_routine,
            "settings": self.open_settings,
            "history": lambda: self.show_once(HistoryScreen(services.history, services.editor)),
            "insights": lambda: self.show_once(AnalysisScreen(services.analysis)),
            "help": lambda: self.show_once(
                HelpScreen(help_lines(settings.keys), (session_help(settings.keys), PAIN))
            ),
            "safety": lambda: self.show_once(SafetyScreen(settings.emergency_number)),
            "example": lambda: self.exit(EXAMPLE),
            "quit": self.quit_or_ask,
        }

    @work
    async def add_entry(self, command: str) -> None:
        """Open a form until its entry is saved or the form is left."""
        await self.services.editor.add(FORMS[command])

    @work
    async def continue_session(self) -> None:
        """Continue the interrupted session, unless another window did."""
        if await self.services.resume_offer.is_current():
            interrupted = self.dashboard.state.interrupted
            if interrupted is not None:
                self.services.controller.continue_session(interrupted)

    @on(DashboardScreen.SessionEnded)
    @work
    async def ask_for_feedback(self, message: DashboardScreen.SessionEnded) -> None:
        """After a session with at least one repetition: ask how each exercise felt, and how it is now."""
        if exercises := exercises_done(message.session):
            clock, summary = self.services.context.clock, session_summary(message.session)
            answers = await self.push_screen_wait(FeedbackScreen(clock, exercises, summary))
            self.services.controller.save_feedback(message.entry, answers)
        await self.reload()

    @work
    async def choose_routine(self) -> None:
        """Ask which routine to do, and remember it."""
        preferences = self.services.preferences
        library = preferences.library
        screen = RoutineScreen(library.routines, preferences.routine.id, tuple(map(str, library.faults)))
        if (chosen := await self.push_screen_wait(screen)) is not None:
            await self.services.preference_editor.choose_routine(chosen)

    @on(ExerciseScreen.LeaveOut)
    async def exclude_exercise(self, message: ExerciseScreen.LeaveOut) -> None:
        """Exclude an exercise, or all with a movement, from sessions."""
        await self.services.preference_editor.exclude(message.setting, message.part)

    @on(ExerciseScreen.TakeIn)
    async def include_exercise(self, message: ExerciseScreen.TakeIn) -> None:
        """Include an excluded exercise again."""
        await self.services.preference_editor.include(message.exercise)

    @work
    async def open_settings(self) -> None:
        """Show the settings, and then what follows from the changes."""
        services = self.services
        await self.push_screen_wait(SettingsScreen(services.preferences, services.preference_editor))
        await self.reload()

    def remember_theme(self, theme: Theme) -> None:
        """Keep the theme chosen in the palette as a setting."""
        self.run_worker(self.services.preference_editor.save_theme(theme.name))

    def show_once(self, screen: Screen[None]) -> None:
        """Show a screen, unless one of its class is shown: a key may be held down."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: the available keys of the screen by name, and the theme."""
        for action, node, name, tooltip in offered_actions(screen):
            yield SystemCommand(name, tooltip, partial(self.run_action, action, node))
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    async def action_quit(self) -> None:
        """Quit, or ask first."""
        self.quit_or_ask()

    def quit_or_ask(self) -> None:
        """Quit; a session under way is paused first, and the person asked. A form is not thrown away."""
        if self.screen is not self.dashboard:
            self.services.notifications.info("Save with enter or leave with esc first, then quit.")
        elif not self.services.controller.ask_before_leaving():
            self.leave(0)

    def action_interrupt(self) -> None:
        """Quit without asking: everything is saved."""
        self.leave(128 + signal.SIGINT)

    def leave(self, status: int) -> None:
        """Leave now. Only the person ends a session: after a signal it can continue the next time."""
        if not status:
            self.services.controller.leave()
        self.services.drafts.close()
        self.services.journal.hurry(TRIES_AFTER_A_SIGNAL if status else TRIES_WHEN_QUITTING)
        self.exit(return_code=status)
