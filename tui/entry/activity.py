"""The activity form: the totals of a day."""

from textual.app import ComposeResult

from journal.observations import Activity, Basis, Doing
from tui.entry.common_rows import day_row
from tui.entry.day_form import DayForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.values import AMOUNTS, FieldError, FormValues, build
from tui.widgets.choice import ChoiceField, MultiChoiceField

NEEDED = "Enter one number, or choose something you did. The rest is optional."


def parse(values: FormValues) -> tuple[NewEntry, ...]:
    """The activity in these values. Raises FieldError."""
    amounts = {measure: values.amount(measure) for measure in AMOUNTS}
    doing = values.chosen_words("doing", Doing)
    if not doing and all(value is None for value in amounts.values()):
        raise FieldError("steps", NEEDED)
    activity = build(
        Activity,
        "tags",
        **amounts,
        doing=doing,
        basis=values.chosen_word("basis", Basis),
        tags=values.tags(),
        note=values.note(),
    )
    return (values.new_day_entry(activity),)


class ActivityScreen(DayForm):
    """The totals of a day. An empty field means unknown, 0 means none."""

    NAME = Activity.kind
    heading = "Activity"

    def rows(self) -> ComposeResult:
        yield self.totals()
        yield from self.amounts("steps", "active_minutes", "sitting_minutes")
        yield from self.amounts("longest_active_minutes", "longest_sitting_minutes", "load")
        yield FieldRow("doing", "What you did", MultiChoiceField(tuple(Doing)))
        yield FieldRow("basis", "How do you know?", ChoiceField(tuple(Basis)))
        yield day_row()
        yield from self.last_rows()

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values)
