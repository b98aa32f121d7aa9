"""The live timer: phase, side, repetition, countdown, what comes next, and how far it is."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from routines.exercise import Phase
from routines.plan import Plan
from routines.session import Status
from tui.session_view import SessionView
from tui.text import clock_time, one_line
from tui.widgets.big_digits import BigDigits

PHASES = tuple(f"-{phase}" for phase in Phase)


def bar(progress: float, width: int) -> Content:
    """A line that is filled as far as `progress`, from 0 to 1."""
    filled = round(max(0.0, min(1.0, progress)) * width)
    return Content.assemble(("━" * filled, "$accent"), ("─" * (width - filled), "dim"))


def digits(seconds: int) -> str:
    """Whole seconds as they are shown big: `7`, `1:05`."""
    minute = 60
    return str(seconds) if seconds < minute else clock_time(seconds)


class TimerPanel(Vertical):
    """Shows a session, or what a press of `space` would start. It decides nothing."""

    BORDER_TITLE = "Session"

    view: reactive[SessionView | None] = reactive(None, init=False)
    plan: reactive[Plan | None] = reactive(None, init=False)

    def compose(self) -> ComposeResult:
        for part in ("name", "word", "counts"):
            yield Static(id=f"timer-{part}", markup=False)
        yield BigDigits(id="timer-digits")
        for part in ("coming", "bar", "left", "hint"):
            yield Static(id=f"timer-{part}", markup=False)

    def watch_view(self) -> None:
        self._show()

    def watch_plan(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        view = self.view or self._ready()
        standing = view.status in {Status.PAUSED, Status.FROZEN}
        self.set_class(standing, "-standing")
        self.set_class(view.status is Status.RUNNING, "-running")
        for phase in PHASES:
            self.set_class(view.status is Status.RUNNING and phase == f"-{view.phase}", phase)
        big = self.query_one(BigDigits)
        big.display = view.seconds is not None
        big.text = "" if view.seconds is None else digits(view.seconds)
        for part in ("name", "word", "counts", "coming", "left", "hint"):
            self.query_one(f"#timer-{part}", Static).update(Content(one_line(getattr(view, part))))
        line = self.query_one("#timer-bar", Static)
        line.update(bar(view.progress, max(line.size.width, 0)))

    def _ready(self) -> SessionView:
        """What is shown before the first session."""
        plan = self.plan
        what = f"{len(plan.routine.items)} exercises · {clock_time(plan.seconds)}" if plan is not None else ""
        return SessionView(
            status=Status.READY,
            phase=Phase.PREPARE,
            exercise="",
            name=plan.routine.name if plan is not None else "",
            word="Ready",
            seconds=None,
            counts=what,
            coming="Within reach: a mat, a towel, a cushion.",
            progress=0.0,
            left="",
            hint="space starts · any key pauses · x stops at once if it hurts",
        )
