"""What followed the use of a relief, against comparable moments without it.

Something is used when it hurts most, and after such a moment pain falls by itself: by 0.92 points where the measure
does nothing at all. So no change of pain is reported on its own. Each use is paired with a moment without the measure:

- a *use* is a relief with a rating before it (or of at most BEFORE earlier) and one afterwards: the answer to what it
  did, or a later rating of how it is now;
- a *moment* is a rating of how it is now that belongs to no session, with another one afterwards;
- in both, no other relief was used in the CLEAR before, nor until the rating afterwards;
- of a pair, the moment's pain was the same or at most ALIKE higher, never lower: what starts higher falls further by
  itself, so a pair that is not quite alike speaks against the measure and not for it;
- and its second rating came about as long afterwards, within a factor of STRETCH.

Pairs are chosen by pain and time before anybody looks at what followed, the most alike first. What happens on one day
is alike, so the two of a pair lie on two days, and no day serves two pairs of a kind of relief. The differences of the
two changes of pain are then independent of each other, and their mean is judged by Student's t, two-sided as the
interval that stands beside it, and by Holm over the kinds that are tested. Who rates again only when it got worse will
still see the measure in too good a light: the answer is an association.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from operator import itemgetter

from journal.effects.paired import LEVEL, NEEDED, ROUNDING, Interval, Mean, holm, mean_of
from journal.observations import Pain, Recall, Relief
from journal.record import Entry

MINUTE, HOUR = 60.0, 3600.0

BEFORE = 30 * MINUTE
"""A rating this young, in seconds, serves as the one before a relief that has none of its own."""

CLEAR = 4 * HOUR
"""Seconds for which what was used before may still be felt."""

SOONEST, LATEST = 10 * MINUTE, 6 * HOUR
"""Seconds after which another rating may follow."""

ALIKE = 1.0
"""Points by which the pain of a moment may be higher than before the relief."""

STRETCH = 1.5
"""How many times longer or shorter the time until the second rating may be."""

MOST_STRETCH = math.log(STRETCH)

NEAREST = itemgetter(0)

MOST_FOLLOWING = 3
"""As many ratings after a moment are looked at."""

MARGIN = 1.0
"""Points: where a mean difference of so much, either way, can be ruled out and none at all cannot, there is no sign."""


class ReliefVerdict(StrEnum):
    """What the pairs say of a relief."""

    LESS_PAIN = "less-pain"
    UNCLEAR = "unclear"
    NO_LESS_PAIN = "no-less-pain"
    NO_SIGN = "no-sign"
    NOT_ENOUGH = "not-enough"


@dataclass(frozen=True, slots=True)
class ReliefEffect:
    """What followed a relief, as the mean difference to comparable moments without it, in points.

    Under 0: pain fell further, or rose less, than there. `uses` are the days with a use that could be compared,
    `pairs` those for which a comparable moment was found. `difference` and `interval` (95 %) are None with fewer
    than NEEDED pairs.
    """

    means: str
    uses: int
    pairs: int
    difference: float | None
    interval: Interval | None
    verdict: ReliefVerdict

    @property
    def missing_uses(self) -> int:
        """How many days more with a use that is rated before and after it takes."""
        return max(0, NEEDED - self.uses)

    @property
    def missing_moments(self) -> int:
        """How many comparable moments more it takes."""
        return max(0, NEEDED - self.pairs)


@dataclass(frozen=True, slots=True)
class _Moment:
    """How much it hurt at a time (seconds), and what followed: the logarithm of the seconds until then, and how much it
    hurt.
    """

    day: date
    at: float
    nrs: float
    following: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The days of a use and of a moment, how unlike they are, and how much further pain rose after the use."""

    days: frozenset[date]
    unlike: tuple[float, ...]
    difference: float


def relief_effects(entries: Iterable[Entry]) -> tuple[ReliefEffect, ...]:
    """What followed each kind of relief that was noted, what stands out first.

    `entries` are the journal's current ones, in any order; of them, reliefs and ratings of how it is now count.
    """
    diary = _Diary(sorted(entries, key=lambda entry: (entry.at, entry.id)))
    moments = sorted(diary.moments(), key=lambda moment: moment.nrs)
    uses = diary.uses()
    found = {means: _differences(of_it, moments) for means, of_it in uses.items()}
    compared = {means: mean_of(d, math.sqrt(2) * ROUNDING) for means, d in found.items() if len(d) >= NEEDED}
    chances = holm([min(1.0, 2 * mean.below_zero) for mean in compared.values()])
    tested = dict(zip(compared, chances, strict=True))
    effects = [
        _effect(means, _days(uses[means]), compared[means], tested[means])
        if means in tested
        else ReliefEffect(means, _days(uses[means]), len(pairs), None, None, ReliefVerdict.NOT_ENOUGH)
        for means, pairs in found.items()
    ]
    return tuple(sorted(effects, key=_place))


def _effect(means: str, uses: int, mean: Mean, chance: float) -> ReliefEffect:
    return ReliefEffect(means, uses, mean.count, mean.mean, mean.interval, _verdict(mean.interval, chance))


