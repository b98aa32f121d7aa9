"""The app: it routes messages between the dashboard, the other screens and the services, and leaves in order."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.message import Message

from journal.store.thread import StoreThread
from tui.command_app import CommandApp
from tui.dashboard.keys import textual_keymap
from tui.dashboard.screen import DashboardScreen
from tui.entry.editor import Answer
from tui.entry.form import EntryForm
from tui.notices import Severity
from tui.services import build_services
from tui.session.controller import SessionWork
from tui.session.live import LiveSession
from tui.settings.preferences import Preferences
from tui.settings.settings import Settings
from tui.sound.output import AudioOutput, Bell
from tui.system.crash import crash_line
from tui.system.environment import Context
from tui.today.snapshot import Snapshot

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

MINUTE = 60.0
FILE_CHECK = 2.0
"""Seconds between two checks of the person's own routine files."""


class TolerableApp(CommandApp):
    """The dashboard and its forms over one journal. It is the `ServiceEvents` of its services."""

    CSS_PATH = Path(__file__).parent / "tolerable.tcss"
    TITLE = "tolerable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit", tooltip="Quit"),
        Binding(
            "ctrl+c", "interrupt", "Quit", show=False, id="interrupt", tooltip="Quit at once; all is saved"
        ),
    ]

    @dataclass
    class WriteFailed(Message):
        """Something a session brought, or the draft of a form, could not be written."""

        error: BaseException
        is_draft: bool

    def __init__(
        self,
        context: Context,
        thread: StoreThread,
        preferences: Preferences,
        *,
        open_audio: Callable[[Bell], AudioOutput],
        early: Sequence[int] = (),
        start: bool = False,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self.fault: str | None = None
        """A line about an internal error, if there was one."""
        self._early = early
        self._start = start
        self.services = services = build_services(
            context,
            thread,
            preferences,
            self,
            type_ahead=self.type_ahead,
            open_audio=open_audio,
            demo=demo,
        )
        self.dashboard = DashboardScreen(
            services.controller,
            context.clock,
            self.type_ahead,
            services.dismissals,
            motion=preferences.settings.motion,
            demo=demo,
        )

    def get_driver_class(self) -> type[Driver]:
        """Textual's choice, but on a Linux or macOS terminal one that sleeps until a key comes."""
        driver = super().get_driver_class()
        if driver.__name__ == "LinuxDriver":
            from tui.terminal_driver import QuietDriver  # noqa: PLC0415 - there is no such terminal elsewhere

            return QuietDriver
        return driver

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, partial(self.leave, 128 + number))
        preferences, refresher = self.services.preferences, self.services.refresher
        if preferences.settings.theme != Settings().theme:
            self.theme = preferences.settings.theme
        self.theme_changed_signal.subscribe(self, self.remember_theme)
        await self.push_screen(self.dashboard)
        if self._early:
            self.leave(128 + self._early[0])
        for fault in preferences.faults:
            self.services.notifications.error(fault)
        self.set_interval(MINUTE, refresher.refresh_if_new_day)
        self._file_checks = self.set_interval(FILE_CHECK, refresher.refresh_if_files_changed)
        self.run_worker(self._open())

    async def _open(self) -> None:
        await self.reload()
        gc.freeze()  # what is loaded now stays: collecting it again and again costs a session 20 ms each time
        if self._start and self.dashboard.state.interrupted is None:
            self.dashboard.start_session()

    # What the services tell

    @on(DashboardScreen.RatingAnswered)
    async def reload(self) -> None:
        await super().reload()

    def on_snapshot(self, snapshot: Snapshot) -> None:
        """Show a reading of the journal. No session is offered while one runs in this or another window."""
        services, dashboard = self.services, self.dashboard
        interrupted = services.resume_offer.prepare(
            snapshot.interrupted if services.controller.is_free() else None
        )
        self.set_keymap(textual_keymap(services.preferences.settings.keys))
        dashboard.faults = tuple(map(str, services.preferences.library.faults))
        dashboard.show_snapshot(snapshot, services.preferences.settings, interrupted)
        self.run_worker(self._analyse(snapshot), group="analysis", exclusive=True)

    async def _analyse(self, snapshot: Snapshot) -> None:
        """Show the graph of the days, as soon as it is computed."""
        diary, dashboard = snapshot.diary, self.dashboard
        analysis = await self.services.analysis.of_dashboard(diary.rows, diary.today, dashboard.analysis)
        if analysis is not None:
            dashboard.analysis = analysis

    def on_session_changed(self, live_session: LiveSession) -> None:
        """Show how the session goes. While it is under way, the person's own files are not checked."""
        self.dashboard.show_session(live_session)
        if live_session.live:
            self._file_checks.pause()
        else:
            self._file_checks.resume()

    def run_session(self, work: SessionWork) -> object:
        return self.dashboard.run_worker(work, "session", group="session", exclusive=True)

    def show_notice(self, line: str, severity: Severity) -> None:
        self.notify(line, severity=severity, markup=False)

    def ring_bell(self) -> None:
        self.bell()
        self.dashboard.flash()

    async def ask(self, form: EntryForm) -> Answer | None:
        return await self.push_screen_wait(form)

    def on_save_failed(self, error: BaseException) -> None:
        self.post_message(self.WriteFailed(error, is_draft=False))

    def on_draft_not_kept(self, error: OSError) -> None:
        self.post_message(self.WriteFailed(error, is_draft=True))

    @on(WriteFailed)
    def _show_write_failed(self, message: WriteFailed) -> None:
        notifications = self.services.notifications
        if message.is_draft:
            reason = getattr(message.error, "strerror", None) or message.error
            notifications.warn(f"Your typing is lost if the power fails before you save: {reason}.")
        else:
            notifications.save_failed(message.error)

    # Leaving

    def _fatal_error(self) -> None:
        """Leave after an internal error, with one line and a file, and without its variables.

        Textual's own handler prints every local variable, and with them a person's notes.
        """
        error = sys.exc_info()[1] or self._exception
        context = self.services.context
        if error is not None and self.fault is None:
            self.fault = crash_line(error, context.paths.crashes, context.clock.now())
        self._close_messages_no_wait()
