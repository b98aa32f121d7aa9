"""How a day was, in one form: its pain and what was managed."""

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult

from journal.observations import MEASURES, Activity, Note, Pain, Recall
from journal.record import Body
from tui.entry.day_form import DayForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.scale import Scale
from tui.entry.values import AMOUNTS, FieldError, FormValues

NEEDED = "One answer is enough: a number, or some words."
PAINS = {Recall.AVERAGE: "pain on average", Recall.WORST: "pain at worst"}


def parse(written: FormValues) -> tuple[NewEntry, ...]:
    """What the sheet notes, each answer as a record of its own, about all of the day. Raises FieldError."""
    bodies = list(_bodies(written))
    if not bodies:
        raise FieldError("average", NEEDED)
    return tuple(written.of_a_day(body) for body in bodies)


def _bodies(written: FormValues) -> Iterator[Body]:
    for recall, what in PAINS.items():
        if (nrs := written.rating(str(recall), what)) is not None:
            yield Pain(nrs, recall=recall)
    amounts: dict[str, Any] = {measure: written.amount(measure) for measure in MEASURES}
    if any(value is not None for value in amounts.values()):
        yield Activity(**amounts)
    if (note := written.note()).strip():
        yield Note(note)


class EveningScreen(DayForm):
    """A day in its evening, which lasts until the day ends in the night."""

    NAME = "evening"
    SHOWN = ("average", "worst", *AMOUNTS)

    @property
    def heading(self) -> str:
        """With the day's name: after midnight it is still the same."""
        return f"How was {self.day_words}?"

    def rows(self) -> ComposeResult:
        yield FieldRow("average", "Pain on average", Scale(self._clock), "")
        yield self.more()
        yield FieldRow("worst", "Pain at worst", Scale(self._clock), "")
        yield from self.amounts("steps", "active_minutes", "sitting_minutes", "load")
        yield self.day()
        yield self.note()

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """Each answer on its own. Raises FieldError."""
        return parse(written)
