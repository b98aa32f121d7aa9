"""What the dashboard shows of the journal: one frozen value, read in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.days import DayRow
from journal.medium.rows import REACH, Exposure, best_exposure, counted, has_pairs
from journal.medium.words import KINDS
from journal.observations import Pain
from journal.record import Entry, Outcome, SessionRun, SetRun
from journal.store.store import Store

MEASURE_NAMES: Mapping[str, str] = {measure: kind.name for measure, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Diary:
    """The days that an answer could speak of, oldest first, and the entries of today and of the day before.

    `read_only` says why nothing can be saved, if so; `damaged` counts what was left out because it is damaged.
    """

    today: date
    rows: tuple[DayRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    read_only: str | None = None
    damaged: int = 0
    has_sessions: bool = False

    @property
    def last(self) -> date:
        """The last day that the estimate's window reaches: the newest one noted."""
        return self.rows[-1].day if self.rows else self.today

    @property
    def exposure(self) -> Exposure:
        """The activity that most days can be compared by."""
        return best_exposure(self.rows, self.last)

    @property
    def measure(self) -> str:
        """Its measure."""
        return self.exposure.measure

    @property
    def counted(self) -> int:
        """The days that count toward an answer."""
        return len(counted(self.rows, self.exposure, self.last))

    @property
    def ratings(self) -> tuple[Entry, ...]:
        """Today's pain ratings, in order."""
        return tuple(
            entry for entry in self.entries if isinstance(entry.body, Pain) and entry.day == self.today
        )

    @property
    def row(self) -> DayRow | None:
        """Today, if anything is known of it."""
        return next((row for row in reversed(self.rows) if row.day == self.today), None)

    @property
    def done(self) -> frozenset[str]:
        """The exercises of which every set begun today was finished."""
        today = [entry.body for entry in self.entries if entry.day == self.today]
        sets = [body for body in today if isinstance(body, SetRun)]
        short = {body.exercise for body in sets if body.outcome is not Outcome.DONE}
        return frozenset(body.exercise for body in sets) - short


def read_diary(store: Store, today: date) -> Diary:
    """The diary as the journal has it now. Raises JournalError."""
    entries = tuple(store.entries(since=today - timedelta(days=1), until=today))
    return Diary(
        today,
        _last_days(store, today),
        entries,
        read_only=store.read_only,
        damaged=len(store.damaged),
        has_sessions=bool(store.entries(kinds={SessionRun.kind}, newest=1)),
    )


def _last_days(store: Store, today: date) -> tuple[DayRow, ...]:
    """The days that an answer up to the newest one reads; all days where these say too little. None is after today."""
    last = _newest(store, today)
    if last is None:
        return ()
    rows = tuple(store.days(since=last - REACH, until=today))
    return rows if has_pairs(rows) else tuple(store.days(until=today))


def _newest(store: Store, today: date) -> date | None:
    """The newest day up to today; a clock that was wrong, or a flight west, may have left newer ones."""
    last = store.last_day()
    if last is None or last <= today:
        return last
    return next((row.day for row in reversed(store.days(until=today))), None)
