"""The sheet of a pain rating."""

from dataclasses import replace
from typing import Any

from journal.observations import OF_A_DAY, WELLBEING, BodySide, Pain, Quality, Recall, Site
from tui.desk import Noting
from tui.sheets.sheet import SheetError, Written, made

NEEDED = "A number from 0 to 10, then enter."


def read(written: Written) -> tuple[Noting, ...]:
    """What the sheet notes. Raises SheetError."""
    nrs = written.rating("nrs", "pain")
    if nrs is None:
        raise SheetError("nrs", NEEDED)
    said = made(Pain, "tags", nrs=nrs, **_beside(written))
    if written.entry is not None and isinstance(written.entry.body, Pain):
        said = replace(said, session=written.entry.body.session, exercise=written.entry.body.exercise)
    return (_about(written, said),)


def _beside(written: Written) -> dict[str, Any]:
    return {
        "recall": written.chosen("recall", Recall) or Recall.NOW,
        "sites": written.several("sites", Site),
        "side": written.chosen("side", BodySide),
        "qualities": written.several("qualities", Quality),
        **{name: written.rating(name) for name in ("interference", *WELLBEING)},
        "tags": written.tags(),
        "note": written.note(),
    }


def _about(written: Written, pain: Pain) -> Noting:
    """A rating of how it is now is about a moment; an average and the worst are about the whole day."""
    noting = written.noting(pain)
    as_it_was = written.entry is not None and written.kept("when") and written.kept("recall")
    if pain.recall is Recall.NOW or pain.recall not in OF_A_DAY or as_it_was:
        return noting
    day = written.today if noting.about is None else noting.about.day
    return replace(noting, about=written.whole(day), zone=None)
