"""Digits typed in answer to a question, and the rating that they make."""

from dataclasses import dataclass

from tui.questions import Asked

MOST = 10
TEN_WITHIN = 0.8
"""Seconds within which a `0` after a `1` makes ten."""


def typed(before: int | None, digit: int, since: float | None) -> int:
    """The rating after `digit`, when the rating `before` was typed `since` seconds ago (None: it was not)."""
    makes_ten = before == 1 and digit == 0 and since is not None and since <= TEN_WITHIN
    return MOST if makes_ten else digit


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer that was typed: to which question, how much, and when (seconds of the monotonic clock)."""

    question: Asked
    nrs: int
    at: float


def rate(last: Rated | None, asked: Asked | None, digit: int, now: float) -> Rated | None:
    """The answer after a digit; None when nothing is asked.

    A `0` soon after a `1` still belongs to the question of that `1`, even if it is no longer asked.
    """
    if last is not None and typed(last.nrs, digit, now - last.at) == MOST:
        return Rated(last.question, MOST, now)
    return Rated(asked, digit, now) if asked is not None else None
