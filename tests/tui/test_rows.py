from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from routines.exercise import Phase
from routines.plan import make_plan
from routines.session_events import Status
from tests.tui.small import SMALL
from tui.rating import typed
from tui.session_view import ready
from tui.widgets.big_digits import GLYPHS, ROWS, BigDigits, big
from tui.widgets.routine_panel import row
from tui.widgets.timer_panel import TimerPanel, bar, digits


def test_a_row_keeps_the_whole_dose_and_cuts_the_name() -> None:
    text = row("·", "Rotational stretch with a very long name", "5 a side", 30)
    assert text.startswith("· Rotational")
    assert text.endswith("… 5 a side")


@given(st.text(max_size=60), st.text(max_size=20), st.integers(0, 60))
def test_a_row_is_exactly_as_wide_as_its_pane(name: str, dose: str, width: int) -> None:
    assert cell_len(row("·", name, dose, width)) == width


@pytest.mark.parametrize(
    ("before", "digit", "since", "rating"),
    [
        (None, 4, None, 4),
        (1, 0, 0.8, 10),
        (1, 0, 0.81, 0),
        (1, 0, None, 0),
        (2, 0, 0.1, 0),
        (1, 1, 0.1, 1),
        (10, 0, 0.1, 0),
    ],
)
def test_a_nought_makes_ten_only_soon_after_a_typed_one(
    before: int | None, digit: int, since: float | None, rating: int
) -> None:
    assert typed(before, digit, since) == rating


def test_big_digits_are_seven_rows_of_one_width() -> None:
    lines = big("1:05").split("\n")
    assert len(lines) == ROWS
    assert len({len(line) for line in lines}) == 1


def test_every_digit_looks_different() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS) == 11


def test_seconds_are_shown_alone_below_a_minute() -> None:
    assert [digits(0), digits(59), digits(60), digits(65)] == ["0", "59", "1:00", "1:05"]


@given(st.floats(-1, 2), st.integers(0, 80))
def test_the_bar_is_as_wide_as_it_should_be_whatever_the_progress(progress: float, width: int) -> None:
    plain = bar(progress, width).plain
    assert len(plain) == width
    assert plain.count("━") == round(min(1.0, max(0.0, progress)) * width)


class Timer(App[None]):
    def compose(self) -> ComposeResult:
        yield TimerPanel(classes="pane")


async def test_the_looks_of_one_state_take_the_place_of_those_before() -> None:
    running = replace(ready(make_plan(SMALL)), status=Status.RUNNING, seconds=3)
    async with Timer().run_test() as pilot:
        panel = pilot.app.query_one(TimerPanel)
        for view, looks in (
            (replace(running, phase=Phase.MOVE), "-move"),
            (replace(running, phase=Phase.HOLD), "-hold"),
            (replace(running, status=Status.FROZEN), "-standing"),
            (replace(running, status=Status.OVER), "-quiet"),
        ):
            panel.view = view
            assert panel.classes == {"pane", looks}


async def test_only_the_lines_of_the_digits_that_change_are_painted_anew() -> None:
    async with Timer().run_test(size=(80, 24)) as pilot:
        panel, shown = pilot.app.query_one(TimerPanel), pilot.app.query_one(BigDigits)
        view = replace(ready(make_plan(SMALL)), status=Status.RUNNING)
        panel.view = replace(view, seconds=8)
        await pilot.pause()
        region = shown.size.region
        before = [strip.text for strip in shown.render_lines(region)]
        panel.view = replace(view, seconds=9)
        changed = {y for y in region.line_range if shown._styles_cache.is_dirty(y)}
        after = [strip.text for strip in shown.render_lines(region)]
        assert changed == {y for y in region.line_range if before[y] != after[y]}
        assert len(changed) == 3
