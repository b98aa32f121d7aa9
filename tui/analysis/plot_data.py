"""What a plot of pain against activity shows: one frozen value, handed down to the widget that draws it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journal.days import ONE_DAY, DayRow
from journal.medium.answer import CurveAnswer, Lag
from journal.medium.rows import Exposure, pain_of


@dataclass(frozen=True, slots=True)
class Dot:
    """One day: its `pain` from 0 to 10 over an activity, its own or that of the day before. `later`: noted a day or
    more afterwards.
    """

    day: date
    activity: float
    pain: float
    later: bool = False


@dataclass(frozen=True, slots=True)
class PlotData:
    """The dots of the last `span` days (None: all), oldest first, and the `answer` for this lag, if there is one yet.

    `measure` is that of the activity (`steps`); `tolerance` is the pain that the person finds tolerable; `last` is the
    newest day of the diary, `today` the calendar's. `toward` says in a few words how far it is to an answer.
    """

    today: date
    last: date
    lag: Lag
    measure: str
    dots: tuple[Dot, ...] = ()
    answer: CurveAnswer | None = None
    tolerance: float | None = None
    span: int | None = None
    rows: int = 0
    toward: str = ""


def dots_of(
    rows: Sequence[DayRow], exposure: Exposure, lag: Lag = Lag.SAME, *, later: bool = True
) -> Iterator[Dot]:
    """The days that have both pain and this activity, their own or that of the calendar day before.

    Without `later`, pain that was noted a day or more afterwards is not known.
    """
    levels = {row.day: exposure.of(row) for row in rows}
    for row in rows:
        pain, level = pain_of(row, later=later), levels.get(row.day if lag is Lag.SAME else row.day - ONE_DAY)
        if pain is not None and level is not None:
            yield Dot(row.day, level, pain, row.backfilled)
