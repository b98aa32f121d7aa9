"""What an estimate says: frozen values, the same as its JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

Span = tuple[float, float]
"""The lower and the upper end of a range, in the unit of the activity."""


NEARLY_ALL = 0.8
"""Of what was tried."""


class Lag(StrEnum):
    """Whose pain the activity of a day is held against: that of the same day, or of the next."""

    SAME = "same"
    NEXT = "next"

    @property
    def other(self) -> "Lag":
        """The other one."""
        return Lag.NEXT if self is Lag.SAME else Lag.SAME


class Verdict(StrEnum):
    """What shape pain has over activity, as far as the diary shows one."""

    NOT_ENOUGH = "not_enough"
    MEDIUM = "medium"
    INVERTED = "inverted"
    LESS = "less_is_better"
    MORE = "more_is_better"
    NO_PATTERN = "no_pattern"


class Stage(StrEnum):
    """How long a medium has stood: it passes today, or more clearly on two weekly looks running."""

    EMERGING = "emerging"
    ESTABLISHED = "established"


@dataclass(frozen=True)
class CurveAnswer:
    """The answer for one lag.

    `best` and its 95 % interval are there for a medium only; an end that lies at the edge of what was tried is None.
    `core`: levels that are within the margin of the lowest pain with a probability of 0.9 at least, `possible` of 0.1;
    `likely`: those whose expected pain is. `sure`: levels whose pain is at or under the tolerance with a probability of
    0.95, `maybe` of 0.05; None without a tolerance. `grid` are the levels of the curve `fit` with its 95 % band
    `lo` to `hi`. All are empty when there is not enough.
    """

    verdict: Verdict
    words: str
    reason: str = ""
    stage: Stage | None = None
    best: float | None = None
    best_interval: tuple[float | None, float | None] | None = None
    core: tuple[Span, ...] = ()
    likely: tuple[Span, ...] = ()
    possible: tuple[Span, ...] = ()
    sure: tuple[Span, ...] | None = None
    maybe: tuple[Span, ...] | None = None
    grid: tuple[float, ...] = ()
    fit: tuple[float, ...] = ()
    lo: tuple[float, ...] = ()
    hi: tuple[float, ...] = ()

    @property
    def even(self) -> bool:
        """Whether the core range takes nearly all that was tried: pain is much the same there."""
        tried = self.grid[-1] - self.grid[0] if self.grid else 0.0
        return sum(high - low for low, high in self.core) >= NEARLY_ALL * tried > 0

    def as_json(self) -> dict[str, Any]:
        """The answer as plain JSON values: all but what depends on the person's tolerance, which is in its words."""
        names = (one.name for one in fields(self))
        return {name: _plain(getattr(self, name)) for name in names if name not in {"sure", "maybe"}}


@dataclass(frozen=True)
class Medium:
    """The answer for both lags: `rows` days count of `days` that have something in the window; `measure` names the
    activity, `headline` the lag with the clearer medium, if there is one.
    """

    days: int
    rows: int
    measure: str
    curves: Mapping[str, CurveAnswer]
    headline: str | None

    def as_json(self) -> dict[str, Any]:
        """The answer as plain JSON values."""
        return {
            "days": self.days,
            "rows": self.rows,
            "measure": self.measure,
            "curves": {lag: curve.as_json() for lag, curve in self.curves.items()},
            "headline": self.headline,
        }


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
