"""What was done on a day, by measure."""

from textual.app import ComposeResult

from journal.observations import Activity, Basis, Doing
from tui.desk import Noting
from tui.screens.day_form import DayForm
from tui.sheets import activity
from tui.sheets.sheet import Written
from tui.widgets.choice import Choice, Several
from tui.widgets.row import Row


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

    def read(self, written: Written) -> tuple[Noting, ...]:
        """What was done. Raises SheetError."""
        return activity.read(written)
