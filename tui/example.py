"""The example diary: a synthetic journal in memory, of which nothing is saved."""

from datetime import datetime
from itertools import groupby

from journal.store import Store
from journal.synthetic import Truth, diary
from tui.clock import Clock, named_zone, today
from tui.context import Context


class WritingTime:
    """The time at which the diary seems to be written: that of each entry, and in the end the clock's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or self._clock.now()


def example_journal(context: Context, truth: Truth = Truth.MEDIUM) -> Store:
    """A journal of 150 days up to now in which `truth` holds, each thing noted at its time by an act of its own."""
    clock = context.clock
    now = clock.now()
    zone = named_zone(clock.zone_name) or now.tzinfo
    assert zone is not None  # noqa: S101 - the clock's time is aware
    drafts = diary(truth, today(clock), zone_name=clock.zone_name, zone=zone)
    past = sorted((draft for draft in drafts if draft.at <= now), key=lambda draft: draft.at)
    time = WritingTime(clock)
    store = Store.open(None, ids=context.ids(), now=time)
    for time.at, noted in groupby(past, key=lambda draft: draft.at):
        store.write(list(noted))
    time.at = None
    return store
