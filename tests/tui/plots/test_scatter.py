import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.plots.axes import LEAST_HEIGHT, LEAST_WIDTH, Area, Axes, axis_for, nice_step
from tui.plots.scatter import Layer, LevelLine, binned, scatter

GREY = (150, 150, 150)
ANY = st.floats(allow_nan=True, allow_infinity=True) | st.just(0.0)


@pytest.mark.parametrize(
    ("span", "most", "step"), [(12_000, 8, 2000), (10, 5, 2), (1, 10, 0.1), (90, 4, 50), (0.03, 3, 0.01)]
)
def test_a_step_is_one_two_or_five_times_a_power_of_ten(span: float, most: int, step: float) -> None:
    assert nice_step(span, most) == pytest.approx(step)


@given(st.floats(1e-6, 1e9), st.integers(1, 20))
def test_a_step_never_makes_more_parts_than_asked(span: float, most: int) -> None:
    assert span / nice_step(span, most) <= most * (1 + 1e-6)


def test_the_axis_ends_on_a_round_number_beyond_the_largest_value() -> None:
    assert axis_for([1906.0, 11_012.0, math.nan], GREY).most_x == 12_000


def test_every_point_in_a_cell_of_its_own_is_one_mark_on_the_screen() -> None:
    points = [(x * 1000.0, x % 11) for x in range(12)]
    plot = scatter(70, 16, [Layer(points, GREY)], axis_for([12_000.0], GREY))
    assert plot.plain.count("•") == len(points)


def test_several_points_in_a_cell_are_one_bigger_mark() -> None:
    plot = scatter(60, 14, [Layer([(5.0, 5.0), (5.0, 5.0), (9.0, 1.0)], GREY)], Axes(10, GREY))
    assert (plot.plain.count("●"), plot.plain.count("•")) == (1, 1)


def test_points_of_two_layers_in_a_cell_are_one_bigger_mark() -> None:
    layers = [Layer([(5.0, 5.0)], GREY, mark="○", many="◎"), Layer([(5.0, 5.0)], GREY)]
    plot = scatter(60, 14, layers, Axes(10, GREY))
    assert [mark for mark in plot.plain if mark in "○◎•●"] == ["●"]


def test_more_pain_is_higher_and_more_activity_is_further_right() -> None:
    layers = [Layer([(1.0, 9.0)], GREY, mark="a"), Layer([(9.0, 1.0)], GREY, mark="b")]
    lines = scatter(60, 14, layers, Axes(10, GREY)).plain.splitlines()
    (row_a,) = (i for i, line in enumerate(lines) if "a" in line)
    (row_b,) = (i for i, line in enumerate(lines) if "b" in line)
    assert row_a < row_b
    assert lines[row_a].index("a") < lines[row_b].index("b")


def test_a_later_layer_lies_over_an_earlier_one() -> None:
    layers = [Layer([(5.0, 5.0)], GREY), Layer([(5.0, 5.0)], GREY, mark="◆", many="◆")]
    plain = scatter(60, 14, layers, Axes(10, GREY)).plain
    assert "◆" in plain
    assert "•" not in plain


def test_points_outside_the_limits_and_points_that_are_no_numbers_are_left_out() -> None:
    points = [(math.nan, 1.0), (1.0, math.inf), (-1.0, 5.0), (11.0, 5.0), (1e300, 5.0), (5.0, 10.5)]
    plain = scatter(60, 14, [Layer(points, GREY)], Axes(10, GREY)).plain
    assert "•" not in plain


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(0, 90),
    height=st.integers(0, 30),
    points=st.lists(st.tuples(ANY, ANY), max_size=30),
)
def test_a_plot_of_anything_at_any_size_fits_and_does_not_fail(
    width: int, height: int, points: list[tuple[float, float]]
) -> None:
    plot = scatter(width, height, [Layer(points, GREY)], axis_for([x for x, _ in points], GREY))
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        assert plot.plain == ""
    else:
        lines = plot.plain.split("\n")
        assert len(lines) == height
        assert max(len(line) for line in lines) <= width


