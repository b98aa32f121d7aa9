"""What a plot of pain against activity shows: one frozen value, handed down to the widget that draws it."""

from dataclasses import dataclass
from datetime import date

from journal.medium.answer import CurveAnswer, Lag


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
class Picture:
    """The dots of the last `span` days (None: all), oldest first, and the `answer` for this lag, if there is one yet.

    `activity` names the measure (`steps`); `tolerance` is the pain that the person finds tolerable; `last` is the
    newest day of the diary, `today` the calendar's. `toward` says in a few words how far it is to an answer.
    """

    today: date
    last: date
    lag: Lag
    activity: str
    dots: tuple[Dot, ...] = ()
    answer: CurveAnswer | None = None
    tolerance: float | None = None
    span: int | None = None
    rows: int = 0
    toward: str = ""
