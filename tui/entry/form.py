"""A form in which something is noted: a typed question, answered by what is to be noted, or by None."""

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
from tui.entry.drafts import DraftPage
from tui.entry.new_entry import NewEntry
from tui.entry.row import FieldRow, rows_in
from tui.entry.scale import Scale
from tui.entry.suggestions import Suggestions
from tui.entry.values import FieldError, FieldTexts, FormValues, filled
from tui.messages import Requested
from tui.system.clock import Clock
from tui.text.clean import clean, one_line
from tui.widgets.choice import ChoiceField
from tui.widgets.text_fields import NoteArea, NoteInput, RecentWords

KEYS = "enter saves · in the note ctrl+s · tab more · esc leaves"

SCALES = {
    "interference": ("In the way", "0 not at all"),
    "mood": ("Mood", "0 the worst"),
    "stress": ("Stress", "0 none"),
    "sleep": ("Sleep", "0 the worst"),
    "stiffness": ("Stiffness", "0 none"),
}
"""What may be rated beside the pain: its name, and what 0 means."""


@dataclass(frozen=True)
class FormRequest:
    """What a form is opened with.

    `page` keeps what is typed; what stands there already is shown again, with the `fault` for which it could not be
    saved, if any. `entry` is the entry that is revised, None for something new. `row_of` tells what is known of a
    day.
    """

    clock: Clock
    page: DraftPage
    row_of: Callable[[date], Awaitable[DayRow | None]]
    entry: Entry | None = None
    fault: str = ""


