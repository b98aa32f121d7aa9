"""The relief form: what the person tried for the pain. A log, no advice."""

from textual.app import ComposeResult

from journal.observations import USUAL_RELIEF, Pain, Relief
from tui.entry.common_rows import moment_row, more_line
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.scale import Scale
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FormValues, build
from tui.session.ratings import RECENT
from tui.system.clock import local_time
from tui.text.clean import format_number
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteInput, RecentWords

NEEDED = "What did you try? Choose one of these, or use your own word."


def parse(values: FormValues) -> tuple[NewEntry, ...]:
    """The relief in these values; a typed word outranks a chosen one. Raises FieldError."""
    other = values.text("other").strip()
    means = other or values.value("means", str)
    if not means:
        raise FieldError("means", NEEDED)
    relief = build(
        Relief,
        "other",
        means=means,
        before=values.rating("before", "pain before"),
        after=values.rating("after", "pain after"),
        after_minutes=values.minutes("after_minutes", "minutes until the second rating"),
        effect_minutes=values.minutes("effect_minutes", "minutes until it started to help"),
        tags=values.tags(),
        note=values.note(),
    )
    return (values.new_entry(relief),)


class ReliefScreen(EntryForm):
    """Something tried, and the pain before and after."""

    NAME = Relief.kind
    heading = "Relief"

    def rows(self) -> ComposeResult:
        self._means = RecentWords()
        self._before = Scale(self._clock)
        yield FieldRow("means", "What you tried", ChoiceField(USUAL_RELIEF, open=True))
        yield more_line()
        yield FieldRow(
            "other", "Something else", NoteInput(compact=True, suggester=self._means), "a word or a few"
        )
        yield FieldRow("before", "Pain before", self._before, "0 none")
        yield FieldRow("after", "Pain after", Scale(self._clock))
        yield FieldRow(
            "after_minutes", "Second rating", NoteInput(compact=True), "minutes later", narrow=True
        )
        yield FieldRow(
            "effect_minutes", "Helped after", NoteInput(compact=True), "minutes, if it did", narrow=True
        )
        yield moment_row()
        yield from self.last_rows()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        super().show_suggestions(suggestions)
        rows = rows_in(self)
        self._means.words = suggestions.means
        self.query_one("#field-means", ChoiceField).add_options(suggestions.means)
        noted = suggestions.rating
        if noted is None or self.entry is not None or not isinstance(noted.body, Pain):
            return
        if abs(self._clock.now() - noted.at) <= RECENT and noted.body.nrs == int(noted.body.nrs):
            self._before.suggestion = int(noted.body.nrs)
            at = local_time(noted.at, noted.zone)
            rows["before"].set_hint(f"space: {format_number(noted.body.nrs)} ({at:%H:%M})")

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        return parse(values)
