"""The plot of pain against activity: what is drawn where, and that nothing which can be in a picture harms it."""

import io
import math
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color

from journal.medium.answer import CurveAnswer, Lag, Verdict
from tests.tui.analysis.plots import (
    GRID,
    INKS,
    ORANGE,
    SHAPES,
    TINTS,
    TODAY,
    WHITE,
    answer,
    bare,
    cells,
    picture,
)
from tui.analysis.curve import Range, curve_of
from tui.analysis.plot import medium_plot
from tui.analysis.plot_data import Dot, PlotData
from tui.plots.axes import Area, Axes, Rgb, axis_for
from tui.plots.legend import Piece, lines_of

WIDTH, HEIGHT = 116, 30
DRAWN = [verdict for verdict in Verdict if verdict is not Verdict.NOT_ENOUGH]
ANY = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-1, 20_000) | st.just(0.0)
NUMBERS = st.lists(ANY, max_size=20).map(tuple)
SPANS = st.lists(st.tuples(ANY, ANY), max_size=4).map(tuple)
DAYS = st.integers(-4_000, 3).map(lambda n: TODAY + timedelta(days=n))
DOTS = st.lists(st.builds(Dot, DAYS, ANY, ANY, st.booleans()), max_size=40).map(tuple)
ANSWERS = st.builds(
    CurveAnswer,
    st.sampled_from(Verdict),
    st.just(""),
    core=SPANS,
    likely=SPANS,
    grid=NUMBERS,
    fit=NUMBERS,
    lo=NUMBERS,
    hi=NUMBERS,
)
PICTURES = st.builds(
    PlotData,
    st.just(TODAY),
    DAYS,
    st.sampled_from(Lag),
    st.sampled_from(["steps", "load", "\x1b[2J"]),
    DOTS,
    st.none() | ANSWERS,
    st.none() | ANY,
    st.sampled_from([30, 120, None]),
)


def plain(drawn: PlotData, width: int = WIDTH, height: int = HEIGHT) -> str:
    return medium_plot(drawn, width, height, INKS).plain


def legend(drawn: PlotData, width: int = WIDTH, height: int = HEIGHT) -> str:
    """What stands under the axis."""
    return "\n".join(plain(drawn, width, height).split("\n")[-5:])


def day(back: int, activity: float = 5_000.0, pain: float = 5.0, *, later: bool = False) -> Dot:
    return Dot(TODAY - timedelta(days=back), activity, pain, later)


def is_braille(mark: str) -> bool:
    return "\u2800" < mark <= "\u28ff"


PREFERRED = [verdict for verdict in DRAWN if verdict not in {Verdict.NO_PATTERN, Verdict.INVERTED}]


def columns_of(drawn: PlotData, wanted: Callable[[str, Rgb | None, int], bool]) -> set[int]:
    """The columns, beside the labels, of the cells between the axes that are as wanted: mark, tint, row."""
    rows = list(cells(medium_plot(drawn, WIDTH, HEIGHT, INKS)))[: HEIGHT - 6]
    return {
        column
        for n, row in enumerate(rows)
        for column, (mark, style) in enumerate(row[3:])
        if wanted(mark, tint_of(style.bgcolor), n)
    }


def tint_of(colour: Color | None) -> Rgb | None:
    if colour is None:
        return None
    red, green, blue = colour.get_truecolor()
    return red, green, blue


def area(drawn: PlotData) -> Area:
    axes = axis_for([dot.activity for dot in drawn.dots], INKS.axis)
    return Area(axes, WIDTH - axes.labels, HEIGHT - 6)


def whole(span: Iterable[float], drawn: PlotData) -> set[int]:
    low, high = map(area(drawn).column, span)
    return set(range(low, high + 1))


# Whatever the picture is


@settings(max_examples=150, deadline=None)
@given(PICTURES, st.integers(1, 130), st.integers(1, 45))
def test_any_picture_fills_any_room_exactly_and_prints_nothing(
    drawn: PlotData, width: int, height: int
) -> None:
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
        lines = plain(drawn, width, height).split("\n")
    assert out.getvalue() == ""
    assert [len(line) for line in lines] == [width] * height
    assert "".join(lines).isprintable()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DRAWN), st.integers(40, 130), st.integers(6, 45))
def test_every_room_with_space_for_it_shows_the_curve(verdict: Verdict, width: int, height: int) -> None:
    assert any(map(is_braille, plain(picture(verdict), width, height)))


@pytest.mark.parametrize("size", [(0, 0), (-1, 5), (5, -1), (1, 1), (15, 40), (130, 5)])
def test_where_there_is_no_room_all_is_blank(size: tuple[int, int]) -> None:
    assert plain(picture(Verdict.MEDIUM), *size).strip() == ""


