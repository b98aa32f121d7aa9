"""A picture in a few words: the answer as its title, what it counts, and what its axis shows."""

from collections.abc import Iterator

from journal.medium.answer import CurveAnswer, Lag, Verdict
from journal.medium.rows import NEEDED, WINDOW_DAYS
from journal.medium.words import kind_of, level
from tui.picture import Picture
from tui.text import one_line

WHEN = {Lag.SAME: "same day", Lag.NEXT: "next day"}

DAY = {Lag.SAME: "of the same day", Lag.NEXT: "of the day before"}
"""Whose activity stands below a day's pain."""


def measure_name(picture: Picture) -> str:
    """The measure of activity as people call it."""
    return one_line(kind_of(picture.activity).name)


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
        if answer is not None and picture.rows >= NEEDED:
            yield f"{plain}: {answer.reason}"
        if far := one_line(picture.toward):
            yield f"{plain}: {far}"
            yield f"{when.capitalize()}: {far}"
        yield plain
    elif answer.verdict is Verdict.MEDIUM:
        yield from _mediums(answer, when, measure_name(picture))
    else:
        yield from _others(answer.verdict, picture)
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


def _others(verdict: Verdict, picture: Picture) -> Iterator[str]:
    lag, kind, when = picture.lag, kind_of(picture.activity), WHEN[picture.lag]
    if verdict is Verdict.INVERTED:
        yield f"Upside down, {when}: most pain on middling days, less on both sides"
        yield f"Upside down, {when}"
    elif verdict is Verdict.MORE:
        yield from _direction(kind.busier, when, careful="less" if lag is Lag.SAME and not kind.rest else "")
    elif verdict is Verdict.LESS:
        yield from _direction(
            kind.quieter, when, careful="more of it" if lag is Lag.SAME and kind.rest else ""
        )
    else:
        yield f"No pattern, {when}: that is not proof that there is none"
        yield f"No pattern, {when}"


def _direction(days: str, when: str, careful: str) -> Iterator[str]:
    """Pain of the same day may as well come first: then `careful` names what the activity does on bad days."""
    plain = f"{days.capitalize()}, less pain, {when}"
    yield (
        f"{plain} · on bad days you may simply do {careful}"
        if careful
        else f"{plain} · within what you have tried"
    )
    yield plain
