"""Means of differences and Holm's correction, against numbers that others published or computed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.effects.paired import ROUNDING, holm, mean_of
from tests.journal.medium import oracles

SLEEP = (1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)
"""Hours of sleep more by one drug than by another, of ten people (Student 1908)."""


def test_the_mean_of_student_s_own_example_is_as_he_has_it() -> None:
    found = mean_of(SLEEP)
    assert found.mean == pytest.approx(1.58)
    assert found.mean / found.error == pytest.approx(4.0621, abs=5e-5)
    assert 2 * found.above_zero == pytest.approx(0.002833, abs=5e-7)
    assert found.interval == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert found.below_zero == pytest.approx(1 - found.above_zero)


def test_equal_differences_are_no_more_exact_than_whole_numbers_can_be() -> None:
    found = mean_of([1.0] * 16)
    assert (found.mean, found.error) == (1.0, ROUNDING / 4)
    assert found.interval[0] < 1 < found.interval[1]


@oracles.needed
def test_holm_is_as_r_computes_it_in_whatever_order() -> None:
    wanted = oracles.reference("oracle_R.json")["padjust"]
    pairs = list(zip(wanted["p"], wanted["holm"], strict=True))
    random.Random(1).shuffle(pairs)
    found = holm([p for p, _ in pairs])
    assert oracles.furthest(found, [adjusted for _, adjusted in pairs]) < 1e-8


@given(st.lists(st.floats(0, 1), max_size=20))
def test_holm_only_raises_a_p_keeps_the_order_and_stays_a_p(p_values: list[float]) -> None:
    adjusted = holm(p_values)
    assert all(p <= a <= 1 for p, a in zip(p_values, adjusted, strict=True))
    ranked = [a for _, a in sorted(zip(p_values, adjusted, strict=True))]
    assert ranked == sorted(ranked)


def test_holm_of_nothing_is_nothing_and_of_one_is_itself() -> None:
    assert holm([]) == ()
    assert holm([0.03]) == (0.03,)