@settings(max_examples=80, deadline=None)
@given(ANSWERS)
def test_of_any_answer_nothing_lies_beyond_the_limits_or_the_ends_of_what_was_tried(
    found: CurveAnswer,
) -> None:
    axes = Axes(10_000, INKS.axis)
    room = Area(axes, 80, 20)
    curve = curve_of(found, room)
    tried = [x for x in found.grid if 0 <= x <= axes.most_x]
    ends = (room.column(min(tried)), room.column(max(tried))) if tried else (0, -1)
    assert all(0 <= y <= 10 for values in (curve.fit, curve.lo, curve.hi) for y in values.values())
    assert all(
        ends[0] <= half // 2 <= ends[1] for values in (curve.fit, curve.lo, curve.hi) for half in values
    )
    assert all(ends[0] <= column <= ends[1] for column in curve.ranges)
    assert all(curve.lo[half] <= curve.hi[half] for half in curve.hi)


# The answer


@pytest.mark.parametrize("verdict", DRAWN)
def test_neither_curve_nor_band_nor_range_goes_beyond_what_was_tried(verdict: Verdict) -> None:
    drawn = picture(verdict)
    tried = whole((GRID[0], GRID[-1]), drawn)
    lines = columns_of(drawn, lambda mark, _tint, _row: is_braille(mark))
    assert lines <= tried
    assert {min(tried), max(tried)} <= lines
    assert columns_of(drawn, lambda _mark, tint, _row: tint is not None) == tried


@pytest.mark.parametrize("verdict", [Verdict.NO_PATTERN, Verdict.INVERTED])
def test_where_no_level_is_preferred_no_range_fills_the_plot(verdict: Verdict) -> None:
    drawn = picture(verdict)
    ranged = {TINTS[found, inside] for found in Range for inside in (False, True)}
    assert columns_of(drawn, lambda _mark, tint, _row: tint in ranged) == set()
    assert ("pain about the same" in legend(drawn)) is (verdict is Verdict.NO_PATTERN)
    assert ("lowest pain" in legend(drawn)) is (verdict is Verdict.INVERTED)
    assert "▲" not in legend(drawn)


def test_without_a_pattern_a_narrow_range_is_not_drawn() -> None:
    drawn = picture(Verdict.NO_PATTERN)
    assert drawn.answer is not None
    narrow = replace(drawn, answer=replace(drawn.answer, core=((3_000.0, 3_400.0),)))
    assert "█" in plain(drawn)
    assert not {"█", "░"} & set(plain(narrow))


@pytest.mark.parametrize("verdict", PREFERRED)
def test_the_ranges_are_tinted_over_the_whole_height_from_end_to_end(verdict: Verdict) -> None:
    drawn, found = picture(verdict), answer(verdict)
    core = set().union(*(whole(span, drawn) for span in found.core))
    likely = set().union(*(whole(span, drawn) for span in found.likely)) - core
    for row in (0, HEIGHT - 7):  # the highest and the lowest: no band there
        assert columns_of(drawn, lambda _, tint, n: n == row and tint == TINTS[Range.CORE, False]) == core  # noqa: B023
        assert columns_of(drawn, lambda _, tint, n: n == row and tint == TINTS[Range.LIKELY, False]) == likely  # noqa: B023


@pytest.mark.parametrize("verdict", DRAWN)
def test_the_row_under_the_axis_says_the_ranges_without_colour(verdict: Verdict) -> None:
    drawn, found = picture(verdict), answer(verdict)
    row = plain(drawn).split("\n")[HEIGHT - 4][3:]
    core = set().union(*(whole(span, drawn) for span in found.core))
    likely = set().union(*(whole(span, drawn) for span in found.likely)) - core
    best = set() if found.best is None else {area(drawn).column(found.best)}
    assert {column for column, mark in enumerate(row) if mark == "▲"} == best
    assert {column for column, mark in enumerate(row) if mark == "█"} == core - best
    assert {column for column, mark in enumerate(row) if mark == "░"} == likely
    assert ("▲ lowest" in legend(drawn)) is bool(best)
    near = "pain about the same" if verdict is Verdict.NO_PATTERN else "lowest pain"
    assert f"██ {near}" in legend(drawn)


def test_without_a_core_range_the_likely_one_is_named_whole() -> None:
    drawn = picture(Verdict.MEDIUM)
    assert drawn.answer is not None
    words = legend(replace(drawn, answer=replace(drawn.answer, core=())))
    assert "░░ lowest pain, possibly" in words
    assert "█" not in words


