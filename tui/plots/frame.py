"""The frame of a plot: its axes, ticks and labels. The only place that calls plotext.

plotext keeps one global figure, so it is cleared first and drawn in the screen's thread only. It hangs on a far point,
raises on infinity, divides by zero on equal limits, and takes 15 ms for the dots of ten years: it gets limits that are
sound and one blank point, without which it leaves out the ticks. What lies between the axes is ours (see `canvas`).
"""

import re

from tui.plots.axes import AXIS, Area
from tui.plots.canvas import BLANK, Canvas

CODE = re.compile(r"\x1b\[[0-9;]*m")


def framed(width: int, height: int, area: Area) -> Canvas:
    """A canvas with the axes around the area, which begins at the top, and nothing in it."""
    canvas = Canvas(width, height)
    rows = area.rows + AXIS
    for y, line in enumerate(CODE.sub("", built(width, rows, area)).split("\n")[:rows]):
        canvas.fill(y, line, area.axes.colour)
    return canvas


def built(width: int, height: int, area: Area) -> str:
    """What plotext makes of the axes: lines with colour codes."""
    import plotext  # noqa: PLC0415 - 30 ms that the first paint need not wait for

    axes = area.axes
    ticks = axes.ticks(area.columns)
    plotext.clear_figure()
    plotext.limit_size(False, False)
    plotext.plotsize(width, height)
    plotext.frame(False)
    plotext.xaxes(True, False)
    plotext.yaxes(True, False)
    plotext.xlim(0, axes.most_x)
    plotext.ylim(*axes.y)
    plotext.canvas_color("default")
    plotext.axes_color("default")
    plotext.xticks([place for place, _ in ticks], [label for _, label in ticks])
    plotext.yticks(*area.ticks_up)
    plotext.scatter([0], [axes.y[0]], marker=BLANK)
    return str(plotext.build())
