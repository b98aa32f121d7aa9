import threading
import time
from pathlib import Path

import pytest

from journal.observations import Pain
from journal.store.store import Store
from journal.store.thread import StoreThread
from journal.values import JournalError
from tests.journal.samples import Now, ids, in_memory, noted, on_disk


def test_acts_happen_in_the_order_asked_in_one_thread() -> None:
    thread = StoreThread(in_memory)
    seen: list[tuple[int, str]] = []

    def act(number: int) -> int:
        seen.append((number, threading.current_thread().name))
        return number

    asked = [thread.submit(lambda _, number=number: act(number)) for number in range(50)]  # type: ignore[misc]
    assert [future.result() for future in asked] == list(range(50))
    assert [number for number, _ in seen] == list(range(50))
    assert len({name for _, name in seen}) == 1
    assert seen[0][1] != threading.current_thread().name
    thread.close()


def test_closing_lets_everything_asked_before_happen(tmp_path: Path) -> None:
    thread = StoreThread(lambda: on_disk(tmp_path / "journal.db"))
    for number in range(10):
        thread.submit(lambda store, number=number: store.write([noted(Pain(number))]))  # type: ignore[misc]
    thread.close()
    store = on_disk(tmp_path / "journal.db")
    assert len(store.entries()) == 10
    store.close()


def test_a_closed_thread_refuses_in_a_line_and_closes_twice() -> None:
    thread = StoreThread(in_memory)
    thread.close()
    thread.close()
    with pytest.raises(JournalError, match="closed"):
        thread.submit(lambda store: store.entries())


def test_a_fault_comes_back_to_who_asked_and_stops_nothing() -> None:
    thread = StoreThread(in_memory)

    def fault(_: Store) -> None:
        raise JournalError("no")

    asked = thread.submit(fault)
    with pytest.raises(JournalError, match="no"):
        asked.result()
    assert thread.submit(lambda store: store.entries()).result() == []
    thread.close()


def test_a_journal_that_cannot_be_opened_is_told_at_once_and_leaves_no_thread(tmp_path: Path) -> None:
    before = threading.active_count()
    with pytest.raises(JournalError, match="is not a file"):
        StoreThread(lambda: on_disk(tmp_path))
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        pass
    assert threading.active_count() == before


class StuckStore(Store):
    """A journal that cannot be closed."""

    def close(self) -> None:
        super().close()
        raise JournalError("stuck")


def test_a_journal_that_cannot_be_closed_is_told_and_leaves_no_thread() -> None:
    before = threading.active_count()
    thread = StoreThread(lambda: StuckStore.open(None, ids=ids(), now=Now()))
    with pytest.raises(JournalError, match="stuck"):
        thread.close()
    thread.close()
    assert threading.active_count() == before