@pytest.mark.parametrize("verdict", DRAWN)
def test_the_band_is_tinted_from_edge_to_edge_and_has_edges_in_dots(verdict: Verdict) -> None:
    drawn, found, room = picture(verdict), answer(verdict), area(picture(verdict))
    from_below = list(cells(medium_plot(drawn, WIDTH, HEIGHT, INKS)))[: HEIGHT - 6][::-1]
    banded = {tint for (_, inside), tint in TINTS.items() if inside}
    for n in range(0, len(GRID), 10):
        column = 3 + room.column(GRID[n])
        rows = [row for row, line in enumerate(from_below) if tint_of(line[column][1].bgcolor) in banded]
        assert rows == list(range(rows[0], rows[-1] + 1))
        assert abs(rows[0] - room.row(max(found.lo[n], 0))) <= 1
        assert abs(rows[-1] - room.row(found.hi[n])) <= 1
    edges = columns_of(drawn, lambda mark, _tint, _row: mark in set("⡀⠄⠂⠁"))
    assert len(edges) > 0.8 * len(whole((GRID[0], GRID[-1]), drawn))


@pytest.mark.parametrize("verdict", DRAWN)
def test_the_curve_goes_where_its_numbers_are(verdict: Verdict) -> None:
    drawn = replace(picture(verdict), dots=(day(0, 13_000.0, 0.0),))
    room = area(drawn)
    rows = list(cells(medium_plot(drawn, WIDTH, HEIGHT, INKS)))[: HEIGHT - 6]
    for x in GRID[::7]:
        curve = [
            room.rows - 1 - n
            for n, row in enumerate(rows)
            if is_braille(row[3 + room.column(x)][0])
            and row[3 + room.column(x)][1].color == Color.from_rgb(*ORANGE)
        ]
        assert any(abs(row - room.row(SHAPES[verdict](x))) <= 1 for row in curve)


def test_several_ranges_are_all_drawn() -> None:
    drawn = picture(Verdict.MEDIUM)
    assert drawn.answer is not None
    two = replace(drawn.answer, core=((3_000.0, 4_000.0), (9_000.0, 10_000.0)), likely=(), best=None)
    assert plain(replace(drawn, answer=two)).split("\n")[HEIGHT - 4].split() == [
        "█" * len(whole(span, drawn)) for span in two.core
    ]


def test_a_gap_in_the_numbers_is_a_gap_in_the_curve() -> None:
    fit = tuple(math.nan if 20 <= n < 40 else 5.0 for n in range(len(GRID)))
    found = CurveAnswer(Verdict.NO_PATTERN, "", grid=GRID, fit=fit)
    drawn = bare(day(0, 12_000.0, 0.0), answer=found)
    gap = whole((GRID[21], GRID[38]), drawn)
    assert not gap & columns_of(drawn, lambda mark, _tint, _row: is_braille(mark))


def test_the_tolerable_pain_is_a_line_at_its_height() -> None:
    drawn = bare(day(0, 5_000.0, 9.0), tolerance=4.0)
    (line,) = (line for line in plain(drawn).split("\n") if line.startswith(" 4┤"))
    assert set(line[3:]) == {"─"}
    assert "── your tolerable pain (4)" in legend(drawn)


@pytest.mark.parametrize("level", [None, math.nan, math.inf, -1.0, 11.0])
def test_a_tolerable_pain_that_is_none_is_not_drawn(level: float | None) -> None:
    assert "tolerable" not in plain(bare(day(0), tolerance=level))
    assert plain(bare(day(0), tolerance=level)) == plain(bare(day(0)))


def test_without_an_answer_there_are_dots_and_no_curve() -> None:
    drawn = plain(picture(Verdict.NOT_ENOUGH))
    assert not any(map(is_braille, drawn))
    assert "█" not in drawn
    assert "•" in drawn


# The days


@pytest.mark.parametrize(
    ("drawn", "mark"),
    [
        (day(0), "◆"),
        (day(0, later=True), "◆"),
        (day(1), "•"),
        (day(29), "•"),
        (day(30), "·"),
        (day(3_000), "·"),
        (day(1, later=True), "○"),
        (day(60, later=True), "○"),
    ],
)
def test_a_day_has_the_mark_of_its_age(drawn: Dot, mark: str) -> None:
    rows = plain(bare(drawn)).split("\n")[: HEIGHT - 5]
    assert [one for one in "".join(rows) if one in "◆•·○◎●›»"] == [mark]


@pytest.mark.parametrize(
    ("drawn", "mark"),
    [
        ((day(1), day(2)), "●"),
        ((day(1), day(60)), "●"),
        ((day(1), day(2, later=True)), "●"),
        ((day(1, later=True), day(2, later=True)), "◎"),
        ((day(0), day(1)), "◆"),
    ],
)
def test_several_days_in_a_cell_have_a_bigger_mark(drawn: tuple[Dot, ...], mark: str) -> None:
    rows = plain(bare(*drawn)).split("\n")[: HEIGHT - 5]
    assert [one for one in "".join(rows) if one in "◆•·○◎●›»"] == [mark]


