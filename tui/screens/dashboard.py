"""The dashboard: routine, session, journal and plot. It holds what is shown and passes it down."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Footer, OptionList

from journal.record import Draft, Recall
from routines.cues import Tone
from routines.pose import Figure, figure_of
from routines.session import Session, begin, look
from routines.session_events import Status
from tui.clock import Clock
from tui.diary import Diary
from tui.hearing import Hearing
from tui.known import Today
from tui.lock import SessionLock
from tui.questions import Question, better_later, fresh, in_session, next_morning
from tui.rating import Rated, rate
from tui.runner import Runner
from tui.screens.exercise import ExerciseScreen
from tui.screens.session_keys import ACTS, BEFORE_A_SESSION, KEYS, REQUESTS
from tui.session_log import SessionLog
from tui.session_view import SessionView, marks, ready, view_of
from tui.unfinished import TakenUp
from tui.widgets.journal_pane import JournalPane
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.plot_pane import PlotPane
from tui.widgets.routine_panel import RoutinePanel
from tui.widgets.status_line import StatusLine
from tui.widgets.timer_panel import TimerPanel

PANES = ("Routine", "Session", "Journal", "Plot")
ROUTINE, SESSION = 0, 1

WHOLE = (110, 32)
"""From so many columns and rows on, all four panes fit."""

TIMER_ONLY = (60, 20)
"""Below so many columns or rows there is room for the timer alone."""

LOW, LOWER = 30, 23
"""Below so many rows the large view has smaller figures, and below the second no big word."""

FRAME = 1 / 5
"""Seconds between two pictures of the moving figure."""

STILL = 0.01
"""Seconds before a step's end at which a figure that does not move is shown."""


