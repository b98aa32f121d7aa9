"""The sheet of a position taken, and of how long the one before it stayed comfortable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from journal.observations import Position, Posture
from journal.positions import Stretch, kept_now
from journal.record import Entry
from tui.desk import Noting
from tui.sheets.sheet import SheetError, Written, made
from tui.text.parse import Moment

NEEDED = "Which one? s, t, l or w, then enter."
FORMER = "former"
"""The field for how long the position before stayed comfortable."""
ALL_OF_IT = "a"

Kept = tuple[Stretch, float]
"""A position that lasted until some moment, and for how many minutes."""


def kept_until(before: Sequence[Stretch], at: datetime) -> Kept | None:
    """The position, of those noted before, that lasted until the moment `at`."""
    return kept_now([stretch for stretch in before if stretch.since <= at], at)


def read(written: Written, before: Sequence[Stretch] = ()) -> tuple[Noting, ...]:
    """What the sheet notes; `before` are the positions noted until now, oldest first. Raises SheetError."""
    posture = written.chosen("posture", Posture)
    if posture is None:
        raise SheetError("posture", NEEDED)
    position = made(
        Position,
        "tags",
        posture=posture,
        comfortable_minutes=written.minutes("comfortable_minutes", "comfortable minutes"),
        tags=written.tags(),
        note=written.note(),
    )
    noting = written.noting(position)
    return (*_former(written, before, noting.about), noting)


def _former(written: Written, before: Sequence[Stretch], about: Moment | None) -> tuple[Noting, ...]:
    """The position before this one, with how long it stayed comfortable, if that was said."""
    text = written.text(FORMER).strip()
    if not text:
        return ()
    kept = kept_until(before, written.now if about is None else about.at)
    if kept is None:
        raise SheetError(FORMER, "No position was noted before this one: leave its minutes empty.")
    stretch, minutes = kept
    comfortable = round(minutes) if text == ALL_OF_IT else written.minutes(FORMER, "comfortable minutes")
    return _revised(stretch.entry, comfortable)


def _revised(entry: Entry, comfortable: float | None) -> tuple[Noting, ...]:
    if not isinstance(entry.body, Position):
        return ()
    body = replace(entry.body, comfortable_minutes=comfortable)
    return (Noting(body, Moment(entry.day, entry.at), entry.id, entry.zone),)
