"""The live timer: phase, side, repetition, countdown, what comes next, and how far it is."""

from functools import cache
from typing import ClassVar

from rich.style import Style
from textual.reactive import var

from routines.exercise import Phase
from routines.figure.pose import Figure
from routines.session.events import Status
from tui.dashboard.figure import figure_lines
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
"""Phases with a style of their own."""

PARTS = frozenset(
    {"strong", "word", "digits", "muted", "hint", "asked", "done", "open", "works", "behind", "floor"}
)
"""Parts of the lines with a style of their own."""

GROUNDS = frozenset({"go", "hold", "standing", "flash"})
BOTH = frozenset({"go-word", "go-digits", "hold-word", "hold-digits", "standing-word", "standing-hint"})
"""Parts whose style depends on the state."""


def state(view: SessionView | None) -> str:
    """The state that the styles depend on: `go`, `hold`, `standing`, or empty."""
    if view is None:
        return ""
    if view.status is Status.RUNNING:
        return STATES.get(view.phase, "")
    return "standing" if view.status in {Status.PAUSED, Status.FROZEN} else ""


COMPONENTS = frozenset(f"timer--{name}" for name in GROUNDS | PARTS | BOTH)


@cache
def components(state: str, part: str, *, lit: bool) -> tuple[str, ...]:
    """The component classes that style a part: of the background, the part, and the part in this state."""
    names = (f"timer--{name}" for name in ("flash" if lit else state, part, f"{state}-{part}"))
    return tuple(name for name in names if name in COMPONENTS)


class TimerPanel(Drawing):
    """Shows a session, or what the start key would start, and the figure that moves with you.

    `measures` are the sizes of its parts. It is one drawing, so that a second repaints only its digits; phases are
    component classes, since a CSS class would make Textual compute all styles again with each phase.
    """

    BORDER_TITLE = "Session"

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    DEFAULT_CSS = "TimerPanel { width: 1fr; height: 1fr; }"

    view: var[SessionView | None] = var(None, init=False)
    figure: var[Figure | None] = var(None, init=False)
    measures: var[Measures] = var(Measures(), init=False)

    _lit = False
    """Whether it is lit up now."""

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
        figure = figure_lines(self.figure, figure_width(columns), self.measures.figure)
        return timer_lines(self.view, self.measures, figure, columns, rows)

    def style(self, part: str) -> Style:
        """The style of a part: `.timer--PART` on the background of the state, or `.timer--STATE-PART`."""
        return self.get_visual_style(*components(state(self.view), part, lit=self._lit)).rich_style

    def flash(self) -> None:
        """Light up for a moment, where a cue cannot be heard."""
        self._light(lit=True)
        self.set_timer(FLASH, lambda: self._light(lit=False))

    def _light(self, *, lit: bool) -> None:
        self._lit = lit
        self.refresh()
