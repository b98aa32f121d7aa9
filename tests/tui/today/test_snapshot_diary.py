"""Which days the dashboard reads: those an answer reaches, up to today."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from journal.medium.rows import REACH
from journal.observations import Activity, Pain, Recall
from journal.store.store import Store
from tests.journal.samples import DAY, in_memory, noted
from tui.today.snapshot import read_diary


@pytest.fixture
def store() -> Iterator[Store]:
    store = in_memory()
    yield store
    store.close()


def write(store: Store, *ago: int) -> None:
    """Pain and steps of these days before today."""
    days = [DAY - timedelta(days=back) for back in ago]
    store.write([noted(Pain(3, Recall.AVERAGE), day) for day in days])
    store.write([noted(Activity(steps=5_000), day) for day in days])


def days(store: Store) -> list[int]:
    """How long ago the days are that are read."""
    return [(DAY - row.day).days for row in read_diary(store, DAY).rows]


def test_an_answer_reaches_so_far_back_from_the_newest_day(store: Store) -> None:
    write(store, 300, 11 + REACH.days, 10 + REACH.days, 40, 10)
    assert days(store) == [10 + REACH.days, 40, 10]


def test_days_after_today_are_not_read_and_take_no_older_one_away(store: Store) -> None:
    write(store, 10 + REACH.days, 10, -1, -400)
    assert days(store) == [10 + REACH.days, 10]
    assert read_diary(store, DAY).last == DAY - timedelta(days=10)


def test_a_diary_that_begins_after_today_is_empty_so_far(store: Store) -> None:
    write(store, -1)
    assert read_diary(store, DAY).rows == ()
    assert read_diary(store, DAY).last == DAY


def test_where_the_last_days_say_too_little_all_up_to_today_are_read(store: Store) -> None:
    write(store, 400, -1)
    store.write([noted(Pain(3), DAY)])
    assert days(store) == [400, 0]


def test_a_day_that_is_over_elsewhere_is_read_when_it_comes(store: Store) -> None:
    write(store, -1)
    tomorrow: date = DAY + timedelta(days=1)
    assert [row.day for row in read_diary(store, tomorrow).rows] == [tomorrow]
