"""The form for an entry: rows of fields that become new entries."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static, TextArea

from journal.days import DayRow
from journal.record import Entry
from tui.entry.common_rows import note_row, tags_row
from tui.entry.drafts import DraftPage
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FieldTexts, FormValues, field_texts
from tui.messages import Requested
from tui.system.clock import Clock
from tui.text.clean import clean, one_line
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteArea, RecentWords

KEYS = "enter: save · ctrl+s: save from the note · tab: next field · esc: cancel"


@dataclass(frozen=True)
class FormRequest:
    """What a form is opened with.

    `page` keeps the draft; a draft that is there already is shown. `row_of` reads the row of a day. `entry` is the entry
    to change, None for a new one; `fault` says why the last answer could not be saved.
    """

    clock: Clock
    page: DraftPage
    row_of: Callable[[date], Awaitable[DayRow | None]]
    entry: Entry | None = None
    fault: str = ""


class EntryForm(ModalScreen[tuple[NewEntry, ...] | None]):
    """A form of rows that answers with new entries, or with None when it is left.

    `suggestions` are recent words, which may come after the form is shown. Each kind of form lists its `rows` and says
    in `parse` what their values mean.
    """

    NAME: ClassVar[str]
    """The name of the form, of its drafts, and of the command that opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True, id="entry.save", tooltip="Save"),
        Binding(
            "ctrl+s",
            "save",
            "Save",
            priority=True,
            id="entry.save-anywhere",
            tooltip="Save, also from the note",
        ),
        Binding("tab,down", "app.focus_next", "More", id="entry.more", tooltip="Next field"),
        Binding(
            "shift+tab,up",
            "app.focus_previous",
            "Previous",
            show=False,
            id="entry.before",
            tooltip="Previous field",
        ),
        Binding("escape", "leave", "Cancel", priority=True, id="entry.leave", tooltip="Close without saving"),
        Binding("ctrl+n", "empty", "Clear", id="entry.empty", tooltip="Clear the form"),
        Binding("f1", "safety", "Safety", show=False, id="entry.safety", tooltip="When to get help"),
    ]

    suggestions: var[Suggestions] = var(Suggestions(), init=False)

    class FormOpened(Message):
        """The form is shown and takes keys."""

    def __init__(self, request: FormRequest) -> None:
        super().__init__()
        self._request = request
        self._clock = request.clock
        self._recent_tags = RecentWords()
        self._opened: FieldTexts = {}

    @property
    def heading(self) -> str:
        """The title of the form."""
        raise NotImplementedError

    def rows(self) -> ComposeResult:
        """The rows of the form, the most important first."""
        raise NotImplementedError

    def parse(self, values: FormValues) -> tuple[NewEntry, ...]:
        """The entries that the values of this form make. Raises FieldError."""
        raise NotImplementedError

    # How it is built

    def compose(self) -> ComposeResult:
        with Vertical(id="form", classes="note-form") as form:
            form.border_title = Content(self.heading if self.entry is None else f"Change: {self.heading}")
            form.border_subtitle = Content(KEYS)
            yield Static(Content(self._draft_line), id="back")
            with Vertical(id="fields"):
                yield from self.rows()
            yield Static(sentence(self._request.fault), id="fault")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        page = self._request.page
        if self.entry is not None:
            self.fill(field_texts(self.entry))
        self._opened = self.texts
        self.fill(page.texts)
        self.query_one("#back").display = page.left is not None
        first = next(iter(rows_in(self).values()))
        self.set_focus(first.field)
        self.show_suggestions(self.suggestions)
        self.post_message(self.FormOpened())

    @property
    def _draft_line(self) -> str:
        """A line about a restored draft; empty without one."""
        if (left := self._request.page.left) is None:
            return ""
        at = datetime.fromtimestamp(left, self._clock.now().tzinfo)
        return f"Draft of {at:%a %d %b %H:%M}, not saved yet. ctrl+n: clear it"

    @property
    def entry(self) -> Entry | None:
        """The entry to change; None for a new one."""
        return self._request.entry

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the fields."""
        return {name: row.field.text for name, row in rows_in(self).items()}

    def fill(self, texts: FieldTexts) -> None:
        """Write texts into their fields; the other fields stay."""
        for name, row in rows_in(self).items():
            if name in texts:
                row.field.text = clean(texts[name])

    @property
    def values(self) -> FormValues:
        """The values of the fields, to be parsed now."""
        opened = None if self.entry is None else self._opened
        return FormValues(self.texts, self._clock.now(), self._clock.day_ends, self.entry, opened)

    def last_rows(self) -> Iterator[FieldRow]:
        """The rows that end every form: tags and a note."""
        yield tags_row(self._recent_tags)
        yield note_row()

    def watch_suggestions(self, suggestions: Suggestions) -> None:
        if self._opened:
            self.show_suggestions(suggestions)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Show recent words beside the fields they suit."""
        self._recent_tags.words = suggestions.tags
        rows = rows_in(self)
        if "tags" in rows and suggestions.tags:
            rows["tags"].set_hint("recent: " + ", ".join(suggestions.tags))

    # What the person does

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    def keep_draft(self) -> None:
        """Keep the changed fields as a draft."""
        if self._opened:
            changed = {name: text for name, text in self.texts.items() if text != self._opened[name]}
            self._request.page.keep(changed)
            self.on_values_changed()

    def on_values_changed(self) -> None:
        """Called when the text of a field changed."""

    @on(NoteArea.EdgeReached)
    def leave_note(self, message: NoteArea.EdgeReached) -> None:
        """Go to the field before or after the note."""
        (self.focus_previous if message.by < 0 else self.focus_next)()

    def action_save(self) -> None:
        """Answer with the entries, or show what is wrong with a field."""
        try:
            answer = self.parse(self.values)
        except FieldError as error:
            self._show_fault(error)
        else:
            self.dismiss(answer)

    def _show_fault(self, error: FieldError) -> None:
        self.query_one("#fault", Static).update(sentence(str(error)))
        if (row := rows_in(self).get(error.field)) is not None:
            self.set_focus(row.field)

    def action_leave(self) -> None:
        """Close the form without saving."""
        self.dismiss(None)

    def action_empty(self) -> None:
        """Clear the restored draft."""
        self.fill(self._opened)
        self._request.page.drop()
        self.query_one("#back").display = False
        self.refresh_bindings()

    def action_safety(self) -> None:
        """Show when to get help."""
        self.post_message(Requested("safety"))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Only a restored draft can be cleared."""
        return action != "empty" or self._request.page.left is not None


def sentence(text: str) -> Content:
    """A fault as a sentence."""
    plain = one_line(text)
    return Content(plain[:1].upper() + plain[1:])
