"""The list of entries, and beside it everything known of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from journal.record import Entry
from tui.entry.editor import EntryEditor
from tui.history.confirm_key import ConfirmKey
from tui.history.entry_list import EntryDetail, HistoryList
from tui.history.filter_line import FilterLine
from tui.history.reading import Filters, HistoryReader
from tui.history.words import day_missing, nothing_found
from tui.system.clock import today
from tui.text.describe import describe

SIDE_BY_SIDE = 100
"""Columns from which list and detail are shown side by side."""

MOST_READ_AGAIN = 1_200
"""Entries read at most after a change, so that the list stays where it was."""

KEYS: list[BindingType] = [
    Binding("e", "edit", "Change", priority=True, id="history.edit", tooltip="Change this entry; enter too"),
    Binding(
        "enter",
        "choose",
        "Change",
        show=False,
        priority=True,
        id="history.choose",
        tooltip="Change this entry; in a narrow window, read it first",
    ),
    Binding("d,delete", "delete", "Delete", id="history.delete", tooltip="Delete this entry (press twice)"),
    Binding(
        "u",
        "undo",
        "Undo",
        show=False,
        id="history.undo",
        tooltip="Undo your last entry, change or deletion",
    ),
    Binding(
        "slash", "ask('search')", "Search", key_display="/", id="history.search", tooltip="Search the notes"
    ),
    Binding("k", "ask('kind')", "Kind", id="history.kind", tooltip="One kind of entry; again: all"),
    Binding("w", "ask('site')", "Where", id="history.site", tooltip="Pain in one place; again: all"),
    Binding(
        "number_sign",
        "ask('tag')",
        "Tag",
        key_display="#",
        id="history.tag",
        tooltip="Entries with a tag; again: all",
    ),
    Binding("g", "ask('day')", "Day", id="history.day", tooltip="Go to a day; again: to the newest entry"),
    Binding("right", "open", "Read", show=False, id="history.open", tooltip="Read the whole entry"),
    Binding("left", "close", "List", show=False, id="history.close", tooltip="Back to the list"),
]


class HistoryView(Vertical, can_focus=True):
    """The entries that the filters let through, newest first."""

    BINDINGS = KEYS

    @dataclass
    class EntriesChanged(Message):
        """An entry was changed, deleted or restored."""

    @dataclass
    class Edit(Message):
        """The person wants to change an entry."""

        entry: Entry

    def __init__(self, reader: HistoryReader, editor: EntryEditor, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._reader = reader
        self._editor = editor
        self._clock = reader.clock
        self._more: Entry | None = None
        self._deleting = ConfirmKey()
        self._turn = 0

    def compose(self) -> ComposeResult:
        yield FilterLine(self._clock, id="filter-line")
        with Horizontal(id="history"):
            yield HistoryList(self._clock, id="entries")
            yield EntryDetail(self._clock, id="detail")
            yield Static(id="nothing", markup=False)

    def on_mount(self) -> None:
        self.query_one(HistoryList).border_title = Content("Entries")
        self.run_worker(self.read(), group="page", exclusive=True)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < SIDE_BY_SIDE, "-narrow")

    async def read(self, at: Entry | None = None, count: int = 0) -> None:
        """Read one page, or at least `count` entries, and put the cursor where `at` was."""
        self._turn += 1
        turn = self._turn
        page = await self._reader.entries(self.filters, count)
        if turn != self._turn:  # the filters have changed since
            return
        if page is None:
            self.query_one(HistoryList).show([])
            self._show_nothing("The journal could not be read just now. Nothing is lost.")
            return
        self._more = page.more
        self._show(page.entries, at)

    async def reload(self) -> None:
        """Read again after a change, and stay where the cursor is."""
        self.post_message(self.EntriesChanged())
        entries = self.query_one(HistoryList)
        await self.read(entries.entry, min(len(entries.entries), MOST_READ_AGAIN))

    def _show(self, entries: Sequence[Entry], at: Entry | None) -> None:
        self.disarm()
        listed = self.query_one(HistoryList)
        listed.show(entries, at, day_missing(self.filters, entries, today(self._clock)))
        if not entries:
            self._show_nothing("\n".join(nothing_found(self.filters)))
            return
        self.remove_class("-nothing")
        if not self.query_one(FilterLine).is_open and self.display and not self.has_class("-detail"):
            listed.focus()

    def _show_nothing(self, text: str) -> None:
        self.query_one("#nothing", Static).update(Content(text))
        self.query_one(EntryDetail).detail = None
        self.set_classes("-nothing -narrow" if self.has_class("-narrow") else "-nothing")
        if self.display and not self.query_one(FilterLine).is_open:
            self.focus()

    @on(HistoryList.EndNear)
    def _read_on(self, event: HistoryList.EndNear) -> None:
        event.stop()
        self.run_worker(self._next_page(), group="page")

    async def _next_page(self) -> None:
        listed, turn = self.query_one(HistoryList), self._turn
        while (more := self._more) is not None and listed.end_near:
            self._more = None
            page = await self._reader.page(self.filters, more)
            if page is None or turn != self._turn:
                return
            self._more = page.more
            listed.extend(page.entries)

    @on(HistoryList.Highlighted)
    def _show_detail(self, event: HistoryList.Highlighted) -> None:
        event.stop()
        self.disarm()
        self.run_worker(self._read_detail(event.entry), group="detail", exclusive=True)

    async def _read_detail(self, entry: Entry) -> None:
        detail = await self._reader.detail(entry)
        if detail is not None and self.query_one(HistoryList).entry == entry:
            self.query_one(EntryDetail).detail = detail

    @property
    def filters(self) -> Filters:
        """The filters that are set."""
        return self.query_one(FilterLine).filters

    async def action_ask(self, name: str) -> None:
        """Clear a filter, or ask for it."""
        self.disarm()
        entries = self.query_one(HistoryList).entries
        tags = sorted({tag for entry in entries for tag in getattr(entry.body, "tags", ())})
        await self.query_one(FilterLine).ask(name, tags)

    @on(FilterLine.FiltersChanged)
    def _on_filters_changed(self, event: FilterLine.FiltersChanged) -> None:
        event.stop()
        self.run_worker(self.read(), group="page", exclusive=True)

    @on(FilterLine.Closed)
    def _on_question_closed(self, event: FilterLine.Closed) -> None:
        event.stop()
        self.focus_first()

    def go_to(self, day: date) -> None:
        """Show this day and those before it, without other filters."""
        self.query_one(FilterLine).filters = Filters(day=day)

    def back(self) -> bool:
        """Go back from the detail to the list; False when the list is shown already."""
        if not self.has_class("-detail") and not self.query_one(EntryDetail).has_focus:
            return False
        self.action_close()
        return True

    def focus_first(self) -> None:
        """Focus the list, or what is shown in its place."""
        (self if self.has_class("-nothing") else self.query_one(HistoryList)).focus()

    def action_open(self) -> None:
        """Read the whole entry; in a narrow window, in place of the list."""
        if self.query_one(HistoryList).entry is not None:
            self.add_class("-detail")
            self.query_one(EntryDetail).focus()

    def action_close(self) -> None:
        """Go back to the list."""
        self.remove_class("-detail")
        self.focus_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """A question of the filters gets these keys first; else they come before all others, so that keys typed after
        them wait for the form.
        """
        return action not in {"edit", "choose"} or not self.query_one(FilterLine).is_open

    @on(HistoryList.EntryChosen)
    def _choose(self, event: HistoryList.EntryChosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Change the entry; in a narrow window, read it first."""
        if self.has_class("-narrow") and not self.has_class("-detail"):
            self.action_open()
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """Change the entry under the cursor."""
        if (entry := self.query_one(HistoryList).entry) is not None:
            self._editor.expect_form(entry)
            self.post_message(self.Edit(entry))

    async def action_delete(self) -> None:
        """Ask for a second press, then delete."""
        entry = self.query_one(HistoryList).entry
        if entry is None:
            return
        confirmed = self._deleting.press(entry.id, self._clock.monotonic())
        self.query_one(FilterLine).warn(
            f"Press d again to delete: {describe(entry.body)}" if self._deleting.armed else ""
        )
        if confirmed and await self._editor.delete(entry):
            self.remove_class("-detail")
            await self.reload()

    def disarm(self) -> None:
        """Ask for the second press again: something else was done."""
        if self._deleting.armed is not None:
            self._deleting.forget()
            self.query_one(FilterLine).warn("")

    async def action_undo(self) -> None:
        """Undo the newest entry, change or deletion."""
        await self._editor.undo()
        await self.reload()
