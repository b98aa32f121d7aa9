"""The example diary: a synthetic journal in memory, of which nothing is saved."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from journal.observations import Relief
from journal.record import Draft
from journal.store.store import Store
from journal.synthetic.days import Truth, drafts_of, lived
from journal.synthetic.extras import asides, with_bouts
from journal.synthetic.sessions import Practice, practised
from routines.files.loader import Library
from tui.demo.sessions import DemoWriter, Practising
from tui.system.clock import Clock, find_zone, today
from tui.system.environment import Context

ROUTINE, HURTS = "start", "partial-curl"
"""The routine that is done, and the exercise after which it hurts more."""

ONE_BY_ONE = timedelta(days=7)
"""Of so long before now each thing is an act of its own, and can be taken back alone; before that a day is one act."""


class WritingTime:
    """The time at which the diary seems to be written: that of each entry, and in the end the clock's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or self._clock.now()


def example_journal(context: Context, library: Library, truth: Truth = Truth.MEDIUM) -> Store:
    """A journal of 150 days up to now in which `truth` holds, with sessions of the library's first routine in it.

    Each thing is noted at its time, of days that are long past at the end of the day.
    """
    clock = context.clock
    now = clock.now()
    zone = find_zone(clock.zone_name) or now.tzinfo
    assert zone is not None  # noqa: S101 - the clock's time is aware
    ids = context.ids()
    time = WritingTime(clock)
    store = Store.open(None, ids=ids, now=time)
    practising = Practising(library.routines[ROUTINE], clock.zone_name, new_entry=ids)
    past = (one for one in _written(truth, today(clock), zone, practising) if one.at <= now)
    for written in _acts(past, now - ONE_BY_ONE):
        time.at = written[-1].at
        store.write([draft for one in written for draft in one.drafts])
    time.at = None
    return store


def _written(truth: Truth, last: date, zone: tzinfo, practising: Practising) -> Iterator[DemoWriter]:
    """All that is ever written, in no order."""
    days = with_bouts(lived(truth, last))
    name = practising.zone_name
    noted = [*drafts_of(days, zone_name=name, zone=zone), *asides(days, zone_name=name, zone=zone)]
    practice = Practice(practising.exercises, HURTS)
    yield from (DemoWriter(_noted_at(draft), (draft,)) for draft in noted)
    yield from practising.written(practised(days, practice, zone=zone), noted)


def _noted_at(draft: Draft) -> datetime:
    """When something was noted by hand: a relief with what it did."""
    minutes = draft.body.after_minutes if isinstance(draft.body, Relief) else None
    return draft.at + timedelta(minutes=minutes or 0)


def _acts(written: Iterable[DemoWriter], one_by_one: datetime) -> Iterator[list[DemoWriter]]:
    """What is written at once, in order of time."""
    in_order = sorted(written, key=lambda one: one.at)
    groups = groupby(in_order, lambda one: one.at if one.at >= one_by_one else one.at.date())
    return (list(group) for _, group in groups)
