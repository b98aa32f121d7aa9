"""A field of a form between its label and a hint."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from tui.entry.scale import Scale
from tui.text.clean import one_line
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteArea, NoteInput

Field = ChoiceField | NoteInput | NoteArea
"""A widget with a `text` that a person fills in."""


class FieldRow(Horizontal):
    """A label, a field with the id `field-NAME`, and a hint of a few words.

    `starts_group` leaves a line free above; `narrow` gives a field for a short text.
    """

    def __init__(
        self,
        name: str,
        label: str,
        field: Field,
        hint: str = "",
        *,
        starts_group: bool = False,
        narrow: bool = False,
    ) -> None:
        super().__init__(classes="row")
        self.set_class(starts_group, "-apart")
        self.set_class(narrow, "-short")
        self.set_class(isinstance(field, Scale), "-scale")
        self.field_name = name
        self.field = field
        self._label = label
        self._hint = hint
        field.id = f"field-{name}"

    def compose(self) -> ComposeResult:
        yield Label(self._label, markup=False, classes="label")
        yield self.field
        yield Label(self._hint, markup=False, classes="aside")

    def set_hint(self, text: str) -> None:
        """Show another hint; an empty text brings the first one back."""
        self.query_one(".aside", Label).update(Content(one_line(text, 60) or self._hint))


def rows_in(widget: Widget) -> dict[str, FieldRow]:
    """The rows below a widget, by the names of their fields."""
    return {row.field_name: row for row in widget.query(FieldRow)}
