"""Big days and what came after are counted, and nothing is said of days that are not known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.medium.rows import WINDOW_DAYS
from journal.pacing.big_days import BigDays, Bout, Followed, LastDays, big_days, bouts
from journal.pacing.week import NEEDED
from tests.journal.pacing.weeks import MONDAY, before, diaries, row

TODAY = MONDAY


def counted(rows: list[DayRow], today: date = TODAY) -> BigDays:
    found = big_days(rows, "steps", today)
    assert found is not None
    return found


def after(*last: float | None) -> Followed:
    """What followed the big days among the last ones, after twenty ordinary days."""
    return counted(before([*[6_000] * 20, *last])).big


def test_a_big_day_is_half_as_much_again_as_the_middle_and_a_quiet_one_half_of_it() -> None:
    found = counted(before([*[6_000] * 20, 9_000, 3_000, 8_999, 3_001, 6_000]))
    assert (found.middle, found.big, found.quiet) == (6_000, Followed(quiet=1), 1)


def test_a_quiet_day_within_two_calendar_days_follows() -> None:
    assert after(9_000, 3_000, 6_000, 6_000) == Followed(quiet=1)
    assert after(9_000, 6_000, 3_000, 6_000) == Followed(quiet=1)
    assert after(9_000, 6_000, 6_000, 3_000) == Followed(other=1)


def test_days_not_known_afterwards_are_counted_apart() -> None:
    assert after(9_000, None, 6_000, 6_000) == Followed(unknown=1)
    assert after(9_000, None, None, 3_000) == Followed(unknown=1)
    assert after(9_000, 3_000, None, 6_000) == Followed(quiet=1)
    assert after(9_000, None, 3_000, 6_000) == Followed(quiet=1)


def test_what_comes_after_the_last_days_is_not_known_yet() -> None:
    assert after(9_000) == Followed(unknown=1)
    assert after(9_000, 6_000) == Followed(unknown=1)
    assert after(9_000, 3_000) == Followed(quiet=1)


def test_today_is_not_looked_at_because_it_is_not_over() -> None:
    rows = [*before([*[6_000] * 20, 9_000, 6_000]), row(TODAY, 100)]
    assert counted(rows) == counted(rows[:-1])


def test_two_big_days_before_one_quiet_day_are_both_followed() -> None:
    assert after(9_000, 9_000, 3_000, 6_000) == Followed(quiet=2)


def test_the_other_days_are_counted_by_the_same_rule() -> None:
    found = counted(before([*[6_000] * 20, 3_000, 6_000, 6_000]))
    assert found.rest == Followed(quiet=2, other=19, unknown=2)
    assert found.big == Followed()


def test_a_day_of_nothing_is_a_quiet_one() -> None:
    assert after(9_000, 0, 6_000) == Followed(quiet=1)


def test_with_few_days_there_is_no_middle() -> None:
    assert counted(before([6_000] * (NEEDED - 1))) == BigDays(NEEDED - 1)
    assert counted([]) == BigDays(0)


def test_a_middle_of_nothing_makes_no_day_big() -> None:
    assert counted(before([*[0] * 20, 9_000])) == BigDays(21, 0)


def test_only_the_window_is_looked_at() -> None:
    old = before([50_000, *[6_000] * WINDOW_DAYS])
    assert (counted(old).known, counted(old).big) == (WINDOW_DAYS, Followed())


@pytest.mark.parametrize("measure", ["sitting_minutes", "load"])
def test_sitting_and_load_have_no_big_days(measure: str) -> None:
    assert big_days([row(TODAY - timedelta(days=n), 5, measure) for n in range(30)], measure, TODAY) is None


@pytest.mark.parametrize("today", [date.max, date.min])
def test_the_ends_of_the_calendar_fail_nothing(today: date) -> None:
    rows = [row(today, 4, longest_active_minutes=4)]
    assert counted(rows, today).known == 0
    assert len(bouts(rows, today)) == 1


@given(diaries)
def test_every_known_day_is_counted_once(rows: list[DayRow]) -> None:
    found = counted(rows)
    assert found.known == sum(one.activity["steps"] is not None for one in rows)
    if found.middle:
        assert found.big.days + found.rest.days == found.known
        assert found.quiet <= found.known


# The longest times without a break


def stretch(ago: int, active: float) -> DayRow:
    return row(TODAY - timedelta(days=ago), None, longest_active_minutes=active)


def test_a_bout_has_its_newest_its_middle_and_its_longest() -> None:
    (found,) = bouts([stretch(100, 90), stretch(20, 40), stretch(3, 20), stretch(1, 30)], TODAY)
    assert found == Bout(
        "longest_active_minutes",
        30,
        TODAY - timedelta(days=1),
        (LastDays(14, 2, 25, 30), LastDays(120, 4, 35, 90)),
    )


def test_a_bout_of_long_ago_says_that_nothing_newer_is_known() -> None:
    (found,) = bouts([stretch(30, 40)], TODAY)
    assert found.spans == (LastDays(14, 0), LastDays(120, 1, 40, 40))
    assert bouts([stretch(WINDOW_DAYS, 40)], TODAY) == ()


def test_only_bouts_that_are_known_are_told_active_first() -> None:
    both = row(TODAY, None, longest_sitting_minutes=0, longest_active_minutes=5)
    assert [bout.name for bout in bouts([both], TODAY)] == [
        "longest_active_minutes",
        "longest_sitting_minutes",
    ]
    assert bouts([row(TODAY, 4_000)], TODAY) == ()


def test_zero_is_a_bout_and_a_day_to_come_is_none() -> None:
    (found,) = bouts([stretch(0, 0), stretch(-1, 50)], TODAY)
    assert (found.newest, found.spans[0]) == (0, LastDays(14, 1, 0, 0))


@given(st.dictionaries(st.integers(0, 200), st.floats(0, 1_440), max_size=30))
def test_the_middle_is_never_over_the_longest(found: dict[int, float]) -> None:
    for bout in bouts([stretch(ago, value) for ago, value in found.items()], TODAY):
        for last in bout.spans:
            assert (last.middle is None) == (last.known == 0)
            assert last.middle is None or last.longest is None or last.middle <= last.longest
