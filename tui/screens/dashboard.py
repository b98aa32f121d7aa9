"""The dashboard: routine, session, journal and plot. It holds what is shown and passes it down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer, OptionList

from journal.record import Draft
from routines.plan import Plan
from routines.session import Session, Status, back, end, next_exercise, pause, resume, stop_for_pain
from tui.clock import Clock
from tui.diary import Diary
from tui.messages import NoteActivity, NotePain, Quit, ShowExample, ShowHelp, TakeBack
from tui.runner import Act, Runner
from tui.screens.exercise import ExerciseScreen
from tui.session_view import SessionView, finished, passed, view_of
from tui.widgets.journal_pane import JournalPane
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.plot_pane import PlotPane
from tui.widgets.routine_panel import DONE, LEFT_OUT, NOW, RoutinePanel
from tui.widgets.status_line import StatusLine
from tui.widgets.timer_panel import TimerPanel

PANES = ("Routine", "Session", "Journal", "Plot")
ROUTINE, SESSION = 0, 1

WHOLE = (100, 30)
"""From so many columns and rows on, all four panes fit."""

TIMER_ONLY = (60, 20)
"""Below so many columns or rows there is room for the timer alone."""

ACTS: Mapping[str, tuple[Act, frozenset[Status]]] = {
    "pause": (pause, frozenset({Status.RUNNING})),
    "resume": (resume, frozenset({Status.PAUSED, Status.FROZEN})),
    "next": (next_exercise, frozenset({Status.RUNNING, Status.PAUSED, Status.FROZEN})),
    "back": (back, frozenset({Status.RUNNING, Status.PAUSED})),
    "stop": (stop_for_pain, frozenset({Status.RUNNING, Status.PAUSED})),
    "end": (end, frozenset({Status.FROZEN})),
}
"""The session's commands, each with the states in which its key means something."""

REQUESTS: Mapping[str, type[Message]] = {
    "pain": NotePain,
    "activity": NoteActivity,
    "undo": TakeBack,
    "example": ShowExample,
    "help": ShowHelp,
    "quit": Quit,
}

ASK = "Leave the session? What you did is kept.   q leaves · space goes on"


