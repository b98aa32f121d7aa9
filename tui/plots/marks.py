"""What a picture is drawn with: its marks and their colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from tui.plots.axes import Ink, Rgb
from tui.plots.curve import Range

RECENT = timedelta(days=30)
"""Days as old as this or older are drawn fainter and smaller."""

OLDER, DAY, MANY, TODAY = "·", "•", "●", "◆"
HOLLOW, MANY_HOLLOW = "○", "◎"
"""A day that was noted later, and several in one cell."""

BEYOND, MANY_BEYOND = "›", "»"
"""At the right edge: a day that was busier than the axis goes."""

BEST = "▲"
"""Under the axis: the level of least pain, where there is one."""

LEVEL = "─"
"""The pain that the person finds tolerable."""

CURVE_SAMPLE, EDGE_SAMPLE = "⠶⠶", "⠂⠂"
CURVE_THICK = 2
"""Dots of the curve, one over another: the edges of the band have one."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours; `tints` by the range that a cell is in, if any, and by whether it is in the band."""

    axis: Ink
    older: Ink
    recent: Ink
    today: Ink
    curve: Ink
    edge: Ink
    tolerance: Ink
    ranges: Mapping[Range, Ink]
    tints: Mapping[tuple[Range | None, bool], Rgb]
