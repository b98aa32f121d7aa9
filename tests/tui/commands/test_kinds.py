"""Everything that can be noted by commands beside the number: relief, positions, notes, skips, and what goes with pain."""

import pytest

from journal.observations import Posture
from tests.fakes import Answer, CommandLine

UNDO_HINT = "Undo: tolerable undo\n"

HOSTILE = [
    "[/]",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b[2J",
    "\u202egnp.exe",
    "two\nlines\rand\x85more",
    "\0",
    "\ud800",
]

COMMANDS = {
    "log": ("log", "4"),
    "activity": ("activity", "--steps", "5000"),
    "relief": ("relief", "heat"),
    "position": ("position", "sitting"),
    "note": ("note", "a word"),
    "skip": ("skip",),
}
"""By kind, the shortest command that notes something of it."""


def only(answer: Answer) -> dict[str, object]:
    """The body of the only entry of a `history --json`."""
    (entry,) = answer.json
    body = entry["body"]
    assert isinstance(body, dict)
    return body


def test_all_that_goes_with_pain_is_noted(tolerable: CommandLine) -> None:
    said = tolerable(
        "log", "4", "--site", "leg", "--side", "left", "--quality", "stiff", "--quality", "aching",
        "--interference", "5", "--mood", "6", "--stress", "0", "--sleep", "3", "--stiffness", "10",
        "--tag", "Stairs", "--tag", "long  drive",
    )  # fmt: skip
    words = "leg, left side, stiff, aching, interference 5, mood 6, stress 0, sleep 3, stiffness 10"
    assert said.out.startswith(f"Saved: pain 4 now ({words}), 14:05. {UNDO_HINT}")
    body = only(tolerable("history", "--json"))
    assert (body["side"], body["qualities"]) == ("left", ["stiff", "aching"])
    assert [body[name] for name in ("interference", "mood", "stress", "sleep", "stiffness")] == [
        5,
        6,
        0,
        3,
        10,
    ]
    assert body["tags"] == ["stairs", "long drive"]
    assert tolerable("history").lines == [f"2026-11-22  14:05  pain 4 now ({words}): [stairs, long drive]"]


def test_all_that_goes_with_activity_is_noted(tolerable: CommandLine) -> None:
    said = tolerable(
        "activity", "--load", "3", "--longest-active", "40", "--longest-sitting", "90", "--doing", "lifting",
        "--doing", "driving", "--felt", "--tag", "Move", "--note", "boxes",
    )  # fmt: skip
    words = "40 minutes active at a stretch, 90 minutes sitting at a stretch, load 3, lifting, driving"
    assert said.out == f"Saved: {words}, felt, today. {UNDO_HINT}"
    body = only(tolerable("history", "--json"))
    assert (body["longest_active_minutes"], body["longest_sitting_minutes"]) == (40, 90)
    assert (body["doing"], body["basis"], body["tags"]) == (["lifting", "driving"], "felt", ["move"])
    assert tolerable("history").lines == [f"2026-11-22         {words}, felt: boxes [move]"]


def test_what_was_done_needs_no_number(tolerable: CommandLine) -> None:
    assert tolerable("activity", "--doing", "gardening").out == f"Saved: gardening, today. {UNDO_HINT}"
    assert tolerable("today").lines[2] == "Activity: gardening"


def test_numbers_are_measured_or_felt_and_not_both(tolerable: CommandLine) -> None:
    assert tolerable("activity", "--steps", "1", "--measured").status == 0
    assert only(tolerable("history", "--json"))["basis"] == "measured"
    said = tolerable("activity", "--steps", "1", "--measured", "--felt")
    assert (said.status, said.err.count("\n")) == (2, 1)


def test_relief_is_noted_with_its_ratings(tolerable: CommandLine) -> None:
    said = tolerable("relief", "Heat", "--before", "6", "--after", "3", "--effect", "20", "--at", "13:00")
    assert said.out == f"Saved: heat (6 before, 3 after), helped after 20 min, 13:00. {UNDO_HINT}"
    body = only(tolerable("history", "--json"))
    assert (body["means"], body["before"], body["after"], body["effect_minutes"]) == ("heat", 6, 3, 20)


def test_relief_may_be_a_few_words(tolerable: CommandLine) -> None:
    assert tolerable("relief", "a", "Hot", "bath", "--before", "0").out == (
        f"Saved: a hot bath (0 before), 14:05. {UNDO_HINT}"
    )


@pytest.mark.parametrize("posture", Posture)
def test_a_position_is_noted_until_the_next(tolerable: CommandLine, posture: Posture) -> None:
    assert tolerable("position", str(posture)).out == f"Saved: {posture}, 14:05. {UNDO_HINT}"
    said = tolerable("position", "walking", "--at", "09:00", "--comfortable", "25", "--tag", "desk")
    assert said.out == f"Saved: walking, comfortable for 25 min, 09:00. {UNDO_HINT}"
    first, second = tolerable("history", "--kind", "position", "--json").json
    assert (first["body"]["comfortable_minutes"], first["body"]["tags"]) == (25, ["desk"])
    assert second["body"]["posture"] == posture


def test_a_note_is_words_or_how_one_feels(tolerable: CommandLine) -> None:
    assert tolerable("note", "slept", "badly").out == f"Saved: note, 14:05. {UNDO_HINT}"
    assert (
        tolerable("note", "--mood", "6", "--sleep", "0").out == f"Saved: mood 6, sleep 0, 14:05. {UNDO_HINT}"
    )
    words, felt = tolerable("history", "--json").json
    assert (words["body"]["note"], words["body"]["mood"]) == ("slept badly", None)
    assert (felt["body"]["note"], felt["body"]["mood"], felt["body"]["sleep"]) == ("", 6, 0)


def test_a_skip_is_neither_unknown_nor_zero(tolerable: CommandLine) -> None:
    assert tolerable("skip").out == f"Saved: session skipped, today. {UNDO_HINT}"
    said = tolerable("skip", "pain", "--reason", "No time", "--day", "yesterday")
    assert said.out == f"Saved: pain skipped: no time, yesterday. {UNDO_HINT}"
    yesterday, today = tolerable("history", "--json").json
    assert (yesterday["day"], yesterday["body"]["what"], yesterday["body"]["reason"]) == (
        "2026-11-21",
        "pain",
        "no time",
    )
    assert (today["day"], today["body"]["what"]) == ("2026-11-22", "session")
    assert tolerable("days").lines[1:] == [
        "2026-11-21    -        -      -      -           -            -     -  skipped: pain",
        "2026-11-22    -        -      -      -           -            -     -  skipped: session",
    ]


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["relief"], "required: MEANS"),
        (["relief", ""], "a word or a few, 60 characters at most"),
        (["relief", "x" * 61], "a word or a few, 60 characters at most"),
        (["relief", "heat", "--before", "11"], "before is a whole number from 0 to 10, not '11'"),
        (["relief", "heat", "--after", "-1"], "after is a whole number from 0 to 10"),
        (["relief", "heat", "--effect", "1441"], "from 0 to 1440"),
        (["relief", "heat", "--at", "15:00"], "in the future"),
        (["position"], "required: POSITION"),
        (["position", "flying"], "walking"),
        (["position", "sitting", "--comfortable", "soon"], "a whole number from 0 to 1440"),
        (["position", "sitting", "--at", "2026-11-23"], "in the future"),
        (["note"], "write a note, or give one of --mood, --stress, --sleep, --stiffness"),
        (["note", " \n "], "write a note"),
        (["note", "--mood", "11"], "mood is a whole number from 0 to 10"),
        (["skip", "lunch"], "activity"),
        (["skip", "--reason", "x" * 61], "a reason is a word or a few"),
        (["skip", "--day", "tomorrow"], "is not a day"),
        (["log", "4", "--quality", "odd"], "throbbing"),
        (["log", "4", "--side", "up"], "both"),
        (["log", "4", "--mood", "4.5"], "mood is a whole number"),
        (["log", "4", "--tag", ""], "a tag is a word or a few"),
        (["log", "4", *(f"--tag={n}" for n in range(21))], "a tag: 20 at most"),
        (["activity", "--doing", "nothing"], "gardening"),
        (["activity", "--longest-active", "1,000"], "write 1000"),
        (["activity", "--felt"], "nothing to log: give one of --steps"),
        (["history", "--kind", "undo"], "position"),
        (["history", "--site", "knee"], "buttock"),
        (["history", "--tag", " "], "a tag is a word or a few"),
        (["status", "--two-lines"], "unrecognized arguments"),
    ],
)  # fmt: skip
def test_a_wrong_word_or_value_is_one_line_with_what_is_right(
    tolerable: CommandLine, argv: list[str], hint: str
) -> None:
    said = tolerable(*argv)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tolerable: ")
    assert hint in said.err
    assert said.err.count("\n") == 1
    assert not tolerable.paths.journal.exists()


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_and_shown_without_harm(tolerable: CommandLine, kind: str, text: str) -> None:
    words = ("note", "--", text) if kind == "note" else (*COMMANDS[kind], f"--note={text}")
    said = tolerable(*words)
    assert (said.status, said.err) == (0, "")
    assert only(tolerable("history", "--json"))["note"] == text.replace("\ud800", "\ufffd")
    for command in ("history", "today", "status", "days", "undo"):
        assert all(line.isprintable() for line in tolerable(command).out.splitlines())


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 20_000])
def test_hostile_words_are_kept_without_harm_or_refused_in_one_line(
    tolerable: CommandLine, text: str
) -> None:
    for command in (
        ("relief", "--", text),
        ("skip", f"--reason={text}"),
        ("log", "4", f"--tag={text}"),
        ("history", f"--tag={text}"),
        ("history", f"--search={text}"),
        ("position", text),
        ("history", f"--kind={text}"),
    ):
        said = tolerable(*command)
        assert said.status in {0, 2}
        assert said.err.count("\n") == (said.status == 2)
        assert (said.out + said.err).replace("\n", "").isprintable()
    for reading in ("history", "today", "undo"):
        assert all(line.isprintable() for line in tolerable(reading).out.splitlines())


@pytest.mark.parametrize("kind", COMMANDS)
def test_undo_names_what_it_takes_back_whatever_it_is(tolerable: CommandLine, kind: str) -> None:
    saved = tolerable(*COMMANDS[kind]).out.removeprefix("Saved: ").partition(". Undo")[0]
    taken_back = tolerable("undo").out
    assert taken_back.startswith("Undone: ")
    assert taken_back.removeprefix("Undone: ").replace("today ", "").rstrip() == saved
    assert tolerable("history", "--json").json == []
