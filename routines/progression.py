"""Today's doses: up slowly along an exercise's rungs, back at once when something speaks against it.

A routine begins with the doses written in it; what was done since, its trials, moves them. Nothing is remembered
besides: the same trials and the same day give the same doses. Days are judged whole, so that the order of two
sessions on one day does not matter.

Up one rung: after three whole sessions of this routine at the present rung, each with a morning after that was no
worse than before; one exercise of a routine in seven days, first the one that has gone longest without a step. A
session counts for nothing when it was not done to the end, when the pain was a little higher, or when a rating of its
day is missing; a clear rise or an easier form starts the count again.
Back one rung: after a stop for pain, begun at the present rung or a harder one, in whatever routine; after a clear
rise the next morning twice running; and for every two weeks without the exercise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from routines.dose_words import dose_words
from routines.exercise import Dose, Exercise, Item, Routine
from routines.trials import DoseToday, Trial

ENOUGH = 3
"""Sessions at a rung before the next one."""

CLEARLY_UP = 2.0
"""Points from before a session to the next morning: the smallest change that means something (Ostelo 2008)."""

BETWEEN_STEPS = timedelta(days=7)
BREAK = timedelta(days=14)
WEEK = timedelta(days=7)

BEGIN = "start here"
OWN = "your own dose"
FIXED = "stays as it is"


def doses_today(
    routine: Routine, trials: Sequence[Trial], today: date, *, cut: bool = False
) -> tuple[DoseToday, ...]:
    """The dose of each exercise of the routine, in its order. Trials after `today` are not looked at.

    `cut`: there were others before these trials; the dose of the first then stands for where it was. A dose that is
    not among the exercise's rungs is the person's own and stays as it is, as do those of a fixed routine.
    """
    if routine.fixed:
        return tuple(DoseToday(item.exercise.id, item.dose, FIXED, 0) for item in routine)
    ladders = [_ladder(item, routine.id, today) for item in routine]
    standings = [
        ladder.standing(item.dose, trials, cut=cut) for ladder, item in zip(ladders, routine, strict=True)
    ]
    goes_up = _goes_up(standings, today)
    pairs = zip(ladders, standings, strict=True)
    return tuple(
        ladder.dose_today(standing, up=index == goes_up) for index, (ladder, standing) in enumerate(pairs)
    )


def with_doses(routine: Routine, doses: Iterable[DoseToday]) -> Routine:
    """The routine with these doses in place of its own."""
    by_exercise = {one.exercise: one.dose for one in doses}
    items = (Item(i.exercise, by_exercise.get(i.exercise.id, i.dose)) for i in routine)
    return replace(routine, items=tuple(items))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where an exercise stands on its rungs after some days.

    `level` is the index of the present rung and `done` of the one it was last done at; `good` counts the sessions
    at the present rung that speak for the next, `ready` says that they suffice and the last one was among them.
    `stepped` is the day of the last step up, `last` the last day with a trial. `worse`: the last rated morning was
    clearly worse.
    """

    level: int
    done: int | None = None
    reason: str = BEGIN
    good: int = 0
    ready: bool = False
    stepped: date | None = None
    worse: bool = False
    last: date | None = None


