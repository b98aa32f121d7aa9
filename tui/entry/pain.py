"""The pain form: one number, and optional details."""

from dataclasses import replace
from typing import Any

from textual.app import ComposeResult

from journal.observations import OF_A_DAY, WELLBEING, BodySide, Pain, Quality, Recall, Site
from tui.entry.common_rows import moment_row, more_line, scale_rows
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.scale import Scale
from tui.entry.values import FieldError, FormValues, build
from tui.widgets.choice import ChoiceField, MultiChoiceField

NEEDED = "Pain needs a number from 0 to 10; then press enter."


def parse(values: FormValues) -> tuple[NewEntry, ...]:
    """The rating in these values. Raises FieldError."""
    nrs = values.rating("nrs", "pain")
    if nrs is None:
        raise FieldError("nrs", NEEDED)
    pain = build(Pain, "tags", nrs=nrs, **_details(values))
    if values.entry is not None and isinstance(values.entry.body, Pain):
        pain = replace(pain, session=values.entry.body.session, exercise=values.entry.body.exercise)
    return (_with_moment(values, pain),)


def _details(values: FormValues) -> dict[str, Any]:
    return {
        "recall": values.chosen_word("recall", Recall) or Recall.NOW,
        "sites": values.chosen_words("sites", Site),
        "side": values.chosen_word("side", BodySide),
        "qualities": values.chosen_words("qualities", Quality),
        **{name: values.rating(name) for name in ("interference", *WELLBEING)},
        "tags": values.tags(),
        "note": values.note(),
    }


def _with_moment(values: FormValues, pain: Pain) -> NewEntry:
    """A rating of pain now is about a moment; the average and the worst are about the whole day."""
    new_entry = values.new_entry(pain)
    unchanged = values.entry is not None and values.is_unchanged("when") and values.is_unchanged("recall")
    if pain.recall is Recall.NOW or pain.recall not in OF_A_DAY or unchanged:
        return new_entry
    day = values.today if new_entry.about is None else new_entry.about.day
    return replace(new_entry, about=values.whole_day(day), zone=None)


SITES = {Site.BELOW_KNEE: "below the knee"}
RECALLS = {"now": "now", "average": "the day's average", "worst": "the day's worst"}


class PainScreen(EntryForm):
    """A pain rating."""

    NAME = Pain.kind
    heading = "Pain"

    def rows(self) -> ComposeResult:
        yield FieldRow("nrs", "How much", Scale(self._clock), "0 none, 10 worst")
        yield more_line()
        yield moment_row()
        if self._of_a_day:
            yield FieldRow("recall", "Time frame", ChoiceField(OF_A_DAY, 0, names=RECALLS))
        yield FieldRow(
            "sites",
            "Where",
            MultiChoiceField(tuple(Site), names=SITES),
            "space or a letter",
            starts_group=True,
        )
        yield FieldRow("side", "Side", ChoiceField(tuple(BodySide)))
        yield FieldRow("qualities", "Type of pain", MultiChoiceField(tuple(Quality)))
        yield from scale_rows(self._clock, "interference", *WELLBEING)
        yield from self.last_rows()

    @property
    def _of_a_day(self) -> bool:
        """Whether the time frame can be chosen: a rating of a session keeps its own."""
        body = None if self.entry is None else self.entry.body
        return not isinstance(body, Pain) or body.recall in OF_A_DAY

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values)
