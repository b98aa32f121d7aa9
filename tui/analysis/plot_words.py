"""A picture in a few words: the answer as its title, what it counts, and what its axis shows."""

from collections.abc import Iterator

from journal.medium.answer import CurveAnswer, Lag, Verdict
from journal.medium.rows import NEEDED, WINDOW_DAYS
from journal.medium.words import NOT_THE_GOAL, kind_of, level, spans
from tui.analysis.plot_data import PlotData
from tui.text.clean import one_line

WHEN = {Lag.SAME: "same day", Lag.NEXT: "next day"}

DAY = {Lag.SAME: "of the same day", Lag.NEXT: "of the day before"}
"""Whose activity stands below a day's pain."""


LATELY = 7
"""A diary whose newest day is older than so many days is told with its date."""

TRIED, LESS_IS_NO_GOAL = "within what you have tried", NOT_THE_GOAL.rstrip(".").lower()
"""What is said beside a direction."""


def measure_name(picture: PlotData) -> str:
    """The measure of activity as people call it."""
    return one_line(kind_of(picture.measure).name)


def axis_title(picture: PlotData) -> str:
    """What runs from left to right: `steps of the day before`."""
    return f"{measure_name(picture)} {DAY[picture.lag]}"


def toward(counted: int) -> str:
    """How far it is to an answer, or nothing where there are days enough: `12 of 28 days toward an answer`."""
    return f"{counted} of {NEEDED} days toward an answer" if counted < NEEDED else ""


def count(picture: PlotData) -> str:
    """How many days the answer counts; nothing where there are none."""
    if not picture.rows:
        return ""
    last = picture.last
    old = f" up to {last.day} {last:%b} {last.year}" if (picture.today - last).days > LATELY else ""
    return f"{picture.rows} of {'the ' + str(WINDOW_DAYS) if old else f'the last {WINDOW_DAYS}'} days{old} counted"


def title(picture: PlotData, room: int) -> str:
    """The answer in one line of at most `room` columns, the longest way of saying it that fits."""
    said = list(_titles(picture))
    return next((one for one in said if len(one) <= room), one_line(said[-1], max(room, 1)))


def _titles(picture: PlotData) -> Iterator[str]:
    """Ways of saying it, the longest first."""
    answer, when = picture.answer, WHEN[picture.lag]
    if answer is None or answer.verdict is Verdict.NOT_ENOUGH:
        plain = f"Pain against {measure_name(picture)}, {when}"
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
    """The range first: a level of least pain is not what is looked for, but levels that one can live with."""
    stage = f" · {answer.stage}" if answer.stage is not None else ""
    amount = kind_of(measure).amount
    found = answer.core or answer.likely
    if found:
        range_ = amount(("" if answer.core else "perhaps ") + spans(found))
        if answer.best is not None:
            yield f"Tolerable medium, {when}: {range_}, lowest around {level(answer.best)}{stage}"
        yield f"Tolerable medium, {when}: {range_}{stage}"
        yield f"Medium, {when}: {range_}{stage}"
        yield f"Medium, {when}: {spans(found)}{stage}"
    yield f"Tolerable medium, {when}{stage}"
    yield f"Medium, {when}"


def _others(verdict: Verdict, picture: PlotData) -> Iterator[str]:
    lag, kind, when = picture.lag, kind_of(picture.measure), WHEN[picture.lag]
    if verdict is Verdict.INVERTED:
        yield f"Upside down, {when}: most pain on middling days, less on both sides"
        yield f"Most pain on middling days, {when}"
    elif verdict is Verdict.MORE:
        yield from _direction(kind.busier, when, LESS_IS_NO_GOAL if kind.rest else _careful("less", lag))
    elif verdict is Verdict.LESS:
        yield from _direction(
            kind.quieter, when, _careful("more of it", lag) if kind.rest else LESS_IS_NO_GOAL
        )
    else:
        yield f"No pattern, {when}: that is not proof that there is none"
        yield f"No pattern, {when}"


def _careful(what: str, lag: Lag) -> str:
    """Pain of the same day may as well come first: then `what` is done because of it."""
    return f"on bad days you may simply do {what}" if lag is Lag.SAME else TRIED


def _direction(days: str, when: str, beside: str) -> Iterator[str]:
    plain = f"{days.capitalize()}, less pain, {when}"
    yield f"{plain} · {beside}"
    yield plain
