"""What the days show, in a real terminal: each truth of the example is said, at both sizes, without colour too."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

SAID = {
    "medium": "Tolerable middle, same day: ",
    "flat": "No pattern, same day",
    "more": "Busier days, less pain, same day",
    "less": "Quieter days, less pain, same day",
    "plateau": "Busier days, less pain, same day",
}


@pytest.mark.parametrize("truth", SAID)
def test_each_truth_of_the_example_is_said_on_the_dashboard(tmp_path: Path, truth: str) -> None:
    with Terminal(["-m", "tui", "demo", "--truth", truth], home=tmp_path) as terminal:
        terminal.wait_for(SAID[truth])
        terminal.wait_for("average pain")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_graph_its_other_lag_exercises_and_week_are_keys_apart(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with Terminal(["-m", "tui", "demo"], home=tmp_path, size=size, environ={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("example diary")
        terminal.press("g")
        terminal.wait_for("Pain on the same day")
        terminal.wait_for("█")  # the range without colour
        terminal.press("l")
        terminal.wait_for("next day")
        terminal.wait_for("steps of the day before")
        terminal.press("e")
        terminal.wait_for("After exercises")
        terminal.press("w")
        terminal.wait_for("This week, planned ahead")
        terminal.press("\x1b")
        terminal.wait_for("example diary")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not list(tmp_path.rglob("crash/*"))


def test_an_empty_diary_says_how_far_it_is_and_leaves_no_fault(tmp_path: Path) -> None:
    with Terminal(["-m", "tui"], home=tmp_path, size=(80, 24)) as terminal:
        terminal.wait_for("Pain")
        terminal.press("g")
        terminal.wait_for("0 of 28 days so far")
        terminal.press("mlrb\tq")
        terminal.wait_for("Start")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not list(tmp_path.rglob("crash/*"))
