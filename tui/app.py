"""The application: it holds the journal's thread, asks the questions, saves the answers, and leaves in order."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from journal.days import day_of
from journal.record import BOOKKEEPING, Activity, Body, Draft, Pain, Record
from journal.store import JournalError, Store
from journal.store_thread import StoreThread
from routines.loader import Library
from routines.plan import make_plan
from tui.context import Context
from tui.crash import write_crash
from tui.diary import read_diary
from tui.example import example_journal
from tui.messages import NoteActivity, NotePain, Quit, ShowExample, ShowHelp, TakeBack
from tui.screens.dashboard import DashboardScreen
from tui.screens.entry import ActivityScreen, PainScreen
from tui.screens.help import HelpScreen
from tui.text import one_line
from tui.words import said

EXAMPLE = "example"
"""What the app answers with when the example diary is wanted next."""

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)

MINUTE = 60.0

T = TypeVar("T")


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
        library: Library,
        *,
        routine: str = "start",
        start: bool = False,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._given = context
        self._journal = journal
        self._start = start
        self.unsaved: list[BaseException] = []
        self._dashboard = DashboardScreen(
            make_plan(library.routines[routine]),
            clock=context.clock,
            new_entry=context.ids(),
            save=self.keep,
            faults=len(library.faults),
            demo=demo,
        )

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, partial(self._leave_at_once, 128 + number))
        await self.push_screen(self._dashboard)
        self.set_interval(MINUTE, self._turn_the_day)
        self.run_worker(self.reload())
        if self._start:
            self._dashboard.action_start()

    # The journal

    async def reload(self) -> None:
        """Read the journal anew and show it. A fault is shown, and what was shown before stays."""
        today = day_of(self._given.clock.now())
        try:
            self._dashboard.diary = await self._ask(lambda store: read_diary(store, today))
        except JournalError as error:
            self._tell(str(error), fault=True)

    @on(DashboardScreen.SessionEnded)
    async def _turn_the_page(self) -> None:
        await self.reload()

    async def _turn_the_day(self) -> None:
        diary = self._dashboard.diary
        if diary is not None and diary.today != day_of(self._given.clock.now()):
            await self.reload()

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Write what a session brought, in order, without waiting for it."""
        self._journal.submit(lambda store: store.write(drafts)).add_done_callback(self._written)

    def _written(self, done: "Future[tuple[Record, ...]]") -> None:
        """Called in the journal's thread, perhaps after the screen is gone."""
        error = done.exception()
        if error is not None:
            self.unsaved.append(error)
            self.post_message(self.NotSaved(error))

    @on(NotSaved)
    def _say_not_saved(self, message: NotSaved) -> None:
        if not isinstance(message.error, JournalError):
            raise message.error
        self._tell(str(message.error), fault=True)

    async def _save(self, body: Body) -> str:
        """Write one thing about now. The answer is the fault, empty when it was saved."""
        now = self._given.clock.now()
        draft = Draft(body, day=day_of(now), at=now, zone=self._given.clock.zone_name)
        try:
            await self._ask(lambda store: store.write([draft]))
        except JournalError as error:
            return str(error)
        self._tell(f"Saved: {said(body)}. u takes it back.")
        await self.reload()
        return ""

    async def _ask(self, question: Callable[[Store], T]) -> T:
        return await asyncio.wrap_future(self._journal.submit(question))

    def _tell(self, text: str, *, fault: bool = False) -> None:
        self.notify(one_line(text), severity="error" if fault else "information", markup=False)

    # The questions

    @on(NotePain)
    @work(exclusive=True, group="question")
    async def note_pain(self) -> None:
        """Ask how much it hurts until the answer is saved or taken back."""
        before: Pain | None = None
        fault = ""
        while (
            before := await self.push_screen_wait(PainScreen(self._given.clock, before, fault))
        ) is not None:
            if not (fault := await self._save(before)):
                return

    @on(NoteActivity)
    @work(exclusive=True, group="question")
    async def note_activity(self) -> None:
        """Ask what was done today until the answer is saved or taken back."""
        before: Activity | None = None
        fault = ""
        while (before := await self.push_screen_wait(ActivityScreen(before, fault))) is not None:
            if not (fault := await self._save(before)):
                return

    @on(TakeBack)
    @work(exclusive=True, group="question")
    async def take_back(self) -> None:
        """Undo the newest thing that was noted by hand."""
        try:
            records = await self._ask(lambda store: store.undo())
        except JournalError as error:
            self._tell(str(error), fault=True)
            return
        taken = [said(record.body) for record in records or () if record.body.kind not in BOOKKEEPING]
        self._tell(f"Taken back: {'; '.join(taken)}." if taken else "Nothing to take back.")
        await self.reload()

    @on(ShowHelp)
    def show_help(self) -> None:
        """Show every key of the dashboard."""
        keys = [
            (binding.key_display or binding.key.replace(",", " "), binding.tooltip)
            for binding in DashboardScreen.BINDINGS
            if isinstance(binding, Binding)
        ]
        self.push_screen(HelpScreen(keys))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """What the palette offers: the keys of the dashboard by name, the theme, and quitting."""
        yield SystemCommand("Note pain", "How much does it hurt?", self.note_pain)
        yield SystemCommand("Note activity", "What did you do today?", self.note_activity)
        yield SystemCommand("Undo", "Take back what you noted last", self.take_back)
        if not self._dashboard.live:
            yield SystemCommand("Start", "Start the routine", self._dashboard.action_start)
        yield SystemCommand("Help", "All keys", self.show_help)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Everything is saved", self.action_quit)

    # Leaving

    @on(Quit)
    async def action_quit(self) -> None:
        """Quit; a session under way is paused first, and the person asked."""
        if not self._dashboard.ask_before_leaving():
            self._leave_at_once(0)

    def action_interrupt(self) -> None:
        """Quit without asking: everything is saved."""
        self._leave_at_once(128 + signal.SIGINT)

    @on(ShowExample)
    def show_example(self) -> None:
        """Close this diary and open the example."""
        self.exit(EXAMPLE)

    def _leave_at_once(self, status: int) -> None:
        self._dashboard.leave_session()
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """Leave after a fault of the program's own, with one line and a file, and without its variables.

        Textual's own would print every local variable, and with them a person's notes.
        """
        error = sys.exc_info()[1] or self._exception
        path = None
        if error is not None:
            path = write_crash(error, self._given.paths.crashes, self._given.clock.now())
        where = f" Where it happened is in {path}." if path is not None else ""
        self._exit_renderables.append(
            Text(f"tolerable: a fault of the program's own; what you noted is saved.{where}", overflow="fold")
        )
        self._close_messages_no_wait()


def open_app(
    context: Context,
    *,
    journal: Callable[[], Store],
    library: Library,
    routine: str = "start",
    start: bool = False,
    demo: bool = False,
) -> int:
    """Open the dashboard on a journal and return its exit status when it is left.

    Raises JournalError when the journal cannot be opened.
    """
    while True:
        thread = StoreThread(journal)
        try:
            thread.submit(lambda store: store.read_only).result()
            app = TolerableApp(context, thread, library, routine=routine, start=start, demo=demo)
            wanted = app.run()
        finally:
            thread.close()
        for error in dict.fromkeys(map(str, app.unsaved)):
            print(f"tolerable: {one_line(error)}", file=sys.stderr)  # noqa: T201 - the screen is gone
        if wanted != EXAMPLE:
            return app.return_code or int(bool(app.unsaved))
        open_app(context, journal=partial(example_journal, context), library=library, demo=True)
        start = False
