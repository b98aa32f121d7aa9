"""Asks in a form until what is answered is saved, or taken back."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial

from journal.days import DayRow
from journal.record import Entry
from journal.store.store import JournalError
from tui.asking import until_saved
from tui.desk import Desk, Noting
from tui.drafts import Drafts
from tui.notebook import Notebook
from tui.offered import Offered, read_offered, read_row
from tui.screens.forms import Form, form_for
from tui.screens.note_form import Asked, NoteForm
from tui.system.clock import Clock

Answer = tuple[Noting, ...]


class Interview:
    """Asks by means of `ask`, which shows a form and brings its answer."""

    def __init__(
        self,
        ask: Callable[[NoteForm], Awaitable[Answer | None]],
        desk: Desk,
        clock: Clock,
        notebook: Notebook,
        drafts: Drafts,
    ) -> None:
        self._ask = ask
        self._desk = desk
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
        asked = partial(Asked, self._clock, page, self._row_of, entry)
        answer = await until_saved(
            lambda _, fault: self._ask_in(form(asked(fault))),
            lambda noted: self._notebook.note(*noted, saved=page.drop),
        )
        if answer is None:
            page.drop()
        return answer is not None

    async def _ask_in(self, form: NoteForm) -> Answer | None:
        """Show a form at once; what it can offer again comes when the journal has told it."""
        offering = asyncio.create_task(self._offer(form))
        try:
            return await self._ask(form)
        finally:
            offering.cancel()

    async def _offer(self, form: NoteForm) -> None:
        try:
            offered = await self._desk.ask(read_offered)
        except JournalError:
            offered = Offered()  # saving will say what is wrong
        form.offered = offered

    async def _row_of(self, day: date) -> DayRow | None:
        return await self._desk.ask(lambda store: read_row(store, day))
