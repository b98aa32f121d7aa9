"""What the dashboard knows after reading the journal: the diary, the routine with today's doses, what was cut short."""

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


def read_diary(store: Store, today: date) -> DiaryDays:
    """The diary as the journal has it now. Raises JournalError."""
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


@dataclass(frozen=True, slots=True)
class TodaysRoutine:
    """The routine as it is to be done today: its plan, the reason of each dose by exercise, and what is left out."""

    plan: Plan
    reasons: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()

    def without(self, exercises: Collection[str]) -> "TodaysRoutine":
        """The same without some exercises; unchanged where nothing would remain."""
        already = {left.exercise.id for left in self.left_out}
        kept, left_out = leave_out(self.plan.routine, already.union(exercises), ())
        return (
            self if kept is None else replace(self, plan=make_plan(kept), left_out=self.left_out + left_out)
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reading of the journal. `today` is None when everything in the routine is left out."""

    diary: DiaryDays
    today: TodaysRoutine | None
    interrupted: InterruptedSession | None
    banner: Banner | None = None


def read_snapshot(store: Store, routine: Routine, settings: Settings, today: date) -> Snapshot:
    """Read what the dashboard shows. Raises JournalError."""
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
    """The routine as it is to be done today; None when everything in it is left out. Raises JournalError."""
    kept, left_out = leave_out(routine, settings.leave_out, settings.leave_out_motions)
    if kept is None:
        return None
    dosed, doses = todays_routine(store, kept, today)
    return TodaysRoutine(make_plan(dosed), {dose.exercise: dose.reason for dose in doses}, left_out)
