"""How much of the dashboard fits into which terminal."""

import pytest

from tui.dashboard.layout import layout_classes


def classes(columns: int, rows: int, *, large_view: bool = False) -> set[str]:
    return {name for name, applies in layout_classes(columns, rows, large_view=large_view).items() if applies}


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
    assert classes(120, 40, large_view=True) == {"-floor"}
    assert classes(80, 24, large_view=True) == {"-floor"}


def test_where_only_the_timer_fits_there_is_no_large_view() -> None:
    assert classes(50, 40, large_view=True) == {"-tiny"}


@pytest.mark.parametrize("large_view", [True, False])
def test_at_most_one_arrangement_holds(large_view: bool) -> None:
    for columns in range(1, 200, 7):
        for rows in range(1, 60):
            assert len(classes(columns, rows, large_view=large_view) & {"-tiny", "-floor", "-single"}) <= 1
