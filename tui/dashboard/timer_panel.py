"""The live timer: phase, side, repetition, countdown, what comes next, and how far it is."""

from functools import cache
from typing import ClassVar

from rich.style import Style
from textual.reactive import var

from routines.exercise import Phase
from routines.figure.pose import Figure
from routines.session.events import Status
from tui.dashboard.figure import drawn
from tui.dashboard.timer_lines import Measures, figure_width, timer_lines
from tui.session.view import SessionView
from tui.widgets.drawing import Drawing, Line

FLASH = 0.4
"""Seconds for which the panel lights up."""

STATES = {
    Phase.MOVE: "go",
    Phase.WORK: "go",
    Phase.HOLD: "hold",
}
"""The phases that have looks of their own."""

PARTS = frozenset(
    {"strong", "word", "digits", "muted", "hint", "asked", "done", "open", "works", "behind", "floor"}
)
"""What of the lines has looks of its own."""

GROUNDS = frozenset({"go", "hold", "standing", "flash"})
BOTH = frozenset({"go-word", "go-digits", "hold-word", "hold-digits", "standing-word", "standing-hint"})
"""The parts that look otherwise in a state."""


def state(view: SessionView | None) -> str:
    """What the looks of the panel hang on: `go`, `hold`, `standing`; empty while nothing is to be done."""
    if view is None:
        return ""
    if view.status is Status.RUNNING:
        return STATES.get(view.phase, "")
    return "standing" if view.status in {Status.PAUSED, Status.FROZEN} else ""


COMPONENTS = frozenset(f"timer--{name}" for name in GROUNDS | PARTS | BOTH)


@cache
def components(state: str, part: str, *, lit: bool) -> tuple[str, ...]:
    """The components that give a part its looks: the ground, the part, and the part in this state."""
    names = (f"timer--{name}" for name in ("flash" if lit else state, part, f"{state}-{part}"))
    return tuple(name for name in names if name in COMPONENTS)


class TimerPanel(Drawing):
    """Shows a session, or what a press of `space` would start, and the figure that does it with you.

    `measures` says how large. It is one drawing, so that a second costs no more than its digits: the looks of a phase
    are those of a component, and not a class, of which all styles would be worked out anew with each phase.
    """

    BORDER_TITLE = "Session"

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    DEFAULT_CSS = "TimerPanel { width: 1fr; height: 1fr; }"

    view: var[SessionView | None] = var(None, init=False)
    figure: var[Figure | None] = var(None, init=False)
    measures: var[Measures] = var(Measures(), init=False)

    _lit = False
    """Whether it is lit up just now."""

    def watch_view(self, before: SessionView | None, view: SessionView | None) -> None:
        if state(before) != state(view):
            self.refresh()
        self.redraw()

    def watch_figure(self) -> None:
        self.redraw()

    def watch_measures(self) -> None:
        self.redraw()

    def draw(self, columns: int, rows: int) -> tuple[Line, ...]:
        if self.view is None:
            return ()
        figure = drawn(self.figure, figure_width(columns), self.measures.figure)
        return timer_lines(self.view, self.measures, figure, columns, rows)

    def style(self, part: str) -> Style:
        """A part looks as `.timer--PART` says, on the ground of the state, and in some states as `.timer--STATE-PART`."""
        return self.get_visual_style(*components(state(self.view), part, lit=self._lit)).rich_style

    def flash(self) -> None:
        """Show for a moment what would be heard, where nothing can be."""
        self._light(lit=True)
        self.set_timer(FLASH, lambda: self._light(lit=False))

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        self.refresh()
