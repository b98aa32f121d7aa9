"""What is shown of pacing: one frozen value, made of the days by one pure function."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.days import DayRow
from journal.medium.answer import CurveAnswer
from journal.medium.rows import Exposure, left_out
from journal.pacing.big_days import BigDays, Bout, big_days, bouts
from journal.pacing.week import NoPlan, Progress, WeekPlan, ahead, known_before, monday_of, plan, progress
from journal.trends import WEEK


@dataclass(frozen=True, slots=True)
class Reading:
    """A `value` (None is unknown) against the `whole`, and what that is in words.

    `unknown`: so much of the whole belongs to days that are not known; it is drawn after the value, as neither done nor
    open. All in one unit.
    """

    words: str
    value: float | None
    whole: float
    unknown: float = 0.0


@dataclass(frozen=True, slots=True)
class Pacing:
    """The week of `today` and what the days before show, by one `exposure`: one measure as one source counts it.

    `left_out` are the days on which only another source tells the measure, by source; `elsewhere` is the source that
    tells today's, where that is another one. `toward_next` counts the known days that the plan of next week could be
    made of so far. `big_days` is None for a measure that cannot be added up.
    """

    today: date
    exposure: Exposure
    plan: WeekPlan | NoPlan
    progress: Progress
    toward_next: int
    big_days: BigDays | None
    bouts: tuple[Bout, ...]
    left_out: Mapping[str, int]
    elsewhere: str | None

    @property
    def measure(self) -> str:
        """What is counted."""
        return self.exposure.measure

    @property
    def empty(self) -> bool:
        """Whether nothing of the measure is known that could be shown, and no bout either."""
        days = 0 if self.big_days is None else self.big_days.known
        return not (days or self.progress.known or self.toward_next or self.bouts)


def read_pacing(rows: Sequence[DayRow], exposure: Exposure, curve: CurveAnswer | None, today: date) -> Pacing:
    """All that is shown, from the days up to today; what another source tells of the measure is as good as unknown.

    `curve` is the answer made of `days_ahead(rows, today)` only, or None: made of more, the plan would change in its
    own week. For the rest, the 120 days before today are enough.
    """
    known, measure = [row for row in rows if row.day <= today], exposure.measure
    own, monday = [exposure.alone(row) for row in known], monday_of(today)
    return Pacing(
        today=today,
        exposure=exposure,
        plan=plan(own, measure, curve, monday),
        progress=progress(own, measure, today),
        toward_next=known_before(own, measure, monday + timedelta(days=WEEK)),
        big_days=big_days(own, measure, today),
        bouts=bouts(own, today),
        left_out=left_out(known, exposure, today),
        elsewhere=next(iter(left_out([row for row in known if row.day == today], exposure, today)), None),
    )


def days_ahead(rows: Sequence[DayRow], today: date) -> list[DayRow]:
    """The days before this week: those that the curve of its plan is made of."""
    return ahead(rows, monday_of(today))
