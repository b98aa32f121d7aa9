"""How much of the dashboard a terminal of some size has room for."""

WHOLE = (110, 32)
"""From so many columns and rows on, all four panes fit."""

TIMER_ONLY = (60, 20)
"""Below so many columns or rows there is room for the timer alone."""

SINGLE, LARGE = "-single", "-floor"


def fitting(columns: int, rows: int, *, floor: bool) -> dict[str, bool]:
    """The classes that say what is shown, each with whether it holds: all panes when none of them does.

    `-tiny` the timer alone, `-floor` the session large, `-single` one pane at a time.
    """
    tiny = columns < TIMER_ONLY[0] or rows < TIMER_ONLY[1]
    small = columns < WHOLE[0] or rows < WHOLE[1]
    return {
        "-tiny": tiny,
        LARGE: floor and not tiny,
        SINGLE: small and not (tiny or floor),
    }
