"""What was done on a day, by measure."""

from textual.app import ComposeResult

from journal.observations import Activity, Basis, Doing
from tui.entry.day_form import DayForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.values import AMOUNTS, FieldError, FormValues, made
from tui.widgets.choice import ChoiceField, MultiChoiceField

NEEDED = "One number, or something you did: the rest may stay empty."


def parse(written: FormValues) -> tuple[NewEntry, ...]:
    """What the sheet notes. Raises FieldError."""
    amounts = {measure: written.amount(measure) for measure in AMOUNTS}
    doing = written.several("doing", Doing)
    if not doing and all(value is None for value in amounts.values()):
        raise FieldError("steps", NEEDED)
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
        yield FieldRow("doing", "What you did", MultiChoiceField(tuple(Doing)))
        yield FieldRow("basis", "The numbers are", ChoiceField(tuple(Basis)))
        yield self.day()
        yield from self.last_rows()

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """What was done. Raises FieldError."""
        return parse(written)
