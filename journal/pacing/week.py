"""Pacing: a week's activity fixed ahead, and what the days show of doing much and then little. Pure.

The plan of a week stands on its Monday and follows from the days before it alone, so that good and bad days in the week
change nothing. It is made of what the person usually does; it describes, and asks nothing. A day that is not known is
never taken for 0.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean, median

from journal.days import DayRow
from journal.medium.answer import CurveAnswer, Span, Verdict
from journal.trends import OF_A_WEEK, WEEK

PLANNED = ("steps", "active_minutes")
"""The measures of which a week can be added up and planned. Sitting and the felt load are none of them."""

WEEKS = 4
"""So many weeks before a week say what is usual: fewer hang on one holiday, more on how it was in another season."""

NEEDED = 14
"""Fewer known days than this in these weeks make no plan: half of them. At least two weeks then have a mean."""

GROWTH = 0.10
"""A week is planned at most so much above or below the usual one. Quotas in graded activity grow by 10 to 20 % a week;
this is the careful end, since nobody looks on.
"""

MEMORABLE = 0.05
"""A total is rounded to a step of at most this share of it: 43,000 is remembered, 43,167 is not."""

LEAST_USUAL = 1.0
"""Under so much a day there is no total to speak of, and no tenth of it."""

TOLERANCE = 1e-9
"""Of a rounding error, as a share."""

GROWING = (Verdict.MEDIUM, Verdict.MORE)
"""What must be found for a week to be planned above the usual one."""


def monday_of(day: date) -> date:
    """The day a week begins."""
    return day - timedelta(days=day.weekday())


def ahead(rows: Iterable[DayRow], monday: date) -> list[DayRow]:
    """The days before a week: all that its plan, and the curve it looks at, may be made of."""
    return [row for row in rows if row.day < monday]


class Why(StrEnum):
    """Where a total comes from: the usual week, that moved up or down toward the range, or less than it because it has
    grown faster than a plan does.
    """

    USUAL = "usual"
    UP = "up"
    DOWN = "down"
    SLOWER = "slower"


class Lack(StrEnum):
    """Why a week has no plan: its measure cannot be added up, too few days before it are known, or those that are have
    next to nothing of it.
    """

    UNPLANNED = "unplanned"
    TOO_FEW = "too-few"
    NEXT_TO_NOTHING = "next-to-nothing"


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The week that begins on `monday`, planned ahead: `total` over its seven days, in the unit of the measure.

    `usual` is what is usual a day; `toward` the range that the total was moved to, where it was.
    """

    monday: date
    measure: str
    usual: float
    total: float
    why: Why = Why.USUAL
    toward: Span | None = None

    @property
    def share(self) -> float:
        """A day's part of the total, rounded as it is shown."""
        return memorable(self.total / WEEK)


@dataclass(frozen=True, slots=True)
class NoPlan:
    """The week that begins on `monday` has no plan, and why; `known` days are known of the WEEKS before it."""

    monday: date
    measure: str
    why: Lack
    known: int


def plan(rows: Iterable[DayRow], measure: str, curve: CurveAnswer | None, monday: date) -> WeekPlan | NoPlan:
    """The plan of the week that begins on `monday`, or why there is none; days from then on are not looked at.

    usual = median of the means of the four weeks before, each of its known days, where at least OF_A_WEEK are: the
    middle, so that neither one week in bed nor one of hiking moves it much. It is moved toward the nearest end of the
    range of `curve` (an answer made of the days before the week) by GROWTH at most: up where a medium was found or
    busier days went with less pain; down only where a medium was found and the usual lies above all of the range. Nor is
    it more than GROWTH above what was usual a week earlier, so that two wild weeks do not become the next quota at once,
    though never more than GROWTH below what is usual now.
    """
    weeks = _weeks(ahead(rows, monday), measure, monday, WEEKS + 1)
    known, usual = sum(map(len, weeks[:WEEKS])), _usual(weeks[:WEEKS])
    if measure not in PLANNED:
        return NoPlan(monday, measure, Lack.UNPLANNED, known)
    if usual is None:
        return NoPlan(monday, measure, Lack.TOO_FEW, known)
    if usual < LEAST_USUAL:
        return NoPlan(monday, measure, Lack.NEXT_TO_NOTHING, known)
    range_ = _nearest(usual, curve)
    aim = usual if curve is None or range_ is None else _moved(usual, range_, curve)
    most = _most(usual, _usual(weeks[1:]))
    total, same = _total(aim, usual, most), memorable(WEEK * usual)
    if math.isclose(total, same):
        return WeekPlan(monday, measure, usual, same)
    if total < same and most < aim:
        return WeekPlan(monday, measure, usual, total, Why.SLOWER)
    return WeekPlan(monday, measure, usual, total, Why.UP if total > same else Why.DOWN, range_)


