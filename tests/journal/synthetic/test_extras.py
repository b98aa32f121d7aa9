from datetime import date, time, timedelta
from statistics import fmean

import pytest

from journal.days import day_of
from journal.observations import Activity, Note, Pain, Relief, Skip
from journal.record import Draft
from journal.synthetic.days import Lived, Truth, drafts_of, lived
from journal.synthetic.extras import EVENING, asides, with_bouts
from tests.journal.samples import BERLIN, DAY

LASTS = [DAY + timedelta(days=n) for n in range(0, 60, 7)]


def beside(truth: Truth = Truth.MEDIUM, last: date = DAY, seed: int = 34) -> list[Draft]:
    return asides(lived(truth, last), zone_name="Europe/Berlin", zone=BERLIN, seed=seed)


def reliefs(drafts: list[Draft]) -> list[Relief]:
    return [draft.body for draft in drafts if isinstance(draft.body, Relief)]


def activities(days: list[Lived]) -> list[Activity]:
    return [body for one in days for _, body in one.noted if isinstance(body, Activity)]


def test_heat_is_used_on_bad_evenings_and_rated_before_and_after() -> None:
    noted = {
        draft.at: draft.body.nrs
        for draft in drafts_of(lived(Truth.MEDIUM, DAY), zone_name="Europe/Berlin", zone=BERLIN)
        if isinstance(draft.body, Pain)
    }
    drafts = [draft for draft in beside() if isinstance(draft.body, Relief)]
    assert 10 < len(drafts) < 30
    for draft in drafts:
        assert isinstance(draft.body, Relief)
        assert draft.at.time() >= EVENING
        assert draft.body.before == noted[draft.at] >= 4
        assert 35 <= (draft.body.after_minutes or 0) < 60


def test_after_heat_it_hurts_about_a_point_less_than_when_it_is_only_rated_again() -> None:
    days = lived(Truth.MEDIUM, DAY)
    pain = {one.day: one.pain for one in days}
    heated, again = [], []
    for seed in range(20):
        for draft in asides(days, zone_name="Europe/Berlin", zone=BERLIN, seed=seed):
            match draft.body:
                case Relief(after=float() | int() as after):
                    heated.append(after - pain[draft.day])
                case Pain(nrs=nrs):
                    again.append(nrs - pain[draft.day])
                case _:
                    pass
    assert fmean(again) == pytest.approx(0, abs=0.15)
    assert fmean(heated) - fmean(again) == pytest.approx(-1, abs=0.2)


@pytest.mark.parametrize("truth", Truth)
def test_a_few_notes_are_written_and_one_session_is_left_out_on_a_day_of_which_nothing_else_is_told(
    truth: Truth,
) -> None:
    for last in LASTS:
        drafts, silent = beside(truth, last), {one.day for one in lived(truth, last) if not one.noted}
        (skip,) = [draft for draft in drafts if isinstance(draft.body, Skip)]
        assert skip.day in silent
        assert [draft.day for draft in drafts if draft.day in silent] == [skip.day]
        assert sum(isinstance(draft.body, Note) for draft in drafts) == 5


def test_nothing_is_told_beside_of_a_day_that_is_not_over() -> None:
    for last in LASTS:
        assert all(draft.day < last for draft in beside(last=last))


def test_all_of_it_is_about_the_day_that_it_belongs_to() -> None:
    for last in LASTS:
        assert all(
            day_of(draft.at) == draft.day and draft.at.time() > time(18) for draft in beside(last=last)
        )


def test_longest_times_are_known_of_some_of_the_last_days_and_the_steps_stay() -> None:
    days = lived(Truth.MEDIUM, DAY)
    bouted = with_bouts(days)
    assert [one.steps for one in activities(bouted)] == [one.steps for one in activities(days)]
    known = [one for one in activities(bouted) if one.longest_sitting_minutes is not None]
    assert 10 < len(known) < 35
    for one in known:
        assert one.longest_active_minutes is not None
        assert one.longest_sitting_minutes is not None
        assert 10 <= one.longest_active_minutes <= 120
        assert 10 <= one.longest_sitting_minutes <= 200
    assert not any(one.longest_sitting_minutes for one in activities(bouted[:-60]))


def test_the_same_seed_tells_the_same_and_another_something_else() -> None:
    assert beside(seed=1) == beside(seed=1)
    assert reliefs(beside(seed=1)) != reliefs(beside(seed=2))
