"""The sheet of what was done on a day."""

from journal.observations import Activity, Basis, Doing
from tui.desk import Noting
from tui.sheets.sheet import AMOUNTS, SheetError, Written, made

NEEDED = "One number, or something you did: the rest may stay empty."


def read(written: Written) -> tuple[Noting, ...]:
    """What the sheet notes. Raises SheetError."""
    amounts = {measure: written.amount(measure) for measure in AMOUNTS}
    doing = written.several("doing", Doing)
    if not doing and all(value is None for value in amounts.values()):
        raise SheetError("steps", NEEDED)
    activity = made(
        Activity,
        "tags",
        **amounts,
        doing=doing,
        basis=written.chosen("basis", Basis),
        tags=written.tags(),
        note=written.note(),
    )
    return (written.of_a_day(activity),)
