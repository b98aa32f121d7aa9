"""A field of a form with its name before it and a remark behind it."""

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
"""Whatever a person can say something in: what stands in it is its `text`."""


class FieldRow(Horizontal):
    """`field` under the name `name`, its id `field-NAME`; `aside` says more about it, in a few words.

    What stands `apart` begins another group of rows, what is `short` has a narrow field.
    """

    def __init__(
        self,
        name: str,
        label: str,
        field: Field,
        aside: str = "",
        *,
        apart: bool = False,
        short: bool = False,
    ) -> None:
        super().__init__(classes="row")
        self.set_class(apart, "-apart")
        self.set_class(short, "-short")
        self.set_class(isinstance(field, Scale), "-scale")
        self.field_name = name
        self.field = field
        self._label = label
        self._aside = aside
        field.id = f"field-{name}"

    def compose(self) -> ComposeResult:
        yield Label(self._label, markup=False, classes="label")
        yield self.field
        yield Label(self._aside, markup=False, classes="aside")

    def remark(self, text: str) -> None:
        """Say something else about the field; nothing: what was said of it at first."""
        self.query_one(".aside", Label).update(Content(one_line(text, 60) or self._aside))


def rows_in(widget: Widget) -> dict[str, FieldRow]:
    """The rows below a widget, by the names of their fields."""
    return {row.field_name: row for row in widget.query(FieldRow)}
