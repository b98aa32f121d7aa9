"""Asynchronous access to the journal: read without blocking, written in order."""

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
    """Reads and writes the journal in its own thread.

    `on_save_failed` is called in that thread. Drafts that could not be saved are saved with the next ones: none is
    given up while the program runs.
    """

    def __init__(self, thread: StoreThread, on_save_failed: Callable[[BaseException], object]) -> None:
        self._thread = thread
        self._on_save_failed = on_save_failed
        self._unsaved: dict[str, Draft] = {}
        self.fault: BaseException | None = None
        """Why the last drafts could not be saved; None when they were."""

    async def ask(self, question: Callable[[Store], T]) -> T:
        """Run `question` on the store and return its answer; it runs even when the caller is cancelled.

        Raises JournalError.
        """
        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(question)))

    async def write(self, drafts: Sequence[Draft]) -> None:
        """Save drafts as one act. Raises JournalError."""
        await self.ask(lambda store: store.write(drafts))

    def write_later(self, drafts: Sequence[Draft]) -> None:
        """Save drafts in order, without waiting. Each draft must have an entry id."""
        self._thread.submit(partial(self._write, drafts)).add_done_callback(self._on_written)

    def hurry(self, tries: int) -> None:
        """Wait less for other programs from now on, and retry what could not be saved."""
        self._thread.hurry(tries)
        self.retry()

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        if self._unsaved:
            self.write_later([])

    def _write(self, drafts: Sequence[Draft], store: Store) -> None:
        """Save these and the unsaved drafts, of each entry only the newest. Runs in the journal's thread."""
        self._unsaved |= {str(draft.entry): draft for draft in drafts}
        store.write(tuple(self._unsaved.values()))
        self._unsaved.clear()

    def _on_written(self, done: "Future[None]") -> None:
        self.fault = done.exception()
        if self.fault is not None:
            self._on_save_failed(self.fault)
