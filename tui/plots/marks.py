"""What a picture is drawn with: its marks and their colours."""

from datetime import timedelta

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
