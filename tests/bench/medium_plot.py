"""What the plot of pain against activity costs beside its empty frame: `python -m tests.bench.medium_plot`.

Prints medians in milliseconds for a large and a small pane: plotext's frame with nothing in it, the plot with ten years
of days and everything else that can be drawn, and the difference, which is to be at most TARGET; then what Textual
takes on top to make lines of the plot's cells.
"""

import asyncio
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

from textual.app import App, ComposeResult
from textual.visual import Visual, visualize
from textual.widgets import Static

from journal.medium.answer import CurveAnswer, Lag, Verdict
from tui.analysis.curve import Inks, Range
from tui.analysis.plot import medium_plot
from tui.analysis.plot_data import Dot, PlotData
from tui.plots.axes import AXIS, Area, axis_for
from tui.plots.frame import built

TARGET, TIMES, DAYS = 5.0, 60, 3_650
SIZES = ((116, 32), (82, 17), (76, 19))
GREY, GREEN, BLUE, ORANGE = (150, 150, 150), (20, 120, 60), (20, 60, 120), (250, 160, 40)
INKS = Inks(
    axis=GREY,
    older=GREY,
    recent=(240, 240, 240),
    today=ORANGE,
    curve=ORANGE,
    edge=BLUE,
    tolerance=GREY,
    ranges=dict.fromkeys(Range, GREEN),
    tints={
        (found, inside): (20, 20 * n, 60 * inside)
        for n, found in enumerate((None, *Range))
        for inside in (False, True)
    },
)


def everything() -> PlotData:
    """Ten years of days, a tenth of them noted later, with an answer and a tolerable pain."""
    chance, today = random.Random(1), date(2026, 11, 22)
    dots = tuple(
        Dot(
            today - timedelta(days=back),
            chance.lognormvariate(8.7, 0.4),
            min(max(chance.gauss(4, 1.7), 0), 10),
            chance.random() < 0.1,
        )
        for back in range(DAYS - 1, -1, -1)
    )
    grid = tuple(2_500.0 + 150 * n for n in range(61))
    fit = tuple(3.0 + ((x - 6_500) / 3_000) ** 2 for x in grid)
    answer = CurveAnswer(
        Verdict.MEDIUM,
        "",
        core=((4_500.0, 8_500.0),),
        likely=((3_900.0, 9_300.0),),
        grid=grid,
        fit=fit,
        lo=tuple(y - 0.6 for y in fit),
        hi=tuple(y + 0.6 for y in fit),
    )
    return PlotData(today, today, Lag.SAME, "steps", dots, answer, 4.0, None, 110)


def milliseconds(*drawings: Callable[[], object]) -> list[list[float]]:
    """What each of them took, TIMES over; they take turns, so that a busy machine holds up all alike."""
    took: list[list[float]] = [[] for _ in drawings]
    for _ in range(TIMES):
        for drawing, times in zip(drawings, took, strict=True):
            began = time.perf_counter()
            drawing()
            times.append(1_000 * (time.perf_counter() - began))
    return took


class Bench(App[None]):
    """A widget to draw for."""

    def compose(self) -> ComposeResult:
        yield Static(markup=False)


async def main() -> None:
    picture = everything()
    app = Bench()
    async with app.run_test():
        for width, height in SIZES:
            print(told(app.query_one(Static), picture, width, height))


def told(widget: Static, picture: PlotData, width: int, height: int) -> str:
    """What a plot of this size costs."""
    axes = axis_for([18_000.0], GREY)
    area = Area(axes, width - axes.labels, height - AXIS)
    text = medium_plot(picture, width, height, INKS)

    def lines() -> object:
        visual = visualize(widget, text, markup=False)
        return Visual.to_strips(widget, visual, width, height, widget.visual_style)

    frame, plot, painted = milliseconds(
        lambda: built(width, height, area), lambda: medium_plot(picture, width, height, INKS), lines
    )
    more = [one - other for one, other in zip(plot, frame, strict=True)]
    return (
        f"{width:>3}x{height}: empty frame {median(frame):5.2f} ms, {DAYS:,} days {median(plot):5.2f} ms, "
        f"difference {median(more):5.2f} ms (at most {TARGET:g}); into lines {median(painted):5.2f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main())
