"""The estimate asked of a diary: its day rows, as one exposure, in the form that `estimate` takes."""

import math
from collections.abc import Sequence
from datetime import date

from journal.days import DayRow
from journal.medium.answer import Medium
from journal.medium.estimate import estimate
from journal.medium.rows import Exposure, pain_of

SATURDAY = 5


def medium_of(
    days: Sequence[DayRow], exposure: Exposure, *, tolerance: float | None = None, later: bool = True
) -> Medium:
    """The answer of these days, oldest first, for the window that ends at the newest of them.

    `tolerance`: the pain, 0 to 10, that the person finds tolerable. Without `later`, pain that was noted a day or
    more afterwards is missing.
    """
    pains = (pain_of(row, later=later) for row in days)
    return medium_of_values(
        [row.day for row in days],
        [math.nan if pain is None else pain for pain in pains],
        [math.nan if value is None else value for value in map(exposure.of, days)],
        measure=exposure.measure,
        tolerance=tolerance,
    )


def medium_of_values(
    days: Sequence[date],
    pain: Sequence[float],
    activity: Sequence[float],
    *,
    measure: str,
    tolerance: float | None = None,
) -> Medium:
    """The answer of days with their pain and activity, nan where missing: with a term for the weekend."""
    numbers = [day.toordinal() for day in days]
    weekend = [day.weekday() >= SATURDAY for day in days]
    return estimate(numbers, pain, activity, weekend, tolerance, measure=measure)
