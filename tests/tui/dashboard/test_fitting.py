"""How much of the dashboard fits into which terminal."""

import pytest

from tui.dashboard.screen import fitting


def classes(columns: int, rows: int, *, floor: bool = False) -> set[str]:
    return {name for name, holds in fitting(columns, rows, floor=floor).items() if holds}


@pytest.mark.parametrize(
    ("columns", "rows", "expected"),
    [
        (120, 40, set()),
        (110, 32, set()),
        (109, 32, {"-single"}),
        (110, 31, {"-single"}),
        (80, 29, {"-single"}),
        (80, 22, {"-single"}),
        (60, 20, {"-single"}),
        (59, 40, {"-tiny"}),
        (120, 19, {"-tiny"}),
    ],
)
def test_the_panes_give_way_as_the_terminal_shrinks(columns: int, rows: int, expected: set[str]) -> None:
    assert classes(columns, rows) == expected


def test_the_large_view_takes_the_place_of_the_panes() -> None:
    assert classes(120, 40, floor=True) == {"-floor"}
    assert classes(80, 24, floor=True) == {"-floor"}


def test_where_only_the_timer_fits_there_is_no_large_view() -> None:
    assert classes(50, 40, floor=True) == {"-tiny"}


@pytest.mark.parametrize("floor", [True, False])
def test_at_most_one_arrangement_holds(floor: bool) -> None:
    for columns in range(1, 200, 7):
        for rows in range(1, 60):
            assert len(classes(columns, rows, floor=floor) & {"-tiny", "-floor", "-single"}) <= 1
