"""A note, or something left out on purpose."""

from dataclasses import replace
from typing import Any

from textual.app import ComposeResult

from journal.observations import USUAL_REASONS, WELLBEING, Note, Skip, Skipped
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, made
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput, RecentWords

NEEDED = "Some words, a number, or something that you leave out."


def parse(written: FormValues) -> tuple[NewEntry, ...]:
    """What the sheet notes: a note, or something left out, and how you felt beside it. Raises FieldError."""
    skipped = written.chosen("what", Skipped)
    felt = {name: written.rating(name) for name in WELLBEING}
    if skipped is None:
        return (_note(written, felt, note=written.note(), tags=written.tags()),)
    skip = _skip(written, skipped)
    if any(value is not None for value in felt.values()):
        return (skip, _note(written, felt))
    return (skip,)


def _note(written: FormValues, felt: dict[str, float | None], **rest: Any) -> NewEntry:
    note: str = rest.get("note", "")
    if not note.strip() and all(value is None for value in felt.values()):
        raise FieldError("note", NEEDED)
    return written.new_entry(made(Note, "tags", **felt, **rest))


def _skip(written: FormValues, what: Skipped) -> NewEntry:
    """What is left out, about all of the day that the field `when` speaks of."""
    reason = written.text("other").strip() or written.value("reason", str)
    skip = made(Skip, "other", what=what, reason=reason, note=written.note(), tags=written.tags())
    new_entry = written.new_entry(skip)
    if new_entry.entry is not None and written.kept("when"):
        return new_entry
    day = written.today if new_entry.about is None else new_entry.about.day
    return replace(new_entry, about=written.whole(day))


class NoteScreen(EntryForm):
    """Words, how one feels, and what is left out. Of an entry that is changed: what that has."""

    NAME = Note.kind

    @property
    def heading(self) -> str:
        """By what it is about."""
        kinds = {Note.kind: "a note", Skip.kind: "something left out"}
        return "Note, or something left out" if self.entry is None else kinds[self.entry.kind]

    def rows(self) -> ComposeResult:
        self._reasons = RecentWords()
        kind = None if self.entry is None else self.entry.kind
        yield self.note()
        yield self.more("ctrl+s saves")
        if kind != Note.kind:
            yield FieldRow("what", "Left out", ChoiceField(tuple(Skipped)), "this time, on purpose")
            yield FieldRow("reason", "Why", ChoiceField(USUAL_REASONS, open=True))
            yield FieldRow("other", "Another reason", NoteInput(compact=True, suggester=self._reasons))
        if kind != Skip.kind:
            yield from self.scales(*WELLBEING)
        yield self.when()
        yield self.tags()

    def offer(self, suggestions: Suggestions) -> None:
        super().offer(suggestions)
        self._reasons.words = suggestions.reasons
        for reasons in self.query("#field-reason").results(ChoiceField):
            reasons.add_options(suggestions.reasons)

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """A note, or what is left out. Raises FieldError."""
        return parse(written)
