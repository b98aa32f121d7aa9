from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from routines.files.faults import Report, did_you_mean, printable, quoted
from routines.files.value_types import (
    Flag,
    Id,
    Seconds,
    YamlChoice,
    YamlText,
    YamlType,
    YamlWholeNumber,
    words,
)


def read(kind: YamlType, text: str) -> tuple[Any, list[str]]:
    """What a kind reads from the value as it stands after a key, and the messages of its faults."""
    whole = yaml.compose(f"key: {text}\n", Loader=yaml.SafeLoader)
    assert isinstance(whole, yaml.MappingNode)
    node = whole.value[0][1]
    report = Report("own.yaml")
    return kind.read(node, "key", report), [fault.message for fault in report.faults]


COUNT, TIME = YamlWholeNumber(1, 100), Seconds(0, 600)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90s", 90),
        ("1:30", 90),
        ("1.5", 1.5),
        ("0", 0),
        ('"1:30"', 90),
        ("0:05", 5),
        ("0.125s", 0.125),
    ],
)
def test_a_time_is_read_in_all_its_spellings(text: str, seconds: float) -> None:
    assert read(TIME, text) == (seconds, [])


@pytest.mark.parametrize(
    "text",
    [
        "1:75",
        "010",
        "-5",
        "+5",
        "1e2",
        "0x1F",
        "5 min",
        "1:2:3",
        "601",
        "10:01",
        ".inf",
        "nan",
        "0.0001",
        "٣",
    ],
)
def test_what_is_no_time_is_refused_with_what_is_wanted(text: str) -> None:
    value, messages = read(TIME, text)
    assert value is None
    assert messages == [f"must be a time from 0 to 600 seconds, such as 90, 90s or 1:30, not {text!r}"]


@given(st.integers(0, 600))
def test_every_whole_second_is_read_from_each_spelling(seconds: int) -> None:
    minutes, rest = divmod(seconds, 60)
    for text in (f"{seconds}", f"{seconds}s", f"{minutes}:{rest:02}"):
        assert read(TIME, text) == (seconds, [])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("010", " (write 10)"),
        ("+1", " (write 1)"),
        ("+007", " (write 7)"),
        ("0", ""),
        ("101", ""),
        ("1.0", ""),
        ("1_0", ""),
        ("0x10", ""),
        ("no", ""),
        ("1:30", ""),
        ("٣", ""),
    ],
)
def test_a_count_in_any_other_spelling_than_its_own_is_refused(text: str, hint: str) -> None:
    assert read(COUNT, text) == (None, [f"must be a whole number from 1 to 100, not {text!r}{hint}"])


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(text: str, value: bool) -> None:
    assert read(Flag(), text) == (value, [])


@pytest.mark.parametrize("text", ["yes", "True", "1", "'true'", "on"])
def test_a_flag_in_any_other_word_is_refused(text: str) -> None:
    assert read(Flag(), text) == (
        None,
        [f"must be true or false without quotes, not {text.strip(chr(39))!r}"],
    )


def test_a_count_in_quotes_is_refused_with_a_hint() -> None:
    assert read(COUNT, '"5"') == (
        None,
        ["must be a whole number from 1 to 100, not '5' (write it without quotes)"],
    )


@given(st.integers(-10, 120))
def test_a_count_is_read_exactly_within_its_range(count: int) -> None:
    assert read(COUNT, str(count))[0] == (count if 1 <= count <= 100 else None)


@pytest.mark.parametrize("text", ["no", "1:30", "010", "+1", "2024-01-01", "true", '"null"'])
def test_words_that_yaml_guesses_at_stay_words(text: str) -> None:
    assert read(YamlText(80), text) == (text.strip('"'), [])


@pytest.mark.parametrize("text", ["", "~", "null", '""', "'  '"])
def test_a_key_without_a_value_is_a_fault_for_every_kind(text: str) -> None:
    for kind in (YamlText(80), COUNT, TIME, Id(), YamlChoice("thing", words(("a", "b")))):
        assert read(kind, text) == (None, ["has no value: write one, or remove the key"])


def test_line_ends_and_blanks_in_a_text_become_one_blank() -> None:
    assert read(YamlText(80), "|\n  one \n  two\n\n  three") == ("one two three", [])


@pytest.mark.parametrize("escape", [r"\e[2J", r"\x07", r"\x9b", r"\u202e", r"\u2066", r"\ud800"])
def test_control_characters_brought_in_by_an_escape_are_refused(escape: str) -> None:
    value, messages = read(YamlText(80), f'"a{escape}"')
    assert value is None
    assert [message[:27] for message in messages] == ["holds the hidden character "]


@pytest.mark.parametrize(
    "hidden", [0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xE0000, 0xE0041, 0xE007F]
)
def test_characters_that_nobody_sees_are_refused(hidden: int) -> None:
    said = f"holds the hidden character U+{hidden:04X}: delete it"
    for text in (chr(hidden), f"a {chr(hidden)}b", f"a{chr(hidden)} b", f"ab{chr(hidden)}"):
        assert read(YamlText(80), f'"{text}"') == (None, [said])


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚒", "❤️\u200d🔥"])
def test_joiners_within_a_word_or_a_picture_are_kept(text: str) -> None:
    assert read(YamlText(80), text) == (text, [])


def test_a_text_that_is_too_long_says_how_long_it_may_be() -> None:
    assert read(YamlText(5), "abcdef") == (None, ["is 6 characters long: at most 5"])


@pytest.mark.parametrize(
    "text", ["My-id", "a--b", "-a", "a-", "a_b", "a b", "ä", "x" * 41, "../up", "'a\n\n  b'"]
)
def test_what_is_no_id_is_refused(text: str) -> None:
    value, messages = read(Id(), text)
    assert value is None
    assert messages[0].startswith("is not an id: ")


def test_a_misspelt_word_gets_the_nearest_one_and_the_list() -> None:
    assert read(YamlChoice("aim", words(("mobility", "strength"))), "mobilty") == (
        None,
        ["no such aim: 'mobilty' (did you mean 'mobility'?); one of mobility, strength"],
    )


@given(st.text())
def test_a_quoted_value_is_short_and_harmless(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 10 * 40 + 2
    assert printable(text).isprintable()


def test_a_long_value_is_cut_and_gets_no_suggestion() -> None:
    assert quoted("x" * 50) == repr("x" * 37 + "...")
    assert did_you_mean("x" * 50, ["x" * 49]) == ""
