"""What is asked of the estimate in worlds whose truth is known: each question as counts over many diaries."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from journal.medium.answer import CurveAnswer, Medium
from journal.medium.estimate import estimate
from tests.journal.diaries import FALSE_SHAPES, INVERTED, MEDIUM, World, Written, busy, write

LOOKS = 22
"""Weekly looks at one diary."""

Counts = Mapping[str, float]
"""How often something was so, and how often it could have been."""


@dataclass(frozen=True)
class Cell:
    """One world, one length: `ask` gives the counts of one diary, which is made from a seed."""

    question: str
    name: str
    world: World
    days: int
    ask: Callable[["Cell", int], Counts]

    def diary(self, seed: int) -> Written:
        """The diary of this seed; another one in each cell."""
        return write(self.world, self.days, hash_of(self.name, self.days) + seed)


def hash_of(name: str, days: int) -> int:
    """A number for a cell, the same on every machine."""
    return zlib.crc32(f"{name} {days}".encode()) * 10_000


def answer(written: Written) -> Medium:
    """The answer of one diary."""
    return estimate(written.day, written.pain, written.activity, written.weekend)


def called(verdict: str) -> Callable[[Cell, int], Counts]:
    """How many curves are called so, of those whose activity counts."""

    def ask(cell: Cell, seed: int) -> Counts:
        curve = answer(cell.diary(seed)).curves["next" if cell.world.lag else "same"]
        return {"hits": curve.verdict == verdict, "of": 1}

    return ask


def ever_established(cell: Cell, seed: int) -> Counts:
    """Whether a curve of a diary is called an established medium in any of the weekly looks."""
    whole = cell.diary(seed)
    looks = [answer(_until(whole, cell.days - 7 * ago)) for ago in range(LOOKS)]
    found = any(curve.stage == "established" for look in looks for curve in look.curves.values())
    return {"hits": found, "of": 1}


def _until(whole: Written, days: int) -> Written:
    return Written(whole.day[:days], whole.pain[:days], whole.activity[:days], whole.weekend[:days])


def claims_a_direction(cell: Cell, seed: int) -> Counts:
    """How many of both curves are called better by more or by less."""
    curves = answer(cell.diary(seed)).curves.values()
    return {"hits": sum(str(c.verdict).endswith("is_better") for c in curves), "of": len(curves)}


def interval_holds_the_best(cell: Cell, seed: int) -> Counts:
    """Given a medium: whether the interval of the best level holds the true one."""
    return _interval(cell, seed, slack=0.0)


def interval_holds_a_good_level(cell: Cell, seed: int) -> Counts:
    """Given a medium: whether the interval holds a level within 0.1 point of the best."""
    return _interval(cell, seed, slack=0.1)


def _interval(cell: Cell, seed: int, slack: float) -> Counts:
    curve = answer(cell.diary(seed)).curves["same"]
    if curve.best_interval is None:
        return {"hits": 0, "of": 0}
    low, high = curve.best_interval
    levels = np.array(curve.grid)
    inside = (levels >= (low or 0)) & (levels <= (high or np.inf))
    truth = cell.world.shape(busy(levels))
    good = truth <= truth.min() + slack + 1e-9
    return {"hits": bool((inside & good).any()) or _between(levels, good, low, high), "of": 1}


def _between(levels: np.ndarray, good: np.ndarray, low: float | None, high: float | None) -> bool:
    """Whether a good level lies between two of the grid, and the interval there."""
    spans = levels[good]
    return bool(len(spans)) and (low or 0) <= spans.max() and spans.min() <= (high or np.inf)


def core_is_false(cell: Cell, seed: int) -> Counts:
    """The share of the core range that is not within a point of the lowest."""
    return _share(cell, seed, "core", wanted=False)


def possible_is_missed(cell: Cell, seed: int) -> Counts:
    """The share of levels within a point of the lowest that the possible range leaves out."""
    return _share(cell, seed, "possible", wanted=True)


def _share(cell: Cell, seed: int, name: str, *, wanted: bool) -> Counts:
    curve = answer(cell.diary(seed)).curves["same"]
    if not curve.grid:
        return {"hits": 0, "of": 0}
    levels = np.array(curve.grid)
    truth = cell.world.shape(busy(levels))
    good = truth <= truth.min() + 1
    inside = _in(curve, name, levels)
    whole = good if wanted else inside
    hits = (good & ~inside) if wanted else (inside & ~good)
    return {"hits": float(hits.sum()) / max(int(whole.sum()), 1), "of": 1}


def _in(curve: CurveAnswer, name: str, levels: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(levels), dtype=bool)
    for low, high in getattr(curve, name):
        inside |= (levels >= low) & (levels <= high)
    return inside


FALSE, UPSIDE_DOWN, EVER, POWER = "false medium", "inverted called medium", "ever established", "power"
STRICT, GOOD, CORE, MISSED = (
    "interval, strict",
    "interval, within 0.1",
    "core range false",
    "possible range missed",
)
DIRECTION = "direction from confounding"

CONFOUNDED = {
    "trend": World(lambda level: 0 * level, trend=2.0),
    "weekend": World(lambda level: 0 * level, weekend=1.0),
}


def cells() -> Iterator[Cell]:
    """All cells of the table."""
    for name, world in FALSE_SHAPES.items():
        for days in (40, 60, 120, 365):
            yield Cell(FALSE, name, world, days, called("medium"))
    for days in (60, 120):
        yield Cell(UPSIDE_DOWN, "inverted", INVERTED, days, called("medium"))
        yield Cell(POWER, "U", MEDIUM, days, called("medium"))
    for name in ("flat", "plateau", "AR .8"):
        yield Cell(EVER, name, FALSE_SHAPES[name], 190, ever_established)
    yield from _cells_of_ranges()
    for name, world in CONFOUNDED.items():
        for days in (60, 120):
            yield Cell(DIRECTION, name, world, days, claims_a_direction)


def _cells_of_ranges() -> Iterator[Cell]:
    shapes = {
        "U": MEDIUM,
        "U AR .8": replace(MEDIUM, rho=0.8),
        "flat": FALSE_SHAPES["flat"],
        "J": FALSE_SHAPES["J"],
    }
    for days in (60, 120):
        yield Cell(STRICT, "U", MEDIUM, days, interval_holds_the_best)
        yield Cell(GOOD, "U", MEDIUM, days, interval_holds_a_good_level)
        for name, world in shapes.items():
            yield Cell(CORE, name, world, days, core_is_false)
            yield Cell(MISSED, name, world, days, possible_is_missed)


@dataclass(frozen=True)
class Target:
    """What a question must reach: `mean` over its cells and `any_cell`, at least or at most."""

    at_least: bool
    mean: float | None = None
    any_cell: float | None = None


TARGETS: Mapping[tuple[str, int | None], Target] = {
    (FALSE, None): Target(at_least=False, mean=0.04, any_cell=0.09),
    (UPSIDE_DOWN, None): Target(at_least=False, any_cell=0.0),
    (EVER, None): Target(at_least=False, any_cell=0.06),
    (POWER, 120): Target(at_least=True, any_cell=0.85),
    (POWER, 60): Target(at_least=True, any_cell=0.40),
    (STRICT, None): Target(at_least=True, mean=0.93),
    (GOOD, None): Target(at_least=True, mean=0.99),
    (CORE, None): Target(at_least=False, any_cell=0.05),
    (MISSED, None): Target(at_least=False, any_cell=0.03),
    (DIRECTION, None): Target(at_least=False, any_cell=0.08),
}
"""The targets by question, and by length where it matters."""
