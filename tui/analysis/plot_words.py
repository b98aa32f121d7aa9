"""The words around the graph: title, days counted, axis."""

from collections.abc import Iterator

from journal.medium.answer import CurveAnswer, Lag, Verdict
from journal.medium.rows import NEEDED, WINDOW_DAYS
from journal.medium.words import DAY, NOT_THE_GOAL, STAGE_NAMES, kind_of, level, spans
from tui.analysis.plot_data import PlotData
from tui.text.clean import one_line

ACTIVITY_DAY = {Lag.SAME: "of the same day", Lag.NEXT: "of the day before"}
"""The day of the activity below a day's pain."""


LATELY = 7
"""Days after which the date of the newest day is shown."""

TRIED, LESS_IS_NO_GOAL = "in what you have tried", NOT_THE_GOAL.rstrip(".").lower()
"""Additions to a direction."""


def measure_name(picture: PlotData) -> str:
    """The measure of activity as people call it."""
    return one_line(kind_of(picture.measure).name)


def axis_title(picture: PlotData) -> str:
    """What runs from left to right: `steps of the day before`."""
    return f"{measure_name(picture)} {ACTIVITY_DAY[picture.lag]}"


def progress_words(counted: int) -> str:
    """The days counted so far, `12 of 28 days counted so far`; empty when there are enough."""
    return f"{counted} of {NEEDED} days counted so far" if counted < NEEDED else ""


def count_words(picture: PlotData) -> str:
    """The number of days that the answer counts; empty for none."""
    if not picture.rows:
        return ""
    last = picture.last
    old = f" up to {last.day} {last:%b} {last.year}" if (picture.today - last).days > LATELY else ""
    return f"{picture.rows} of {'the ' + str(WINDOW_DAYS) if old else f'the last {WINDOW_DAYS}'} days{old} counted"


def title(picture: PlotData, room: int) -> str:
    """The answer in one line of at most `room` columns: the longest title that fits."""
    titles = list(_titles(picture))
    return next((title for title in titles if len(title) <= room), one_line(titles[-1], max(room, 1)))


def _titles(picture: PlotData) -> Iterator[str]:
    """Titles, the longest first."""
    answer, when = picture.answer, DAY[picture.lag]
    if answer is None or answer.verdict is Verdict.NOT_ENOUGH:
        plain = f"Pain and {measure_name(picture)}, {when}"
        if answer is not None and picture.rows >= NEEDED:
            yield f"{plain}: {answer.reason}"
        if far := one_line(picture.toward):
            yield f"{plain}: {far}"
            yield f"{when.capitalize()}: {far}"
        yield plain
    elif answer.verdict is Verdict.MEDIUM:
        yield from _mediums(answer, when, picture.measure)
    else:
        yield from _others(answer.verdict, picture)
    yield when.capitalize()


def _mediums(answer: CurveAnswer, when: str, measure: str) -> Iterator[str]:
    """The range first: people look for levels they can live with, not for the single best one."""
    stage = f" · {STAGE_NAMES[answer.stage]}" if answer.stage is not None else ""
    amount = kind_of(measure).amount
    levels = answer.core or answer.likely
    if levels:
        range_ = amount(("" if answer.core else "perhaps ") + spans(levels))
        if answer.best is not None:
            yield f"Tolerable middle, {when}: {range_}, lowest around {level(answer.best)}{stage}"
        yield f"Tolerable middle, {when}: {range_}{stage}"
        yield f"Middle, {when}: {range_}{stage}"
        yield f"Middle, {when}: {spans(levels)}{stage}"
    yield f"Tolerable middle, {when}{stage}"
    yield f"Middle, {when}"


def _others(verdict: Verdict, picture: PlotData) -> Iterator[str]:
    lag, kind, when = picture.lag, kind_of(picture.measure), DAY[picture.lag]
    if verdict is Verdict.INVERTED:
        yield f"Most pain on days in the middle, {when}: less on both sides"
        yield f"Most pain in the middle, {when}"
    elif verdict is Verdict.MORE:
        yield from _direction(kind.busier, when, LESS_IS_NO_GOAL if kind.rest else _careful("less", lag))
    elif verdict is Verdict.LESS:
        yield from _direction(kind.quieter, when, _careful("more", lag) if kind.rest else LESS_IS_NO_GOAL)
    else:
        yield f"No pattern, {when}: there may still be one"
        yield f"No pattern, {when}"


def _careful(what: str, lag: Lag) -> str:
    """Pain of the same day may come first and be the reason for doing `what`."""
    return f"bad days may be why you do {what}" if lag is Lag.SAME else TRIED


def _direction(days: str, when: str, addition: str) -> Iterator[str]:
    plain = f"{days.capitalize()}, less pain, {when}"
    yield f"{plain} · {addition}"
    yield plain
