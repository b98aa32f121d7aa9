"""Invented diaries with a truth that is known, and hostile ones, for the estimate."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from journal.medium.numeric import NDArray, np

Array = NDArray[np.float64]

MEDIAN, SPREAD = 6_000.0, 0.42
"""Of the activity: its median, and the standard deviation of its logarithm."""

TENTH = 1.2816
"""Standard deviations from the median to the person's quietest and busiest tenth of days."""


@dataclass(frozen=True)
class World:
    """How a diary comes about. `shape` gives points of pain by how busy a day is: -1 the quietest tenth, 1 the busiest.

    `rho` is how much of a day's own ups and downs is left on the next, `sd` their size, `trend` points over the whole
    diary, `drift` how much busier days become over it, `weekend` points on weekends, which are quieter too, by `quieter`
    standard deviations; `linked` is how much of a busy day is left on the next; `wild` makes busy days scatter more,
    `coarse` rounds pain to whole numbers. `lag` 1: the activity of the day before is what counts. `missing`: the share of days on which a value is missing.
    """

    shape: Callable[[Array], Array]
    rho: float = 0.4
    sd: float = 1.3
    base: float = 4.0
    trend: float = 0.0
    drift: float = 0.0
    weekend: float = 0.0
    quieter: float = 0.5
    linked: float = 0.0
    wild: float = 0.0
    coarse: bool = False
    lag: int = 0
    missing: float = 0.05


@dataclass(frozen=True)
class Written:
    """A diary: what `estimate` takes."""

    day: NDArray[np.int64]
    pain: Array
    activity: Array
    weekend: NDArray[np.bool_]


def busy(activity: Array) -> Array:
    """How busy days are, from their activity."""
    return np.asarray(np.log(np.maximum(activity, 1e-9) / MEDIAN) / SPREAD / TENTH)


def write(world: World, days: int, seed: int) -> Written:
    """A diary of so many days in this world."""
    chance = np.random.default_rng(seed)
    day = np.arange(days)
    weekend = day % 7 >= 5
    quieter = world.quieter * (world.weekend != 0) * weekend
    drift = world.drift * TENTH * (np.arange(-1, days) / days - 0.5)
    usual = _linked(chance.standard_normal(days + 1), world.linked) + drift - np.append(0, quieter)
    activity = np.round(MEDIAN * np.exp(SPREAD * usual))
    own = np.empty(days)
    own[0] = chance.normal(0, world.sd)
    for n in range(1, days):
        own[n] = world.rho * own[n - 1] + chance.normal(0, world.sd * np.sqrt(1 - world.rho**2))
    level = busy(activity[1:] if world.lag == 0 else activity[:-1])
    own *= 1 + world.wild * np.maximum(level, 0)
    pain = world.base + world.shape(level) + own + world.trend * (day / days - 0.5) + world.weekend * weekend
    pain = np.clip(np.round(pain) if world.coarse else np.round(pain, 1), 0, 10)
    activity = activity[1:].copy()
    for values in (pain, activity):
        values[chance.random(days) < world.missing] = np.nan
    return Written(day, pain, activity, weekend)


def _linked(chances: Array, link: float) -> Array:
    """As many values, of the same spread, of which each keeps so much of the one before."""
    values = chances.copy()
    for n in range(1, len(values)):
        values[n] = link * values[n - 1] + np.sqrt(1 - link**2) * chances[n]
    return values


def u_shape(points: float) -> Callable[[Array], Array]:
    """Lowest on a middling day, so many points more on the quietest and the busiest tenth."""
    return lambda level: points * np.minimum(level**2, 4)


FALSE_SHAPES: dict[str, World] = {
    "flat": World(lambda level: 0 * level),
    "monotone": World(lambda level: 0.8 * level),
    "falling": World(lambda level: -0.8 * level),
    "plateau": World(lambda level: 1.5 * np.maximum(-level, 0)),
    "J": World(lambda level: 1.5 * np.maximum(level, 0)),
    "saturating": World(lambda level: 1.5 * np.tanh(-1.5 * level)),
    "step": World(lambda level: np.where(level < -0.3, 1.5, 0.0)),
    "scatter": World(lambda level: 0 * level, wild=0.8),
    "coarse": World(lambda level: 0 * level, coarse=True),
    "AR .8": World(lambda level: 0 * level, rho=0.8),
}
"""Truths that are no medium."""

MEDIUM = World(u_shape(1.2))
INVERTED = replace(MEDIUM, shape=lambda level: -u_shape(1.2)(level), base=5.0)


def hostile(seed: int) -> tuple[Array, Array, Array, Array | None]:
    """A diary as nobody writes it: constant, huge, tiny, doubled, with gaps of years, nan, inf; mostly long enough."""
    chance = np.random.default_rng(seed)
    n = int(chance.choice([0, 1, 5, 28, 29, 40, 60, 120, 120, 120, 400]))
    regular, wild = ([0.01, 0.97, 0.015, 0.005], [0.2, 0.4, 0.3, 0.1])
    steps = chance.choice([0, 1, 2, 400], n, p=regular if chance.random() < 0.8 else wild)
    day = np.cumsum(steps).astype(float)
    if chance.random() < 0.2:
        day = chance.permutation(day)
    activity, pain = _activities(n, chance), _pains(n, day, chance)
    for values, strange in ((activity, 0.05), (pain, 0.05), (day, 0.01)):
        hit = chance.random(n) < strange * (chance.random() < 0.5)
        values[hit] = chance.choice([np.nan, np.inf, -np.inf, -5.0, 1e300, 1e-300])
    return day, pain, activity, None if chance.random() < 0.3 else (chance.random(n) < 0.3).astype(float)


def _activities(n: int, chance: np.random.Generator) -> Array:
    kinds: list[Callable[[], NDArray[Any]]] = [
        lambda: np.full(n, 5.0),
        lambda: chance.exponential(1, n) * 10.0 ** chance.integers(-300, 300),
        lambda: np.zeros(n),
        lambda: chance.integers(0, 3, n).astype(float),
        lambda: chance.exponential(6_000, n),
        lambda: np.where(chance.random(n) < 0.9, 0, chance.exponential(1e9, n)),
        lambda: np.exp(chance.normal(0, 20, n)),
        lambda: np.arange(n) * 1.0,
        lambda: chance.integers(0, 8, n) * 1_000.0,
        lambda: np.where(np.arange(n) % 2, 100.0, 9_000.0) + chance.integers(0, 5, n),
    ]
    return np.asarray(kinds[int(chance.integers(len(kinds)))](), dtype=np.float64)


def _pains(n: int, day: Array, chance: np.random.Generator) -> Array:
    kinds: list[Callable[[], NDArray[Any]]] = [
        lambda: np.full(n, 4.0),
        lambda: chance.normal(4, 1e-12, n),
        lambda: chance.integers(0, 11, n).astype(float),
        lambda: np.clip(4 + chance.normal(0, 1.3, n), 0, 10),
        lambda: (day % 2) * 10,
        lambda: chance.normal(0, 1e300, n),
        lambda: np.where(np.arange(n) % 2, 0.0, 10.0),
    ]
    return np.asarray(kinds[int(chance.integers(len(kinds)))](), dtype=np.float64)
