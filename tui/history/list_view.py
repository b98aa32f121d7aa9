"""The history: a list of what was noted, and beside it all that is known of one entry."""

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
from tui.history.entry_list import EntryDetail, HistoryList
from tui.history.filter_line import FilterLine
from tui.history.reading import Filters, HistoryReader
from tui.history.words import heading, nothing_found
from tui.system.clock import today
from tui.text.describe import describe

KEY_REPEAT_GUARD = 1.0
"""Seconds for which the key must rest after it did something before it means anything again."""


class ConfirmKey:
    """Which thing the key was pressed for. Times are seconds of a clock that never runs backwards."""

    def __init__(self) -> None:
        self.armed: str | None = None
        """The thing for which the next press counts."""
        self._rests_from = float("-inf")

    def press(self, thing: str, now: float) -> bool:
        """Whether this press is the second for the same thing, and counts."""
        if now - self._rests_from < KEY_REPEAT_GUARD:
            self._rests_from = now
            return False
        if self.armed != thing:
            self.armed = thing
            return False
        self.armed, self._rests_from = None, now
        return True

    def forget(self) -> None:
        """Something else was done: the next press is a first one."""
        self.armed = None


SIDE_BY_SIDE = 100
"""From so many columns on, list and detail stand side by side."""

MOST_READ_AGAIN = 1_200
"""As many entries are read again after a change, so that the list stays where it was."""

KEYS: list[BindingType] = [
    Binding("e", "edit", "Change", priority=True, id="history.edit", tooltip="Change this entry; enter too"),
    Binding(
        "enter",
        "choose",
        "Change",
        show=False,
        priority=True,
        id="history.choose",
        tooltip="Change this entry; where only the list fits, read it first",
    ),
    Binding("d,delete", "delete", "Delete", id="history.delete", tooltip="Delete this entry: press it twice"),
    Binding(
        "u",
        "take_back",
        "Undo",
        show=False,
        id="history.undo",
        tooltip="Take back what you noted or deleted last",
    ),
    Binding(
        "slash", "ask('search')", "Search", key_display="/", id="history.search", tooltip="Words in notes"
    ),
    Binding("k", "ask('kind')", "Kind", id="history.kind", tooltip="Only one kind; again: all"),
    Binding("w", "ask('site')", "Where", id="history.site", tooltip="Only pain in one place; again: all"),
    Binding(
        "number_sign",
        "ask('tag')",
        "Tag",
        key_display="#",
        id="history.tag",
        tooltip="Only with a tag; again: all",
    ),
    Binding("g", "ask('day')", "Day", id="history.day", tooltip="Go to a day; again: to the newest"),
    Binding("right", "open", "Read", show=False, id="history.open", tooltip="Read the entry at length"),
    Binding("left", "close", "List", show=False, id="history.close", tooltip="Back to the list"),
]


