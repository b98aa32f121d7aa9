"""What was done on a day, by measure."""

from textual.app import ComposeResult

from journal.observations import Activity, Basis, Doing
from tui.entry.day_form import DayForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import Row
from tui.entry.values import AMOUNTS, SheetError, Written, made
from tui.widgets.choice import Choice, Several

NEEDED = "One number, or something you did: the rest may stay empty."


def parse(written: Written) -> tuple[NewEntry, ...]:
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


class ActivityScreen(DayForm):
    """Totals of a day: an empty field is unknown, and 0 is zero."""

    NAME = Activity.kind
    heading = "Activity"

    def rows(self) -> ComposeResult:
        yield self.totals()
        yield from self.amounts("steps", "active_minutes", "sitting_minutes")
        yield from self.amounts("longest_active_minutes", "longest_sitting_minutes", "load")
        yield Row("doing", "What you did", Several(tuple(Doing)))
        yield Row("basis", "The numbers are", Choice(tuple(Basis)))
        yield self.day()
        yield from self.last_rows()

    def read(self, written: Written) -> tuple[NewEntry, ...]:
        """What was done. Raises SheetError."""
        return parse(written)