def _usual(weeks: Sequence[Sequence[float]]) -> float | None:
    """What is usual a day over some weeks; None where too little is known of them."""
    if sum(map(len, weeks)) < NEEDED:
        return None
    return median(fmean(week) for week in weeks if len(week) >= OF_A_WEEK)


def _most(usual: float, earlier: float | None) -> float:
    """The most that may be planned a day, from what is usual now and what was a week earlier."""
    most = usual * (1 + GROWTH)
    return most if earlier is None else min(most, max(earlier * (1 + GROWTH), usual * (1 - GROWTH)))


def known_before(rows: Iterable[DayRow], measure: str, monday: date) -> int:
    """How many days of the four weeks before a Monday are known."""
    return sum(map(len, _weeks(rows, measure, monday, WEEKS)))


def _weeks(rows: Iterable[DayRow], measure: str, monday: date, count: int) -> list[list[float]]:
    """What is known of each of so many weeks before a Monday, the newest first."""
    weeks: list[list[float]] = [[] for _ in range(count)]
    for row in rows:
        before, value = (monday - row.day).days - 1, row.activity.get(measure)
        if value is not None and 0 <= before < count * WEEK:
            weeks[before // WEEK].append(value)
    return weeks


def _nearest(usual: float, curve: CurveAnswer | None) -> Span | None:
    """The run of the range that the usual day lies in, or else nearest to."""
    spans = () if curve is None else curve.core or curve.likely
    return min(spans, key=lambda span: max(span[0] - usual, usual - span[1], 0.0), default=None)


def _moved(usual: float, range_: Span, curve: CurveAnswer) -> float:
    low, high = range_
    if usual < low and curve.verdict in GROWING:
        return min(low, usual * (1 + GROWTH))
    highest = max(end for _, end in curve.core or curve.likely)
    if usual > highest and curve.verdict is Verdict.MEDIUM:
        return max(high, usual * (1 - GROWTH))
    return usual


def _total(aim: float, usual: float, most: float) -> float:
    """Seven times the aim, or else the most, rounded so that it is neither over the most nor GROWTH below the usual.

    Where rounding has no room for both, it is not below.
    """
    wanted = WEEK * min(aim, most)
    total, step = memorable(wanted), _step(wanted)
    if total > WEEK * most * (1 + TOLERANCE):
        total -= step
    return total if total >= WEEK * usual * (1 - GROWTH - TOLERANCE) else total + step


def memorable(value: float) -> float:
    """The value rounded to a number that can be remembered, by a step of at most MEMORABLE of it, or to a whole one."""
    step = _step(value)
    return math.floor(value / step + 0.5) * step


def _step(value: float) -> float:
    """1 or 5 times a power of ten, at least 1."""
    if value * MEMORABLE < 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value * MEMORABLE))
    return 5 * power if 5 * power <= value * MEMORABLE else power


@dataclass(frozen=True, slots=True)
class Progress:
    """A week so far: `done` over its `known` days, of the `days` from Monday to today, `today` known or None."""

    done: float
    known: int
    days: int
    today: float | None

    @property
    def unknown(self) -> int:
        """How many of the days before today are not known."""
        return self.days - 1 - (self.known - (self.today is not None))


def progress(rows: Iterable[DayRow], measure: str, today: date) -> Progress:
    """How far the week of `today` is. Unknown days add nothing and take nothing away."""
    monday = monday_of(today)
    known = {
        row.day: value
        for row in rows
        if monday <= row.day <= today and (value := row.activity.get(measure)) is not None
    }
    return Progress(sum(known.values()), len(known), (today - monday).days + 1, known.get(today))