class HistoryView(Vertical, can_focus=True):
    """What was noted, the newest first, narrowed by the filters."""

    BINDINGS = KEYS

    @dataclass
    class EntriesChanged(Message):
        """Something was changed, deleted or brought back."""

    @dataclass
    class Edit(Message):
        """An entry is to be changed."""

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
        self.query_one(HistoryList).border_title = Content("Noted")
        self.run_worker(self.read(), group="page", exclusive=True)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < SIDE_BY_SIDE, "-narrow")

    # What is shown

    async def read(self, at: Entry | None = None, count: int = 0) -> None:
        """Read what the filters ask for, as many as `count` or one page, with the cursor where `at` was."""
        filters = self.filters
        entries: list[Entry] = []
        self._turn += 1
        turn = self._turn
        page = await self._reader.page(filters)
        while page is not None:
            entries += page.entries
            if page.more is None or len(entries) >= count:
                break
            page = await self._reader.page(filters, page.more)
        if turn != self._turn:  # something else is looked for by now
            return
        if page is None:
            self.query_one(HistoryList).show([])
            self._say_nothing("The journal could not be read just now. Nothing is lost.")
            return
        self._more = page.more
        self._show(entries, at)

    async def reload(self) -> None:
        """Read anew after a change, and stay where the cursor is."""
        self.post_message(self.EntriesChanged())
        entries = self.query_one(HistoryList)
        await self.read(entries.entry, min(len(entries.entries), MOST_READ_AGAIN))

    def _show(self, entries: list[Entry], at: Entry | None) -> None:
        self.disarm()
        listed = self.query_one(HistoryList)
        listed.show(entries, at, self._not_on_that_day(entries))
        if not entries:
            self._say_nothing("\n".join(nothing_found(self.filters)))
            return
        self.remove_class("-nothing")
        if not self.query_one(FilterLine).is_open and self.display and not self.has_class("-detail"):
            listed.focus()

    def _not_on_that_day(self, entries: list[Entry]) -> str:
        day = self.filters.day
        if day is None or not entries or entries[0].day == day:
            return ""
        return f"{heading(day, today(self._clock))}: nothing like this is noted. Before it:"

    def _say_nothing(self, text: str) -> None:
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

    # Filters

    @property
    def filters(self) -> Filters:
        """What is looked for."""
        return self.query_one(FilterLine).filters

    async def action_ask(self, name: str) -> None:
        """Take a filter away, or ask for it."""
        self.disarm()
        entries = self.query_one(HistoryList).entries
        tags = sorted({tag for entry in entries for tag in getattr(entry.body, "tags", ())})
        await self.query_one(FilterLine).ask(name, tags)

    @on(FilterLine.FiltersChanged)
    def _look_for_something_else(self, event: FilterLine.FiltersChanged) -> None:
        event.stop()
        self.run_worker(self.read(), group="page", exclusive=True)

    @on(FilterLine.Closed)
    def _leave_the_question(self, event: FilterLine.Closed) -> None:
        event.stop()
        self._focus_the_list()

    def go_to(self, day: date) -> None:
        """Show this day and those before it, whatever was looked for."""
        self.query_one(FilterLine).filters = Filters(day=day)

    # One entry

    def back(self) -> bool:
        """Go back from the detail to the list; False when the list is shown already."""
        if not self.has_class("-detail") and not self.query_one(EntryDetail).has_focus:
            return False
        self.action_close()
        return True

    def focus_first(self) -> None:
        """Give the list the keys, or what stands in its place."""
        self._focus_the_list()

    def _focus_the_list(self) -> None:
        (self if self.has_class("-nothing") else self.query_one(HistoryList)).focus()

    def action_open(self) -> None:
        """Read the entry at length: where there is room for one only, instead of the list."""
        if self.query_one(HistoryList).entry is not None:
            self.add_class("-detail")
            self.query_one(EntryDetail).focus()

    def action_close(self) -> None:
        """Go back to the list."""
        self.remove_class("-detail")
        self._focus_the_list()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """These keys come before all others, so that what is typed after them is meant for the form; a question of the
        filters has them first.
        """
        return action not in {"edit", "choose"} or not self.query_one(FilterLine).is_open

    @on(HistoryList.EntryChosen)
    def _choose(self, event: HistoryList.EntryChosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Change the entry; where there is room for the list only, read it first."""
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
        """Say that the key deletes when it is pressed again; then delete."""
        entry = self.query_one(HistoryList).entry
        if entry is None:
            return
        counts = self._deleting.press(entry.id, self._clock.monotonic())
        self.query_one(FilterLine).warn(
            f"d again deletes: {describe(entry.body)}" if self._deleting.armed else ""
        )
        if counts and await self._editor.delete(entry):
            self.remove_class("-detail")
            await self.reload()

    def disarm(self) -> None:
        """Whatever else is done, the key that deletes asks anew."""
        if self._deleting.armed is not None:
            self._deleting.forget()
            self.query_one(FilterLine).warn("")

    async def action_take_back(self) -> None:
        """Undo the newest thing that was done by hand."""
        await self._editor.undo()
        await self.reload()