class EntryForm(ModalScreen[tuple[NewEntry, ...] | None]):
    """Rows of fields, all but the first as one likes. Answers None when it was left.

    `suggestions` are words used before, which may come when the form is open already.
    """

    NAME: ClassVar[str]
    """The form's name, also that of its drafts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True, id="entry.save", tooltip="Save and go back"),
        Binding(
            "ctrl+s",
            "save",
            "Save",
            priority=True,
            id="entry.save-anywhere",
            tooltip="Save, from within the note too",
        ),
        Binding("tab,down", "app.focus_next", "More", id="entry.more", tooltip="The next field, if you like"),
        Binding(
            "shift+tab,up",
            "app.focus_previous",
            "Before",
            show=False,
            id="entry.before",
            tooltip="The field before",
        ),
        Binding("escape", "leave", "Back", priority=True, id="entry.leave", tooltip="Go back without saving"),
        Binding("ctrl+n", "empty", "Empty", id="entry.empty", tooltip="Begin anew, with empty fields"),
        Binding("f1", "safety", "Safety", show=False, id="entry.safety", tooltip="When to get help"),
    ]

    suggestions: var[Suggestions] = var(Suggestions(), init=False)

    class Up(Message):
        """The form is there and takes keys."""

    def __init__(self, asked: FormRequest) -> None:
        super().__init__()
        self._asked = asked
        self._clock = asked.clock
        self._again = RecentWords()
        self._opened: FieldTexts = {}

    @property
    def heading(self) -> str:
        """The title of the form."""
        raise NotImplementedError

    def rows(self) -> ComposeResult:
        """The fields, those that count most first."""
        raise NotImplementedError

    def read(self, written: FormValues) -> tuple[NewEntry, ...]:
        """What is noted by a sheet. Raises FieldError."""
        raise NotImplementedError

    # How it is built

    def compose(self) -> ComposeResult:
        with Vertical(id="form", classes="note-form") as form:
            form.border_title = Content(self.heading if self.entry is None else f"Change: {self.heading}")
            form.border_subtitle = Content(KEYS)
            yield Static(Content(self._back), id="back")
            with Vertical(id="fields"):
                yield from self.rows()
            yield Static(sentence(self._asked.fault), id="fault")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        page = self._asked.page
        if self.entry is not None:
            self.put(filled(self.entry))
        self._opened = self.texts
        self.put(page.texts)
        self.query_one("#back").display = page.left is not None
        first = next(iter(rows_in(self).values()))
        self.set_focus(first.field)
        self.offer(self.suggestions)
        self.post_message(self.Up())

    @property
    def _back(self) -> str:
        """That something was left over, and since when."""
        if (left := self._asked.page.left) is None:
            return ""
        at = datetime.fromtimestamp(left, self._clock.now().tzinfo)
        return f"Back from before ({at:%a %d %b %H:%M}), not saved yet.  ctrl+n empties it."

    @property
    def entry(self) -> Entry | None:
        """The entry that is revised; None for something new."""
        return self._asked.entry

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {name: row.field.text for name, row in rows_in(self).items()}

    def put(self, sheet: FieldTexts) -> None:
        """Write texts into the fields they are for; the others stay."""
        for name, row in rows_in(self).items():
            if name in sheet:
                row.field.text = clean(sheet[name])

    @property
    def written(self) -> FormValues:
        """What stands in the fields, to be read now."""
        opened = None if self.entry is None else self._opened
        return FormValues(self.texts, self._clock.now(), self._clock.day_ends, self.entry, opened)

    # Rows that several forms have

    def more(self, saves: str = "enter saves") -> Static:
        """The line after which everything is as one likes."""
        return Static(Content(f"{saves}.  All below only if you like: tab goes there."), id="more")

    def when(self, label: str = "When") -> FieldRow:
        """The moment it is about."""
        field = NoteInput(compact=True, placeholder="now")
        return FieldRow("when", label, field, "14:05, yesterday 21:00, a date", short=True)

    def day(self) -> FieldRow:
        """The day it is about."""
        field = NoteInput(compact=True, placeholder="today")
        return FieldRow("day", "Day", field, "yesterday, or a date", apart=True, short=True)

    def scales(self, *names: str) -> Iterator[FieldRow]:
        """What may be rated beside the pain."""
        for name in names:
            label, aside = SCALES[name]
            yield FieldRow(name, label, Scale(self._clock), aside, apart=name == names[0])

    def last_rows(self) -> Iterator[FieldRow]:
        """Tags and a note, which every form has."""
        yield self.tags()
        yield self.note()

    def tags(self) -> FieldRow:
        """Words to find it by."""
        field = NoteInput(compact=True, placeholder="words, with commas", suggester=self._again)
        return FieldRow("tags", "Tags", field, apart=True)

    def note(self) -> FieldRow:
        """A note of any length."""
        return FieldRow("note", "Note", NoteArea(compact=True, placeholder="as long as you like"))

    def watch_suggestions(self, suggestions: Suggestions) -> None:
        if self._opened:
            self.offer(suggestions)

    def offer(self, suggestions: Suggestions) -> None:
        """Show, in the fields that are there, what was used before."""
        self._again.words = suggestions.tags
        rows = rows_in(self)
        if "tags" in rows and suggestions.tags:
            rows["tags"].remark("again: " + ", ".join(suggestions.tags))

    # What the person does

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    def keep(self) -> None:
        """Keep what stands in the fields from being lost."""
        if self._opened:
            changed = {name: text for name, text in self.texts.items() if text != self._opened[name]}
            self._asked.page.keep(changed)
            self.note_change()

    def note_change(self) -> None:
        """Something else stands in a field."""

    @on(NoteArea.EdgeReached)
    def leave_note(self, message: NoteArea.EdgeReached) -> None:
        """Go on to the field before or after the note."""
        (self.focus_previous if message.by < 0 else self.focus_next)()

    def action_save(self) -> None:
        """Answer with what was written, unless something in it cannot be meant."""
        try:
            answer = self.read(self.written)
        except FieldError as error:
            self._say(error)
        else:
            self.dismiss(answer)

    def _say(self, error: FieldError) -> None:
        self.query_one("#fault", Static).update(sentence(str(error)))
        if (row := rows_in(self).get(error.field)) is not None:
            self.set_focus(row.field)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    def action_empty(self) -> None:
        """Forget what was left over from before."""
        self.put(self._opened)
        self._asked.page.drop()
        self.query_one("#back").display = False
        self.refresh_bindings()

    def action_safety(self) -> None:
        """Show when to get help."""
        self.post_message(Requested("safety"))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Emptying is for what came back from before."""
        return action != "empty" or self._asked.page.left is not None


def sentence(text: str) -> Content:
    """What is wrong, as the form says it."""
    plain = one_line(text)
    return Content(plain[:1].upper() + plain[1:])
