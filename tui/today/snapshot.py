"""One reading of the journal for the dashboard: days, today's routine, interrupted session, safety banner."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from journal.days import DayRow
from journal.medium.rows import REACH, Exposure, best_exposure, counted, has_pairs
from journal.observations import Pain
from journal.record import Entry, Outcome, SessionRun, SetRun
from journal.store.store import Store
from routines.exclusions import LeftOut, leave_out
from routines.exercise import Routine
from routines.session.plan import Plan, make_plan
from tui.session.doses import todays_routine
from tui.session.interrupted import InterruptedSession, find_interrupted
from tui.settings.settings import Settings
from tui.today.safety_banner import Banner, read_banner


@dataclass(frozen=True, slots=True)
class DiaryDays:
    """The rows that the estimate can use, oldest first, and the entries of today and yesterday.

    `read_only` says why nothing can be saved, if so; `damaged` counts the damaged records.
    """

    today: date
    rows: tuple[DayRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    read_only: str | None = None
    damaged: int = 0
    has_sessions: bool = False

    @property
    def last(self) -> date:
        """The newest day with entries, where the estimate's window ends."""
        return self.rows[-1].day if self.rows else self.today

    @property
    def exposure(self) -> Exposure:
        """The measure and source of activity that most days have."""
        return best_exposure(self.rows, self.last)

    @property
    def measure(self) -> str:
        """The measure of that activity."""
        return self.exposure.measure

    @property
    def counted(self) -> int:
        """The number of days that count toward an answer."""
        return len(counted(self.rows, self.exposure, self.last))

    @property
    def ratings(self) -> tuple[Entry, ...]:
        """Today's pain ratings, in order."""
        return tuple(
            entry for entry in self.entries if isinstance(entry.body, Pain) and entry.day == self.today
        )

    @property
    def row(self) -> DayRow | None:
        """Today's row, if today has entries."""
        return next((row for row in reversed(self.rows) if row.day == self.today), None)

    @property
    def done(self) -> frozenset[str]:
        """The exercises done today: every set that was begun was finished."""
        today = [entry.body for entry in self.entries if entry.day == self.today]
        sets = [body for body in today if isinstance(body, SetRun)]
        short = {body.exercise for body in sets if body.outcome is not Outcome.DONE}
        return frozenset(body.exercise for body in sets) - short


def read_diary(store: Store, today: date) -> DiaryDays:
    """Read the days from the journal. Raises JournalError."""
    entries = tuple(store.entries(since=today - timedelta(days=1), until=today))
    return DiaryDays(
        today,
        _last_days(store, today),
        entries,
        read_only=store.read_only,
        damaged=len(store.damaged),
        has_sessions=bool(store.entries(kinds={SessionRun.kind}, newest=1)),
    )


def _last_days(store: Store, today: date) -> tuple[DayRow, ...]:
    """The rows of the estimate's window, or all rows when it has too few. None is after today."""
    last = _newest(store, today)
    if last is None:
        return ()
    rows = tuple(store.days(since=last - REACH, until=today))
    return rows if has_pairs(rows) else tuple(store.days(until=today))


def _newest(store: Store, today: date) -> date | None:
    """The newest day up to today; a wrong clock or a flight west may have left later ones."""
    last = store.last_day()
    if last is None or last <= today:
        return last
    return next((row.day for row in reversed(store.days(until=today))), None)


@dataclass(frozen=True, slots=True)
class TodaysRoutine:
    """Today's routine: its plan, the reason of each dose by exercise id, and the excluded exercises."""

    plan: Plan
    reasons: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()

    def without(self, exercises: Collection[str]) -> "TodaysRoutine":
        """The same without some exercises; unchanged if none would remain."""
        already = {left.exercise.id for left in self.left_out}
        kept, left_out = leave_out(self.plan.routine, already.union(exercises), ())
        return (
            self if kept is None else replace(self, plan=make_plan(kept), left_out=self.left_out + left_out)
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reading of the journal. `today` is None when every exercise is excluded."""

    diary: DiaryDays
    today: TodaysRoutine | None
    interrupted: InterruptedSession | None
    banner: Banner | None = None


def read_snapshot(store: Store, routine: Routine, settings: Settings, today: date) -> Snapshot:
    """Read everything the dashboard shows. Raises JournalError."""
    diary, ends = read_diary(store, today), time.fromisoformat(settings.day_ends)
    return Snapshot(
        diary,
        read_todays_routine(store, routine, settings, today),
        find_interrupted(store),
        read_banner(store, today, ends, diary.entries),
    )


def read_todays_routine(
    store: Store, routine: Routine, settings: Settings, today: date
) -> TodaysRoutine | None:
    """The routine with today's doses; None when every exercise is excluded. Raises JournalError."""
    kept, left_out = leave_out(routine, settings.leave_out, settings.leave_out_motions)
    if kept is None:
        return None
    dosed, doses = todays_routine(store, kept, today)
    return TodaysRoutine(make_plan(dosed), {dose.exercise: dose.reason for dose in doses}, left_out)
