"""The sheet of a whole day, filled in in its evening."""

from collections.abc import Iterator
from typing import Any

from journal.observations import MEASURES, Activity, Note, Pain, Recall
from journal.record import Body
from tui.desk import Noting
from tui.sheets.sheet import SheetError, Written

NEEDED = "One answer is enough: a number, or some words."
PAINS = {Recall.AVERAGE: "pain on average", Recall.WORST: "pain at worst"}


def read(written: Written) -> tuple[Noting, ...]:
    """What the sheet notes, each answer as a record of its own, about all of the day. Raises SheetError."""
    bodies = list(_bodies(written))
    if not bodies:
        raise SheetError("average", NEEDED)
    return tuple(written.of_a_day(body) for body in bodies)


def _bodies(written: Written) -> Iterator[Body]:
    for recall, what in PAINS.items():
        if (nrs := written.rating(str(recall), what)) is not None:
            yield Pain(nrs, recall=recall)
    amounts: dict[str, Any] = {measure: written.amount(measure) for measure in MEASURES}
    if any(value is not None for value in amounts.values()):
        yield Activity(**amounts)
    if (note := written.note()).strip():
        yield Note(note)
