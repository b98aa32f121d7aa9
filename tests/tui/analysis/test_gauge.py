"""A gauge is as wide as it is told, whatever it is given, and can be read without colour."""

import math
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.tui.app_harness import until
from tui.analysis.gauge import BEYOND, DONE, FAR, MARK, MARKED, OPEN, UNKNOWN, Bar, Gauge, cells, share
from tui.analysis.week import Reading

numbers = st.floats() | st.sampled_from([math.nan, math.inf, -math.inf, 0.0, -1.0, 1e-320, 1e308])
readings = st.builds(Reading, st.just("words"), st.none() | numbers, numbers, numbers)


def drawn(value: float | None, whole: float = 100, unknown: float = 0, width: int = 20) -> str:
    return "".join(character for character, _ in cells(Reading("", value, whole, unknown), width))


@given(readings, st.integers(-3, 300))
def test_a_gauge_of_anything_has_exactly_its_columns(reading: Reading, width: int) -> None:
    plain = "".join(character for character, _ in cells(reading, width))
    assert cell_len(plain) == len(plain) == max(width, 0)
    assert plain.count(MARK) == (width >= MARKED)


@given(numbers, numbers)
def test_a_share_is_a_number_from_nothing_to_far(value: float, whole: float) -> None:
    assert 0 <= share(value, whole) <= FAR


@given(st.floats(0, 200), st.floats(0, 200), st.integers(1, 120))
def test_more_is_never_drawn_shorter(one: float, other: float, width: int) -> None:
    less, more = sorted((one, other))
    done = [
        sum(kind == "done" for _, kind in cells(Reading("", value, 100), width)) for value in (less, more)
    ]
    assert done[0] <= done[1]


@given(st.floats(0, 500), st.floats(0, 500), st.integers(1, 120))
def test_done_comes_before_unknown_and_unknown_before_open(value: float, unknown: float, width: int) -> None:
    found = cells(Reading("", value, 100, unknown), width)
    before_the_mark = [kind for kind, _ in groupby(kind for _, kind in found)]
    order = ["done", "unknown", "open"]
    first = before_the_mark[: before_the_mark.index("mark")] if "mark" in before_the_mark else before_the_mark
    assert first == [kind for kind in order if kind in first]


def test_half_of_the_whole_is_drawn_to_the_middle_of_the_way_to_its_mark() -> None:
    assert drawn(50) == DONE * 8 + OPEN * 8 + MARK + OPEN * 3


def test_the_whole_reaches_its_mark_and_more_goes_on_behind_it() -> None:
    assert drawn(100) == DONE * 16 + MARK + OPEN * 3
    assert drawn(112.5) == DONE * 16 + MARK + DONE * 2 + OPEN


@pytest.mark.parametrize("value", [200, 1e9, math.inf])
def test_far_more_ends_at_the_edge_with_a_sign(value: float) -> None:
    assert drawn(value) == DONE * 16 + MARK + DONE * 2 + BEYOND


def test_a_value_that_fills_the_gauge_to_its_edge_is_not_beyond_it() -> None:
    assert BEYOND not in drawn(100, width=8)
    assert BEYOND not in drawn(100 * 19 / 16)


def test_nothing_and_not_known_look_different() -> None:
    assert drawn(0) == OPEN * 16 + MARK + OPEN * 3
    assert drawn(None) == UNKNOWN * 16 + MARK + OPEN * 3


def test_days_that_are_not_known_follow_what_is_done() -> None:
    assert drawn(25, unknown=25) == DONE * 4 + UNKNOWN * 4 + OPEN * 8 + MARK + OPEN * 3
    assert drawn(90, unknown=50) == "█" * 14 + "▍" + UNKNOWN + MARK + OPEN * 3


def test_however_little_was_done_something_is_seen() -> None:
    assert drawn(0.001)[0] == "▏"


@pytest.mark.parametrize("whole", [0, -5, math.nan, math.inf])
def test_against_no_whole_nothing_is_drawn(whole: float) -> None:
    assert DONE not in drawn(50, whole)


@pytest.mark.parametrize(
    ("value", "cell"), [(0, OPEN), (50, "▌"), (100, DONE), (101, BEYOND), (None, UNKNOWN)]
)
def test_one_column_is_enough(value: float | None, cell: str) -> None:
    assert drawn(value, width=1) == cell


class GaugeApp(App[str]):
    """A gauge and nothing else."""

    def compose(self) -> ComposeResult:
        yield Gauge()


def lines(app: App[str]) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def test_the_words_stand_over_the_bar_at_every_width() -> None:
    app = GaugeApp()
    async with app.run_test(size=(40, 6)) as pilot:
        gauge = app.query_one(Gauge)
        assert not gauge.display
        gauge.reading = Reading("Today: 50 of [/] \x1b[2J100", 50, 100)
        await pilot.pause()
        assert lines(app)[:2] == ["Today: 50 of [/] [2J100", DONE * 16 + OPEN * 16 + MARK + OPEN * 7]
        for width in (1, 2, 9, 10, 200):
            await pilot.resize_terminal(width, 60)
            await until(pilot, lambda width=width: len(app.query_one(Bar).render().plain) == width)  # type: ignore[misc]
        gauge.reading = None
        await pilot.pause()
        assert not gauge.display