@pytest.mark.parametrize(("back", "mark", "seen"), [(0, "◆", True), (1, "•", False), (60, "·", False)])
def test_today_lies_over_the_curve_and_other_days_under_it(back: int, mark: str, *, seen: bool) -> None:
    on_the_curve = day(back, 6_000.0, SHAPES[Verdict.NO_PATTERN](6_000))
    drawn = replace(picture(Verdict.NO_PATTERN), dots=(on_the_curve,))
    assert (mark in plain(drawn)) is seen  # if not, nor in the legend


def test_days_that_are_no_numbers_are_left_out() -> None:
    wild = [
        day(n, x, y)
        for n, (x, y) in enumerate([(math.nan, 5), (math.inf, 5), (-1, 5), (5, 11), (5, math.nan)])
    ]
    assert "•" not in plain(bare(*wild, day(40)))
    assert plain(bare(*wild, day(40))).count("·") == 2  # the day, and one in the legend


def test_one_far_busier_day_is_a_mark_at_the_edge_and_presses_nothing_together() -> None:
    usual = [day(n, 4_000.0 + 100 * n, 5.0) for n in range(1, 60)]
    far = day(70, 60_000.0, 8.0)
    assert "10,000" in plain(bare(*usual, far))
    assert plain(bare(*usual, far)).count("›") == 2  # the day, and one in the legend
    assert "› beyond the axis" in legend(bare(*usual, far))
    assert "60,000" in plain(bare(*usual, replace(far, day=TODAY)))  # today is always within


def test_with_a_few_days_the_axis_reaches_them_all() -> None:
    assert "60,000" in plain(bare(*(day(n, 4_000.0) for n in range(1, 9)), day(70, 60_000.0)))


def test_the_axis_runs_from_nothing_to_a_round_number_and_says_whose_activity_it_is() -> None:
    same, after = picture(Verdict.MEDIUM), picture(Verdict.MEDIUM, lag=Lag.NEXT)
    assert "steps of the same day" in legend(same)
    assert "steps of the day before" in legend(after)
    assert plain(same).split("\n")[HEIGHT - 5].split()[0] == "0"
    assert plain(same).startswith("10┤ pain ")


# The legend


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    everything = legend(picture(Verdict.MEDIUM))
    assert "· older day" in everything
    assert "• last 30 days" in everything
    assert "◆ today" in everything
    assert "○ added later" in everything
    assert "⠶⠶ average pain  " in everything
    assert "⠂⠂ 95 % band" in everything
    one = legend(bare(day(40)))
    assert "older day" in one
    assert not any(
        word in one for word in ("last 30", "today", "several", "later", "average", "band", "near")
    )


@pytest.mark.parametrize(
    ("span", "words"), [(30, "average pain, last 120 days"), (None, "average pain, last 120 days")]
)
def test_the_legend_says_of_which_days_the_curve_is_when_others_are_shown(
    span: int | None, words: str
) -> None:
    assert words in legend(replace(picture(Verdict.MEDIUM), span=span))
    assert "120" not in legend(picture(Verdict.MEDIUM))


def test_on_a_narrow_plot_what_matters_least_is_dropped_first() -> None:
    ink = WHITE
    pieces = [
        Piece("a", "aaaa", ink, matters=2),
        Piece("b", "bb", ink, matters=1),
        Piece("c", "cc", ink, matters=3),
    ]
    assert [piece.mark for line in lines_of(pieces, 20, 1) for piece in line] == ["a", "b", "c"]
    assert [piece.mark for line in lines_of(pieces, 17, 1) for piece in line] == ["a", "c"]
    assert [piece.mark for line in lines_of(pieces, 5, 1) for piece in line] == ["c"]
    assert [len(line) for line in lines_of(pieces, 12, 2)] == [2, 1]
    assert lines_of(pieces, 2, 3) == ()
    assert lines_of(pieces, 80, 0) == ()


@pytest.mark.parametrize("height", range(6, 20))
def test_a_low_plot_gives_up_what_is_below_it_before_the_plot(height: int) -> None:
    drawn = plain(picture(Verdict.MEDIUM), 76, height)
    assert sum("┤" in line or "│" in line for line in drawn.split("\n")) >= 4
    assert ("█" in drawn) is (height >= 8)
    assert ("steps of the same day" in drawn) is (height >= 9)
    assert ("average pain" in drawn) is (height >= 11)
