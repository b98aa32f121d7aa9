"""The dashboard: it holds the state, hands it to its view, and carries out commands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from routines.session.events import Status
from routines.session.session import Session
from tui.dashboard.exercise_screen import ExerciseScreen
from tui.dashboard.keys import BINDINGS, PALETTE_ACTIONS, availability, is_available
from tui.dashboard.plot_pane import PlotPane
from tui.dashboard.routine_panel import RoutinePanel
from tui.dashboard.timer_panel import TimerPanel
from tui.dashboard.view import SESSION, DashboardView
from tui.entry.forms import FORMS
from tui.entry.type_ahead import TypeAhead
from tui.keys import BY_NAME, Target
from tui.messages import Requested
from tui.session.commands import find_command
from tui.session.controller import SessionController
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.settings.settings import Settings
from tui.system.clock import Clock
from tui.today.dismissals import Dismissals
from tui.today.reminders import EVENING
from tui.today.snapshot import Snapshot
from tui.today.state import DashboardState

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis

MINUTE = 60.0


class DashboardScreen(Screen[None]):
    """The dashboard over one `state`. The app assigns `faults` and `analysis`, which its view shows."""

    BINDINGS = BINDINGS
    OFFERED = PALETTE_ACTIONS
    AUTO_FOCUS = (
        ""  # the list of exercises takes `enter` and the page keys: it gets the focus on purpose only
    )

    state: var[DashboardState] = var(DashboardState(datetime.fromtimestamp(0, UTC)), init=False)
    faults: var[tuple[str, ...]] = var((), init=False)
    analysis: var["DiaryAnalysis | None"] = var(None, init=False)

    @dataclass
    class SessionEnded(Message):
        """A session is over and handed to the journal; `entry` is the id of its entry there."""

        session: Session
        entry: str

    @dataclass
    class RatingAnswered(Message):
        """A question was answered outside a session."""

    def __init__(
        self,
        controller: SessionController,
        clock: Clock,
        type_ahead: TypeAhead,
        dismissals: Dismissals,
        *,
        motion: bool = True,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._clock = clock
        self._type_ahead = type_ahead
        self._dismissals = dismissals
        self._postponed: frozenset[str] = frozenset()
        self._view = DashboardView(clock, motion=motion)
        self._commands: Mapping[str, Callable[[], object]] = {
            "start": self.start_session,
            "later": self.postpone_exercises,
            "floor": self._view.toggle_large_view,
            "hide": lambda: self._dismiss(self.state.hideable),
            "lag": lambda: self.query_one(PlotPane).show_next_lag(),
            "sound": self.test_sound,
            "pane": self._view.show_next_pane,
        }
        self.set_reactive(DashboardScreen.state, DashboardState(clock.now(), is_example=demo))

    def compose(self) -> ComposeResult:
        yield self._view.data_bind(DashboardScreen.faults, DashboardScreen.analysis)

    def on_mount(self) -> None:
        self._view.state = self.state
        self.set_interval(MINUTE, self.change_state)

    def on_unmount(self) -> None:
        self._controller.close()

    # State

    @property
    def session(self) -> Session | None:
        """The session under way, or the last one."""
        return self.state.live_session.session

    def change_state(self, **changes: Any) -> None:
        """Replace fields of the state, and bring its time and dismissals up to date."""
        state = replace(self.state, now=self._clock.now(), **changes)
        if state.diary is not None:
            state = replace(state, dismissed=self._dismissals.on(state.diary.today))
        self.state = state

    def show_snapshot(
        self, snapshot: Snapshot, settings: Settings, interrupted: ResumableSession | None
    ) -> None:
        """Show a new reading of the journal. Postponed exercises stay so until the day ends."""
        before = self.state
        is_new_day = before.diary is not None and before.diary.today != snapshot.diary.today
        if is_new_day:
            self._postponed = frozenset()
        today = None if snapshot.today is None else snapshot.today.without(self._postponed)
        self.change_state(
            diary=snapshot.diary,
            today=today,
            latest_banner=snapshot.banner,
            settings=settings,
            interrupted=interrupted,
        )
        if is_new_day:
            self._controller.start_new_day()
        if before.today is not None and today is not None and before.routine_id != self.state.routine_id:
            self._controller.clear_ended_session()
        if before.diary is None and self._view.shows_one_pane and self.state.has_message:
            self._view.shown = SESSION

    def show_session(self, live_session: LiveSession) -> None:
        """Show how the session goes."""
        before = self.state.live_session
        begins = live_session.recorder is not None and live_session.recorder is not before.recorder
        self.change_state(live_session=live_session, **({"interrupted": None} if begins else {}))
        if begins:
            self._view.show_session()
        elif live_session.confirming_leave and not before.confirming_leave:
            self._view.shown = SESSION
        if live_session.status is Status.OVER and before.status is not Status.OVER:
            self._view.large_view = False
            if live_session.session is not None and live_session.recorder is not None:
                self.post_message(self.SessionEnded(live_session.session, live_session.recorder.entry))

    def watch_state(self, before: DashboardState, state: DashboardState) -> None:
        if state.only_time_passed(before) and state.live_session.session is not None:
            self._view.show_time(state.live_session.session)
            return
        self._view.state = state
        if availability(state) != availability(before):
            self.refresh_bindings()

    def flash(self) -> None:
        """Light the timer up for a moment, where a cue cannot be heard."""
        self.query_one(TimerPanel).flash()

    @on(RoutinePanel.ExerciseChosen)
    def show_exercise(self, message: RoutinePanel.ExerciseChosen) -> None:
        item = message.item
        self.app.push_screen(ExerciseScreen(item.exercise, item.dose, left_out=message.left_out))

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the key of this action does something now."""
        return action != "run" or is_available(self.state, str(parameters[0]))

    def action_run(self, name: str) -> None:
        """Carry out a command of the table, or ask the app to."""
        target = BY_NAME[name].target
        if target is Target.SESSION:
            self._controller.do(find_command(name).apply)
        elif target is Target.SCREEN:
            self._commands[name]()
        else:
            self._request(name)

    def _request(self, name: str) -> None:
        """Ask the app for a command. Keys typed from now on are meant for its form, if it has one."""
        if name in FORMS:
            self._type_ahead.hold()
        if name == EVENING:
            self._dismiss(frozenset({EVENING}))
        self.post_message(Requested(name))

    def _dismiss(self, names: frozenset[str]) -> None:
        """Hide these reminders and banners until tomorrow."""
        if self.state.diary is not None:
            self._dismissals.add(names, self.state.diary.today)
            self.change_state()

    def start_session(self) -> None:
        """Start a session of today's routine, if there is one."""
        if self.state.today is not None:
            entries = () if self.state.diary is None else self.state.diary.entries
            self._controller.start(self.state.today.plan, entries, first=self.state.is_first_session)

    def postpone_exercises(self) -> None:
        """Skip, this time, the exercises that are better done later in the day."""
        self._postponed = frozenset(self.state.better_later)
        if self.state.today is not None:
            self.change_state(today=self.state.today.without(self._postponed))

    @work(exclusive=True, group="sound")
    async def test_sound(self) -> None:
        """Play a tone and the voice."""
        await self._controller.test_sound()

    def on_key(self, event: events.Key) -> None:
        """A digit answers the open question; in a running session a key without a command pauses."""
        if event.character is not None and event.character in "0123456789" and self._rate(event.character):
            event.stop()
        elif self.state.live_session.running and event.key not in self.active_bindings:
            event.stop()
            self._controller.pause_if_running()

    def _rate(self, digit: str) -> bool:
        """Answer the open question; False when there is none that can be seen."""
        live = self.state.live_session.live
        if live and not self._view.shows_timer:
            return False
        self.change_state()
        answered = self._controller.answer(int(digit), self.state.question)
        if answered and not live:
            self.post_message(self.RatingAnswered())
        return answered

    def on_screen_suspend(self) -> None:
        """Whatever covers the timer pauses the session."""
        self._controller.pause_if_running()
