"""What the dashboard knows after reading the journal: the diary, the routine with today's doses, what was cut short."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from journal.store.store import Store
from routines.exclusions import LeftOut, leave_out
from routines.exercise import Routine
from routines.session.plan import Plan, make_plan
from tui.banners import Banner, read_banner
from tui.diary import Diary, read_diary
from tui.outcomes import todays_routine
from tui.settings import Settings
from tui.unfinished import Unfinished, find_unfinished


@dataclass(frozen=True, slots=True)
class Today:
    """The routine as it is to be done today: its plan, the reason of each dose by exercise, and what is left out."""

    plan: Plan
    reasons: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()

    def without(self, exercises: Collection[str]) -> "Today":
        """The same without some exercises; unchanged where nothing would remain."""
        already = {left.exercise.id for left in self.left_out}
        kept, left_out = leave_out(self.plan.routine, already.union(exercises), ())
        return (
            self if kept is None else replace(self, plan=make_plan(kept), left_out=self.left_out + left_out)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """One reading of the journal. `today` is None when everything in the routine is left out."""

    diary: Diary
    today: Today | None
    unfinished: Unfinished | None
    noticed: Banner | None = None


def read_known(store: Store, routine: Routine, settings: Settings, today: date) -> Known:
    """Read what the dashboard shows. Raises JournalError."""
    diary, ends = read_diary(store, today), time.fromisoformat(settings.day_ends)
    return Known(
        diary,
        read_today(store, routine, settings, today),
        find_unfinished(store),
        read_banner(store, today, ends, diary.entries),
    )


def read_today(store: Store, routine: Routine, settings: Settings, today: date) -> Today | None:
    """The routine as it is to be done today; None when everything in it is left out. Raises JournalError."""
    kept, left_out = leave_out(routine, settings.leave_out, settings.leave_out_motions)
    if kept is None:
        return None
    dosed, doses = todays_routine(store, kept, today)
    return Today(make_plan(dosed), {dose.exercise: dose.reason for dose in doses}, left_out)
