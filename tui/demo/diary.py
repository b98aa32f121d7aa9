"""The example diary: an invented journal in memory that is never saved."""

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
"""The routine of the sessions, and the exercise followed by more pain."""

ONE_BY_ONE = timedelta(days=7)
"""In this time before now each entry is an act and can be undone alone; earlier, each day is one act."""


class WritingTime:
    """The time for writing the diary: that of each entry, at the end the clock's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or self._clock.now()


def example_journal(context: Context, library: Library, truth: Truth = Truth.MEDIUM) -> Store:
    """Create a journal of 150 days up to now with the pattern `truth` and sessions of the routine ROUTINE.

    Each entry is written at its time; on days long past, at the end of the day.
    """
    clock = context.clock
    now = clock.now()
    zone = find_zone(clock.zone_name) or now.tzinfo
    assert zone is not None  # noqa: S101 - the clock's time is aware
    ids = context.ids()
    time = WritingTime(clock)
    store = Store.open(None, ids=ids, now=time)
    practising = Practising(library.routines[ROUTINE], clock.zone_name, new_entry=ids)
    past = (act for act in _write_all(truth, today(clock), zone, practising) if act.at <= now)
    for written in _acts(past, now - ONE_BY_ONE):
        time.at = written[-1].at
        store.write([draft for act in written for draft in act.drafts])
    time.at = None
    return store


def _write_all(truth: Truth, last: date, zone: tzinfo, practising: Practising) -> Iterator[DemoWriter]:
    """Yield all acts, in no order."""
    days = with_bouts(lived(truth, last))
    name = practising.zone_name
    noted = [*drafts_of(days, zone_name=name, zone=zone), *asides(days, zone_name=name, zone=zone)]
    practice = Practice(practising.exercises, HURTS)
    yield from (DemoWriter(_noted_at(draft), (draft,)) for draft in noted)
    yield from practising.written(practised(days, practice, zone=zone), noted)


def _noted_at(draft: Draft) -> datetime:
    """Return when an entry was made: a relief after its second rating."""
    minutes = draft.body.after_minutes if isinstance(draft.body, Relief) else None
    return draft.at + timedelta(minutes=minutes or 0)


def _acts(written: Iterable[DemoWriter], one_by_one: datetime) -> Iterator[list[DemoWriter]]:
    """Group the drafts written together, in order of time."""
    in_order = sorted(written, key=lambda act: act.at)
    groups = groupby(in_order, lambda act: act.at if act.at >= one_by_one else act.at.date())
    return (list(group) for _, group in groups)