class DashboardScreen(Screen[None]):
    """Four panes. What is known comes in by the reactives; everything shown is made from them.

    `cut_short` is a session that could go on; `rated` the rating typed last; `floor` the large view.
    """

    BINDINGS = KEYS
    AUTO_FOCUS = (
        ""  # the list of exercises takes `enter` and the page keys: it is given the focus on purpose only
    )

    diary: var[Diary | None] = var(None, init=False)
    today: var[Today | None] = var(None, init=False)
    faults: var[tuple[str, ...]] = var((), init=False)
    cut_short: var[TakenUp | None] = var(None, init=False)
    session: var[Session | None] = var(None, init=False)
    rated: var[Rated | None] = var(None, init=False)
    shown: var[int] = var(ROUTINE, init=False)
    leaving: var[bool] = var(False, init=False)
    floor: var[bool] = var(False, init=False)

    @dataclass
    class SessionEnded(Message):
        """The session is over and handed to the journal; `entry` names it there."""

        session: Session
        entry: str

    @dataclass
    class Answered(Message):
        """A question was answered outside a session."""

    def __init__(
        self,
        *,
        clock: Clock,
        new_entry: Callable[[], str],
        save: Callable[[Sequence[Draft]], None],
        hear: Callable[[], Hearing],
        lock: SessionLock,
        motion: bool = True,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._new_entry = new_entry
        self._save = save
        self._hear = hear
        self._hearing: Hearing | None = None
        self._lock = lock
        self._motion = motion
        self._demo = demo
        self._runner: Runner | None = None
        self._log: SessionLog | None = None
        self._keys: tuple[object, ...] = ()
        self._put_off: frozenset[str] = frozenset()
        self._told_of_sleep = False

    def compose(self) -> ComposeResult:
        yield StatusLine(markup=False).data_bind(DashboardScreen.diary)
        yield PaneTabs(PANES).data_bind(DashboardScreen.shown)
        yield RoutinePanel(classes="pane").data_bind(DashboardScreen.today, DashboardScreen.faults)
        yield TimerPanel(classes="pane")
        yield JournalPane(markup=False, classes="pane").data_bind(DashboardScreen.diary)
        yield PlotPane(markup=False, classes="pane").data_bind(DashboardScreen.diary)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(StatusLine).demo = self._demo
        self.watch_shown()
        if self._motion:
            self.set_interval(FRAME, self._move)

    def on_unmount(self) -> None:
        self._lock.let_go()
        if self._hearing is not None:
            self._hearing.awake.end()
            self._hearing.sound.close()

    # What is shown

    @property
    def live(self) -> bool:
        """Whether a session is under way."""
        return self._runner is not None and self._runner.live

    @property
    def _goes(self) -> bool:
        return self.live and self.session is not None and self.session.status is Status.RUNNING

    def watch_diary(self, before: Diary | None, diary: Diary | None) -> None:
        if before is not None and diary is not None and before.today != diary.today:
            self._begin_the_day()
        self._show()

    def _begin_the_day(self) -> None:
        """Yesterday's session and what was put off are past."""
        self._put_off = frozenset()
        self.rated = None
        if not self.live:
            self._runner = self.session = None

    def validate_today(self, today: Today | None) -> Today | None:
        """What was put off for later stays so until the program is left or the day turns."""
        return today if today is None else today.without(self._put_off)

    def watch_today(self, before: Today | None, today: Today | None) -> None:
        other = before is not None and today is not None and before.plan.routine.id != today.plan.routine.id
        if other and not self.live:
            self._runner = self.session = None
        self._show()

    def watch_cut_short(self) -> None:
        self._show()

    def come_first(self) -> None:
        """Show the session's pane where only one fits and it has something to say: an offer, a question, rules."""
        if self.has_class("-single") and not self.live:
            said = self.cut_short is not None or self._first or self._question() is not None
            self.shown = SESSION if said else self.shown

    def watch_rated(self) -> None:
        self._show()

    def watch_leaving(self) -> None:
        self._show()

    def watch_session(self, session: Session | None) -> None:
        self._show()
        if session is not None and session.status is Status.OVER and self._log is not None:
            self.floor = False
            self._lock.let_go()
            if self._hearing is not None:
                self._hearing.awake.end()
            self.post_message(self.SessionEnded(session, self._log.entry))

    def _show(self) -> None:
        """Give the panes what they show."""
        timer, routine = self.query_one(TimerPanel), self.query_one(RoutinePanel)
        timer.view = self._view()
        timer.figure = self._figure()
        routine.nothing_left = self.diary is not None and self.today is None
        routine.marks = marks(self.session, frozenset() if self.diary is None else self.diary.done)
        status = self.session.status if self.session is not None and self.live else None
        keys = (status, *self._offers().values())
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    def _figure(self) -> Figure | None:
        """The body at this moment of the session; a still one, at the end of its step, where nothing may move."""
        if self.session is None or not self.live:
            return None
        if self._motion:
            return figure_of(look(self.session, self._clock.monotonic())[0])
        step = self.session.step
        return figure_of(replace(self.session, position=step.starts + step.seconds - STILL))

    def _move(self) -> None:
        if self._goes:
            self.query_one(TimerPanel).figure = self._figure()

    def flash(self) -> None:
        """Show for a moment that there is something to be heard where nothing can be heard."""
        self.query_one(TimerPanel).flash()

    def _view(self) -> SessionView | None:
        """The session, or what a press of `space` would do."""
        question = self._question()
        asked = "" if question is None else question.words
        if question is not None and self.rated is not None and self.rated.question == question:
            asked = f"Noted: {self.rated.nrs}.  Another digit changes it"
        if self.session is not None and self._runner is not None:
            return view_of(self.session, leaving=self.leaving, asked=asked)
        if self.today is None:
            return None
        cut_short = "" if self.cut_short is None else self.cut_short.words
        if not asked and self._better_later():
            asked = "Not long out of bed?  m leaves the curl and the twist for later"
        return ready(self.today.plan, cut_short=cut_short, asked=asked, first=self._first)

    def _better_later(self) -> tuple[str, ...]:
        return () if self.today is None else better_later(self.today.plan, self._clock.now())

    @property
    def _first(self) -> bool:
        """Whether there has been no session yet."""
        return self.diary is not None and not self.diary.has_sessions

    # Panes

    def on_resize(self) -> None:
        self._fit()

    def watch_floor(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Choose how much is shown: all panes, one, the session large, or the timer alone."""
        columns, rows = self.app.size
        tiny = columns < TIMER_ONLY[0] or rows < TIMER_ONLY[1]
        small = columns < WHOLE[0] or rows < WHOLE[1]
        self.set_class(tiny, "-tiny")
        self.set_class(rows < LOW, "-low")
        self.set_class(rows < LOWER, "-lower")
        self.set_class(self.floor and not tiny, "-floor")
        self.set_class(small and not (tiny or self.floor), "-single")

    def watch_shown(self) -> None:
        for index, pane in enumerate(self.query(".pane")):
            pane.set_class(index == self.shown, "-shown")
        exercises = self.query_one(OptionList)
        exercises.can_focus = not self.live
        self.set_focus(exercises if self.shown == ROUTINE and not self.live else None)

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

    # The session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the key of this action means something now."""
        what = str(parameters[0]) if parameters else action
        if not self.live:
            return action != "act" and self._offers().get(what, True)
        if action == "act":
            return self.session is not None and self.session.status in ACTS[what][1]
        return what not in BEFORE_A_SESSION

    def _offers(self) -> dict[str, bool]:
        """What may be wanted before a session, as far as it depends."""
        diary = self.diary
        return {
            "start": self.cut_short is None,
            "take_up": self.cut_short is not None,
            "keep": self.cut_short is not None,
            "later": bool(self._better_later()),
            "example": not self._demo and diary is not None and not (diary.rows or diary.has_sessions),
        }

    def action_ask(self, name: str) -> None:
        """Ask the application for something."""
        self.post_message(REQUESTS[name]())

    def action_start(self) -> None:
        """Start a session of the routine."""
        if self.today is None or not self._may_run():
            return
        now, plan = self._clock.now(), self.today.plan
        rating = None if self.diary is None else fresh(self.diary.entries, now)
        before = None if rating is None else rating.nrs
        log = SessionLog(self._new_entry(), plan, now, self._clock.zone_name, before)
        self._run(begin(plan), log)

    def action_later(self) -> None:
        """Leave out, this time, what is better done later in the day."""
        self._put_off = frozenset(self._better_later())
        if self.today is not None:
            self.today = self.today.without(self._put_off)

    def take_up(self) -> None:
        """Go on with the session that was cut short."""
        if self.cut_short is not None and self._may_run():
            taken_up, self.cut_short = self.cut_short, None
            self._run(taken_up.session, taken_up.log)

    def could_take_up(self) -> bool:
        """Whether no session runs, neither here nor in another window."""
        if self.live or not self._lock.take():
            return False
        self._lock.let_go()
        return True

    def _may_run(self) -> bool:
        if not self._lock.take():
            self.notify("A session runs in another window already.", severity="warning", markup=False)
            return False
        return True

    def heard(self) -> Hearing:
        """What can be heard, found when it is first needed."""
        if self._hearing is None:
            self._hearing = self._hear()
        return self._hearing

    @work(exclusive=True, group="sound")
    async def action_try_sound(self) -> None:
        """Let a tone and the voice be heard."""
        sound = self.heard().sound
        self.notify(
            "A tone, then a voice. If you hear neither: the bell and the screen lead you too.", markup=False
        )
        for tone, seconds in ((Tone.LEAD_IN, 1.2), (Tone.GO, 0.8)):
            sound.play(tone)
            await asyncio.sleep(seconds)
        sound.say("This is the voice that leads you.")

    def _run(self, session: Session, log: SessionLog) -> None:
        self._log = log
        hearing = self.heard()
        hearing.awake.begin()
        self._runner = Runner(
            session,
            log,
            clock=self._clock,
            save=self._save,
            show=self._see,
            sound=hearing.sound,
            wait_for_space=self._first and not hearing.anything,
        )
        if hearing.awake.fault and not self._told_of_sleep:
            self._told_of_sleep = True
            self.notify(hearing.awake.fault, markup=False)
        self.run_worker(self._runner.run(), name="session", exclusive=True)
        self.shown, self.floor, self.rated = SESSION, True, None
        self.watch_shown()

    def _see(self, session: Session) -> None:
        self.session = session

    def action_act(self, name: str) -> None:
        """Give the session a command."""
        if self._runner is not None:
            self.leaving = False
            self._runner.do(ACTS[name][0])

    def on_key(self, event: events.Key) -> None:
        """A digit answers what is asked; in a running session any other key that means nothing pauses."""
        if (
            event.character is not None
            and event.character in "0123456789"
            and self._rate(int(event.character))
        ):
            event.stop()
        elif self._goes and event.key not in self.active_bindings:
            event.stop()
            self.action_act("pause")

    def on_screen_suspend(self) -> None:
        """Whatever covers the timer pauses it."""
        if self._goes:
            self.action_act("pause")

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

    # Ratings

    def _question(self) -> Question | None:
        """What is asked now, if anything."""
        if self.live and self.session is not None and self._log is not None:
            return in_session(self.session, self._log.entry, before=self._log.before is not None)
        if self.diary is None or self.session is not None:
            return None
        pending = next_morning(self.diary.entries, self.diary.today)
        if pending is None and self.rated is not None and self.rated.question.recall is Recall.MORNING:
            return self.rated.question  # answered, and open to another digit
        return pending

    def _rate(self, digit: int) -> bool:
        """Write the rating that a digit makes; False when nothing is asked."""
        rated = rate(self.rated, self._question(), digit, self._clock.monotonic())
        if rated is None or not self.query_one(TimerPanel).display:  # what is not seen is not asked
            return False
        self._save([rated.question.answer(rated.nrs, self._clock.now(), self._clock.zone_name)])
        self.rated = rated
        if not self.live:
            self.post_message(self.Answered())
        return True
