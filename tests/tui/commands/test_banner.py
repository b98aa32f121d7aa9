"""After something new that the safety card speaks of, a line points to it; else none."""

import pytest

from tests.fakes import CommandLine

HELP = "When to get help: s on the dashboard."


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["log", "8"], f"In your diary: pain of 8 or more. {HELP}"),
        (["log", "3", "--site", "leg"], f"In your diary: pain in a leg. {HELP}"),
        (
            ["log", "3", "--note", "numb between the thighs"],
            "In your diary: numbness between the thighs. New or getting worse: an emergency department, or call 999. "
            + HELP,
        ),
        (
            ["note", "a fever"],
            f"In your diary: fever. Fever with back pain: see a doctor the same day. {HELP}",
        ),
        (
            ["skip", "--reason", "fever"],
            f"In your diary: fever. Fever with back pain: see a doctor the same day. {HELP}",
        ),
    ],
)
def test_a_sign_is_one_more_line(tolerable: CommandLine, argv: list[str], said: str) -> None:
    tolerable("set", "emergency_number", "999")
    answer = tolerable(*argv)
    assert answer.status == 0
    assert answer.err == ""
    assert len(answer.lines) == 2
    assert answer.lines[0].startswith("Saved: ")
    assert answer.lines[1] == said


@pytest.mark.parametrize(
    "argv",
    [
        ["log", "4"],
        ["log", "7"],
        ["log", "4", "--note", "no numbness"],
        ["note", "a walk"],
        ["relief", "heat"],
    ],
)
def test_without_a_sign_there_is_no_line(tolerable: CommandLine, argv: list[str]) -> None:
    assert len(tolerable(*argv).lines) == 1


def test_the_second_time_within_a_week_there_is_none(tolerable: CommandLine) -> None:
    assert len(tolerable("log", "8").lines) == 2
    assert len(tolerable("log", "8").lines) == 1
    assert tolerable("log", "8", "--site", "leg").lines[1:] == [f"In your diary: pain in a leg. {HELP}"]
    tolerable.clock.advance(3 * 24 * 3600)
    assert len(tolerable("log", "9").lines) == 1
    tolerable.clock.advance(8 * 24 * 3600)
    assert len(tolerable("log", "8").lines) == 2


def test_more_pain_than_usual_is_told(tolerable: CommandLine) -> None:
    for _ in range(4):
        tolerable("log", "2")
        tolerable.clock.advance(24 * 3600)
    assert tolerable("log", "5").lines[1:] == [
        f"In your diary: more pain than in the two weeks before. {HELP}"
    ]
