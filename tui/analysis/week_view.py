"""Pacing: the week planned ahead and how far it is, big days and what came after, and the longest times without a break."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from tui.analysis.gauge import MARK, UNKNOWN, Gauge
from tui.analysis.week import Pacing, Reading
from tui.analysis.week_words import gauges, heading, plan_words, sections
from tui.text.clean import clean

SIDE_BY_SIDE = 100
"""From so many columns on the week and the days before stand side by side."""

GAUGES = ("gauge-today", "gauge-week")

LEGENDS = (f"{MARK} planned", f"{UNKNOWN} no entry")
"""The meaning of the marks of the gauges; the second is shown only where it appears."""

Ask = Callable[[], Awaitable[Pacing | None]]
"""Reads the week; None after an error, which is shown elsewhere."""


class PacingView(Vertical):
    """Asks for the pacing of the week when it comes to be, and shows it."""

    DEFAULT_CSS = """
    PacingView {
        height: 1fr;
        #pacing {
            height: 1fr;
            border: round $primary 50%;
            border-title-color: $text-accent;
            border-subtitle-color: $text-muted;
            padding: 0 1;
            background: $background;
            scrollbar-size-vertical: 1;
            scrollbar-background: $surface;
        }
        #pacing:focus { border: round $accent; background-tint: $foreground 0%; }
        #pacing-columns { layout: horizontal; height: auto; }
        #pacing-week { width: 1fr; height: auto; padding-right: 3; }
        #pacing-days { width: 52; height: auto; }
        Static { height: auto; }
        Gauge { margin-bottom: 1; }
        #pacing-legend { color: $text-muted; margin-bottom: 1; }
        #pacing-plan { margin-bottom: 1; }
        #pacing-reason { color: $text-muted; }
    }
    PacingView.-narrow {
        #pacing-columns { layout: vertical; }
        #pacing-week { width: 1fr; padding-right: 0; margin-bottom: 1; }
        #pacing-days { width: 1fr; }
    }
    """

    pacing: var[Pacing | None] = var(None, init=False)

    def __init__(self, ask: Ask, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._ask = ask

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="pacing"), Container(id="pacing-columns"):
            with Vertical(id="pacing-week"):
                yield Static(id="pacing-plan", markup=False)
                for name in GAUGES:
                    yield Gauge(id=name)
                yield Static(id="pacing-legend", markup=False)
                yield Static(id="pacing-reason", markup=False)
            yield Static(id="pacing-days", markup=False)

    def on_mount(self) -> None:
        self.run_worker(self.reload(), group="pacing", exclusive=True)

    def on_resize(self) -> None:
        self.set_class(self.size.width < SIDE_BY_SIDE, "-narrow")

    async def reload(self) -> None:
        """Ask once more; what cannot be read leaves what is shown."""
        pacing = await self._ask()
        if pacing is not None and self.is_attached:
            self.pacing = pacing

    def watch_pacing(self, pacing: Pacing | None) -> None:
        if pacing is None:
            return
        self.query_one("#pacing").border_title = Content(heading(pacing.today))
        first, *more = plan_words(pacing)
        self._say("#pacing-plan", Content.styled(clean(first), "bold"))
        self._say("#pacing-reason", Content(clean("\n".join(more))))
        readings = gauges(pacing)
        for name, reading in zip_longest(GAUGES, readings):
            self.query_one(f"#{name}", Gauge).reading = reading
        self._say("#pacing-legend", Content(_legend(readings)))
        self._say("#pacing-days", _days(pacing))

    def _say(self, which: str, content: Content) -> None:
        line = self.query_one(which, Static)
        line.display = bool(content)
        line.update(content)

    def focus_first(self) -> None:
        """Take the keys."""
        self.query_one("#pacing").focus()


def _legend(readings: Sequence[Reading]) -> str:
    dotted = any(reading.value is None or reading.unknown > 0 for reading in readings)
    return "   ".join(LEGENDS if dotted else LEGENDS[:1]) if readings else ""


def _days(pacing: Pacing) -> Content:
    lines = []
    for title, texts in sections(pacing):
        lines += [Content.styled(title, "bold"), *(Content(clean(line)) for line in texts), Content("")]
    return Content("\n").join(lines[:-1])
