"""A gauge in cells of text: a value against what it is compared with. Numbers stand beside it in words."""

import math
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.analysis.week import Reading
from tui.text.clean import one_line

DONE, OPEN, UNKNOWN, MARK, BEYOND = "█", "─", "·", "┃", "»"
PARTS = " ▏▎▍▌▋▊▉"
"""Eighths of a cell, from nothing on."""

MARKED = 10
"""From so many columns on, there is room for a mark at the whole, and for more than it."""

WHOLE = 0.8
"""Where the mark stands: a fifth of the columns is left for more."""

FAR = 100.0
"""So many times the whole is as much as more: it ends at the edge."""

Cell = tuple[str, str]
"""A character, and what it stands for: `done`, `unknown`, `open` or `mark`."""


def share(value: float | None, whole: float) -> float:
    """The value as a share of the whole, 0 to FAR, whatever the two are; of no whole there is none."""
    if value is None or math.isnan(value) or not (math.isfinite(whole) and whole > 0):
        return 0.0
    return min(max(value / whole, 0.0), FAR)


def cells(reading: Reading, width: int) -> list[Cell]:
    """The gauge, a cell a column: done, then unknown, then open; more than the whole goes on behind its mark."""
    marked = width >= MARKED
    to_whole = int(width * WHOLE) if marked else max(width, 0)
    done = share(reading.value, reading.whole) * to_whole
    unknown = to_whole if reading.value is None else share(reading.unknown, reading.whole) * to_whole
    found = [_cell(n, done, done + unknown) for n in range(to_whole)]
    if marked:
        found.append((MARK, "mark"))
        found += [_cell(n, done, 0) for n in range(to_whole, width - 1)]
    if found and done > (width - 1 if marked else width):
        found[-1] = (BEYOND, "done")
    return found


def _cell(n: int, done: float, known_to: float) -> Cell:
    """The cell in column `n`, where so many columns are done, and up to `known_to` unknown."""
    part = min(max(done - n, 0.0), 1.0)
    eighths = math.floor(part * len(PARTS) + 0.5)
    if part > 0 and (eighths or n == 0):
        return DONE if eighths == len(PARTS) else PARTS[max(eighths, 1)], "done"
    return (UNKNOWN, "unknown") if n + 0.5 <= known_to else (OPEN, "open")


class Bar(Widget):
    """The cells of a reading, on one line of any width."""

    COMPONENT_CLASSES = {"bar--done", "bar--unknown", "bar--open", "bar--mark"}  # noqa: RUF012 - as Textual has it

    DEFAULT_CSS = """
    Bar {
        height: 1;
        width: 1fr;
        .bar--done { color: $text-accent; }
        .bar--unknown { color: $foreground 70%; }
        .bar--open { color: $foreground 40%; }
        .bar--mark { color: $foreground; text-style: bold; }
    }
    """

    reading: reactive[Reading | None] = reactive(None)

    def render(self) -> Content:
        if self.reading is None:
            return Content("")
        return Content.assemble(*self._pieces(cells(self.reading, self.size.width)))

    def _pieces(self, found: list[Cell]) -> Iterator[Content]:
        for kind, run in groupby(found, itemgetter(1)):
            style = self.get_visual_style(f"bar--{kind}")
            yield Content.styled("".join(ch for ch, _ in run), style)


class Gauge(Vertical):
    """A reading: its words, and under them its bar."""

    DEFAULT_CSS = """
    Gauge {
        height: auto;
        Static { height: auto; }
    }
    """

    reading: reactive[Reading | None] = reactive(None)

    def compose(self) -> ComposeResult:
        yield Static(markup=False)
        yield Bar()

    def watch_reading(self, reading: Reading | None) -> None:
        self.display = reading is not None
        if reading is not None:
            self.query_one(Static).update(Content(one_line(reading.words)))
            self.query_one(Bar).reading = reading
