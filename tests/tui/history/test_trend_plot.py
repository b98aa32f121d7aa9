"""The lines of the trends: dots for days, hollow where noted later, and means of seven days."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.trends import Point
from tui.history.trend_plot import axes_for, enough, layers, means, still_needed
from tui.plots.marks import HOLLOW
from tui.plots.scatter import scatter

GREY = (150, 150, 150)
FIRST = date(2026, 10, 24)


def points(values: Sequence[float | None], *, later: Sequence[int] = ()) -> tuple[Point, ...]:
    """Days with these values, each of them its own mean; some were noted later."""
    return tuple(Point(FIRST + timedelta(days=n), v, v, n in later) for n, v in enumerate(values))


def drawn(found: Sequence[Point], width: int, height: int, *, of_pain: bool) -> str:
    axes = axes_for(found, GREY, width, of_pain=of_pain)
    dots = layers(found, GREY, hollow=of_pain)
    return scatter(width, height, dots, axes, [means(found, GREY)]).plain


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.none() | st.floats(0, 200_000), max_size=50),
    st.integers(-1, 130),
    st.integers(-1, 40),
    st.booleans(),
)
def test_a_diary_of_anything_is_drawn_at_any_size(
    values: list[float | None], width: int, height: int, of_pain: bool
) -> None:
    plain = drawn(points(values), width, height, of_pain=of_pain)
    assert plain == "" or len(plain.split("\n")) == height


@pytest.mark.parametrize("days", [1, 2, 30, 120, 3650])
def test_dates_stand_under_the_plot_however_many_days_there_are(days: int) -> None:
    plain = drawn(points([4.0] * days), 80, 16, of_pain=True)
    assert ("Oct 2026" if days > 400 else "24 Oct") in plain


def test_days_that_were_noted_later_are_hollow_where_pain_is_drawn() -> None:
    found = tuple(Point(FIRST + timedelta(days=n), 4.0, None, n == 3) for n in range(10))
    assert drawn(found, 60, 12, of_pain=True).count(HOLLOW) == 1
    assert HOLLOW not in drawn(found, 60, 12, of_pain=False)


def test_an_activity_is_drawn_up_to_a_round_number() -> None:
    axes = axes_for(points([900.0, 11_400.0]), GREY, 60, of_pain=False)
    assert axes.y == (0, 15_000)
    assert axes.y_labels == ("0", "5k", "10k", "15k")


def test_an_activity_of_nothing_but_zero_has_axes() -> None:
    assert axes_for(points([0.0, 0.0]), GREY, 60, of_pain=False).y[1] > 0


def test_without_dots_the_means_alone_set_the_height() -> None:
    found = (Point(FIRST, 50_000.0, 5_000.0), Point(FIRST + timedelta(days=1), 1.0, 5_000.0))
    assert axes_for(found, GREY, 60, of_pain=False, with_days=False).y[1] < 10_000


def test_how_many_days_are_missing_for_a_line_is_said() -> None:
    one, two = (tuple(Point(FIRST + timedelta(days=n), 4.0, None) for n in range(count)) for count in (1, 2))
    assert not enough(one)
    assert still_needed(one, "pain") == "2 more days in a week and a line appears"
    assert still_needed(two, "pain") == "1 more day in a week and a line appears"
    assert still_needed((), "pain").startswith("No pain logged yet.")
