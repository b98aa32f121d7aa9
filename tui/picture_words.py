"""A picture in a few words: the answer as its title, what it counts, and what its axis shows."""

from collections.abc import Iterator

from journal.medium.answer import CurveAnswer, Lag, Verdict
from journal.medium.rows import NEEDED, WINDOW_DAYS
from journal.medium.words import level
from tui.diary import MEASURE_NAMES
from tui.picture import Picture
from tui.text import one_line

WHEN = {Lag.SAME: "same day", Lag.NEXT: "next day"}

DAY = {Lag.SAME: "of the same day", Lag.NEXT: "of the day before"}
"""Whose activity stands below a day's pain."""


def measure_name(picture: Picture) -> str:
    """The measure of activity as people call it."""
    return MEASURE_NAMES.get(picture.activity, one_line(picture.activity.replace("_", " ")))


def axis_title(picture: Picture) -> str:
    """What runs from left to right: `steps of the day before`."""
    return f"{measure_name(picture)} {DAY[picture.lag]}"


def toward(counted: int) -> str:
    """How far it is to an answer, or nothing where there are days enough: `12 of 28 days toward an answer`."""
    return f"{counted} of {NEEDED} days toward an answer" if counted < NEEDED else ""


def count(picture: Picture) -> str:
    """How many days the answer counts; nothing where there are none."""
    return f"{picture.rows} of the last {WINDOW_DAYS} days counted" if picture.rows else ""


def title(picture: Picture, room: int) -> str:
    """The answer in one line of at most `room` columns, the longest way of saying it that fits."""
    said = list(_titles(picture))
    return next((one for one in said if len(one) <= room), one_line(said[-1], max(room, 1)))


def _titles(picture: Picture) -> Iterator[str]:
    """Ways of saying it, the longest first."""
    answer, when = picture.answer, WHEN[picture.lag]
    if answer is None or answer.verdict is Verdict.NOT_ENOUGH:
        plain = f"Pain against {measure_name(picture)}, {when}"
        if far := one_line(picture.toward):
            yield f"{plain}: {far}"
            yield f"{when.capitalize()}: {far}"
        yield plain
    elif answer.verdict is Verdict.MEDIUM:
        yield from _mediums(answer, when, measure_name(picture))
    else:
        yield from _others(answer.verdict, picture.lag)
    yield when.capitalize()


def _mediums(answer: CurveAnswer, when: str, measure: str) -> Iterator[str]:
    stage = f" · {answer.stage}" if answer.stage is not None else ""
    if answer.best is not None:
        best, between = level(answer.best), _between(answer)
        if between:
            yield f"Tolerable medium, {when}: lowest around {best} {measure}, plausibly {between}{stage}"
            yield f"Tolerable medium, {when}: around {best} {measure}, {between}{stage}"
            yield f"Medium, {when}: around {best} {measure}, {between}{stage}"
        else:
            yield f"Tolerable medium, {when}: lowest around {best} {measure}, but where is not sure{stage}"
        yield f"Medium, {when}: around {best} {measure}{stage}"
        yield f"Medium, {when}: around {best}{stage}"
    yield f"Tolerable medium, {when}{stage}"
    yield f"Medium, {when}"


def _between(answer: CurveAnswer) -> str:
    """Where the lowest pain plausibly is; an end at the edge of what was tried is open."""
    low, high = answer.best_interval or (None, None)
    if low is not None and high is not None:
        return f"{level(low)} to {level(high)}"
    if low is not None:
        return f"{level(low)} or more"
    return "" if high is None else f"{level(high)} or less"


def _others(verdict: Verdict, lag: Lag) -> Iterator[str]:
    when = WHEN[lag]
    if verdict is Verdict.INVERTED:
        yield f"Upside down, {when}: most pain on middling days, less on both sides"
        yield f"Upside down, {when}"
    elif verdict is Verdict.MORE:
        careful = "on bad days you may simply do less" if lag is Lag.SAME else "within what you have tried"
        yield f"Busier days, less pain, {when} · {careful}"
        yield f"Busier days, less pain, {when}"
    elif verdict is Verdict.LESS:
        yield f"Quieter days, less pain, {when} · within what you have tried"
        yield f"Quieter days, less pain, {when}"
    else:
        yield f"No pattern, {when}: that is not proof that there is none"
        yield f"No pattern, {when}"
