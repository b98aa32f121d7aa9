"""The example diary: a synthetic journal in memory, of which nothing is saved."""

from journal.days import day_of
from journal.store import Store
from journal.synthetic import Truth, diary
from tui.clock import named_zone
from tui.context import Context


def example_journal(context: Context, truth: Truth = Truth.MEDIUM) -> Store:
    """A journal of 150 days up to today in which `truth` holds."""
    clock = context.clock
    now = clock.now()
    zone = named_zone(clock.zone_name) or now.tzinfo
    assert zone is not None  # noqa: S101 - the clock's time is aware
    store = context.open_memory()
    store.write(diary(truth, day_of(now), zone_name=clock.zone_name, zone=zone))
    return store
