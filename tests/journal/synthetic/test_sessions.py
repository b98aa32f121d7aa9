from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from itertools import pairwise
from statistics import fmean

import pytest

from journal.observations import Pain
from journal.synthetic.days import Truth, drafts_of, lived
from journal.synthetic.sessions import Practice, Practised, practised
from tests.journal.samples import BERLIN, DAY

PRACTICE = Practice(("stretch", "tilt", "lift", "curl", "camel"), "curl")
DAYS = lived(Truth.MEDIUM, DAY)
LASTS = [DAY + timedelta(days=n) for n in range(0, 60, 7)]


def sessions(seed: int = 34) -> list[Practised]:
    return practised(DAYS, PRACTICE, zone=BERLIN, seed=seed)


def changes(found: Sequence[Practised], exercise: str) -> Iterator[int]:
    """From the rating after the exercise before to its own, where both were given."""
    before = PRACTICE.exercises[PRACTICE.exercises.index(exercise) - 1]
    return (
        one.during[exercise] - one.during[before]
        for one in found
        if exercise in one.during and before in one.during
    )


def test_there_are_two_or_three_sessions_a_week_and_never_on_two_days_running() -> None:
    for last in LASTS:
        found = practised(lived(Truth.MEDIUM, last), PRACTICE, zone=BERLIN)
        days = [one.day for one in found]
        assert 20 <= len(days) <= 26
        assert min(b - a for a, b in pairwise(days)) >= timedelta(days=2)
        assert last - days[-1] < timedelta(days=9)
        assert days[-1] < last


def test_there_are_no_sessions_on_days_of_which_nothing_is_told() -> None:
    told = {one.day for one in DAYS if one.noted}
    assert all(one.day in told for seed in range(20) for one in sessions(seed))


def test_one_exercise_is_followed_by_a_point_more_pain_and_the_others_by_none() -> None:
    found = [one for seed in range(40) for one in sessions(seed)]
    rises = {exercise: fmean(changes(found, exercise)) for exercise in PRACTICE.exercises[1:]}
    assert rises.pop("curl") == pytest.approx(1, abs=0.1)
    assert all(rise == pytest.approx(0, abs=0.1) for rise in rises.values())


def test_the_morning_after_is_on_the_whole_no_worse_than_before() -> None:
    rises = [
        one.morning[1] - one.before
        for seed in range(40)
        for one in sessions(seed)
        if one.morning is not None and one.before is not None
    ]
    assert abs(fmean(rises)) < 0.35


def test_mornings_are_those_of_the_next_day() -> None:
    mornings = [(one.day, one.morning[0]) for one in sessions() if one.morning is not None]
    assert len(mornings) > 8
    assert all(
        at.date() - day == timedelta(days=1) and time(7) <= at.time() < time(9) for day, at in mornings
    )


def test_not_everything_is_rated() -> None:
    for given in ([one.before for one in sessions()], [one.after for one in sessions()]):
        assert None in given
        assert len([nrs for nrs in given if nrs is not None]) > len(given) / 2
    assert any(len(one.during) < one.reached for one in sessions())


def test_of_a_session_that_was_left_only_what_was_done_is_rated() -> None:
    (left,) = [one for one in sessions() if one.reached < len(PRACTICE.exercises)]
    assert set(left.during) <= set(PRACTICE.exercises[: left.reached])


def test_no_rating_of_how_it_is_now_is_made_while_a_session_may_run() -> None:
    ratings = [
        draft.at
        for draft in drafts_of(DAYS, zone_name="Europe/Berlin", zone=BERLIN)
        if isinstance(draft.body, Pain)
    ]
    for seed in range(20):
        for one in sessions(seed):
            assert not any(one.began <= at < one.began + timedelta(minutes=30) for at in ratings)
            assert time(16) <= one.began.time() < time(17, 20)


def test_the_same_seed_gives_the_same_sessions_and_another_others() -> None:
    assert sessions(1) == sessions(1)
    assert sessions(1) != sessions(2)
