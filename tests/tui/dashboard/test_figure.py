import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Side, Sides
from routines.figure.pose import Figure, PoseMoment, figure
from routines.files.loader import load_library
from tests.folders import TESTS
from tui.dashboard.figure import BODY, WORKS, Dots, braille, figure_cells, figure_lines, frame

FIGURES = TESTS / "tui" / "figures"
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
"""What a figure_cells shows: exercise, index of the movement, how far in it."""


def held(name: str, side: Side = Side.LEFT) -> Figure:
    exercise, movement, fraction = HELD[name]
    one_sided = SHIPPED[exercise].sides is Sides.NONE
    found = figure(SHIPPED[exercise], PoseMoment(movement, fraction, 60.0), None if one_sided else side)
    assert found is not None
    return found


def grid(found: Figure, columns: int = 44, rows: int = 11) -> str:
    lines = ("".join(text for text, _ in line).rstrip() for line in figure_cells(found, columns, rows))
    return "\n".join(lines) + "\n"


def owners(found: Figure, columns: int = 44, rows: int = 11) -> list[str]:
    return [owner for line in figure_cells(found, columns, rows) for _, owner in line]


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
    assert {len(line) for line in figure_cells(found, columns, rows)} == {columns}
    assert len(figure_cells(found, columns, rows)) == rows
    assert {"works", "body", "floor"} <= set(owners(found, columns, rows))


def test_a_movement_keeps_the_size_and_place_of_the_picture() -> None:
    frames = {
        frame(found, 44, 10)
        for n in range(10)
        if (found := figure(SHIPPED["rotational-stretch"], PoseMoment(0, n / 9, 3.0), list(Side)[n % 2]))
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
    return ["".join(text for text, _ in line) for line in figure_cells(found, 44, 11)]


def test_a_figure_takes_all_of_its_place() -> None:
    assert ["".join(text for text, _ in line) for line in figure_lines(held("superman"), 44, 11)] == lines(
        held("superman")
    )
    assert figure_lines(held("superman"), 30, 9) != figure_lines(held("superman"), 44, 11)


def test_a_piece_belongs_to_the_part_of_all_its_characters() -> None:
    found = held("superman-alternate")
    for line, cells in zip(figure_lines(found, 44, 11), figure_cells(found, 44, 11), strict=True):
        parts = [part for text, part in line for _ in text]
        assert all(part == owner for part, (_, owner) in zip(parts, cells, strict=True) if owner)


@pytest.mark.parametrize("size", [(19, 11), (44, 5), (0, 0)])
def test_where_there_is_too_little_room_nothing_is_shown(size: tuple[int, int]) -> None:
    columns, rows = size
    shown = figure_lines(held("superman"), columns, rows)
    assert (
        [[text for text, _ in line] for line in shown]
        == [[" " * columns]] * rows
        == [[text for text, _ in line] for line in figure_lines(None, columns, rows)]
    )


def test_the_smallest_room_is_enough() -> None:
    assert all(
        "".join(text for text, _ in line).strip() for line in figure_lines(held("superman"), 20, 6)[-2:]
    )


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
