"""A person who does what is offered, and now and then stops, makes it easier, or does not rate the morning."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Dose, Routine
from routines.progression import doses_today
from routines.trials import DoseToday, Trial
from tests.routines.practice import ALONE, MONDAY, ROUTINE, RUNGS


@dataclass(frozen=True)
class PracticeLog:
    """What a person did, and what was offered before each session."""

    trials: tuple[Trial, ...]
    offered: tuple[tuple[date, tuple[DoseToday, ...]], ...]


@dataclass(frozen=True)
class Event:
    """A session `after` days, with how each exercise went and the rise of its morning."""

    after: int
    went: tuple[str, ...]
    rise: float | None


events = st.builds(
    Event,
    after=st.sampled_from([0, 1, 1, 1, 2, 2, 3, 7, 13, 14, 30]),
    went=st.tuples(*[st.sampled_from(["whole"] * 6 + ["stopped", "eased", "short", "absent"])] * 3),
    rise=st.sampled_from([-2, -1, 0, 0, 0, 0, 1, 2, 3, None]),
)
lives = st.lists(events, max_size=40)


def known(trials: Sequence[Trial], today: date) -> tuple[Trial, ...]:
    """The trials as they are known on a day: its own morning after is still to come."""
    return tuple(replace(t, rise=None) if t.day == today else t for t in trials)


def live(story: Iterable[Event], routine: Routine = ROUTINE) -> PracticeLog:
    trials: list[Trial] = []
    offered = []
    today = MONDAY
    for event in story:
        today += timedelta(days=event.after)
        doses = doses_today(routine, known(trials, today), today)
        offered.append((today, doses))
        trials += [
            one
            for dose, went in zip(doses, event.went, strict=False)
            if (one := went_so(today, dose, went, event.rise))
        ]
    return PracticeLog(tuple(trials), tuple(offered))


def went_so(today: date, dose: DoseToday, went: str, rise: float | None) -> Trial | None:
    if went == "absent":
        return None
    done = Dose(reps=2) if went == "eased" else dose.dose
    whole = went in {"whole", "eased"}
    return Trial(today, "small", dose.exercise, done, whole, went == "stopped", went == "eased", rise)


def level(dose: Dose) -> int:
    return RUNGS.index(dose)


@given(lives)
def test_no_dose_ever_leaves_the_rungs(story: list[Event]) -> None:
    assert all(d.dose in RUNGS for _, doses in live(story).offered for d in doses)


@given(lives)
def test_never_two_steps_up_within_seven_days(story: list[Event]) -> None:
    lived = live(story)
    before = dict.fromkeys(("tilt", "camel", "curl"), 0)
    steps = []
    for on, doses in lived.offered:
        done = {t.exercise: t.dose for t in lived.trials if t.day == on and t.dose in RUNGS}
        for exercise in [d.exercise for d in doses if done.get(d.exercise) == d.dose]:
            now = level(done[exercise])
            steps += [on] if now > before[exercise] else []
            before[exercise] = now
    assert all(later - earlier >= timedelta(days=7) for earlier, later in pairwise(steps))


@given(lives)
def test_at_most_one_exercise_goes_up_at_a_time_and_by_one_rung(story: list[Event]) -> None:
    for _, doses in live(story).offered:
        assert sum(d.reason.endswith("mornings after not worse") for d in doses) <= 1
        assert all(d.change <= 0 or " to " in d.reason for d in doses)


@given(lives, st.integers(0, 30), st.data())
def test_a_stop_never_raises_a_dose(story: list[Event], later: int, data: st.DataObject) -> None:
    lived = live(story, ALONE)
    last = lived.trials[-1].day if lived.trials else MONDAY
    on, doses = data.draw(st.sampled_from([*lived.offered, (last, doses_today(ALONE, lived.trials, last))]))
    stop = Trial(on, "small", "tilt", doses[0].dose, False, True, False, None)
    today = last + timedelta(days=later)
    without = doses_today(ALONE, lived.trials, today)[0].dose
    assert level(doses_today(ALONE, [*lived.trials, stop], today)[0].dose) <= level(without)


@given(lives, st.integers(0, 30), st.data())
def test_a_missing_rating_never_raises_a_dose(story: list[Event], later: int, data: st.DataObject) -> None:
    trials = live([replace(e, rise=0 if e.rise in {2, 3} else e.rise) for e in story], ALONE).trials
    unrated = data.draw(st.integers(0, max(len(trials) - 1, 0)))
    forgotten = [replace(t, rise=None) if n == unrated else t for n, t in enumerate(trials)]
    today = (trials[-1].day if trials else MONDAY) + timedelta(days=later)
    rated = doses_today(ALONE, trials, today)[0].dose
    assert level(doses_today(ALONE, forgotten, today)[0].dose) <= level(rated)


@given(lives)
def test_without_a_rating_nothing_ever_goes_up(story: list[Event]) -> None:
    lived = live([replace(event, rise=None) for event in story])
    assert all(d.dose == RUNGS[0] for _, doses in lived.offered for d in doses)


@given(lives, st.integers(0, 30), st.data())
def test_the_order_of_the_trials_changes_nothing(story: list[Event], later: int, data: st.DataObject) -> None:
    lived = live(story)
    today = (lived.trials[-1].day if lived.trials else MONDAY) + timedelta(days=later)
    shuffled = data.draw(st.permutations(lived.trials))
    assert doses_today(ROUTINE, shuffled, today) == doses_today(ROUTINE, lived.trials, today)


def test_a_year_of_good_days_takes_all_to_the_last_rung_and_no_further_never_two_in_a_week() -> None:
    lived = live([Event(2, ("whole",) * 3, 0)] * 180)
    levels = [sum(level(d.dose) for d in doses) for _, doses in lived.offered]
    steps = [on for (on, _), (a, b) in zip(lived.offered[1:], pairwise(levels), strict=True) if b > a]
    assert [(on - steps[0]).days for on in steps] == [8 * n for n in range(9)]
    assert levels[-1] == 9


def test_a_year_of_ever_worse_mornings_stays_at_the_first_rung() -> None:
    lived = live([Event(2, ("whole",) * 3, 2)] * 180)
    assert all(d.dose == RUNGS[0] for _, doses in lived.offered for d in doses)
