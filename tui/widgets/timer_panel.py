"""The live timer: phase, side, repetition, countdown, what comes next, and how far it is."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from routines.exercise import Phase
from routines.pose import Figure
from routines.session_events import Status
from tui.session_view import SessionView
from tui.text import clean, clock_time, one_line
from tui.widgets.big_digits import BigDigits
from tui.widgets.big_word import BigWord
from tui.widgets.figure import PoseFigure


def bar(progress: float, width: int) -> Content:
    """A line that is filled as far as `progress`, from 0 to 1."""
    filled = round(max(0.0, min(1.0, progress)) * width)
    return Content.assemble(("━" * filled, "$accent"), ("─" * (width - filled), "dim"))


def digits(seconds: int) -> str:
    """Whole seconds as they are shown big: `7`, `1:05`."""
    minute = 60
    return str(seconds) if seconds < minute else clock_time(seconds)


STATES = frozenset({"-standing", "-quiet", *(f"-{phase}" for phase in Phase)})
"""The looks of the panel, one at a time."""


def state(view: SessionView) -> str:
    """The class that gives the panel its looks."""
    if view.status is Status.RUNNING:
        return f"-{view.phase}"
    return "-standing" if view.status in {Status.PAUSED, Status.FROZEN} else "-quiet"


ONE_LINE = frozenset({"counts", "coming"})
"""What changes often and takes one line whatever it says."""

FLASH = 0.4
"""Seconds for which the panel lights up."""


class TimerPanel(Vertical):
    """Shows a session, or what a press of `space` would start, and the figure that does it with you."""

    BORDER_TITLE = "Session"

    view: var[SessionView | None] = var(None, init=False)
    figure: var[Figure | None] = var(None, init=False)

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._written: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="timer-name", markup=False)
        yield BigWord(id="timer-word")
        yield Static(id="timer-counts", markup=False)
        yield BigWord(id="timer-place")
        with Horizontal(id="timer-middle"):
            yield BigDigits(id="timer-digits")
            yield PoseFigure(id="timer-figure")
        for part in ("bar", "coming", "asked", "hint"):
            yield Static(id=f"timer-{part}", markup=False)

    def watch_figure(self, figure: Figure | None) -> None:
        self.query_one(PoseFigure).figure = figure

    def watch_view(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        view = self.view
        if view is None:
            return
        self._mark(state(view))
        self.query_one("#timer-middle").display = view.seconds is not None
        self.query_one(BigDigits).text = "" if view.seconds is None else digits(view.seconds)
        self.query_one("#timer-word", BigWord).word = one_line(view.word, 60)
        place = self.query_one("#timer-place", BigWord)
        place.word = one_line(view.place, 60)
        place.set_class(not view.place, "-empty")
        for part in ("name", "counts", "asked"):
            self._write(part, one_line(getattr(view, part)))
        self._write("coming", one_line(" · ".join(part for part in (view.coming, view.left) if part)))
        self._write("hint", clean(view.hint))
        line = self.query_one("#timer-bar", Static)
        drawn = bar(view.progress, max(line.size.width, 0))
        if drawn.plain != self._written.get("bar"):
            self._written["bar"] = drawn.plain
            line.update(drawn, layout=False)

    def _mark(self, looks: str) -> None:
        """Take the looks of a state, at once: each change of a class would work out all the panel's styles anew."""
        if not self.has_class(looks):
            self.remove_class(*STATES, update=False)
            self.add_class(looks)

    def flash(self) -> None:
        """Show for a moment what would be heard, where nothing can be."""
        self.add_class("-flash")
        self.set_timer(FLASH, lambda: self.remove_class("-flash"))

    def _write(self, part: str, text: str) -> None:
        if self._written.get(part) == text:
            return  # laying out costs more than all else that a second brings
        self._written[part] = text
        line = self.query_one(f"#timer-{part}", Static)
        line.display = bool(text)
        line.update(Content(text), layout=part not in ONE_LINE)
