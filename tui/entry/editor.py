"""Asks in a form until what is answered is saved, or taken back."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from journal.days import DayRow
from journal.record import BOOKKEEPING, Entry, Record
from journal.store.store import JournalError
from tui.entry.drafts import Drafts
from tui.entry.form import EntryForm, FormRequest
from tui.entry.forms import Form, form_for
from tui.entry.new_entry import NewEntry
from tui.entry.suggestions import Suggestions, read_offered, read_row
from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.session.ratings import question_after
from tui.system.clock import Clock
from tui.text.describe import describe_short

T = TypeVar("T")


async def until_saved(
    ask: Callable[[T | None, str], Awaitable[T | None]], save: Callable[[T], Awaitable[str]]
) -> T | None:
    """The answer that was saved; None when it was taken back.

    `ask` is given the answer before, None at first, and why that could not be saved. `save` answers with the
    fault, empty when there is none.
    """
    answer, fault = await ask(None, ""), ""
    while answer is not None and (fault := await save(answer)):
        answer = await ask(answer, fault)
    return answer


Answer = tuple[NewEntry, ...]


class Notebook:
    """Notes things. `reload` shows the journal anew."""

    def __init__(
        self,
        journal: JournalAccess,
        clock: Clock,
        notifications: Notifications,
        reload: Callable[[], Awaitable[None]],
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._notifications = notifications
        self._reload = reload

    async def note(self, *noted: NewEntry, saved: Callable[[], None] = lambda: None) -> str:
        """Write things as one act. The answer is the fault, empty when they were saved; then `saved` is called first."""
        try:
            await self._journal.write([entry.draft(self._clock) for entry in noted])
        except JournalError as error:
            return str(error)
        saved()
        self._notifications.info(
            f"Saved: {'; '.join(describe_short(one.body) for one in noted)}. u takes it back."
        )
        await self._reload()
        return ""

    async def take_back(self) -> None:
        """Undo the newest thing that was noted by hand."""
        with self._notifications.journal_errors():
            records = await self._journal.ask(lambda store: store.undo())
            self._notifications.info(taken_back([r for r in records or () if r.body.kind not in BOOKKEEPING]))
            await self._reload()

    def keep_ratings(self, session: str, answers: Mapping[str, int]) -> None:
        """Write how the exercises of the session with this entry felt; of no exercise: how it is after them all."""
        questions = [(question_after(session, exercise), nrs) for exercise, nrs in answers.items()]
        self._journal.write_later([asked.answer(nrs, self._clock) for asked, nrs in questions])


def taken_back(records: Sequence[Record]) -> str:
    """What an undo did: which things are gone, and which are as they were before."""
    gone = [describe_short(record.body) for record in records if record.deleted]
    back = [describe_short(record.body) for record in records if not record.deleted]
    told = [
        *([f"Taken back: {'; '.join(gone)}."] if gone else []),
        *([f"As it was before: {'; '.join(back)}."] if back else []),
    ]
    return " ".join(told) or "Nothing to take back."


class Interview:
    """Asks by means of `ask`, which shows a form and brings its answer."""

    def __init__(
        self,
        ask: Callable[[EntryForm], Awaitable[Answer | None]],
        journal: JournalAccess,
        clock: Clock,
        notebook: Notebook,
        drafts: Drafts,
    ) -> None:
        self._ask = ask
        self._journal = journal
        self._clock = clock
        self._notebook = notebook
        self._drafts = drafts

    async def note(self, form: Form) -> bool:
        """Ask for something new; whether it was saved."""
        return await self._until_saved(form, None)

    async def edit(self, entry: Entry) -> bool:
        """Ask how an entry should be; whether that was saved. Only what was noted by hand has a form."""
        form = form_for(entry)
        return form is not None and await self._until_saved(form, entry)

    async def _until_saved(self, form: Form, entry: Entry | None) -> bool:
        page = self._drafts.page(form.NAME, None if entry is None else entry.id)
        asked = partial(FormRequest, self._clock, page, self._row_of, entry)
        answer = await until_saved(
            lambda _, fault: self._ask_in(form(asked(fault))),
            lambda noted: self._notebook.note(*noted, saved=page.drop),
        )
        if answer is None:
            page.drop()
        return answer is not None

    async def _ask_in(self, form: EntryForm) -> Answer | None:
        """Show a form at once; what it can offer again comes when the journal has told it."""
        offering = asyncio.create_task(self._offer(form))
        try:
            return await self._ask(form)
        finally:
            offering.cancel()

    async def _offer(self, form: EntryForm) -> None:
        try:
            suggestions = await self._journal.ask(read_offered)
        except JournalError:
            suggestions = Suggestions()  # saving will say what is wrong
        form.suggestions = suggestions

    async def _row_of(self, day: date) -> DayRow | None:
        return await self._journal.ask(lambda store: read_row(store, day))
