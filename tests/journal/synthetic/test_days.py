from collections import Counter
from datetime import UTC, date, time, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest

from journal.days import DayRow, day_of
from journal.medium.rows import NEEDED, STEPS, counted
from journal.observations import Activity, Pain
from journal.synthetic.days import Truth, diary
from tests.journal.samples import BERLIN, DAY, in_memory


def rows(truth: Truth, seed: int = 20) -> list[DayRow]:
    store = in_memory()
    store.write(diary(truth, DAY, zone_name="Europe/Berlin", zone=BERLIN, seed=seed))
    days = store.days()
    store.close()
    return days


def pain_by_thirds(truth: Truth) -> tuple[float, float, float]:
    """Mean pain on the quietest, the middling and the busiest third of days, over five diaries."""
    known = sorted(
        (day.activity["steps"], day.pain)
        for seed in range(5)
        for day in rows(truth, seed)
        if day.activity["steps"] is not None and day.pain is not None
    )
    third = len(known) // 3
    pains = [pain for _, pain in known]
    return fmean(pains[:third]), fmean(pains[third:-third]), fmean(pains[-third:])


def test_in_a_medium_both_ends_hurt_more_than_the_middle() -> None:
    quiet, middling, busy = pain_by_thirds(Truth.MEDIUM)
    assert quiet - middling > 1
    assert busy - middling > 1


def test_a_flat_diary_has_no_pattern() -> None:
    quiet, middling, busy = pain_by_thirds(Truth.FLAT)
    assert abs(quiet - middling) < 0.3
    assert abs(busy - middling) < 0.3


def test_more_and_less_are_each_other_turned_round() -> None:
    quiet, middling, busy = pain_by_thirds(Truth.MORE)
    assert quiet > middling + 0.4 > busy + 0.8
    quiet, middling, busy = pain_by_thirds(Truth.LESS)
    assert quiet < middling - 0.4 < busy - 0.8


def test_on_a_plateau_only_quiet_days_hurt_more() -> None:
    quiet, middling, busy = pain_by_thirds(Truth.PLATEAU)
    assert quiet - middling > 0.8
    assert abs(busy - middling) < 0.5


@pytest.mark.parametrize("truth", Truth)
def test_a_diary_is_enough_for_an_answer_and_has_gaps(truth: Truth) -> None:
    days = rows(truth)
    assert len(counted(days, STEPS, DAY)) > 2 * NEEDED
    assert len(days) < 150
    assert DAY - days[0].day < timedelta(days=150)


def test_the_same_seed_gives_the_same_diary_and_another_another() -> None:
    def made(seed: int) -> list[object]:
        return list(diary(Truth.FLAT, DAY, zone_name="UTC", zone=UTC, seed=seed))

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_entries_are_plausible_and_in_order_of_time() -> None:
    zone = ZoneInfo("Pacific/Auckland")
    drafts = diary(Truth.MEDIUM, DAY, zone_name="Pacific/Auckland", zone=zone)
    assert [draft.at for draft in drafts] == sorted(draft.at for draft in drafts)
    assert all(day_of(draft.at) == draft.day and time(7) <= draft.at.time() < time(23) for draft in drafts)
    pains = [draft.body.nrs for draft in drafts if isinstance(draft.body, Pain)]
    assert all(isinstance(nrs, int) for nrs in pains)
    assert len(set(pains)) > 5
    steps = [draft.body.steps or 0 for draft in drafts if isinstance(draft.body, Activity)]
    assert 500 < min(steps) < 3500
    assert 10_000 < max(steps) < 40_000
    by_day = Counter(draft.day for draft in drafts if isinstance(draft.body, Pain))
    assert set(by_day.values()) == {1, 2, 3}


def test_of_the_last_day_there_is_only_what_was_noted_by_midday() -> None:
    last_days = [date(2026, 1, 1) + timedelta(days=n) for n in range(30)]
    for last in last_days:
        drafts = [d for d in diary(Truth.FLAT, last, zone_name="UTC", zone=UTC) if d.day == last]
        assert all(isinstance(draft.body, Pain) and draft.at.hour < 12 for draft in drafts)
