"""Which exercise is followed by more pain: its ratings against those just before, within the same session.

Pain before and after whole sessions cannot tell (at 20 sessions it finds an exercise that adds a point in 13 % of
diaries). What is asked here is what followed an exercise, not what it caused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from journal.effects.paired import LEVEL, NEEDED, Interval, Mean, holm, mean_of
from journal.observations import Pain, Recall
from journal.record import Entry, Outcome, SessionRun, SetRun

MARGIN = 1.0
"""Points of the scale: where a mean rise of so much can be ruled out and none at all cannot, there is no sign of one."""

WITHIN = timedelta(hours=2)
"""Ratings further apart than this speak of different times, though of one session: it was gone on with later."""


class ExerciseVerdict(StrEnum):
    """What the ratings say of an exercise."""

    MORE_PAIN = "more-pain"
    UNCLEAR = "unclear"
    NO_SIGN = "no-sign"
    NOT_ENOUGH = "not-enough"


@dataclass(frozen=True, slots=True)
class ExerciseEffect:
    """What followed an exercise: the mean change of pain over `ratings` ratings that have one just before them.

    Changes are in points, over 0 when it hurt more afterwards. `mean_change` is None without such a rating,
    `interval` (95 %) with fewer than NEEDED.
    """

    exercise: str
    ratings: int
    mean_change: float | None
    interval: Interval | None
    verdict: ExerciseVerdict

    @property
    def missing(self) -> int:
        """Ratings still missing for an answer."""
        return max(0, NEEDED - self.ratings)

    def as_json(self) -> dict[str, Any]:
        """The effect as plain JSON values."""
        return {
            "exercise": self.exercise,
            "ratings": self.ratings,
            "mean_change": self.mean_change,
            "interval": None if self.interval is None else list(self.interval),
            "verdict": self.verdict.value,
        }


def exercise_effects(entries: Iterable[Entry]) -> tuple[ExerciseEffect, ...]:
    """What followed each exercise that was ever rated, what stands out first.

    `entries` are the journal's current ones, in any order; of them, sessions, sets and ratings of sessions count.
    A mean rise counts as more pain when its one-sided p, by Holm over the exercises with NEEDED ratings, is under
    LEVEL, and the interval that stands beside it lies above 0: only a rise is looked for, and so only a rise can be
    found by chance.
    """
    changes = changes_by_exercise(entries)
    means = {name: mean_of(found) for name, found in changes.items() if len(found) >= NEEDED}
    chances = holm([mean.above_zero for mean in means.values()])
    tested = {
        name: _effect(name, mean, chance) for (name, mean), chance in zip(means.items(), chances, strict=True)
    }
    effects = [tested.get(name) or _too_few(name, found) for name, found in changes.items()]
    return tuple(sorted(effects, key=_place))


def _effect(exercise: str, mean: Mean, chance: float) -> ExerciseEffect:
    low, high = mean.interval
    if chance < LEVEL and low > 0:
        verdict = ExerciseVerdict.MORE_PAIN
    else:
        verdict = ExerciseVerdict.NO_SIGN if low <= 0 and high < MARGIN else ExerciseVerdict.UNCLEAR
    return ExerciseEffect(exercise, mean.count, mean.mean, mean.interval, verdict)


def _too_few(exercise: str, changes: Sequence[float]) -> ExerciseEffect:
    mean = sum(changes) / len(changes) if changes else None
    return ExerciseEffect(exercise, len(changes), mean, None, ExerciseVerdict.NOT_ENOUGH)


def _place(effect: ExerciseEffect) -> tuple[int, float, str]:
    """What was found first, then the larger change; of those with too few ratings, the one with most."""
    known = effect.verdict is not ExerciseVerdict.NOT_ENOUGH
    weight = effect.mean_change if known and effect.mean_change is not None else effect.ratings
    return list(ExerciseVerdict).index(effect.verdict), -weight, effect.exercise


def changes_by_exercise(entries: Iterable[Entry]) -> Mapping[str, Sequence[float]]:
    """For each exercise that was rated, the changes from the rating before it to its own, in points.

    The rating before it is the one given before the session or, from the second on, the one after the exercise that
    was done just before. Where an exercise in between was begun and not rated there is none, for the change might
    be that one's; nor is there where both lie more than WITHIN apart.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for session in _by_session(entries):
        for exercise, change in _changes(session):
            found[exercise].extend(() if change is None else (change,))
    return found


def _by_session(entries: Iterable[Entry]) -> Iterable[Sequence[Entry]]:
    """The entries of each session, in order of time; of one whose own entry is gone, what is left of it."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.id)):
        match entry.body:
            case SessionRun():
                found[entry.id].append(entry)
            case SetRun(session=session) | Pain(session=str(session)):
                found[session].append(entry)
            case _:
                pass
    return found.values()


@dataclass(frozen=True, slots=True)
class _Rating:
    """A rating after an exercise, which stands at `place` of the plan; before all of them: -1."""

    exercise: str
    place: int
    at: datetime
    nrs: float


def _changes(session: Sequence[Entry]) -> Iterator[tuple[str, float | None]]:
    """The rated exercises of a session in the order in which they were done; a change is None where it is not known."""
    plan = next((tuple(entry.body.doses) for entry in session if isinstance(entry.body, SessionRun)), ())
    begun = {
        entry.body.exercise for entry in session if isinstance(entry.body, SetRun) and _begun(entry.body)
    }
    last = _before(session)
    for rating in _in_order(_after(session, plan)):
        between = () if last is None else plan[last.place + 1 : rating.place]
        near = last is not None and abs(rating.at - last.at) <= WITHIN and begun.isdisjoint(between)
        yield rating.exercise, rating.nrs - last.nrs if last is not None and near else None
        last = rating


def _begun(one: SetRun) -> bool:
    """Whether something of a set was done, or tried and stopped for pain."""
    return bool(one.reps_done) or one.outcome is Outcome.STOPPED


def _before(session: Iterable[Entry]) -> _Rating | None:
    """The rating before the session, the newest if there are several."""
    found = None
    for entry in session:
        match entry.body:
            case Pain(recall=Recall.BEFORE, nrs=nrs):
                found = _Rating("", -1, entry.at, nrs)
            case _:
                pass
    return found


def _after(session: Iterable[Entry], plan: Sequence[str]) -> Iterator[_Rating]:
    """The ratings after exercises; one that was not planned stands after all others."""
    for entry in session:
        match entry.body:
            case Pain(recall=Recall.DURING, exercise=str(exercise), nrs=nrs):
                place = plan.index(exercise) if exercise in plan else len(plan)
                yield _Rating(exercise, place, entry.at, nrs)
            case _:
                pass


def _in_order(ratings: Iterable[_Rating]) -> Sequence[_Rating]:
    """As planned, for all ratings may be given at the end; as they were given where an exercise was rated twice."""
    given = list(ratings)
    has_repeats = len({rating.exercise for rating in given}) < len(given)
    return given if has_repeats else sorted(given, key=lambda rating: rating.place)
