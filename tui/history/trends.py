"""What is read of the journal for the trends: one frozen value, made where the journal is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.medium.rows import best_exposure
from journal.observations import Pain, Recall
from journal.record import Entry, of_a_session
from journal.store.store import Store
from journal.trends import (
    SPAN,
    WEEK,
    Change,
    Level,
    Point,
    Rating,
    by_day,
    by_part,
    by_site,
    change,
    measured,
    noted_of,
    pain,
)
from tui.system.clock import local_time

MOST_RATINGS = 1_000
"""As many ratings, the newest, are looked at for the time of day and the sites: all would be years of them."""


@dataclass(frozen=True, slots=True)
class Trends:
    """How it went over the last `span` days (None: all). `measure` is the one of activity that is looked at.

    `pain` and `activity` hold a point for each day; `noted` counts those of the last SPAN days of which something is
    known. `parts` and `sites` are made of the newest `ratings` ratings of these days, `all_ratings` when there are
    no more.
    """

    today: date
    span: int | None
    measure: str
    pain: tuple[Point, ...]
    activity: tuple[Point, ...]
    pain_change: Change
    activity_change: Change
    parts: tuple[Level, ...]
    sites: tuple[Level, ...]
    noted: int
    ratings: int
    all_ratings: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is known of these days."""
        return not any(point.value is not None for point in (*self.pain, *self.activity))


def read_trends(store: Store, today: date, span: int | None, measure: str | None = None) -> Trends:
    """The trends up to today, of a measure of activity or of the one that most days share. Raises JournalError."""
    first = None if span is None else today - timedelta(days=span - 1)
    reach = None if first is None else min(first - timedelta(days=WEEK), today - timedelta(days=2 * SPAN))
    rows = store.days(since=reach, until=today)
    measure = measure or best_exposure(rows, today).measure
    begins = first or (rows[0].day if rows else today)
    pains = store.entries(since=first, until=today, kinds={Pain.kind}, newest=MOST_RATINGS)
    value, ratings = measured(measure), tuple(_momentary(pains))
    return Trends(
        today=today,
        span=span,
        measure=measure,
        pain=by_day(rows, pain, begins, today),
        activity=by_day(rows, value, begins, today),
        pain_change=change(rows, pain, today),
        activity_change=change(rows, value, today),
        parts=by_part(ratings),
        sites=by_site(ratings),
        noted=noted_of(rows, today),
        ratings=len(ratings),
        all_ratings=len(pains) < MOST_RATINGS,
    )


def _momentary(entries: Sequence[Entry]) -> Iterator[Rating]:
    """The ratings of a moment among the entries, as the clock stood there; none that belongs to a session."""
    for entry in entries:
        if isinstance(entry.body, Pain) and entry.body.recall is Recall.NOW and not of_a_session(entry):
            yield Rating(local_time(entry.at, entry.zone), entry.body.nrs, entry.body.sites)
