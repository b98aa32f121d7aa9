"""How much it hurts: one number, and whatever else one likes to say about it."""

from dataclasses import replace
from typing import Any

from textual.app import ComposeResult

from journal.observations import OF_A_DAY, WELLBEING, BodySide, Pain, Quality, Recall, Site
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.scale import Scale
from tui.entry.values import FieldError, FormValues, made
from tui.widgets.choice import ChoiceField, MultiChoiceField

NEEDED = "A number from 0 to 10, then enter."


def parse(written: FormValues) -> tuple[NewEntry, ...]:
    """What the sheet notes. Raises FieldError."""
    nrs = written.rating("nrs", "pain")
    if nrs is None:
        raise FieldError("nrs", NEEDED)
    said = made(Pain, "tags", nrs=nrs, **_beside(written))
    if written.entry is not None and isinstance(written.entry.body, Pain):
        said = replace(said, session=written.entry.body.session, exercise=written.entry.body.exercise)
    return (_about(written, said),)


def _beside(written: FormValues) -> dict[str, Any]:
    return {
        "recall": written.chosen("recall", Recall) or Recall.NOW,
        "sites": written.several("sites", Site),
        "side": written.chosen("side", BodySide),
        "qualities": written.several("qualities", Quality),
        **{name: written.rating(name) for name in ("interference", *WELLBEING)},
        "tags": written.tags(),
        "note": written.note(),
    }


def _about(written: FormValues, pain: Pain) -> NewEntry:
    """A rating of how it is now is about a moment; an average and the worst are about the whole day."""
    new_entry = written.new_entry(pain)
    as_it_was = written.entry is not None and written.kept("when") and written.kept("recall")
    if pain.recall is Recall.NOW or pain.recall not in OF_A_DAY or as_it_was:
        return new_entry
    day = written.today if new_entry.about is None else new_entry.about.day
    return replace(new_entry, about=written.whole(day), zone=None)


SITES = {Site.BELOW_KNEE: "below the knee"}
RECALLS = {"now": "now", "average": "the day on average", "worst": "the day's worst"}


class PainScreen(EntryForm):
    """A rating of the pain."""

    NAME = Pain.kind
    heading = "Pain"

    def rows(self) -> ComposeResult:
        yield FieldRow("nrs", "How much", Scale(self._clock), "0 none, 10 worst")
        yield self.more()
        yield self.when()
        if self._of_a_day:
            yield FieldRow("recall", "Speaks of", ChoiceField(OF_A_DAY, 0, names=RECALLS))
        yield FieldRow(
            "sites", "Where", MultiChoiceField(tuple(Site), names=SITES), "space or letter", apart=True
        )
        yield FieldRow("side", "Side", ChoiceField(tuple(BodySide)))
        yield FieldRow("qualities", "How it feels", MultiChoiceField(tuple(Quality)))
        yield from self.scales("interference", *WELLBEING)
        yield from self.last_rows()

    @property
    def _of_a_day(self) -> bool:
        """A rating that belongs to a session goes on to speak of that."""
        body = None if self.entry is None else self.entry.body
        return not isinstance(body, Pain) or body.recall in OF_A_DAY

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """A rating. Raises FieldError."""
        return parse(written)
