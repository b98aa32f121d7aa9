"""The note form: a note, or something skipped on purpose."""

from dataclasses import replace
from typing import Any

from textual.app import ComposeResult

from journal.observations import USUAL_REASONS, WELLBEING, Note, Skip, Skipped
from tui.entry.common_rows import moment_row, more_line, note_row, scale_rows, tags_row
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, build
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput, RecentWords

NEEDED = "Write a note, rate something, or choose what you skipped."


def parse(values: FormValues) -> tuple[NewEntry, ...]:
    """The note in these values, or the skip and its ratings. Raises FieldError."""
    skipped = values.chosen_word("what", Skipped)
    ratings = {name: values.rating(name) for name in WELLBEING}
    if skipped is None:
        return (_note(values, ratings, note=values.note(), tags=values.tags()),)
    skip = _skip(values, skipped)
    if any(value is not None for value in ratings.values()):
        return (skip, _note(values, ratings))
    return (skip,)


def _note(values: FormValues, ratings: dict[str, float | None], **rest: Any) -> NewEntry:
    note: str = rest.get("note", "")
    if not note.strip() and all(value is None for value in ratings.values()):
        raise FieldError("note", NEEDED)
    return values.new_entry(build(Note, "tags", **ratings, **rest))


def _skip(values: FormValues, what: Skipped) -> NewEntry:
    """What was skipped, about the whole day of the field `when`."""
    reason = values.text("other").strip() or values.value("reason", str)
    skip = build(Skip, "other", what=what, reason=reason, note=values.note(), tags=values.tags())
    new_entry = values.new_entry(skip)
    if new_entry.entry is not None and values.is_unchanged("when"):
        return new_entry
    day = values.today if new_entry.about is None else new_entry.about.day
    return replace(new_entry, about=values.whole_day(day))


class NoteScreen(EntryForm):
    """A note, ratings, and what was skipped. To change an entry, only the fields of its kind."""

    NAME = Note.kind

    @property
    def heading(self) -> str:
        """The title, by the kind of entry."""
        kinds = {Note.kind: "a note", Skip.kind: "something you skipped"}
        return "A note, or something you skipped" if self.entry is None else kinds[self.entry.kind]

    def rows(self) -> ComposeResult:
        self._reasons = RecentWords()
        kind = None if self.entry is None else self.entry.kind
        yield note_row()
        yield more_line("ctrl+s")
        if kind != Note.kind:
            yield FieldRow("what", "Skipped", ChoiceField(tuple(Skipped)), "on purpose")
            yield FieldRow("reason", "Why", ChoiceField(USUAL_REASONS, open=True))
            yield FieldRow("other", "Another reason", NoteInput(compact=True, suggester=self._reasons))
        if kind != Skip.kind:
            yield from scale_rows(self._clock, *WELLBEING)
        yield moment_row()
        yield tags_row(self._recent_tags)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        super().show_suggestions(suggestions)
        self._reasons.words = suggestions.reasons
        for reasons in self.query("#field-reason").results(ChoiceField):
            reasons.add_options(suggestions.reasons)

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values)