class DashboardScreen(Screen[None]):
    """Four panes. `diary` and `session` are what is known; everything shown is made from them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "start", "Start", id="session.start", tooltip="Start the routine"),
        Binding("space", "act('pause')", "Pause", id="session.pause", tooltip="Pause; any unbound key too"),
        Binding("space", "act('resume')", "Go on", id="session.resume", tooltip="Go on where it stands"),
        Binding("n,pagedown", "act('next')", "Next", id="session.next", tooltip="Go to the next exercise"),
        Binding(
            "b,pageup", "act('back')", "Back", id="session.back", tooltip="This set again; twice: before"
        ),
        Binding("x", "act('stop')", "Stop: pain", id="session.stop", tooltip="Stop at once because of pain"),
        Binding("enter", "act('end')", "End", id="session.end", tooltip="End the session; it is kept"),
        Binding("p", "ask('pain')", "Pain", id="note.pain", tooltip="Note how much it hurts"),
        Binding("a", "ask('activity')", "Activity", id="note.activity", tooltip="Note what you did today"),
        Binding("u", "ask('undo')", "Undo", id="note.undo", tooltip="Take back what you noted last"),
        Binding("d", "ask('example')", "Example", id="app.example", tooltip="Open an example diary"),
        Binding("tab", "next_pane", "Panes", show=False, id="panes.next", tooltip="Go to the next pane"),
        Binding("question_mark", "ask('help')", "Help", key_display="?", id="app.help", tooltip="All keys"),
        Binding("q", "ask('quit')", "Quit", id="app.quit", tooltip="Quit; everything is saved"),
    ]

    diary: reactive[Diary | None] = reactive(None, init=False)
    session: reactive[Session | None] = reactive(None, init=False)
    shown: reactive[int] = reactive(ROUTINE, init=False)
    leaving: reactive[bool] = reactive(False, init=False)

    @dataclass
    class SessionEnded(Message):
        """The session is over and written."""

    def __init__(
        self,
        plan: Plan,
        *,
        clock: Clock,
        new_entry: Callable[[], str],
        save: Callable[[Sequence[Draft]], None],
        faults: int = 0,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._plan = plan
        self._clock = clock
        self._new_entry = new_entry
        self._save = save
        self._faults = faults
        self._demo = demo
        self._runner: Runner | None = None

    def compose(self) -> ComposeResult:
        yield StatusLine(markup=False).data_bind(DashboardScreen.diary)
        yield PaneTabs(PANES).data_bind(DashboardScreen.shown)
        yield RoutinePanel(classes="pane")
        yield TimerPanel(classes="pane")
        yield JournalPane(markup=False, classes="pane").data_bind(DashboardScreen.diary)
        yield PlotPane(markup=False, classes="pane").data_bind(DashboardScreen.diary)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(StatusLine).demo = self._demo
        self.query_one(RoutinePanel).plan = self._plan
        self.query_one(RoutinePanel).faults = self._faults
        self.query_one(TimerPanel).plan = self._plan
        self.watch_shown()

    # What is shown

    @property
    def live(self) -> bool:
        """Whether a session is under way."""
        return self._runner is not None and self._runner.live

    def watch_diary(self) -> None:
        self._mark()
        self.refresh_bindings()

    def watch_session(self, session: Session | None) -> None:
        self.query_one(TimerPanel).view = self._view()
        self._mark()
        self.refresh_bindings()
        if session is not None and session.status is Status.OVER:
            self.post_message(self.SessionEnded())

    def watch_leaving(self) -> None:
        self.query_one(TimerPanel).view = self._view()

    def _view(self) -> SessionView | None:
        return None if self.session is None else view_of(self.session, ASK if self.leaving else None)

    def _mark(self) -> None:
        done = frozenset() if self.diary is None else self.diary.done
        self.query_one(RoutinePanel).marks = marks(self.session, done)

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        size = (event.size.width, event.size.height)
        tiny = size[0] < TIMER_ONLY[0] or size[1] < TIMER_ONLY[1]
        single = not tiny and (size[0] < WHOLE[0] or size[1] < WHOLE[1])
        self.set_class(tiny, "-tiny")
        self.set_class(single, "-single")

    def watch_shown(self) -> None:
        for index, pane in enumerate(self.query(".pane")):
            pane.set_class(index == self.shown, "-shown")
        at_list = self.shown == ROUTINE and not self.live
        self.set_focus(self.query_one(OptionList) if at_list else None)

    def action_next_pane(self) -> None:
        """Show, or mark, the next pane."""
        self.shown = (self.shown + 1) % len(PANES)

    @on(RoutinePanel.ExerciseChosen)
    def show_exercise(self, message: RoutinePanel.ExerciseChosen) -> None:
        self.app.push_screen(ExerciseScreen(message.item.exercise, message.item.dose))

    # The session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the key of this action means something now."""
        status = self.session.status if self.session is not None and self.live else None
        if action == "act":
            return status in ACTS[str(parameters[0])][1]
        if action == "start" or (action == "ask" and parameters[0] in {"activity", "undo"}):
            return not self.live
        if action == "ask" and parameters[0] == "example":
            return not self._demo and not self.live and self.diary is not None and not self.diary.rows
        return True

    def action_ask(self, name: str) -> None:
        """Ask the application for something."""
        self.post_message(REQUESTS[name]())

    def action_start(self) -> None:
        """Start a session of the routine."""
        runner = Runner(
            self._plan, clock=self._clock, entry=self._new_entry(), save=self._save, show=self._show_session
        )
        self._runner = runner
        self.run_worker(runner.run(), name="session", exclusive=True)
        self.shown = SESSION
        self.watch_shown()

    def _show_session(self, session: Session) -> None:
        self.session = session

    def action_act(self, name: str) -> None:
        """Give the running session a command."""
        if self._runner is not None:
            self.leaving = False
            self._runner.do(ACTS[name][0])

    def on_key(self, event: events.Key) -> None:
        """In a running session any key that means nothing else pauses."""
        if self._session_runs and event.key not in self.active_bindings:
            event.stop()
            self.action_act("pause")

    def on_screen_suspend(self) -> None:
        """Whatever covers the timer pauses it."""
        if self._session_runs:
            self.action_act("pause")

    @property
    def _session_runs(self) -> bool:
        return self.live and self.session is not None and self.session.status is Status.RUNNING

    def ask_before_leaving(self) -> bool:
        """Pause a session that is under way and ask; False when there is nothing (more) to ask."""
        if not self.live or self.leaving:
            return False
        self.action_act("pause")
        self.shown = SESSION
        self.leaving = True
        return True

    def leave_session(self) -> None:
        """End the session, if there is one, where it stands; what was done is kept."""
        if self._runner is not None:
            self._runner.leave()


def marks(session: Session | None, done_today: frozenset[str]) -> dict[str, str]:
    """The mark before each exercise: of this session, or of what was done today before it."""
    if session is None:
        return dict.fromkeys(done_today, DONE)
    done = finished(session)
    shown = {exercise: DONE if exercise in done else LEFT_OUT for exercise in passed(session)}
    if session.status is not Status.OVER:
        shown[session.step.exercise] = NOW
    return shown