def test_drawing_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    scatter(60, 14, [Layer([(math.inf, 2.0), (3.0, 3.0)], GREY)], Axes(10, GREY))
    assert capfd.readouterr() == ("", "")


# Lines


def braille(plot: str) -> int:
    return sum("\u2800" < ch <= "\u28ff" for ch in plot)


def test_a_line_has_one_point_a_column_the_mean_of_what_falls_into_it() -> None:
    (run,) = binned(LevelLine([(0, 2), (1, 4), (9, 8), (10, 8)], GREY), Area(Axes(10, GREY), 2, 10))
    assert run == [(0.0, 3.0), (10.0, 8.0)]


def test_a_day_without_a_value_is_a_gap_in_the_line() -> None:
    runs = binned(LevelLine([(0, 2), (1, math.nan), (2, 3), (3, 4)], GREY), Area(Axes(3, GREY), 4, 10))
    assert [len(run) for run in runs] == [1, 2]


def test_a_line_beyond_the_limits_runs_along_them() -> None:
    (run,) = binned(LevelLine([(0, -5), (5, 1e300), (99, 3)], GREY), Area(Axes(10, GREY), 11, 10))
    assert [y for _, y in run] == [0, 10]


def test_a_line_is_drawn_over_the_dots() -> None:
    line = LevelLine([(0.0, 5.0), (10.0, 5.0)], GREY)
    plain = scatter(60, 14, [Layer([(5.0, 5.0), (5.0, 9.0)], GREY)], Axes(10, GREY), [line]).plain
    assert plain.count("•") == 1
    assert braille(plain) >= 50


def test_a_point_alone_is_a_dot_of_the_line() -> None:
    assert braille(scatter(60, 14, [], Axes(10, GREY), [LevelLine([(5.0, 5.0)], GREY)]).plain) == 1


def test_labels_of_our_own_stand_at_their_ticks_and_every_dot_keeps_its_cell() -> None:
    axes = Axes(
        11, GREY, (0, 20_000), (0, 10_000, 20_000), ("0", "10k", "20k"), ((0, "1 Jul"), (11, "12 Jul"))
    )
    points = [(float(x), 20_000.0 * (x % 4) / 4) for x in range(12)]
    plain = scatter(60, 14, [Layer(points, GREY)], axes).plain
    assert all(label in plain for label in ("10k", "20k", "1 Jul", "12 Jul"))
    assert plain.count("•") == len(points)


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(-1, 90),
    height=st.integers(-1, 30),
    points=st.lists(st.tuples(ANY, ANY), max_size=30),
)
def test_a_line_through_anything_at_any_size_fits_and_does_not_fail(
    width: int, height: int, points: list[tuple[float, float]]
) -> None:
    axes = axis_for([x for x, _ in points], GREY)
    plot = scatter(width, height, [], axes, [LevelLine(points, GREY)])
    lines = plot.plain.split("\n")
    assert plot.plain == "" or (len(lines) == height and max(map(len, lines)) <= width)


def test_a_span_that_is_hardly_there_has_a_step() -> None:
    assert 0 < nice_step(5e-324, 12) < 1e-6


@pytest.mark.parametrize(
    "axes", [Axes(0, GREY), Axes(math.inf, GREY), Axes(math.nan, GREY), Axes(10, GREY, (5.0, 5.0))]
)
def test_limits_that_are_none_make_no_plot(axes: Axes) -> None:
    assert scatter(60, 14, [Layer([(1.0, 5.0)], GREY)], axes).plain == ""


def test_the_axes_are_drawn_with_their_labels_where_there_is_no_dot() -> None:
    lines = scatter(60, 14, [], Axes(10, GREY)).plain.split("\n")
    assert [line[:3] for line in (lines[0], lines[11])] == ["10┤", " 0┤"]
    assert lines[13].split() == ["0", "2", "4", "6", "8", "10"]
