"""Trends in words: what changed, when and where it hurts, or what is missing to say so."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import isclose

from journal.trends import BEGINS, OF_A_KIND, OF_A_SPAN, SPAN, Change, DayPart, Level
from tui.history.trends import Trends
from tui.text.clean import format_number
from tui.text.measures import MEASURE_NAMES, count_days

BAR = 10
"""Columns of the bar that stands for the worst pain, 10."""

NAME = 14
"""Columns of the longest name of a part of the day, with its hours, or of a site."""

NEXT_TO_NOTHING = 0.05
"""A difference that a figure with one digit after the point does not show."""


def span_words(span: int | None) -> str:
    """The days that are shown: `the last 30 days`, `all days`."""
    return "all days" if span is None else f"the last {span} days"


def value(number: float) -> str:
    """A mean: one digit after the point below 100."""
    return format_number(round(number, 1))


def pain_change(change: Change) -> str:
    """Whether pain is another than before, and whether people notice such a change."""
    if change.by is None:
        return ""
    if not change.noticed:
        return "about the same"
    return f"{_way(change.by)} by {value(abs(change.by))} {_points(change.by)}: a change people notice"


def _points(by: float) -> str:
    return "point" if isclose(round(abs(by), 1), 1) else "points"


def activity_change(change: Change) -> str:
    """How much more or less was done than before, as a share; what that means nobody can say."""
    by, before = change.by, change.before
    if by is None or before is None:
        return ""
    if abs(by) < NEXT_TO_NOTHING:
        return "the same"
    return f"{_way(by)} by {abs(by) / before:.0%}" if before > 0 else f"{_way(by)} by {value(abs(by))}"


def _way(by: float) -> str:
    return "higher" if by > 0 else "lower"


def compared(change: Change, what: str, verdict: str) -> Iterator[str]:
    """A mean and the one before, and what that makes; or how far it is to them."""
    now, before = _or_days(change.now, change.days), _or_days(change.before, change.days_before)
    if verdict:
        yield f"{what} {now}, before {before}"
        yield f"  {verdict}"
    else:
        yield f"{what} {now}"
        yield f"  before {before}"
        yield f"  {_missing(change)} for a mean"


def _or_days(mean: float | None, days: int) -> str:
    return f"{days} of {OF_A_SPAN} days" if mean is None else value(mean)


def _missing(change: Change) -> str:
    """How many days are missing, of the last days or else of those before."""
    last, before = change.missing
    return count_days(last or before, "more ")


def levels(found: Sequence[Level]) -> Iterator[str]:
    """A line each: its name, its mean with a bar, and of how many ratings; or how many it still needs."""
    for level in found:
        name = f"{_name(level.name):<{NAME}}"
        if level.mean is not None:
            yield f"{name}{level.mean:>4.1f} {'▪' * round(level.mean / 10 * BAR):<{BAR}} {level.count:>4}"
        elif level.count:
            yield f"{name} {level.count} of {OF_A_KIND} ratings"


def _name(level: str) -> str:
    """A site, or a part of the day with the hours between which it lies."""
    if level not in set(DayPart):
        return level.replace("-", " ")
    hours = [*BEGINS.values(), *BEGINS.values()]
    begins = hours.index(BEGINS[DayPart(level)])
    return f"{level} {hours[begins]}–{hours[begins + 1]}"


def sections(trends: Trends) -> Iterator[tuple[str, list[str]]]:
    """Everything beside the plots: headings, each with its lines."""
    pain = list(compared(trends.pain_change, "pain", pain_change(trends.pain_change)))
    measure = MEASURE_NAMES[trends.measure]
    activity = compared(trends.activity_change, measure, activity_change(trends.activity_change))
    yield f"{SPAN} days compared with the {SPAN} before", [*pain, *activity]
    newest = [] if trends.all_ratings else [f"of the newest {trends.ratings:,} ratings"]
    parts = list(levels(trends.parts)) or [_none_yet("ratings of pain now")]
    yield "Pain by time of day", [*newest, *parts]
    yield "Pain by place", list(levels(trends.sites)) or [_none_yet("ratings with a place")]
    yield "Days with entries", [f"{trends.noted} of the last {SPAN}"]


def _none_yet(what: str) -> str:
    return f"needs {OF_A_KIND} {what}"


def date_label(day: date, *, years: bool) -> str:
    """A day under a plot: `25 Jul`, or `Jul 2025` where years are drawn."""
    return f"{day:%b %Y}" if years else f"{day.day} {day:%b}"
