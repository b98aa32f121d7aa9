"""The sheet of a note, and of what is left out on purpose."""

from dataclasses import replace
from typing import Any

from journal.observations import WELLBEING, Note, Skip, Skipped
from tui.desk import Noting
from tui.sheets.sheet import SheetError, Written, made

NEEDED = "Some words, a number, or something that you leave out."


def read(written: Written) -> tuple[Noting, ...]:
    """What the sheet notes: a note, or something left out, and how you felt beside it. Raises SheetError."""
    skipped = written.chosen("what", Skipped)
    felt = {name: written.rating(name) for name in WELLBEING}
    if skipped is None:
        return (_note(written, felt, note=written.note(), tags=written.tags()),)
    skip = _skip(written, skipped)
    if any(value is not None for value in felt.values()):
        return (skip, _note(written, felt))
    return (skip,)


def _note(written: Written, felt: dict[str, float | None], **rest: Any) -> Noting:
    note: str = rest.get("note", "")
    if not note.strip() and all(value is None for value in felt.values()):
        raise SheetError("note", NEEDED)
    return written.noting(made(Note, "tags", **felt, **rest))


def _skip(written: Written, what: Skipped) -> Noting:
    """What is left out, about all of the day that the field `when` speaks of."""
    reason = written.text("other").strip() or written.value("reason", str)
    skip = made(Skip, "other", what=what, reason=reason, note=written.note(), tags=written.tags())
    noting = written.noting(skip)
    if noting.entry is not None and written.kept("when"):
        return noting
    day = written.today if noting.about is None else noting.about.day
    return replace(noting, about=written.whole(day))
