"""The thread that waits for keys sleeps until there is one."""

import os
from collections.abc import Iterator
from threading import Thread

import pytest

from tui.terminal_driver import ASLEEP, InputOrEnd

PATIENCE = 10.0


@pytest.fixture
def keys() -> Iterator[tuple[int, int]]:
    """The ends of a pipe: keys are read from one and written to the other."""
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def asking(event: InputOrEnd, answers: list[bool]) -> Thread:
    """Ask `is_set` in another thread."""
    thread = Thread(target=lambda: answers.append(event.is_set()), daemon=True)
    thread.start()
    return thread


def test_who_waits_for_keys_sleeps_until_one_comes_and_then_stays_awake(keys: tuple[int, int]) -> None:
    event, answers = InputOrEnd(keys[0]), list[bool]()
    thread = asking(event, answers)
    thread.join(0.05)
    assert thread.is_alive()
    os.write(keys[1], b"\x1b")
    thread.join(PATIENCE)
    assert answers == [False]
    os.read(keys[0], 1)
    again = asking(event, answers)  # that the escape came alone is seen only by who looks again
    again.join(PATIENCE)
    assert answers == [False, False]
    event.close()


def test_the_end_wakes_who_waits_and_is_over_when_it_is_cleared(keys: tuple[int, int]) -> None:
    event, answers = InputOrEnd(keys[0]), list[bool]()
    thread = asking(event, answers)
    event.set()
    thread.join(PATIENCE)
    assert answers == [True]
    event.clear()
    assert not event.is_set()
    thread = asking(event, answers)
    thread.join(0.05)
    assert thread.is_alive()
    event.set()
    thread.join(PATIENCE)
    assert answers == [True, True]
    event.close()


class Waits:
    """The seconds of each wait for keys; none ever comes."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(
        self, _reads: list[int], _writes: list[int], _errors: list[int], seconds: float
    ) -> tuple[list[int], list[int], list[int]]:
        self.seconds.append(seconds)
        return [], [], []


def test_the_app_itself_never_waits(keys: tuple[int, int]) -> None:
    waits, answers = Waits(), list[bool]()
    event = InputOrEnd(keys[0], wait=waits)
    assert not event.is_set()
    assert waits.seconds == []
    asking(event, answers).join(PATIENCE)  # another thread does
    assert (answers, waits.seconds) == ([False], [ASLEEP])
    event.close()


def test_after_a_while_it_looks_again_whatever_happens(keys: tuple[int, int]) -> None:
    event, answers = InputOrEnd(keys[0], asleep=0.01), list[bool]()
    asking(event, answers).join(PATIENCE)
    assert answers == [False]
    event.close()
