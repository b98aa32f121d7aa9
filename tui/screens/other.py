"""A note, or something left out on purpose."""

from textual.app import ComposeResult

from journal.observations import USUAL_REASONS, WELLBEING, Note, Skip, Skipped
from tui.desk import Noting
from tui.offered import Offered
from tui.screens.note_form import NoteForm
from tui.sheets import other
from tui.sheets.sheet import Written
from tui.widgets.choice import Choice
from tui.widgets.row import Row
from tui.widgets.text_fields import Again, NoteInput


class OtherScreen(NoteForm):
    """Words, how one feels, and what is left out. Of an entry that is changed: what that has."""

    NAME = Note.kind

    @property
    def heading(self) -> str:
        """By what it is about."""
        kinds = {Note.kind: "a note", Skip.kind: "something left out"}
        return "Note, or something left out" if self.entry is None else kinds[self.entry.kind]

    def rows(self) -> ComposeResult:
        self._reasons = Again()
        kind = None if self.entry is None else self.entry.kind
        yield self.note()
        yield self.more("ctrl+s saves")
        if kind != Note.kind:
            yield Row("what", "Left out", Choice(tuple(Skipped)), "this time, on purpose")
            yield Row("reason", "Why", Choice(USUAL_REASONS, open=True))
            yield Row("other", "Another reason", NoteInput(compact=True, suggester=self._reasons))
        if kind != Skip.kind:
            yield from self.scales(*WELLBEING)
        yield self.when()
        yield self.tags()

    def offer(self, offered: Offered) -> None:
        super().offer(offered)
        self._reasons.words = offered.reasons
        for reasons in self.query("#field-reason").results(Choice):
            reasons.offer(offered.reasons)

    def read(self, written: Written) -> tuple[Noting, ...]:
        """A note, or what is left out. Raises SheetError."""
        return other.read(written)
