"""The journal as the screens use it: asked without waiting in its way, written in order."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from journal.record import Draft
from journal.store.store import Store
from journal.store.thread import StoreThread

T = TypeVar("T")


class JournalAccess:
    """Where things are written down. `not_saved` is told, in the journal's thread, what could not be.

    What could not be written is written with the next thing: nothing is given up while the program runs.
    """

    def __init__(self, thread: StoreThread, on_save_failed: Callable[[BaseException], object]) -> None:
        self._thread = thread
        self._on_save_failed = on_save_failed
        self._unsaved: dict[str, Draft] = {}
        self.fault: BaseException | None = None
        """Why the last thing could not be written; None when it was."""

    async def ask(self, question: Callable[[Store], T]) -> T:
        """The journal's answer, which is given even if nobody waits for it any more. Raises JournalError."""
        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(question)))

    async def write(self, drafts: Sequence[Draft]) -> None:
        """Write drafts as one act. Raises JournalError."""
        await self.ask(lambda store: store.write(drafts))

    def write_later(self, drafts: Sequence[Draft]) -> None:
        """Write what a session brought, in order, without waiting for it. Each draft names its entry."""
        self._thread.submit(partial(self._write, drafts)).add_done_callback(self._written)

    def hurry(self, tries: int) -> None:
        """Wait less for other programs from now on, and try once more to write what could not be written."""
        self._thread.hurry(tries)
        self.retry()

    def retry(self) -> None:
        """Try once more to write what could not be written."""
        if self._unsaved:
            self.write_later([])

    def _write(self, drafts: Sequence[Draft], store: Store) -> None:
        """In the journal's thread: write these and what is owed; of an entry only the newest."""
        self._unsaved |= {str(draft.entry): draft for draft in drafts}
        store.write(tuple(self._unsaved.values()))
        self._unsaved.clear()

    def _written(self, done: "Future[None]") -> None:
        self.fault = done.exception()
        if self.fault is not None:
            self._on_save_failed(self.fault)
