"""The sheet of what was used against the pain."""

from journal.observations import Relief
from tui.desk import Noting
from tui.sheets.sheet import SheetError, Written, made

NEEDED = "What did you use? One of these, or a word of your own."


def read(written: Written) -> tuple[Noting, ...]:
    """What the sheet notes. A word typed in the field `other` goes before one chosen. Raises SheetError."""
    other = written.text("other").strip()
    means = other or written.value("means", str)
    if not means:
        raise SheetError("means", NEEDED)
    relief = made(
        Relief,
        "other",
        means=means,
        before=written.rating("before", "pain before"),
        after=written.rating("after", "pain after"),
        after_minutes=written.minutes("after_minutes", "minutes until the rating after"),
        effect_minutes=written.minutes("effect_minutes", "minutes until something was felt"),
        tags=written.tags(),
        note=written.note(),
    )
    return (written.noting(relief),)
