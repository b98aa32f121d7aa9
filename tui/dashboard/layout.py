"""How much of the dashboard fits in a terminal."""

FOUR_PANES = (110, 32)
"""Columns and rows from which all four panes are shown."""

TIMER_ONLY = (60, 20)
"""Columns and rows below which only the timer is shown."""

SINGLE, LARGE, TINY = "-single", "-floor", "-tiny"
"""CSS classes of the dashboard: one pane at a time; the session in large view; the timer alone."""


def layout_classes(columns: int, rows: int, *, large_view: bool) -> dict[str, bool]:
    """The CSS classes for a terminal of this size, each with whether it applies; none applies when all panes fit."""
    tiny = columns < TIMER_ONLY[0] or rows < TIMER_ONLY[1]
    small = columns < FOUR_PANES[0] or rows < FOUR_PANES[1]
    return {
        TINY: tiny,
        LARGE: large_view and not tiny,
        SINGLE: small and not (tiny or large_view),
    }
