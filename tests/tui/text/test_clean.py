"""Cleaning hostile text, and formatting times and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.clean import clean, clock_time, format_number, one_line

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b]52;c;cm0gLXJm\x07", "]52;c;cm0gLXJm"),
        ("\x1b]0;title\x1b\\", "]0;title\\"),
        ("\x1b[2Jgone", "[2Jgone"),
        ("\x9b2Jgone\x9c", "2Jgone"),
        ("nul\x00del\x7fbell\x07", "nuldelbell"),
        (f"{BIDI}abc", "abc"),
        ("a\ud800b", "ab"),
        ("a\tb", "a b"),
    ],
)
def test_control_characters_are_gone_and_the_rest_is_text(hostile: str, harmless: str) -> None:
    assert clean(hostile) == harmless


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_letters_of_all_scripts_and_joined_emoji_stay() -> None:
    text = "Rücken, 腰痛, كمر, नमस्\u200dते, 👩\u200d🦽"
    assert clean(text) == text


def test_markup_is_left_alone_since_no_place_reads_it() -> None:
    assert clean("[/] [@click=app.quit]x[/]") == "[/] [@click=app.quit]x[/]"


@given(st.text())
def test_the_result_has_only_printable_characters_joiners_and_line_feeds(text: str) -> None:
    assert all(ch.isprintable() or ch in "\n\u200c\u200d" for ch in clean(text))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_line_of_bounded_length(text: str, most: int) -> None:
    line = one_line(text, most)
    assert "\n" not in line
    assert len(line) <= most


def test_a_long_line_is_cut_with_an_ellipsis() -> None:
    assert one_line("abc\n  def", 500) == "abc def"
    assert one_line("x" * 20_000, 10) == "xxxxxxxxx…"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (0.01, "0:01"), (59.2, "1:00"), (65, "1:05"), (3_600, "60:00"), (-3, "0:00")],
)
def test_a_countdown_is_rounded_up(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(4, "4"), (4.0, "4"), (3.64, "3.6"), (11_012, "11,012"), (123.4, "123"), (0, "0")]
)
def test_a_number_has_no_unnecessary_digits(value: float, shown: str) -> None:
    assert format_number(value) == shown
