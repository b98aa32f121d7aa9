"""What stands under the axis of a picture: the ranges in marks, what the axis shows, and what the marks mean."""

from dataclasses import dataclass, replace

from journal.medium.answer import Verdict
from journal.medium.rows import WINDOW_DAYS
from tui.analysis.curve import Inks, PlotCurve, Range
from tui.analysis.plot_data import PlotData
from tui.analysis.plot_words import axis_title
from tui.plots.axes import AXIS, Area
from tui.plots.canvas import Canvas
from tui.plots.legend import APART, Line, Piece, lines_of, width_of, write_pieces
from tui.plots.marks import (
    BEST,
    BEYOND,
    CURVE_SAMPLE,
    DAY,
    EDGE_SAMPLE,
    HOLLOW,
    LEVEL,
    MANY,
    MANY_BEYOND,
    MANY_HOLLOW,
    OLDER,
    RECENT,
    TODAY,
)

RANGES_FROM, TITLE_FROM, LEGEND_FROM, TWO_LINES_FROM = 8, 9, 11, 17
"""The heights of the whole from which on each of them has room."""


@dataclass(frozen=True, slots=True)
class LegendContent:
    """What there is to explain: the marks of the days, the curve, and the tolerable pain if it is drawn."""

    picture: PlotData
    inks: Inks
    curve: PlotCurve
    marks: frozenset[str]
    level: float | None

    @property
    def prefers(self) -> bool:
        """Whether the answer prefers some levels to others, so that ranges are drawn as such."""
        return _verdict(self.picture) not in {None, Verdict.NO_PATTERN, Verdict.INVERTED}


def _verdict(picture: PlotData) -> Verdict | None:
    return None if picture.answer is None else picture.answer.verdict


@dataclass(frozen=True, slots=True)
class Below:
    """The lines, from above: whether there are marks of ranges, the title with what goes before it, the legend."""

    ranges: bool = False
    title: str = ""
    before_title: Line = ()
    legend: tuple[Line, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines that takes."""
        return self.ranges + bool(self.title) + len(self.legend)


def below(shown: LegendContent, columns: int, height: int) -> Below:
    """What has room under a plot of so many columns; `height` is that of all together."""
    title = axis_title(shown.picture)[:columns] if height >= TITLE_FROM else ""
    ranges = _ranges(shown)
    beside = bool(title) and width_of(ranges) + APART + len(title) <= columns
    most = (height >= LEGEND_FROM) + (height >= TWO_LINES_FROM)
    pieces = [*_days(shown), *_lines(shown), *(() if beside else ranges)]
    return Below(
        height >= RANGES_FROM and bool(shown.curve.ranges),
        title,
        ranges if beside else (),
        lines_of(pieces, columns, most),
    )


def write_below(canvas: Canvas, area: Area, shown: LegendContent, lines: Below) -> None:
    """Write the lines under the area's axis. They may have been made for marks that no dot has come to have."""
    left, y, ink = area.axes.labels, area.rows + AXIS, shown.inks.axis
    if lines.ranges:
        for column, found in shown.curve.ranges.items():
            canvas.put(left + column, y, found, shown.inks.ranges[found])
        if shown.curve.best is not None:
            canvas.put(left + shown.curve.best, y, BEST, shown.inks.curve)
        y += 1
    if lines.title:
        write_pieces(canvas, left, y, lines.before_title, ink)
        canvas.write(left + area.columns - len(lines.title), y, lines.title, ink)
        y += 1
    for row, line in enumerate(lines.legend, y):
        write_pieces(canvas, left, row, line, ink)


# The pieces


def _days(shown: LegendContent) -> list[Piece]:
    older, recent, today = shown.inks.older, shown.inks.recent, shown.inks.today
    pieces = [
        Piece(OLDER, "older day", older, matters=6),
        Piece(DAY, f"last {RECENT.days} days", recent, matters=7),
        Piece(TODAY, "today", today, matters=8),
        Piece(MANY, "several days", recent, matters=4),
        Piece(HOLLOW, "added later", recent, matters=5),
        Piece(BEYOND, "beyond the axis", recent, matters=3),
    ]
    same = {HOLLOW: MANY_HOLLOW, BEYOND: MANY_BEYOND}
    seen = [
        piece if piece.mark in shown.marks else replace(piece, mark=same.get(piece.mark, ""))
        for piece in pieces
    ]
    return [piece for piece in seen if piece.mark in shown.marks]


def _lines(shown: LegendContent) -> list[Piece]:
    inks, of = shown.inks, "" if shown.picture.span == WINDOW_DAYS else f", last {WINDOW_DAYS} days"
    pieces = []
    if shown.curve.fit:
        pieces.append(Piece(CURVE_SAMPLE, f"average pain{of}", inks.curve, matters=10))
    if shown.curve.lo:
        pieces.append(Piece(EDGE_SAMPLE, "95 % band", inks.edge, inks.tints[None, True], matters=2))
    if shown.level is not None:
        pieces.append(Piece(LEVEL * 2, f"your tolerable pain ({shown.level:g})", inks.tolerance, matters=5))
    return pieces


def _ranges(shown: LegendContent) -> Line:
    inks, there = shown.inks, set(shown.curve.ranges.values())
    near = "pain about the same" if _verdict(shown.picture) is Verdict.NO_PATTERN else "lowest pain"
    maybe = "possibly" if Range.CORE in there else near.replace("pain", "pain, possibly")
    words = {Range.CORE: near, Range.LIKELY: maybe}
    pieces = [
        Piece(found * 2, words[found], inks.ranges[found], inks.tints[found, False], matters=9)
        for found in Range
        if found in there
    ]
    best = [Piece(BEST, "lowest", inks.curve, matters=9)] if shown.curve.best is not None else []
    return (*pieces, *best)
