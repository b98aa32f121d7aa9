"""Pain against activity as a picture: dots, the curve with its band, the ranges, and below it what all that is."""

import math
from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from journal.medium.answer import CurveAnswer, Verdict
from tui.analysis.curve import Inks, PlotCurve, curve_of, dotted, runs
from tui.analysis.plot_data import PlotData
from tui.analysis.plot_legend import LegendContent, below, write_below
from tui.plots.axes import MOST, Area, area_of, axis_for
from tui.plots.canvas import ACROSS, BLANK, Canvas, Point
from tui.plots.frame import framed
from tui.plots.marks import (
    BEYOND,
    CURVE_THICK,
    DAY,
    HOLLOW,
    LEVEL,
    MANY,
    MANY_BEYOND,
    MANY_HOLLOW,
    OLDER,
    RECENT,
    TODAY,
)
from tui.plots.scatter import Layer, put_dots, put_line

USUAL, ROOM, A_FEW = 0.95, 1.5, 10
"""One day that was far busier than the others shall not press these together: with more than a few, the axis ends at so
many times what this share of them reaches, and never before today.
"""

PAIN = " pain"
"""The name of the vertical axis, beside its top tick."""


def shows_something(picture: PlotData) -> bool:
    """Whether there is a dot or a curve to draw."""
    return bool(picture.dots) or (picture.answer is not None and bool(picture.answer.grid))


def medium_plot(picture: PlotData, width: int, height: int, inks: Inks) -> Text:
    """The picture as exactly `height` lines of `width` cells; they are blank where there is no room for a plot."""
    axes = axis_for(_reached(picture), inks.axis)
    whole = area_of(width, height, axes)
    if whole is None:
        return Canvas(width, height).text()
    layers = layers_of(picture, inks, axes.most_x)
    curve = _curve(picture.answer, whole)
    shown = LegendContent(picture, inks, curve, _expected(layers), _level(picture, whole))
    rows = below(shown, whole.columns, height).rows
    area = replace(whole, rows=whole.rows - rows)
    canvas = framed(width, height, area)
    seen = replace(shown, marks=_draw(canvas, area, shown, layers))
    write_below(canvas, area, seen, below(seen, area.columns, height))
    return canvas.text()


def _curve(answer: CurveAnswer | None, area: Area) -> PlotCurve:
    """The answer's curve; without a pattern it has ranges only where these say that nearly all is much the same."""
    if answer is None:
        return PlotCurve()
    curve = curve_of(answer, area)
    shows_ranges = answer.verdict is not Verdict.NO_PATTERN or answer.even
    return curve if shows_ranges else replace(curve, ranges={})


def _reached(picture: PlotData) -> list[float]:
    """The levels of activity that the axis reaches."""
    found = sorted(dot.activity for dot in picture.dots if 0 <= dot.activity <= MOST)
    if len(found) > A_FEW:
        most = ROOM * found[int(USUAL * (len(found) - 1))]
        found = [value for value in found if value <= most]
    today = [dot.activity for dot in picture.dots if dot.day == picture.today]
    return [*found[-1:], *today, *(() if picture.answer is None else picture.answer.grid)]


# Between the axes


def _draw(canvas: Canvas, area: Area, shown: LegendContent, layers: Sequence[Layer]) -> frozenset[str]:
    """Draw what lies between the axes, from the lowest up; the marks of the days that are seen."""
    left, curve, inks = area.axes.labels, shown.curve, shown.inks
    _tint(canvas, area, curve, inks, whole=shown.prefers)
    if shown.level is not None:
        canvas.write(left, area.rows - 1 - area.row(shown.level), LEVEL * area.columns, inks.tolerance)
    for edge in (curve.lo, curve.hi):
        put_line(canvas, area, dotted(edge, area), inks.edge)
    on_curve = put_line(canvas, area, runs(curve.fit, area), inks.curve, CURVE_THICK)
    marks = put_dots(canvas, area, layers, under=on_curve, above=TODAY)
    if all(mark == BLANK for mark in canvas.marks[0][left:][: len(PAIN)]):
        canvas.write(left, 0, PAIN, inks.axis)
    return marks


def _tint(canvas: Canvas, area: Area, curve: PlotCurve, inks: Inks, *, whole: bool) -> None:
    """The ranges over the `whole` height, and the band where it is."""
    left, top = area.axes.labels, area.rows - 1
    ranges = curve.ranges if whole else {}
    for column, found in ranges.items():
        for row in range(area.rows):
            canvas.tint(left + column, row, inks.tints[found, False])
    for half, low in curve.lo.items():
        column = half // ACROSS
        for row in range(area.row(low), area.row(curve.hi[half]) + 1):
            canvas.tint(left + column, top - row, inks.tints[ranges.get(column), True])


def _level(picture: PlotData, area: Area) -> float | None:
    """The pain that is tolerable, if it is known and on the axis."""
    level = picture.tolerance
    return None if level is None or not area.holds(0, level) else level


def layers_of(picture: PlotData, inks: Inks, end: float) -> list[Layer]:
    """The days as dots: the older ones below, those noted later hollow, today over all; the axis ends at `end`."""
    beyond, older_later, older, later, recent, today = _sorted(picture, end)
    return [
        Layer(beyond, inks.recent, BEYOND, MANY_BEYOND),
        Layer(older_later, inks.older, HOLLOW, MANY_HOLLOW),
        Layer(older, inks.older, OLDER, MANY),
        Layer(later, inks.recent, HOLLOW, MANY_HOLLOW),
        Layer(recent, inks.recent, DAY, MANY),
        Layer(today, inks.today, TODAY, TODAY),
    ]


def _sorted(picture: PlotData, end: float) -> tuple[list[Point], ...]:
    """The days by what they look like, from the lowest layer up; in one go, as there may be ten years of them."""
    before, today = picture.last - RECENT, picture.today
    groups: tuple[list[Point], ...] = ([], [], [], [], [], [])
    for dot in picture.dots:
        if end < dot.activity < math.inf:
            groups[0].append((end, dot.pain))
        elif dot.day == today:
            groups[5].append((dot.activity, dot.pain))
        else:
            groups[(1 if dot.day <= before else 3) + (not dot.later)].append((dot.activity, dot.pain))
    return groups


def _expected(layers: Sequence[Layer]) -> frozenset[str]:
    """The marks that days may have."""
    return frozenset(mark for layer in layers if layer.points for mark in (layer.mark, layer.many))
