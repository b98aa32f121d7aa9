import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from routines.exercise import Side, Sides
from routines.loader import load_library
from routines.pose import Figure, Moment, figure
from tui.widgets.braille import Dots, braille
from tui.widgets.figure import BODY, WORKS, PoseFigure, frame, picture

FIGURES = Path(__file__).parent / "figures"
SHIPPED = load_library().exercises
PARTS = ("works", "body", "behind", "floor")

HELD = {
    "cat-camel": ("cat-camel", 2, 0.5),
    "cat-camel-sunk": ("cat-camel", 0, 1.0),
    "draw-in": ("draw-in", 1, 0.5),
    "draw-in-leg-raise": ("draw-in-leg-raise", 0, 0.05),
    "lateral-leg-lift": ("lateral-leg-lift", 1, 0.5),
    "partial-curl": ("partial-curl", 2, 0.5),
    "pelvic-tilt": ("pelvic-tilt", 1, 0.5),
    "pelvic-tilt-flat": ("pelvic-tilt", 4, 0.5),
    "rotational-stretch": ("rotational-stretch", 1, 0.5),
    "superman": ("superman", 1, 0.5),
    "superman-alternate": ("superman-alternate", 1, 0.5),
    "torso-twist": ("torso-twist", 1, 0.5),
}
"""What a picture shows: exercise, index of the movement, how far in it."""


def held(name: str, side: Side = Side.LEFT) -> Figure:
    exercise, movement, fraction = HELD[name]
    one_sided = SHIPPED[exercise].sides is Sides.NONE
    found = figure(SHIPPED[exercise], Moment(movement, fraction, 60.0), None if one_sided else side)
    assert found is not None
    return found


def grid(found: Figure, columns: int = 44, rows: int = 11) -> str:
    lines = ("".join(text for text, _ in line).rstrip() for line in picture(found, columns, rows))
    return "\n".join(lines) + "\n"


def owners(found: Figure, columns: int = 44, rows: int = 11) -> list[str]:
    return [owner for line in picture(found, columns, rows) for _, owner in line]


class FigureApp(App[None]):
    def __init__(self, shown: Figure | None, columns: int, rows: int) -> None:
        super().__init__()
        self.shown, self.columns, self.rows = shown, columns, rows

    def compose(self) -> ComposeResult:
        widget = PoseFigure()
        widget.styles.width, widget.styles.height = self.columns, self.rows
        widget.figure = self.shown
        yield widget


@asynccontextmanager
async def shown(found: Figure | None, columns: int = 44, rows: int = 11) -> AsyncIterator[PoseFigure]:
    app = FigureApp(found, columns, rows)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        yield app.query_one(PoseFigure)


@pytest.mark.parametrize("name", HELD)
def test_a_hold_looks_as_it_was_looked_at(name: str) -> None:
    path = FIGURES / f"{name}.txt"
    if os.environ.get("KEEP_LOOKS"):
        FIGURES.mkdir(exist_ok=True)
        path.write_text(grid(held(name)), encoding="utf-8")
    assert grid(held(name)) == path.read_text(encoding="utf-8")


def test_every_exercise_is_looked_at_and_no_two_look_alike() -> None:
    assert {exercise for exercise, _, _ in HELD.values()} == set(SHIPPED)
    assert len({grid(held(name)) for name in HELD}) == len(HELD)


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("size", [(20, 6), (44, 11), (31, 17), (100, 25)])
def test_the_whole_body_is_in_the_picture_at_every_size(name: str, side: Side, size: tuple[int, int]) -> None:
    found, (columns, rows) = held(name, side), size
    fitted = frame(found, columns, rows - 1)
    for stroke in found.strokes:
        for x, y in map(fitted.dot, stroke.points):
            assert 0 <= x <= columns * 2 - 1
            assert 0 <= y <= (rows - 1) * 4 - 1
    assert {len(line) for line in picture(found, columns, rows)} == {columns}
    assert len(picture(found, columns, rows)) == rows
    assert {"works", "body", "floor"} <= set(owners(found, columns, rows))


def test_a_movement_keeps_the_size_and_place_of_the_picture() -> None:
    frames = {
        frame(found, 44, 10)
        for n in range(10)
        if (found := figure(SHIPPED["rotational-stretch"], Moment(0, n / 9, 3.0), list(Side)[n % 2]))
    }
    assert len(frames) == 1


def test_without_colour_what_works_is_thicker() -> None:
    found = held("lateral-leg-lift")
    fitted = frame(found, 44, 10)
    lifted, lying = Dots(44, 10), Dots(44, 10)
    stroke = next(stroke for stroke in found.strokes if stroke.works)
    lifted.line([fitted.dot(point) for point in stroke.points], WORKS)
    lying.line([fitted.dot(point) for point in stroke.points], BODY)
    assert inked(lifted) > 1.5 * inked(lying)


def inked(dots: Dots) -> int:
    return sum(bits.bit_count() for row in range(dots.rows) for bits in dots.row(row))


def test_the_limbs_behind_are_told_from_those_in_front() -> None:
    assert {"behind", "body"} <= set(owners(held("superman-alternate")))
    assert "behind" not in owners(held("rotational-stretch"))


def test_from_the_side_there_is_a_floor_and_from_above_the_words_say_so() -> None:
    assert grid(held("superman")).splitlines()[-1] == "⠉" * 44
    assert grid(held("rotational-stretch")).splitlines()[-1].strip() == "seen from above"


def lines(found: Figure) -> list[str]:
    return ["".join(text for text, _ in line) for line in picture(found, 44, 11)]