def _goes_up(standings: Sequence[_Standing], today: date) -> int | None:
    """The index of the exercise that goes up a rung today, if one does."""
    steps = [standing.stepped for standing in standings if standing.stepped is not None]
    if steps and today - max(steps) < BETWEEN_STEPS:
        return None
    ready = [index for index, standing in enumerate(standings) if standing.ready]
    return min(ready, key=lambda index: standings[index].stepped or date.min, default=None)


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The rungs of an exercise as one routine climbs them, seen on one day. A dose of one's own is the only rung."""

    exercise: Exercise
    rungs: tuple[Dose, ...]
    own_dose: bool
    routine: str
    today: date

    def standing(self, beginning: Dose, trials: Iterable[Trial], *, cut: bool) -> _Standing:
        """Where the exercise stands today. What was done before the routine was first used says nothing."""
        ours = [t for t in trials if t.exercise == self.exercise.id and t.day <= self.today]
        first = min((t.day for t in ours if self._own(t)), default=date.max)
        begun = next((t.dose for t in ours if cut and self._own(t) and t.dose in self.rungs), beginning)
        standing = _Standing(self.rungs.index(begun))
        days = groupby(sorted((t for t in ours if t.day >= first), key=lambda t: t.day), lambda t: t.day)
        for day, of_day in days:
            standing = self._after(standing, day, tuple(of_day))
        return self._after_break(standing, self.today)

    def dose_today(self, standing: _Standing, *, up: bool) -> DoseToday:
        """The dose and its reason; `up` when this is the exercise that goes up a rung today."""
        level, reason = standing.level, standing.reason
        if self.own_dose:
            reason = OWN
        elif up:
            level += 1
            before = self._words(standing.level).removesuffix(" a side")
            reason = f"{before} to {self._words(level)}: three sessions done, mornings after not worse"
        elif standing.ready:
            reason = "same as last time: only one exercise goes up in a week"
        done = level if standing.done is None else standing.done
        change: Literal[-1, 0, 1] = 1 if level > done else -1 if level < done else 0
        return DoseToday(self.exercise.id, self.rungs[level], reason, change)

    # One day

    def _after(self, before: _Standing, day: date, trials: tuple[Trial, ...]) -> _Standing:
        """The standing after a day with trials."""
        rested = self._after_break(before, day)
        climbed = replace(self._climbed(rested, trials, day), last=day)
        stops = [t for t in trials if t.stopped]
        # A stop at a lighter dose only is from before the routine was changed, or from another one.
        if any(self._rung(t, rested.level) >= rested.level for t in stops):
            back = self._back(climbed, stops, f"you stopped because of pain {_on(day, self.today)}")
            return replace(back, worse=_worse(_rise(trials), climbed))
        others = [t for t in trials if not t.stopped]
        return self._after_morning(climbed, others) if others else before

    def _after_break(self, standing: _Standing, day: date) -> _Standing:
        """One rung down for every two weeks without the exercise."""
        if standing.last is None or day - standing.last < BREAK:
            return standing
        away = day - standing.last
        rungs, weeks = away // BREAK, away // WEEK
        return self._at(standing, standing.level - rungs, f"gentler after {weeks} weeks' break")

    def _climbed(self, standing: _Standing, trials: Sequence[Trial], day: date) -> _Standing:
        """One rung higher when that was offered, as a trial at that dose shows."""
        own = [t for t in trials if self._own(t)]
        if not own:
            return standing
        rungs = {self._rung(t, standing.level) for t in own if t.dose in self.rungs} or {standing.level}
        standing = replace(standing, done=min(rungs))
        if max(rungs) <= standing.level:
            return standing
        standing = replace(standing, stepped=day)
        if standing.level + 1 not in rungs or standing.good < ENOUGH:
            return standing
        return replace(standing, level=standing.level + 1, good=0, ready=False)

    def _after_morning(self, standing: _Standing, trials: Sequence[Trial]) -> _Standing:
        """What the next morning says of a day without a stop."""
        rise = _rise(trials)
        if rise is not None and rise >= CLEARLY_UP:
            return self._after_clear_rise(standing, trials, rise)
        own = [t for t in trials if self._own(t)]
        standing = replace(standing, worse=_worse(rise, standing))
        return self._counted(standing, own, rise) if own else standing

    def _after_clear_rise(self, standing: _Standing, trials: Sequence[Trial], rise: float) -> _Standing:
        here = [t for t in trials if self._rung(t, standing.level) >= standing.level]
        if standing.worse and here:
            return self._back(standing, here, "pain was 2 or more higher on two mornings after")
        reason = f"same as last time: pain {rise:g} higher the morning after"
        return replace(standing, good=0, ready=False, worse=True, reason=reason)

    def _counted(self, standing: _Standing, own: Sequence[Trial], rise: float | None) -> _Standing:
        """The sessions of the day counted toward the next rung, as far as they do."""
        here = [t for t in own if t.whole and t.dose == self.rungs[standing.level]]
        good = standing.good
        if any(t.eased for t in own):
            good = 0
        elif rise is not None and rise <= 0 and _all_rated(own):
            good += len(here)
        ready = good >= ENOUGH and good > standing.good and not self._top(standing.level)
        reason = f"same as last time: {self._why_not_up(standing.level, good, own, here, rise)}"
        return replace(standing, good=good, ready=ready, reason=reason)

    def _why_not_up(
        self, level: int, good: int, own: Sequence[Trial], here: Sequence[Trial], rise: float | None
    ) -> str:
        if any(t.eased for t in own):
            return "you made it easier last time"
        if not here:
            unfinished = any(t.dose == self.rungs[level] for t in own)
            return "not finished last time" if unfinished else "you did another dose last time"
        if self._top(level):
            return "this is the highest dose"
        if rise is None or not _all_rated(own):
            return _unrated(own[0].day, self.today)
        if rise > 0:
            return f"pain {rise:g} higher the morning after"
        return f"{good} of {ENOUGH} sessions done"

    # Rungs

    def _own(self, trial: Trial) -> bool:
        return trial.routine == self.routine

    def _rung(self, trial: Trial, level: int) -> int:
        """The index of the dose it was begun with; the present `level` for a dose that is no rung or was made lower."""
        rung = self.rungs.index(trial.dose) if trial.dose in self.rungs else level
        return max(rung, level) if trial.eased else rung

    def _top(self, level: int) -> bool:
        return level == len(self.rungs) - 1

    def _words(self, level: int) -> str:
        return dose_words(self.exercise, self.rungs[level])

    def _back(self, standing: _Standing, trials: Sequence[Trial], because: str) -> _Standing:
        """One rung below the present one, and below what these trials were done with."""
        lowest = min(self._rung(t, standing.level) for t in trials)
        return self._at(standing, min(standing.level, lowest) - 1, because)

    def _at(self, standing: _Standing, level: int, because: str) -> _Standing:
        """At a lower rung, or at the first where there is none; the count starts again."""
        where = f"back to {self._words(max(level, 0))}" if level >= 0 else "the smallest dose"
        return replace(
            standing, level=max(level, 0), reason=f"{where}: {because}", good=0, ready=False, worse=False
        )


def _rise(trials: Iterable[Trial]) -> float | None:
    """The rise of the morning after a day; of two ratings before it the one that makes it higher counts."""
    return max((t.rise for t in trials if t.rise is not None), default=None)


def _all_rated(trials: Iterable[Trial]) -> bool:
    return all(t.rise is not None for t in trials)


def _worse(rise: float | None, standing: _Standing) -> bool:
    """Whether the last rated morning was clearly worse, after one with this rise."""
    return standing.worse if rise is None else rise >= CLEARLY_UP


def _unrated(day: date, today: date) -> str:
    if day == today:
        return "the morning after is still to come"
    return "it needs a rating before and the morning after"


def _on(day: date, today: date) -> str:
    """The day as one says it: `today`, `on Tuesday`, `on 3 November`."""
    if day == today:
        return "today"
    return f"on {day:%A}" if today - day < WEEK else f"on {day.day} {day:%B}"


def _ladder(item: Item, routine: str, today: date) -> _Ladder:
    rungs = tuple(dict.fromkeys(item.exercise.rungs))
    own_dose = item.dose not in rungs
    return _Ladder(item.exercise, (item.dose,) if own_dose else rungs, own_dose, routine, today)
