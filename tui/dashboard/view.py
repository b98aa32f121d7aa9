"""Everything the dashboard shows: notices, status line, the four panes, and the footer."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.widgets import Footer, OptionList

from routines.session.session import Session
from tui.dashboard.journal_pane import JournalPane
from tui.dashboard.layout import LARGE, SINGLE, layout_classes
from tui.dashboard.plot_pane import PlotPane
from tui.dashboard.routine_panel import RoutinePanel
from tui.dashboard.status_line import NoticeStrip, StatusLine
from tui.dashboard.timer_lines import measures
from tui.dashboard.timer_panel import TimerPanel
from tui.session.progress import exercise_marks
from tui.session.view import with_time_passed
from tui.system.clock import Clock
from tui.today.state import DashboardState, current_figure, make_session_view, question_text
from tui.widgets.pane_tabs import PaneTabs

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis

PANES = ("Routine", "Session", "Journal", "Graph")
ROUTINE, SESSION = 0, 1

FRAME = 1 / 5
"""Seconds between two frames of the moving figure."""


class DashboardView(Container):
    """Shows a `state` in the room there is.

    `shown` is the index of the pane shown, or marked where all are; `large_view` shows the session alone.
    `faults` are lines about the person's own routine files.
    """

    state: var[DashboardState | None] = var(None, init=False)
    faults: var[tuple[str, ...]] = var((), init=False)
    analysis: var["DiaryAnalysis | None"] = var(None, init=False)
    shown: var[int] = var(ROUTINE, init=False)
    large_view: var[bool] = var(False, init=False)

    def __init__(self, clock: Clock, *, motion: bool) -> None:
        super().__init__()
        self._clock = clock
        self._motion = motion

    def compose(self) -> ComposeResult:
        yield NoticeStrip()
        yield StatusLine(markup=False)
        yield PaneTabs(PANES).data_bind(DashboardView.shown)
        yield RoutinePanel(classes="pane").data_bind(DashboardView.faults)
        yield TimerPanel(classes="pane")
        yield JournalPane(markup=False, classes="pane")
        yield PlotPane(markup=False, classes="pane").data_bind(DashboardView.analysis)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.watch_shown()
        self._frames = self.set_interval(FRAME, self._move_figure, pause=True)

    def watch_state(self, state: DashboardState) -> None:
        live_session = state.live_session
        timer, routine = self.query_one(TimerPanel), self.query_one(RoutinePanel)
        status = self.query_one(StatusLine)
        status.demo, status.diary = state.is_example, state.diary
        self.query_one(JournalPane).keys = self.query_one(NoticeStrip).keys = routine.keys = state.keys
        self.query_one(JournalPane).diary = self.query_one(PlotPane).diary = state.diary
        routine.today = state.today
        routine.nothing_left = state.diary is not None and state.today is None
        routine.marks = exercise_marks(
            live_session.session, frozenset() if state.diary is None else state.diary.done
        )
        timer.view = make_session_view(state)
        timer.figure = current_figure(live_session, self._clock.monotonic(), moves=self._motion)
        if self._motion and live_session.running:
            self._frames.resume()
        else:
            self._frames.pause()
        self._update_strip()

    def show_time(self, session: Session) -> None:
        """Hand the timer what one second of the same step changes."""
        timer = self.query_one(TimerPanel)
        if timer.view is not None:
            timer.view = with_time_passed(timer.view, session)

    def _update_strip(self) -> None:
        """Show above the panes what the session pane cannot."""
        strip, state = self.query_one(NoticeStrip), self.state
        if state is not None:
            banner, seen = state.banner, self.shown == SESSION or not self.has_class(SINGLE)
            strip.banner = "" if banner is None else banner.words(state.settings.emergency_number)
            strip.prompt = "" if seen or state.live_session.live else question_text(state)

    def _move_figure(self) -> None:
        if self.state is not None:
            self.query_one(TimerPanel).figure = current_figure(
                self.state.live_session, self._clock.monotonic(), moves=True
            )

    @property
    def shows_one_pane(self) -> bool:
        """Whether there is room for one pane only."""
        return self.has_class(SINGLE)

    @property
    def shows_timer(self) -> bool:
        """Whether the timer can be seen."""
        return bool(self.query_one(TimerPanel).display)

    def show_session(self) -> None:
        """Bring a session that begins to the front, in large view."""
        self.shown, self.large_view = SESSION, True
        self.watch_shown()

    def show_next_pane(self) -> None:
        """Show, or mark, the next pane."""
        self.large_view = False
        self.shown = (self.shown + 1) % len(PANES)

    def toggle_large_view(self) -> None:
        """Show the session large, or all panes again."""
        self.large_view = not self.large_view

    def on_resize(self) -> None:
        self.watch_large_view()

    def watch_large_view(self) -> None:
        columns, rows = self.app.size
        classes = layout_classes(columns, rows, large_view=self.large_view)
        for name, applies in classes.items():
            self.set_class(applies, name)
        self.query_one(TimerPanel).measures = measures(rows, large=classes[LARGE])
        self._update_strip()

    def watch_shown(self) -> None:
        for index, pane in enumerate(self.query(".pane")):
            pane.set_class(index == self.shown, "-shown")
        live = self.state is not None and self.state.live_session.live
        exercises = self.query_one(OptionList)
        exercises.can_focus = not live
        self.screen.set_focus(exercises if self.shown == ROUTINE and not live else None)
        self._update_strip()
