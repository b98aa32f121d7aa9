"""Adding, changing, deleting and undoing entries by hand."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from functools import partial

from journal.days import DayRow
from journal.record import BOOKKEEPING, Draft, Entry, Record, SessionRun, SessionState
from journal.store.store import Store
from journal.values import JournalError
from tui.entry.drafts import DraftPage, Drafts
from tui.entry.form import EntryForm, FormRequest
from tui.entry.forms import Form, form_for
from tui.entry.new_entry import NewEntry
from tui.entry.suggestions import Suggestions, read_row, read_suggestions
from tui.entry.type_ahead import TypeAhead
from tui.journal_access import JournalAccess
from tui.keys import Keymap
from tui.notices import Notifications
from tui.system.clock import Clock
from tui.text.describe import describe, describe_short

Answer = tuple[NewEntry, ...]

SESSION_STAYS = "A session cannot be changed. Its pain ratings can: show the kind pain to find them."
SESSION_RUNS = "This session has not ended. Continue it or keep it on the dashboard; then you can delete it."


class EntryEditor:
    """Opens forms by `ask` and writes what they answer. `reload` reads the journal and shows it."""

    def __init__(
        self,
        ask: Callable[[EntryForm], Awaitable[Answer | None]],
        journal: JournalAccess,
        clock: Clock,
        *,
        notifications: Notifications,
        drafts: Drafts,
        type_ahead: TypeAhead,
        keys: Callable[[], Keymap],
        reload: Callable[[], Awaitable[None]],
    ) -> None:
        self._ask = ask
        self._journal = journal
        self._clock = clock
        self._notifications = notifications
        self._drafts = drafts
        self._type_ahead = type_ahead
        self._keys = keys
        self._reload = reload

    # Adding and changing

    def expect_form(self, entry: Entry) -> None:
        """Hold keys typed from now on for the form of this entry, if it has one."""
        if not isinstance(entry.body, SessionRun):
            self._type_ahead.hold()

    async def add(self, form: Form) -> bool:
        """Ask for a new entry until it is saved (True) or the form is left."""
        return await self._ask_until_saved(form, None)

    async def edit(self, entry: Entry) -> bool:
        """Ask for changes to an entry until they are saved (True) or the form is left."""
        if isinstance(entry.body, SessionRun):
            self._notifications.warn(SESSION_STAYS)
            return False
        form = form_for(entry)
        return form is not None and await self._ask_until_saved(form, entry)

    async def _ask_until_saved(self, form: Form, entry: Entry | None) -> bool:
        page = self._drafts.page(form.NAME, None if entry is None else entry.id)
        fault = ""
        while (answer := await self._open(form, entry, page, fault)) is not None:
            if not (fault := await self.save(answer, page.drop)):
                return True
        page.drop()
        return False

    async def _open(self, form: Form, entry: Entry | None, page: DraftPage, fault: str) -> Answer | None:
        """Show a form at once; its suggestions follow when the journal has been read."""
        shown = form(FormRequest(self._clock, page, self._read_row, entry, fault))
        suggesting = asyncio.create_task(self._suggest(shown))
        try:
            return await self._ask(shown)
        finally:
            suggesting.cancel()

    async def _suggest(self, form: EntryForm) -> None:
        try:
            suggestions = await self._journal.ask(read_suggestions)
        except JournalError:
            suggestions = Suggestions()  # saving will say what is wrong
        form.suggestions = suggestions

    async def _read_row(self, day: date) -> DayRow | None:
        return await self._journal.ask(lambda store: read_row(store, day))

    async def save(self, answer: Answer, on_saved: Callable[[], None] = lambda: None) -> str:
        """Write new entries as one act; return the fault, empty when they are saved.

        `on_saved` is called before the person reads that they are: who quits then leaves no draft behind.
        """
        try:
            await self._journal.write([new_entry.draft(self._clock) for new_entry in answer])
        except JournalError as error:
            return str(error)
        on_saved()
        entries = "; ".join(describe_short(new_entry.body) for new_entry in answer)
        self._notifications.info(f"Saved {entries} · {self._keys().hint('undo', 'undo')}")
        await self._reload()
        return ""

    # Deleting and undoing

    async def delete(self, entry: Entry) -> bool:
        """Delete an entry, a session with its sets and ratings; False, with the reason shown, when it stays."""
        if isinstance(entry.body, SessionRun) and entry.body.state is SessionState.RUNNING:
            self._notifications.warn(SESSION_RUNS)
            return False
        try:
            await self._journal.ask(partial(delete_entry, entry=entry))
        except JournalError as error:
            self._notifications.error(f"{error}. It was not deleted.")
            return False
        self._notifications.info(f"Deleted {describe(entry.body)} · {self._keys().hint('undo', 'undo')}")
        await self._reload()
        return True

    async def undo(self) -> None:
        """Undo the newest entry, change or deletion made by hand."""
        with self._notifications.journal_errors():
            records = await self._journal.ask(lambda store: store.undo())
            self._notifications.info(
                describe_undo([record for record in records or () if record.body.kind not in BOOKKEEPING])
            )
            await self._reload()


def delete_entry(store: Store, entry: Entry) -> None:
    """Delete an entry as one act, a session with all its parts. Raises JournalError."""
    parts = store.parts(entry.id) if isinstance(entry.body, SessionRun) else ()
    store.write(deletion_drafts([entry, *parts]))


def deletion_drafts(entries: Sequence[Entry]) -> list[Draft]:
    """The drafts that delete these entries."""
    return [
        Draft(entry.body, entry.day, entry.at, entry.zone, entry=entry.id, deleted=True) for entry in entries
    ]


def describe_undo(records: Sequence[Record]) -> str:
    """What an undo did: which entries are gone, and which are as they were before."""
    gone = [describe_short(record.body) for record in records if record.deleted]
    restored = [describe_short(record.body) for record in records if not record.deleted]
    sentences = [
        *([f"Undone: {'; '.join(gone)}."] if gone else []),
        *([f"Restored: {'; '.join(restored)}."] if restored else []),
    ]
    return " ".join(sentences) or "Nothing to undo."
