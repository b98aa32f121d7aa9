"""How far a diary is from an answer, counted on diaries small enough to count by hand."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.medium.answer import Lag
from journal.medium.estimate import _diary, _rows, why_not
from journal.medium.progress import AnswerProgress, are_alike, bend_days, bend_points, progress_toward_answer
from journal.medium.rows import Exposure
from journal.medium.words import TOO_ALIKE
from tests.journal.medium.test_rows import TYPED, row
from tests.journal.samples import DAY

STEPS = (2_000, 4_000, 6_000, 8_000, 10_000, 12_000)


def of(*rows: object) -> AnswerProgress:
    return progress_toward_answer(rows, TYPED, DAY)  # type: ignore[arg-type]


def test_what_is_known_is_counted_by_what_is_missing() -> None:
    found = of(row(5, steps=1), row(4, steps=1), row(3), row(2, pain=None, steps=1), row(1), row(0, steps=1))
    assert (found.with_pain, found.active, found.both, found.counted) == (5, 4, 3, 1)
    assert found.broken == 2  # the oldest day, and today: yesterday has no steps
    assert found.still == 27


def test_the_pace_is_that_of_the_last_four_weeks() -> None:
    half_of_them = of(*(row(back, steps=1) for back in range(14)), row(60))
    assert half_of_them.counted == 13
    assert half_of_them.a_week == pytest.approx(3.25)
    assert half_of_them.weeks == 5


def test_the_pace_of_a_young_diary_is_that_of_its_own_days() -> None:
    young = of(*(row(back, steps=1) for back in range(6)))
    assert (young.counted, young.a_week) == (5, 5.0)
    assert young.weeks == 5
    assert of(*(row(back, steps=1) for back in range(15))).weeks == 3


def test_a_diary_long_silent_has_no_pace() -> None:
    long_ago = of(*(row(back, steps=1) for back in range(60, 80)), row(0))
    assert (long_ago.counted, long_ago.weeks) == (19, None)


def test_enough_days_need_no_more() -> None:
    found = of(*(row(back, steps=1) for back in range(40)))
    assert (found.still, found.weeks) == (0, 0)


def test_days_of_much_the_same_activity_are_alike() -> None:
    assert are_alike([5_000, 5_100, 5_050, 4_950, 5_020, 5_080, 5_010])
    assert are_alike([0, 0, 0, 0, 0, 0])
    assert are_alike([1_000, 9_000] * 10)  # two levels are no curve
    assert not are_alike([*STEPS, *STEPS])


def test_alike_is_not_said_of_a_few_days() -> None:
    assert not of(*(row(back, steps=5_000) for back in range(10))).alike
    assert of(*(row(back, steps=5_000) for back in range(11))).alike


@given(
    st.lists(
        st.sampled_from([0.0, 3_000, 5_000, 5_200, 9_000]) | st.floats(0, 20_000), min_size=29, max_size=60
    )
)
def test_days_are_called_alike_where_the_estimate_finds_them_so(steps: list[float]) -> None:
    pains = [float(n * 7 % 10) for n in range(len(steps))]
    days = [
        row(len(steps) - 1 - n, pain=pain, steps=level)
        for n, (pain, level) in enumerate(zip(pains, steps, strict=True))
    ]
    rows = _rows(_diary(range(len(steps)), pains, steps, None))
    assert progress_toward_answer(days, TYPED, DAY).alike is (why_not(rows, Lag.SAME) == TOO_ALIKE)


def test_restless_pain_needs_more_days_to_show_a_bend() -> None:
    calm, restless = [3, 4, 3, 4, 3, 4, 3, 4], [1, 7, 2, 6, 1, 7, 2, 6]
    assert bend_days(calm) == 28
    needed = bend_days(restless)
    assert needed is not None
    assert needed > 300
    assert needed % 10 == 0
    assert bend_days(restless[:6]) is None
    points = bend_points(restless, needed)
    assert points == pytest.approx(1.0, abs=0.02)


def test_pain_noted_later_can_be_left_out() -> None:
    days = [row(back, steps=1, backfilled=back % 2 == 0) for back in range(10)]
    assert progress_toward_answer(days, TYPED, DAY).with_pain == 10
    assert progress_toward_answer(days, TYPED, DAY, later=False).with_pain == 5


def test_another_source_is_no_activity() -> None:
    days = [row(back, steps=1) for back in range(10)]
    assert (
        progress_toward_answer(days, Exposure("steps", "import:table"), DAY - timedelta(days=1)).active == 0
    )
