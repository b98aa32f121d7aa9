"""What may not change a verdict, and what a verdict has to stand on."""

from dataclasses import replace

import pytest

from journal.medium import estimate as medium
from journal.medium.answer import Lag
from journal.medium.gates import arms, arms_gate, line, lines_gate
from journal.medium.numeric import np
from tests.journal.medium.diaries import FALSE_SHAPES, INVERTED, MEDIUM, Written, write

WORLDS = {"U": MEDIUM, "inverted": INVERTED, **FALSE_SHAPES}


def levels(written: Written) -> list[float]:
    """Every p that a verdict may stand on, of both curves."""
    rows = medium._rows(medium._diary(written.day, written.pain, written.activity, written.weekend))
    found = []
    for lag in Lag:
        sample = medium._sample(rows, lag)
        curve = arms(sample)
        for sign in (1.0, -1.0):
            first, second = arms_gate(sample, curve, sign), lines_gate(sample, curve, sign)
            found += [first.left, first.right, second.left, second.right]
        found.append(line(sample)[1])
    return found


@pytest.mark.parametrize("name", WORLDS)
def test_a_trend_and_worse_weekends_change_nothing(name: str) -> None:
    whole = write(WORLDS[name], 120, seed=4)
    worse = replace(whole, pain=whole.pain + 0.03 * whole.day + 1.5 * whole.weekend)
    assert levels(worse) == pytest.approx(levels(whole), abs=1e-9)


@pytest.mark.parametrize("name", WORLDS)
def test_the_unit_of_the_activity_and_the_first_day_of_the_calendar_change_nothing(name: str) -> None:
    whole = write(WORLDS[name], 120, seed=4)
    other = replace(whole, activity=whole.activity / 1_440, day=whole.day + 739_000)
    assert levels(other) == pytest.approx(levels(whole), abs=1e-9)


@pytest.mark.parametrize("name", WORLDS)
def test_what_the_day_before_does_is_not_taken_for_what_the_day_does(name: str) -> None:
    whole = write(WORLDS[name], 120, seed=4)
    before = np.sqrt(np.append(np.nan, whole.activity[:-1]))
    haunted = replace(whole, pain=whole.pain + 0.03 * before)
    own, all_of_both = len(levels(whole)) // 2, levels(haunted)
    assert all_of_both[:own] == pytest.approx(levels(whole)[:own], abs=1e-9)
    assert all_of_both[own:] != pytest.approx(levels(whole)[own:], abs=1e-3)
