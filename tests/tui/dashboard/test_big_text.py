import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.dashboard.big_text import DIGIT_ROWS, GLYPHS, big
from tui.dashboard.routine_panel import row
from tui.session.ratings import combine_digits


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
    assert combine_digits(before, digit, since) == rating


def test_big_digits_are_seven_rows_of_one_width() -> None:
    lines = big("1:05").split("\n")
    assert len(lines) == DIGIT_ROWS
    assert len({len(line) for line in lines}) == 1


def test_every_digit_looks_different() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS) == 11
