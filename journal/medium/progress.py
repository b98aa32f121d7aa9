"""How far a diary is from an answer, and what would bring it nearer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median, quantiles, stdev

from journal.days import ONE_DAY, DayRow
from journal.medium.rows import (
    LEAST_LEVELS,
    LEAST_SPREAD,
    NEEDED,
    WINDOW_DAYS,
    Exposure,
    counted,
    pain_of,
    window,
)

PACE_DAYS, LEAST_PACE_DAYS = 28, 7
"""How fast days come to count is taken from so many days; from fewer, and so few at least, while a diary is young."""

LEAST_ACTIVE = 10
"""Counted days, before they are called alike."""

LEAST_RATED = 7
"""Days with pain needed to judge its ups and downs."""

DAYS_A_POINT = 50
"""Counted days after which a bend of one standard deviation of pain is found in four of five diaries.

Found by simulation (people's quiet and busy tenth of days a point above the middle, ups and downs of 1.0, 1.3 and
1.6 points, of which 0.4 is left on the next day): 56, 44 and 32 times the square of their ratio.
"""


@dataclass(frozen=True, slots=True)
class AnswerProgress:
    """What there is in the window that ends at the newest day, of one exposure.

    `counted` of NEEDED days count. `with_pain` and `active` are the days on which pain and activity are known, `both`
    those with both; of these, `broken` do not count because the activity of the calendar day before is not known.
    `alike`: their activity differs too little to compare quiet days with busy ones.
    `a_week`: how many days came to count in a week, lately. `bend_days`: about how many counted days it takes to see
    a bend of one point, and `bend_points` how large a bend must be to be seen in the whole window, both from this
    person's own ups and downs; None while too little is known of these.
    """

    counted: int
    with_pain: int
    active: int
    both: int
    broken: int
    alike: bool
    a_week: float
    bend_days: int | None
    bend_points: float | None

    @property
    def still(self) -> int:
        """Counted days missing for a first answer."""
        return max(NEEDED - self.counted, 0)

    @property
    def weeks(self) -> int | None:
        """About how many weeks until a first answer, at the pace of late; None when nothing counted lately."""
        return math.ceil(self.still / self.a_week) if self.a_week > 0 else None


def progress_toward_answer(
    days: Sequence[DayRow], exposure: Exposure, last: date, *, later: bool = True
) -> AnswerProgress:
    """How far these days are from an answer; without `later`, pain that was noted afterwards is not known."""
    rows = window(days, last)
    count = counted(days, exposure, last, later=later)
    pains = [pain for row in rows if (pain := pain_of(row, later=later)) is not None]
    active = {row.day for row in days if exposure.of(row) is not None}
    both = [row for row in rows if row.day in active and pain_of(row, later=later) is not None]
    levels = [level for row in both if row.day in count and (level := exposure.of(row)) is not None]
    lately = sum(day > last - timedelta(days=PACE_DAYS) for day in count)
    known = (last - rows[0].day).days + 1 if rows else 0
    pace_days = min(max(known, LEAST_PACE_DAYS), PACE_DAYS)
    return AnswerProgress(
        counted=len(count),
        with_pain=len(pains),
        active=sum(row.day in active for row in rows),
        both=len(both),
        broken=sum(row.day - ONE_DAY not in active for row in both),
        alike=len(levels) >= LEAST_ACTIVE and are_alike(levels),
        a_week=lately / pace_days * 7,
        bend_days=bend_days(pains),
        bend_points=bend_points(pains, WINDOW_DAYS),
    )


def are_alike(levels: Sequence[float]) -> bool:
    """Whether these activities, two at least, differ too little to compare quiet days with busy ones."""
    busy = [level for level in levels if level > 0]
    if len(set(levels)) < LEAST_LEVELS or not busy:
        return True
    tenths = quantiles((math.sqrt(level / median(busy)) for level in levels), n=10, method="inclusive")
    return tenths[-1] - tenths[0] < LEAST_SPREAD


def bend_days(pains: Sequence[float], points: float = 1.0) -> int | None:
    """About how many counted days it takes to see a bend of so many points above 0, at least NEEDED, in tens."""
    if len(pains) < LEAST_RATED:
        return None
    return max(NEEDED, 10 * math.ceil(DAYS_A_POINT * (stdev(pains) / points) ** 2 / 10))


def bend_points(pains: Sequence[float], days: int) -> float | None:
    """About how large a bend must be, in points, to be seen in so many counted days above 0."""
    if len(pains) < LEAST_RATED:
        return None
    return stdev(pains) * math.sqrt(DAYS_A_POINT / days)
