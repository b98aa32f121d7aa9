"""What is asked of the estimate in worlds whose truth is known, and what it must reach."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journal.medium.answer import CurveAnswer, Lag, Medium, Verdict
from journal.medium.numeric import NDArray, np
from tests.journal.medium.diaries import World, busy

Counts = tuple[float, float]
"""Of one diary: how often something was so, and how often it could have been."""

FALSE, FALSE_OTHER = "false medium", "false medium, other curve"
FALSE_EITHER = "false medium, either curve"
UPSIDE_DOWN, POWER, EVER = "inverted called medium", "power", "ever established"
STRICT, GOOD = "interval, strict", "interval, within 0.1"
CORE, MISSED = "core range false", "possible range missed"
MISSED_CLEAR = "possible range missed, half the margin"
DIRECTION = "direction from confounding"
MORE_PAIN, MORE_PAIN_POWER = "exercises: any false of eight", "exercises: power"
RELIEF, RELIEF_POWER = "relief: any false of three", "relief: power"

MARGIN, CLOSE = 1.0, 0.1
"""Points of pain above the lowest: of the ranges, and of a level that is about as good as the best."""

FINE = 2_001


@dataclass(frozen=True)
class Seen:
    """What was seen in one diary; `answer` only where the whole was asked for."""

    world: World
    verdicts: Mapping[Lag, Verdict]
    answer: Medium | None = None

    @property
    def lag(self) -> Lag:
        """The curve whose activity counts in this world."""
        return Lag.NEXT if self.world.lag else Lag.SAME

    @property
    def curve(self) -> CurveAnswer:
        """The answer of that curve."""
        assert self.answer is not None
        return self.answer.curves[self.lag]


Question = Callable[[Seen], Counts]


def one(holds: object) -> Counts:
    """The counts of what is so or not."""
    return float(bool(holds)), 1.0


NEVER: Counts = (0.0, 0.0)
"""It could not have been."""


def is_medium(seen: Seen) -> Counts:
    return one(seen.verdicts[seen.lag] is Verdict.MEDIUM)


def other_is_medium(seen: Seen) -> Counts:
    return one(any(found is Verdict.MEDIUM for lag, found in seen.verdicts.items() if lag is not seen.lag))


def either_is_medium(seen: Seen) -> Counts:
    return one(Verdict.MEDIUM in seen.verdicts.values())


def claims_a_direction(seen: Seen) -> Counts:
    """How many of both curves are called better by more or by less."""
    claims = [found in {Verdict.MORE, Verdict.LESS} for found in seen.verdicts.values()]
    return float(sum(claims)), float(len(claims))


def interval_holds_the_best(seen: Seen) -> Counts:
    """Given a medium: whether its interval holds the true best level; an open end holds all beyond it."""
    return _interval(seen, lambda truth: truth == truth.min())


def interval_holds_a_good_level(seen: Seen) -> Counts:
    """Given a medium: whether its interval holds a level that is nearly as good as the best."""
    return _interval(seen, lambda truth: truth <= truth.min() + CLOSE)


def _interval(seen: Seen, good: Callable[[NDArray[np.float64]], NDArray[np.bool_]]) -> Counts:
    if seen.curve.best_interval is None:
        return NEVER
    low, high = seen.curve.best_interval
    levels = np.linspace(seen.curve.grid[0], seen.curve.grid[-1], FINE)
    wanted = levels[good(seen.world.shape(busy(levels)))]
    return one(((wanted >= (low or 0.0)) & (wanted <= (high or np.inf))).any())


def core_is_false(seen: Seen) -> Counts:
    """The share of the core range that is not within the margin of the lowest; where there is one."""
    levels, good = _truly_good(seen)
    core = _inside(seen.curve.core, levels)
    return (float((core & ~good).sum() / core.sum()), 1.0) if core.any() else NEVER


def possible_is_missed(seen: Seen, margin: float = MARGIN) -> Counts:
    """The share of levels truly within the margin of the lowest that the possible range leaves out."""
    levels, good = _truly_good(seen, margin)
    return (
        (float((good & ~_inside(seen.curve.possible, levels)).sum() / good.sum()), 1.0)
        if len(levels)
        else NEVER
    )


def clearly_possible_is_missed(seen: Seen) -> Counts:
    """The same of the levels within half the margin: those not at the edge of what is good."""
    return possible_is_missed(seen, MARGIN / 2)


def _truly_good(seen: Seen, margin: float = MARGIN) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    levels = np.array(seen.curve.grid)
    truth = seen.world.shape(busy(levels))
    return levels, truth <= truth.min(initial=np.inf) + margin


def _inside(spans: tuple[tuple[float, float], ...], levels: NDArray[np.float64]) -> NDArray[np.bool_]:
    inside = np.zeros(len(levels), dtype=bool)
    for low, high in spans:
        inside |= (levels >= low) & (levels <= high)
    return inside


FALSE_MEDIUM: Mapping[str, Question] = {
    FALSE: is_medium,
    FALSE_OTHER: other_is_medium,
    FALSE_EITHER: either_is_medium,
}
RANGES: Mapping[str, Question] = {
    CORE: core_is_false,
    MISSED: possible_is_missed,
    MISSED_CLEAR: clearly_possible_is_missed,
}
INTERVALS: Mapping[str, Question] = {STRICT: interval_holds_the_best, GOOD: interval_holds_a_good_level}


@dataclass(frozen=True)
class CalibrationTarget:
    """What a question must reach: `mean` over its cells and `any_cell`, at least or at most."""

    at_least: bool
    mean: float | None = None
    any_cell: float | None = None


TARGETS: Mapping[tuple[str, int | None], CalibrationTarget] = {
    (FALSE, None): CalibrationTarget(at_least=False, mean=0.04, any_cell=0.09),
    (FALSE_OTHER, None): CalibrationTarget(at_least=False, mean=0.04, any_cell=0.09),
    (UPSIDE_DOWN, None): CalibrationTarget(at_least=False, any_cell=0.0),
    (EVER, None): CalibrationTarget(at_least=False, any_cell=0.06),
    (POWER, 120): CalibrationTarget(at_least=True, any_cell=0.85),
    (POWER, 60): CalibrationTarget(at_least=True, any_cell=0.40),
    (STRICT, None): CalibrationTarget(at_least=True, any_cell=0.93),
    (GOOD, None): CalibrationTarget(at_least=True, any_cell=0.99),
    (CORE, None): CalibrationTarget(at_least=False, mean=0.05),
    (MISSED, None): CalibrationTarget(at_least=False, mean=0.03),
    (DIRECTION, None): CalibrationTarget(at_least=False, any_cell=0.08),
    (MORE_PAIN, None): CalibrationTarget(at_least=False, any_cell=0.06),
    (MORE_PAIN_POWER, None): CalibrationTarget(at_least=True, any_cell=0.95),
}
"""The targets by question, and by length where it matters. A question without one is printed for comparison."""
