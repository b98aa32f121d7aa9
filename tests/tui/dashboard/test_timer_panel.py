"""The timer: how its lines stand, how they look, and what of them is painted anew."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot

from routines.exercise import Phase
from routines.figure.pose import Figure
from routines.files.loader import load_library
from routines.session.events import Status
from routines.session.machine import look, pause, resume, stop_for_pain
from tests.tui.app_harness import painted
from tests.tui.today.states import live_session, session
from tui.dashboard.figure import figure_cells, figure_lines
from tui.dashboard.timer_lines import bar, digits, figure_width, measures, timer_lines
from tui.dashboard.timer_panel import TimerPanel
from tui.session.view import SessionView, session_view, with_time_passed
from tui.today.state import current_figure
from tui.widgets.drawing import Line, end_of_changes

SHIPPED = load_library().routines["start"]
LARGE = measures(40, large=True)
HOLD = session_view(session(33))
"""A hold of the small routine."""


def figure(seconds: int) -> Figure:
    """The figure so many seconds into the shipped routine."""
    found = current_figure(live_session(session(seconds, SHIPPED)), 0.0, moves=False)
    assert found is not None
    return found


class Timer(App[None]):
    CSS = """
    TimerPanel .timer--works { color: $text-accent; }
    TimerPanel .timer--hold { background: $primary 35%; }
    TimerPanel .timer--flash { background: $accent 60%; }
    TimerPanel .timer--standing-hint { color: $text-warning; }
    """

    def compose(self) -> ComposeResult:
        yield TimerPanel(classes="pane")


def lines(view: SessionView, columns: int, rows: int, *, large: bool = True) -> tuple[Line, ...]:
    sizes = measures(rows, large=large)
    return timer_lines(
        view, sizes, figure_lines(figure(40), figure_width(columns), sizes.figure), columns, rows
    )


def written(view: SessionView, columns: int, rows: int, *, large: bool = True) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines(view, columns, rows, large=large))


def dirty(panel: TimerPanel) -> set[int]:
    """The rows that are to be painted anew."""
    return {y for y in panel.size.region.line_range if panel._styles_cache.is_dirty(y)}


def colours(panel: TimerPanel, character: str) -> set[tuple[object, object]]:
    """The colours, before and behind, that a character is painted in."""
    segments = [segment for strip in panel.render_lines(panel.size.region) for segment in strip]
    return {(s.style.color, s.style.bgcolor) for s in segments if s.style is not None and character in s.text}


def test_seconds_are_shown_alone_below_a_minute() -> None:
    assert [digits(0), digits(59), digits(60), digits(65)] == ["0", "59", "1:00", "1:05"]


@given(st.floats(-1, 2), st.integers(0, 80))
def test_the_bar_is_as_wide_as_it_should_be_whatever_the_progress(progress: float, columns: int) -> None:
    plain = "".join(text for text, _ in bar(progress, columns))
    assert len(plain) == columns
    assert plain.count("━") == round(min(1.0, max(0.0, progress)) * max(0, columns - 6))


@given(
    st.tuples(st.integers(0, 130), st.integers(0, 50)),
    st.booleans(),
    st.sampled_from(Status),
    st.text(max_size=80),
    st.integers(0, 700) | st.none(),
)
def test_whatever_it_says_every_line_is_as_wide_as_the_timer_and_none_too_many(
    size: tuple[int, int], large: bool, status: Status, text: str, seconds: int | None
) -> None:
    columns, rows = size
    view = replace(HOLD, status=status, name=text, word=text, hint=text, question=text, seconds=seconds)
    found = lines(view, columns, rows, large=large)
    assert len(found) == rows
    widths = {sum(cell_len(piece) for piece, _ in line) for line in found}
    assert columns < 60 or widths <= {columns}  # below, a double-wide character may be left no room


@pytest.mark.parametrize(("columns", "rows"), [(120, 39), (80, 23), (60, 19), (48, 15)])
@pytest.mark.parametrize("large", [True, False])
def test_word_place_and_hint_are_there_at_every_size(columns: int, rows: int, large: bool) -> None:
    view = replace(HOLD, hint="space: continue")
    shown = written(view, columns, rows, large=large)
    assert "rep 1 of 2" in shown
    assert "space: continue" in shown
    assert "Hold" in shown or "█   █  █   █  █      █   █" in shown


def test_while_time_runs_nothing_jumps_though_a_line_is_too_long() -> None:
    short, long = replace(HOLD, next_step="then up"), replace(HOLD, next_step="then " + "a long while " * 9)
    assert written(short, 60, 30).count("\n") == written(long, 60, 30).count("\n")
    assert written(short, 60, 30).split("\n")[:20] == written(long, 60, 30).split("\n")[:20]
    standing = replace(long, status=Status.PAUSED)
    assert written(standing, 60, 30).count("a long while") > written(long, 60, 30).count("a long while")


def test_a_big_word_that_does_not_fit_stands_as_it_is() -> None:
    assert "Change sides" in written(replace(HOLD, word="Change sides"), 60, 30)
    assert "Change sides" not in written(replace(HOLD, word="Change sides"), 120, 30)


@given(st.lists(st.tuples(st.text("ab ", max_size=3), st.sampled_from("xy")), max_size=5), st.data())
def test_behind_what_changed_nothing_is_painted_and_nothing_that_changed_is_left_out(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    new = tuple(pieces)
    old = tuple(data.draw(st.permutations(pieces)))
    past = end_of_changes(old, new)
    cells = [[(ch, part) for text, part in line for ch in text] for line in (old, new)]
    assert cells[0][past:] == cells[1][past:]


async def test_a_state_has_its_ground_and_the_phase_that_follows_another() -> None:
    async with Timer().run_test(size=(120, 40)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.measures = LARGE
        seen = []
        for view in (HOLD, replace(HOLD, phase=Phase.MOVE), HOLD):
            panel.view = view
            await pilot.pause()
            seen.append(colours(panel, "█"))
        assert seen[0] == seen[2] != seen[1]
        assert panel.classes == {"pane"}


async def test_it_lights_up_for_a_moment_whatever_the_phase() -> None:
    async with Timer().run_test(size=(120, 40)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.view = HOLD
        await pilot.pause()
        before = colours(panel, "█")
        panel.flash()
        assert colours(panel, "█") != before
        for _ in range(100):
            if colours(panel, "█") == before:
                break
            await pilot.pause(0.02)
        assert colours(panel, "█") == before


async def test_a_second_paints_the_lines_of_the_digits_that_change_and_no_others() -> None:
    async with Timer().run_test(size=(80, 24)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.view = replace(HOLD, seconds=8)
        await pilot.pause()
        before = painted(panel).split("\n")
        assert not dirty(panel)
        panel.view = replace(HOLD, seconds=9)
        changed = dirty(panel)
        after = painted(panel).split("\n")
        assert changed == {y for y in range(24) if before[y] != after[y]}
        assert len(changed) == 3


async def test_what_stays_the_same_is_not_painted_again() -> None:
    async with Timer().run_test(size=(80, 24)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.measures, panel.view, panel.figure = LARGE, HOLD, figure(40)
        await pilot.pause()
        painted(panel)
        panel.view, panel.figure = replace(HOLD, progress=HOLD.progress + 1e-6), replace(figure(40))
        assert not dirty(panel)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_the_figure_stands_beside_the_digits_and_what_works_in_its_colour(theme: str) -> None:
    async with Timer().run_test(size=(120, 40)) as pilot:
        pilot.app.theme = theme
        panel = pilot.app.query_one(TimerPanel)
        panel.measures, panel.view, panel.figure = LARGE, HOLD, figure(40)
        await pilot.pause()
        cells = figure_cells(figure(40), 44, 11)
        shown = painted(panel)
        assert all("".join(ch for ch, _ in row) in shown for row in cells)
        works = next(ch for row in cells for ch, owner in row if owner == "works" and ch != " ")
        wanted = Color.parse(pilot.app.theme_variables["text-accent"]).rich_color.triplet
        assert wanted in {getattr(colour, "triplet", None) for colour, _ in colours(panel, works)}


async def test_another_figure_takes_the_place_of_the_first_and_none_leaves_it_empty() -> None:
    async with Timer().run_test(size=(120, 40)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.measures, panel.view = LARGE, HOLD
        await pilot.pause()
        seen = []
        for shown in (None, figure(40), figure(140), None):
            panel.figure = shown
            seen.append(painted(panel))
        assert seen[0] == seen[3]
        assert len(set(seen)) == 3
        assert not re.search("[⠁-⣿]", seen[3])


async def test_another_size_makes_other_lines() -> None:
    async with Timer().run_test(size=(120, 40)) as pilot:
        panel = pilot.app.query_one(TimerPanel)
        panel.measures, panel.view = LARGE, HOLD
        await pilot.resize_terminal(80, 24)
        await Pilot(pilot.app).pause()
        assert {len(line) for line in painted(panel).split("\n")} == {80}
        assert len(painted(panel).split("\n")) == 24


@given(st.floats(0, 4.9))
def test_after_some_time_of_a_step_only_seconds_progress_and_what_is_left_are_others(seconds: float) -> None:
    before = session(33)
    after, _ = look(before, 33 + seconds)
    passed = live_session(after).only_time_passed(live_session(before))
    assert passed == (after.index == before.index)
    if passed:
        assert with_time_passed(session_view(before), after) == session_view(after)


def test_a_session_that_stops_pauses_or_counts_in_is_shown_anew() -> None:
    going = session(33)
    paused, _ = pause(going, 33.5)
    counting, _ = resume(paused, 34.0)
    counted, _ = look(look(counting, 38.0)[0], 39.5)
    stopped, _ = stop_for_pain(going, 33.5)
    for before, after in (
        (going, paused),
        (paused, counting),
        (counting, counted),
        (going, stopped),
        (stopped, stopped),
    ):
        assert not live_session(after).only_time_passed(live_session(before))
    still, _ = look(counting, 36.0)
    assert live_session(still).only_time_passed(live_session(counting))
    assert with_time_passed(session_view(counting), still) == session_view(still)


def test_a_question_that_was_answered_is_shown_anew() -> None:
    before, after = live_session(session(2)), live_session(look(session(2), 2.5)[0])
    assert after.only_time_passed(before)
    assert not replace(after, confirming_leave=True).only_time_passed(before)


@pytest.mark.parametrize("large", [True, False])
@pytest.mark.parametrize(("columns", "rows"), [(118, 37), (78, 22), (78, 23), (58, 18)])
def test_what_is_asked_and_what_the_keys_do_is_never_cut_off_for_big_letters(
    columns: int, rows: int, *, large: bool
) -> None:
    asked = "Pain before you begin? 0 to 10, or skip"
    hint = "Leave the session? What you did is kept."
    view = replace(HOLD, status=Status.PAUSED, question=asked, hint=hint, short_count="right 3/10")
    shown = written(view, columns, rows, large=large)
    assert asked in shown
    assert hint in shown
    assert len(shown.split("\n")) == rows
