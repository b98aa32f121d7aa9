from datetime import timedelta

import pytest

from journal.observations import Pain
from journal.record import BACKFILLED_AFTER, Entry, Source
from tests.journal.samples import DAY, NOON


@pytest.mark.parametrize(("late", "backfilled"), [(timedelta(0), False), (timedelta(microseconds=1), True)])
def test_an_entry_is_backfilled_when_noted_more_than_a_day_later(late: timedelta, backfilled: bool) -> None:
    recorded_at = NOON + timedelta(hours=24) + late
    entry = Entry("e", "a", DAY, NOON, "Europe/Berlin", recorded_at, Source.TYPED, Pain(4))
    assert timedelta(hours=24) == BACKFILLED_AFTER
    assert entry.backfilled is backfilled
