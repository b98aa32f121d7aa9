"""The thread that owns the journal and does all work on it in the order of submission."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from journal.store.store import Store
from journal.values import JournalError

T = TypeVar("T")


class StoreThread:
    """One thread with one open journal.

    The journal is open when the constructor returns; it raises JournalError when it cannot be opened.
    """

    def __init__(self, opener: Callable[[], Store]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        try:
            self._store = self._executor.submit(opener).result()
        except BaseException:
            self._executor.shutdown()
            raise

    def submit(self, act: Callable[[Store], T]) -> Future[T]:
        """Run `act` on the journal, after all earlier work. Raises JournalError once closed."""
        try:
            return self._executor.submit(act, self._store)
        except RuntimeError as error:
            raise JournalError("the journal is closed: nothing more can be saved or read") from error

    def hurry(self, tries: int) -> None:
        """Limit how often a write is tried, 0.2 s each, while another program writes."""
        self._store.tries = tries

    def close(self) -> None:
        """Finish all work submitted so far, then close the journal; closing it again does nothing."""
        try:
            closing = self._executor.submit(self._store.close)
        except RuntimeError:
            return  # closed before
        self._executor.shutdown()
        closing.result()
