"""The dashboard: routine, session, journal and plot. It holds what is known and passes down what is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Footer, OptionList

from journal.medium.answer import Lag
from journal.medium.rows import WINDOW_DAYS
from routines.session.events import Status
from routines.session.machine import Session
from tui.analysis.plot_data import PlotData
from tui.dashboard.acts import meanings, means
from tui.dashboard.exercise_screen import ExerciseScreen
from tui.dashboard.journal_pane import JournalPane
from tui.dashboard.keys import KEYS, OFFERED, REQUESTS
from tui.dashboard.plot_pane import PlotPane
from tui.dashboard.routine_panel import RoutinePanel
from tui.dashboard.status_line import NoticeStrip, StatusLine
from tui.dashboard.timer_lines import measures
from tui.dashboard.timer_panel import TimerPanel
from tui.entry.forms import FORMS
from tui.entry.type_ahead import TypeAhead
from tui.session.commands import find_command
from tui.session.controller import SessionController
from tui.session.interrupted import ResumableSession
from tui.session.live import LiveSession
from tui.session.view import exercise_marks, with_time_passed
from tui.settings.settings import Settings
from tui.system.clock import Clock
from tui.today.dismissals import Dismissals
from tui.today.prompts import EVENING
from tui.today.safety_banner import Banner
from tui.today.snapshot import DiaryDays, Today
from tui.today.state import DashboardState, asked, pose, view
from tui.widgets.pane_tabs import PaneTabs

if TYPE_CHECKING:
    from tui.analysis.findings import DiaryAnalysis

WHOLE = (110, 32)
"""From so many columns and rows on, all four panes fit."""

TIMER_ONLY = (60, 20)
"""Below so many columns or rows there is room for the timer alone."""

SINGLE, LARGE = "-single", "-floor"


def fitting(columns: int, rows: int, *, floor: bool) -> dict[str, bool]:
    """The classes that say what is shown, each with whether it holds: all panes when none of them does.

    `-tiny` the timer alone, `-floor` the session large, `-single` one pane at a time.
    """
    tiny = columns < TIMER_ONLY[0] or rows < TIMER_ONLY[1]
    small = columns < WHOLE[0] or rows < WHOLE[1]
    return {
        "-tiny": tiny,
        LARGE: floor and not tiny,
        SINGLE: small and not (tiny or floor),
    }


PANES = ("Routine", "Session", "Journal", "Plot")
ROUTINE, SESSION = 0, 1

MINUTE = 60.0
FRAME = 1 / 5
"""Seconds between two pictures of the moving figure."""


class DashboardScreen(Screen[None]):
    """Four panes. What is known comes in by the reactives; everything shown is made from them.

    `cut_short` is a session that could go on; `live_session` how the one goes that is led; `floor` the large view.
    `findings` are what the days show, `lag` whose pain is plotted (None: the clearer one), `picture` that plot.
    """

    BINDINGS = KEYS
    OFFERED = OFFERED
    AUTO_FOCUS = (
        ""  # the list of exercises takes `enter` and the page keys: it is given the focus on purpose only
    )

    diary: var[DiaryDays | None] = var(None, init=False)
    today: var[Today | None] = var(None, init=False)
    faults: var[tuple[str, ...]] = var((), init=False)
    cut_short: var[ResumableSession | None] = var(None, init=False)
    settings: var[Settings] = var(Settings(), init=False)
    noticed: var[Banner | None] = var(None, init=False)
    live_session: var[LiveSession] = var(LiveSession(), init=False)
    findings: var["DiaryAnalysis | None"] = var(None, init=False)
    lag: var[Lag | None] = var(None, init=False)
    picture: var[PlotData | None] = var(None, init=False)
    shown: var[int] = var(ROUTINE, init=False)
    floor: var[bool] = var(False, init=False)

    @dataclass
    class SessionEnded(Message):
        """The session is over and handed to the journal; `entry` names it there."""

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
        put_away: Dismissals,
        *,
        motion: bool = True,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._controller = controller
        self._clock = clock
        self._type_ahead = type_ahead
        self._put_away = put_away
        self._motion = motion
        self._demo = demo
        self._meanings: tuple[object, ...] = ()
        self._put_off: frozenset[str] = frozenset()  # until later in the day

    def compose(self) -> ComposeResult:
        yield NoticeStrip()
        yield StatusLine(markup=False).data_bind(DashboardScreen.diary)
        yield PaneTabs(PANES).data_bind(DashboardScreen.shown)
        yield RoutinePanel(classes="pane").data_bind(DashboardScreen.today, DashboardScreen.faults)
        yield TimerPanel(classes="pane")
        yield JournalPane(markup=False, classes="pane").data_bind(DashboardScreen.diary)
        yield PlotPane(markup=False, classes="pane").data_bind(DashboardScreen.diary, DashboardScreen.picture)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(StatusLine).demo = self._demo
        self.watch_shown()
        self.set_interval(MINUTE, self.look_again)
        self._frames = self.set_interval(FRAME, self._move, pause=True)

    def on_unmount(self) -> None:
        self._controller.close()

    # What is known

    @property
    def session(self) -> Session | None:
        """The session that is led, or that was led last."""
        return self.live_session.session

    @property
    def situation(self) -> DashboardState:
        """All that is known now."""
        return DashboardState(
            self._clock.now(),
            self.diary,
            self.today,
            self.cut_short,
            self.live_session,
            example=self._demo,
            settings=self.settings,
            noticed=self.noticed,
            put_away=frozenset() if self.diary is None else self._put_away.on(self.diary.today),
        )

    def watch_diary(self, before: DiaryDays | None, diary: DiaryDays | None) -> None:
        if before is not None and diary is not None and before.today != diary.today:
            self._put_off = frozenset()
            self._controller.start_new_day()
        self._show()

    def validate_today(self, today: Today | None) -> Today | None:
        """What was put off for later stays so until the program is left or the day turns."""
        return today if today is None else today.without(self._put_off)

    def watch_today(self, before: Today | None, today: Today | None) -> None:
        if before is not None and today is not None and before.plan.routine.id != today.plan.routine.id:
            self._controller.clear_ended_session()
        self._show()

    def look_again(self) -> None:
        """Show what there is to be said by now."""
        self._show()

    watch_cut_short = watch_settings = watch_noticed = look_again

    def watch_live_session(self, before: LiveSession, live_session: LiveSession) -> None:
        if live_session.only_time_passed(before):
            self._show_time()
            return
        if live_session.recorder is not None and live_session.recorder is not before.recorder:
            self._come_to_the_front()
        elif live_session.confirming_leave and not before.confirming_leave:
            self.shown = SESSION
        self._show()
        if live_session.status is Status.OVER and before.status is not Status.OVER:
            self._say_that_it_ended(live_session)

    def _come_to_the_front(self) -> None:
        """Show a session that begins, or that was taken up, and large."""
        self.cut_short = None
        self.shown, self.floor = SESSION, True
        self.watch_shown()

    def _say_that_it_ended(self, live_session: LiveSession) -> None:
        self.floor = False
        if live_session.session is not None and live_session.recorder is not None:
            self.post_message(self.SessionEnded(live_session.session, live_session.recorder.entry))

    # What is shown

    def come_first(self) -> None:
        """Show the session's pane where only one fits and it has something to say."""
        if self.has_class(SINGLE) and not self.live_session.live and self.situation.speaks:
            self.shown = SESSION

    def _show(self) -> None:
        """Give the panes what they show."""
        situation, live_session = self.situation, self.live_session
        timer, routine = self.query_one(TimerPanel), self.query_one(RoutinePanel)
        timer.view = view(situation)
        timer.figure = pose(live_session, self._clock.monotonic(), moves=self._motion)
        if self._motion and live_session.running:
            self._frames.resume()
        else:
            self._frames.pause()
        routine.nothing_left = self.diary is not None and self.today is None
        routine.marks = exercise_marks(
            live_session.session, frozenset() if self.diary is None else self.diary.done
        )
        self._show_strip(situation)
        if (now := meanings(situation)) != self._meanings:
            self._meanings = now
            self.refresh_bindings()

    def _show_time(self) -> None:
        """Give the timer what a second of the same step changes; with a figure that moves it is done by `_move`."""
        timer = self.query_one(TimerPanel)
        if self.session is not None and timer.view is not None:
            timer.view = with_time_passed(timer.view, self.session)

    def _show_strip(self, situation: DashboardState) -> None:
        """Show over the panes what the session's pane cannot."""
        banner, strip = situation.banner, self.query_one(NoticeStrip)
        seen = self.shown == SESSION or not self.has_class(SINGLE)
        strip.banner = "" if banner is None else banner.words(self.settings.emergency_number)
        strip.prompt = "" if seen or self.live_session.live else asked(situation)

    def watch_findings(self) -> None:
        if self.findings is not None:
            self.picture = self.findings.picture(self.lag or self.findings.headline, WINDOW_DAYS)

    watch_lag = watch_findings

    def action_next_lag(self) -> None:
        """Plot the pain of the other day: of the same, or of the next."""
        if self.findings is not None:
            self.lag = (self.lag or self.findings.headline).other

    def _move(self) -> None:
        self.query_one(TimerPanel).figure = pose(self.live_session, self._clock.monotonic(), moves=True)

    def flash(self) -> None:
        """Show for a moment that there is something to be heard where nothing can be heard."""
        self.query_one(TimerPanel).flash()

    # Panes

    def on_resize(self) -> None:
        self._fit()

    def watch_floor(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Choose how much is shown: all panes, one, the session large, or the timer alone."""
        columns, rows = self.app.size
        classes = fitting(columns, rows, floor=self.floor)
        for name, holds in classes.items():
            self.set_class(holds, name)
        self.query_one(TimerPanel).measures = measures(rows, large=classes[LARGE])
        self._show_strip(self.situation)

    def watch_shown(self) -> None:
        for index, pane in enumerate(self.query(".pane")):
            pane.set_class(index == self.shown, "-shown")
        exercises = self.query_one(OptionList)
        exercises.can_focus = not self.live_session.live
        self.set_focus(exercises if self.shown == ROUTINE and not self.live_session.live else None)
        self._show_strip(self.situation)

    def action_next_pane(self) -> None:
        """Show, or mark, the next pane."""
        self.floor = False
        self.shown = (self.shown + 1) % len(PANES)

    def action_floor(self) -> None:
        """Show the session large, to be read from the floor, or all panes again."""
        self.floor = not self.floor

    @on(RoutinePanel.ExerciseChosen)
    def show_exercise(self, message: RoutinePanel.ExerciseChosen) -> None:
        item = message.item
        self.app.push_screen(ExerciseScreen(item.exercise, item.dose, left_out=message.left_out))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the key of this action means something now."""
        return means(self.situation, action, str(parameters[0]) if parameters else action)

    def action_ask(self, name: str) -> None:
        """Ask the application for something; what is typed from then on is meant for its form, if it has one."""
        if REQUESTS[name] in FORMS:
            self._type_ahead.hold()
        if name == EVENING:
            self._put(frozenset({EVENING}))
        self.post_message(REQUESTS[name]())

    def action_put_away(self) -> None:
        """Do not show any more today what is said or asked now."""
        self._put(self.situation.can_be_put_away)

    def _put(self, keys: frozenset[str]) -> None:
        if self.diary is not None:
            self._put_away.add(keys, self.diary.today)
            self._show()

    def action_start(self) -> None:
        """Start a session of the routine."""
        if self.today is not None:
            entries = () if self.diary is None else self.diary.entries
            self._controller.start(self.today.plan, entries, first=self.situation.first)

    def action_later(self) -> None:
        """Leave out, this time, what is better done later in the day."""
        self._put_off = frozenset(self.situation.better_later)
        if self.today is not None:
            self.today = self.today.without(self._put_off)

    def action_act(self, name: str) -> None:
        """Give the session a command."""
        self._controller.do(find_command(name).apply)

    @work(exclusive=True, group="sound")
    async def action_try_sound(self) -> None:
        """Let a tone and the voice be heard."""
        await self._controller.test_sound()

    def on_key(self, event: events.Key) -> None:
        """A digit answers what is asked; in a running session any other key that means nothing pauses."""
        if event.character is not None and event.character in "0123456789" and self._rate(event.character):
            event.stop()
        elif self.live_session.running and event.key not in self.active_bindings:
            event.stop()
            self._controller.pause_if_running()

    def _rate(self, digit: str) -> bool:
        """Answer what is asked; False when nothing is: what is not seen is not asked."""
        seen = self.query_one(TimerPanel).display or not self.live_session.live
        asked = seen and self._controller.answer(int(digit), self.situation.question)
        if asked and not self.live_session.live:
            self.post_message(self.RatingAnswered())
        return asked

    def on_screen_suspend(self) -> None:
        """Whatever covers the timer pauses it."""
        self._controller.pause_if_running()