def _verdict(interval: Interval, chance: float) -> ReliefVerdict:
    """The verdict of an interval; never more pain, for what is used while pain is rising would be blamed for it."""
    low, high = interval
    if chance < LEVEL and high < 0:
        return ReliefVerdict.LESS_PAIN
    if low > 0:
        return ReliefVerdict.NO_LESS_PAIN
    return ReliefVerdict.NO_SIGN if low > -MARGIN and 0 <= high < MARGIN else ReliefVerdict.UNCLEAR


def _place(effect: ReliefEffect) -> tuple[int, float, int, str]:
    """What was found first, then the larger difference; of those with too few pairs, the one with most."""
    found = effect.difference if effect.difference is not None else -effect.pairs
    return list(ReliefVerdict).index(effect.verdict), found, -effect.uses, effect.means


def _days(uses: Iterable[_Moment]) -> int:
    return len({use.day for use in uses})


class _Diary:
    """The ratings of how it is now and the reliefs, as what followed them is looked for. `entries` stand in order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._ratings: list[tuple[float, float, date]] = []
        self._reliefs: list[tuple[float, Relief, date]] = []
        for entry in entries:
            match entry.body:
                case Pain(recall=Recall.NOW, session=None, nrs=nrs):
                    self._ratings.append((_seconds(entry.at), nrs, entry.day))
                case Relief() as body:
                    self._reliefs.append((_seconds(entry.at), body, entry.day))
                case _:
                    pass
        self._rated = [at for at, _, _ in self._ratings]
        self._relieved = [at for at, _, _ in self._reliefs]

    def moments(self) -> Iterator[_Moment]:
        """The ratings without a relief."""
        for at, nrs, day in self._ratings:
            if following := self._following(at, 0):
                yield _Moment(day, at, nrs, following)

    def uses(self) -> Mapping[str, Sequence[_Moment]]:
        """By what was used, the uses that can be compared: none where they all cannot."""
        found: dict[str, list[_Moment]] = defaultdict(list)
        for at, body, day in self._reliefs:
            of_it = found[body.means]
            before = body.before if body.before is not None else self._just_before(at)
            following = (*self._answer(at, body), *self._following(at, 1))
            if before is not None and following:
                of_it.append(_Moment(day, at, before, following))
        return found

    def _just_before(self, at: float) -> float | None:
        """The newest rating of the last BEFORE seconds."""
        place = bisect_right(self._rated, at)
        return self._ratings[place - 1][1] if place and at - self._rated[place - 1] <= BEFORE else None

    def _answer(self, at: float, body: Relief) -> Iterator[tuple[float, float]]:
        """What was answered when it was asked what the relief did."""
        after = (body.after_minutes or 0) * MINUTE
        if body.after is not None and SOONEST <= after <= LATEST and self._used(at, at + after) == 1:
            yield math.log(after), body.after

    def _following(self, at: float, own: int) -> tuple[tuple[float, float], ...]:
        """The next ratings after a time, while no relief is used but `own` ones at that time."""
        first = bisect_left(self._rated, at + SOONEST)
        last = bisect_right(self._rated, at + LATEST)
        return tuple(
            (math.log(later - at), nrs)
            for later, nrs, _ in self._ratings[first : min(last, first + MOST_FOLLOWING)]
            if self._used(at, later) == own
        )

    def _used(self, at: float, until: float) -> int:
        """How many reliefs may be felt between two times."""
        return bisect_right(self._relieved, until) - bisect_right(self._relieved, at - CLEAR)


def _seconds(at: datetime) -> float:
    return at.astimezone(UTC).timestamp()


def _differences(uses: Iterable[_Moment], moments: Sequence[_Moment]) -> list[float]:
    """How much further pain rose after a use than after the moment it is paired with, for each pair.

    `moments` are sorted by pain.
    """
    ratings = [moment.nrs for moment in moments]
    pairs = [
        pair
        for use in uses
        for moment in moments[bisect_left(ratings, use.nrs) : bisect_right(ratings, use.nrs + ALIKE)]
        if (pair := _pair(use, moment)) is not None
    ]
    taken: set[date] = set()
    differences = []
    for pair in sorted(pairs, key=lambda pair: pair.unlike):
        if taken.isdisjoint(pair.days):
            taken |= pair.days
            differences.append(pair.difference)
    return differences


def _pair(use: _Moment, moment: _Moment) -> _Pair | None:
    """The pair that both make; None on one day, and where what followed did not come about as long afterwards."""
    if use.day == moment.day:
        return None
    ways = [
        (abs(late - long), after, other) for long, after in use.following for late, other in moment.following
    ]
    stretch, after, other = min(ways, key=NEAREST)  # never by what followed
    if stretch > MOST_STRETCH:
        return None
    unlike = (moment.nrs - use.nrs, stretch, use.at, moment.at)
    return _Pair(frozenset((use.day, moment.day)), unlike, (after - use.nrs) - (other - moment.nrs))
