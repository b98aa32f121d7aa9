"""The plot of pain against activity, with the answer in words in its border."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from journal.medium.rows import NEEDED
from tui.analysis.curve import Inks, Range
from tui.analysis.plot import medium_plot, shows_something
from tui.analysis.plot_data import PlotData
from tui.analysis.plot_words import count_words, title
from tui.plots.axes import Ink
from tui.widgets.inks import ink, tint

EMPTY = f"""Here each day with pain and activity becomes a dot.

p notes pain · a notes what you did today

After about {NEEDED} such days the dots can say something. Until then they are just your days."""

PARTS = ("axis", "older", "recent", "today", "curve", "edge", "tolerance", "core", "likely")
CLASS = "medium-plot--"

TITLE_EDGES = 6
"""Columns of the border beside its title."""

CORE_TINT, LIKELY_TINT, BAND_TINT = 0.36, 0.18, 0.4
"""How much of its colour a cell takes."""


class MediumPlot(Static):
    """Draws `picture` in the room that there is."""

    COMPONENT_CLASSES = {CLASS + part for part in PARTS}  # noqa: RUF012 - as Textual has it

    DEFAULT_CSS = """
    MediumPlot {
        .medium-plot--axis { color: $foreground 75%; }
        .medium-plot--older { color: $foreground 75%; }
        .medium-plot--recent { color: $foreground; }
        .medium-plot--today { color: $foreground; }
        .medium-plot--curve { color: $text-accent; }
        .medium-plot--edge { color: $primary; }
        .medium-plot--tolerance { color: $foreground 40%; }
        .medium-plot--core { color: $success; }
        .medium-plot--likely { color: $success 60%; }
    }
    """

    picture: reactive[PlotData | None] = reactive(None)

    def watch_picture(self) -> None:
        self.redraw()

    def on_resize(self) -> None:
        self.redraw()

    def notify_style_update(self) -> None:
        """Draw again when the theme changes: the colours are in the cells."""
        super().notify_style_update()
        self.redraw()

    def redraw(self) -> None:
        """Draw what is known now, where there is room; the colours are not known before."""
        if self.size:
            self._draw()

    def _draw(self) -> None:
        if self.picture is not None:
            self._draw_picture(self.picture)

    def _draw_picture(self, picture: PlotData) -> None:
        width, height = self.content_size
        self.border_title = Content(title(picture, self.outer_size.width - TITLE_EDGES))
        self.border_subtitle = Content(count_words(picture))
        shown = (
            medium_plot(picture, width, height, self._inks()) if shows_something(picture) else Content(EMPTY)
        )
        self.update(shown)

    def _ink(self, part: str) -> Ink:
        return ink(self, CLASS + part)

    def _inks(self) -> Inks:
        shares = {None: 0.0, Range.CORE: CORE_TINT, Range.LIKELY: LIKELY_TINT}
        return Inks(
            axis=self._ink("axis"),
            older=self._ink("older"),
            recent=self._ink("recent"),
            today=self._ink("today"),
            curve=self._ink("curve"),
            edge=self._ink("edge"),
            tolerance=self._ink("tolerance"),
            ranges={Range.CORE: self._ink("core"), Range.LIKELY: self._ink("likely")},
            tints={
                (found, inside): tint(self, (f"{CLASS}core", share), (f"{CLASS}edge", BAND_TINT * inside))
                for found, share in shares.items()
                for inside in (False, True)
            },
        )
