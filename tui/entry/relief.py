"""What was used against the pain. A log, and no advice."""

from textual.app import ComposeResult

from journal.observations import USUAL_RELIEF, Pain, Relief
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.scale import Scale
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, made
from tui.session.ratings import RECENT
from tui.system.clock import local_time
from tui.text.clean import format_number
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput, RecentWords

NEEDED = "What did you use? One of these, or a word of your own."


def parse(written: FormValues) -> tuple[NewEntry, ...]:
    """What the sheet notes. A word typed in the field `other` goes before one chosen. Raises FieldError."""
    other = written.text("other").strip()
    means = other or written.value("means", str)
    if not means:
        raise FieldError("means", NEEDED)
    relief = made(
        Relief,
        "other",
        means=means,
        before=written.rating("before", "pain before"),
        after=written.rating("after", "pain after"),
        after_minutes=written.minutes("after_minutes", "minutes until the rating after"),
        effect_minutes=written.minutes("effect_minutes", "minutes until something was felt"),
        tags=written.tags(),
        note=written.note(),
    )
    return (written.new_entry(relief),)


class ReliefScreen(EntryForm):
    """Something used, and how much it hurt before and after."""

    NAME = Relief.kind
    heading = "Relief"

    def rows(self) -> ComposeResult:
        self._means = RecentWords()
        self._before = Scale(self._clock)
        yield FieldRow("means", "What you used", ChoiceField(USUAL_RELIEF, open=True))
        yield self.more()
        yield FieldRow(
            "other", "Something else", NoteInput(compact=True, suggester=self._means), "a word or a few"
        )
        yield FieldRow("before", "Pain before", self._before, "0 none")
        yield FieldRow("after", "Pain after", Scale(self._clock))
        yield FieldRow("after_minutes", "Rated after", NoteInput(compact=True), "minutes", short=True)
        yield FieldRow(
            "effect_minutes", "Felt after", NoteInput(compact=True), "minutes, if you felt it", short=True
        )
        yield self.when()
        yield from self.last_rows()

    def offer(self, suggestions: Suggestions) -> None:
        super().offer(suggestions)
        rows = rows_in(self)
        self._means.words = suggestions.means
        self.query_one("#field-means", ChoiceField).add_options(suggestions.means)
        noted = suggestions.rating
        if noted is None or self.entry is not None or not isinstance(noted.body, Pain):
            return
        if abs(self._clock.now() - noted.at) <= RECENT and noted.body.nrs == int(noted.body.nrs):
            self._before.on_offer = int(noted.body.nrs)
            at = local_time(noted.at, noted.zone)
            rows["before"].remark(f"space: {format_number(noted.body.nrs)} ({at:%H:%M})")

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """What was used. Raises FieldError."""
        return parse(written)