def painted(widget: PoseFigure) -> list[str]:
    return [strip.text for strip in widget.render_lines(widget.size.region)]


def coloured(widget: PoseFigure) -> set[tuple[str, Color | None]]:
    """Every character that is painted, with its colour; a blank has none to be seen."""
    segments = [segment for strip in widget.render_lines(widget.size.region) for segment in strip]
    return {
        (character, segment.style.color)
        for segment in segments
        for character in segment.text
        if segment.style is not None and character != " "
    }


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_the_widget_shows_the_picture_in_the_theme_s_colours(theme: str) -> None:
    found = held("superman-alternate")
    async with shown(found) as widget:
        widget.app.theme = theme
        await Pilot(widget.app).pause()
        assert painted(widget) == lines(found)
        colours = {part: widget.get_component_rich_style(f"pose-figure--{part}").color for part in PARTS}
        assert len(set(colours.values())) == len(PARTS)
        expected = {
            (character, colours[owner])
            for line in picture(found, 44, 11)
            for character, owner in line
            if owner
        }
        assert coloured(widget) == expected


async def test_another_figure_takes_the_place_of_the_first() -> None:
    async with shown(held("superman")) as widget:
        before = painted(widget)
        widget.figure = held("cat-camel")
        assert painted(widget) == lines(held("cat-camel")) != before


async def test_only_the_lines_that_change_are_painted_anew() -> None:
    async with shown(held("superman")) as widget:
        for other in ("superman-alternate", "superman"):
            before = painted(widget)
            widget.figure = held(other)
            changed = {y for y in range(11) if widget._styles_cache.is_dirty(y)}
            after = painted(widget)
            assert changed >= {y for y in range(11) if before[y] != after[y]}
            assert 0 < len(changed) < 11


async def test_the_same_figure_is_not_painted_again() -> None:
    async with shown(held("superman")) as widget:
        widget.figure = replace(held("superman"))
        assert not any(widget._styles_cache.is_dirty(y) for y in range(11))


async def test_another_size_makes_another_picture() -> None:
    async with shown(held("superman")) as widget:
        widget.styles.width, widget.styles.height = 30, 9
        await Pilot(widget.app).pause()
        assert painted(widget) == [
            "".join(text for text, _ in line) for line in picture(held("superman"), 30, 9)
        ]


@pytest.mark.parametrize("size", [(19, 11), (44, 5)])
async def test_where_there_is_too_little_room_nothing_is_shown(size: tuple[int, int]) -> None:
    async with shown(held("superman"), *size) as widget:
        assert not "".join(painted(widget)).strip()


async def test_the_smallest_room_is_enough() -> None:
    async with shown(held("superman"), 20, 6) as widget:
        assert all(line.strip() for line in painted(widget)[-2:])


async def test_no_figure_shows_nothing() -> None:
    async with shown(None) as widget:
        assert not "".join(painted(widget)).strip()
        widget.figure = held("superman")
        assert painted(widget) == lines(held("superman"))
        widget.figure = None
        assert not "".join(painted(widget)).strip()


dots = st.tuples(st.floats(-50, 150), st.floats(-50, 150))


@given(st.lists(dots, min_size=2, max_size=5), st.floats(1.5, 9))
def test_a_line_has_a_dot_wherever_it_passes_and_none_farther_off_than_it_is_thick(
    points: list[tuple[float, float]], width: float
) -> None:
    canvas = Dots(20, 10)
    canvas.line(points, width)
    for x, y in points:
        if 1 <= x <= 38 and 1 <= y <= 38:
            near = [(dx, dy) for dx in (0, 1) for dy in (0, 1) if lit(canvas, int(x) + dx, int(y) + dy)]
            assert near
    low = min(y for _, y in points) - width / 2
    high = max(y for _, y in points) + width / 2
    for row in range(10):
        if row * 4 + 3 < low or row * 4 > high:
            assert not any(canvas.row(row))


@given(st.integers(0, 10), st.integers(30, 39), st.integers(0, 20), st.integers(0, 20), st.floats(0, 1))
def test_the_thinnest_line_has_no_hole(left: int, right: int, y: int, end: int, width: float) -> None:
    canvas = Dots(20, 10)
    canvas.line([(left, y), (right, end)], width)
    assert all(any(lit(canvas, x, row) for row in range(40)) for x in range(left, right + 1))


def lit(canvas: Dots, x: int, y: int) -> bool:
    bit = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))[x % 2][y % 4]
    return bool(canvas.row(y // 4)[x // 2] & bit)


def test_a_disc_is_round_and_a_ring_is_empty() -> None:
    disc, ring = Dots(20, 10), Dots(20, 10)
    disc.disc((20, 20), 6)
    ring.ring((20, 20), 6, 1)
    assert lit(disc, 20, 20)
    assert not lit(ring, 20, 20)
    for x, y in ((14, 20), (26, 20), (20, 14), (20, 26)):
        assert lit(disc, x, y)
        assert lit(ring, x, y)
    assert not lit(disc, 15, 15)


def test_a_line_beside_the_canvas_leaves_it_empty() -> None:
    canvas = Dots(4, 2)
    canvas.line([(-9, 3), (-5, 3)], 2)
    canvas.line([(3, -9), (3, -5)], 2)
    canvas.line([(30, 3), (35, 30)], 2)
    assert inked(canvas) == 0


def test_each_dot_has_its_place_in_the_character() -> None:
    canvas = Dots(1, 1)
    canvas.disc((0, 0), 0.1)
    canvas.disc((1, 3), 0.1)
    assert "".join(map(braille, canvas.row(0))) == "⢁"
    assert braille(0) == " "
