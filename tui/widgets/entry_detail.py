"""All that is known of one entry: every field, its note, the parts of a session, and all it ever said."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tui.history import Detail
from tui.history_words import about, facts, history_of, marks, parts_of, title, whole_note
from tui.system.clock import Clock
from tui.text.describe import what


class EntryDetail(VerticalScroll):
    """Shows a detail; None is nothing to show."""

    detail: reactive[Detail | None] = reactive(None)

    def __init__(self, clock: Clock, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clock = clock

    def compose(self) -> ComposeResult:
        yield Static(id="detail-text", markup=False)

    def watch_detail(self, detail: Detail | None) -> None:
        lines = [] if detail is None else list(self._lines(detail))
        self.border_title = Content("" if detail is None else title(detail.entry))
        self.query_one("#detail-text", Static).update(Content("\n").join(lines))
        self.scroll_home(animate=False)

    def _lines(self, detail: Detail) -> Iterator[Content]:
        entry = detail.entry
        yield Content.styled(what(entry.body), "bold")
        yield Content(about(entry, self._clock))
        if special := marks(entry):
            yield Content.styled(special, "italic")
        yield Content("")
        for name, value in facts(entry.body):
            yield Content.assemble((f"{name}  ", "dim"), value)
        if note := whole_note(entry.body):
            yield Content(f"\n{note}")
        if parts := parts_of(detail):
            yield Content.styled("\nIn the session", "bold")
            yield from map(Content, parts)
        yield Content.styled("\nKept in the journal", "bold")
        yield from map(Content, history_of(detail, self._clock))
