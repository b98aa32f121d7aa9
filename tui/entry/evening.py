"""The evening form: pain and activity of a whole day."""

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult

from journal.observations import MEASURES, Activity, Note, Pain, Recall
from journal.record import Body
from tui.entry.common_rows import day_row, more_line, note_row
from tui.entry.day_form import DayForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.scale import Scale
from tui.entry.values import AMOUNTS, FieldError, FormValues

NEEDED = "One answer is enough: a number or a note."
PAINS = {Recall.AVERAGE: "average pain", Recall.WORST: "worst pain"}


def parse(values: FormValues) -> tuple[NewEntry, ...]:
    """An entry about the whole day for each answer. Raises FieldError."""
    bodies = list(_bodies(values))
    if not bodies:
        raise FieldError("average", NEEDED)
    return tuple(values.new_day_entry(body) for body in bodies)


def _bodies(values: FormValues) -> Iterator[Body]:
    for recall, what in PAINS.items():
        if (nrs := values.rating(str(recall), what)) is not None:
            yield Pain(nrs, recall=recall)
    amounts: dict[str, Any] = {measure: values.amount(measure) for measure in MEASURES}
    if any(value is not None for value in amounts.values()):
        yield Activity(**amounts)
    if (note := values.note()).strip():
        yield Note(note)


class EveningScreen(DayForm):
    """How the day was. The evening lasts until the diary day ends."""

    NAME = "evening"
    SHOWN = ("average", "worst", *AMOUNTS)

    @property
    def heading(self) -> str:
        """The question, with the weekday: after midnight it is still the same day."""
        return f"How was {self.day_words}?"

    def rows(self) -> ComposeResult:
        yield FieldRow("average", "Average pain", Scale(self._clock), "")
        yield more_line()
        yield FieldRow("worst", "Worst pain", Scale(self._clock), "")
        yield from self.amounts("steps", "active_minutes", "sitting_minutes", "load")
        yield day_row()
        yield note_row()

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values)
