"""The settings in plain words, and where an arrow key leads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.files.loader import load_library
from tests.tui.settings.test_settings import VALUES
from tui.settings.labels import LABELS, NEXT_START, describe_value, list_options, next_value
from tui.settings.settings import NAMES, SETTING_TYPES, Settings, change_setting

LIBRARY = load_library()


def test_every_setting_has_words_and_stands_with_its_group() -> None:
    assert set(LABELS) == set(NAMES)
    groups = [told.group for told in LABELS.values()]
    assert groups == sorted(groups, key=groups.index)


@pytest.mark.parametrize("name", NAMES)
def test_each_meaning_is_one_short_line_without_the_name_in_the_file(name: str) -> None:
    told = LABELS[name]
    assert 0 < len(told.meaning) < 100
    assert "_" not in told.meaning + told.label
    assert len(told.label) <= 28


def test_what_holds_from_the_next_start_says_so() -> None:
    assert {name for name, told in LABELS.items() if NEXT_START in told.meaning} == {
        "tones",
        "voice",
        "motion",
        "day_ends",
    }


@given(change=VALUES, by=st.sampled_from([-1, 1]))
def test_an_arrow_leads_only_to_what_may_be(change: tuple[str, object], by: int) -> None:
    name, value = change
    settings = change_setting(Settings(), name, value)
    assert describe_value(name, settings, LIBRARY)
    assert describe_value(name, settings, LIBRARY).isprintable()
    after = next_value(name, settings, by, LIBRARY)
    if after is not None or name == "tolerance":
        assert describe_value(name, change_setting(settings, name, after), LIBRARY)


@pytest.mark.parametrize(
    ("name", "value", "by", "after"),
    [
        ("tolerance", None, 1, 0),
        ("tolerance", None, -1, None),
        ("tolerance", 0, -1, None),
        ("tolerance", 10, 1, 10),
        ("limit_sitting", 0, 1, 5),
        ("limit_sitting", 0, -1, 0),
        ("limit_sitting", 42, -1, 40),
        ("limit_sitting", 42, 1, 45),
        ("limit_sitting", 720, 1, 720),
        ("day_ends", "00:00", -1, "00:00"),
        ("day_ends", "04:10", 1, "04:30"),
        ("day_ends", "12:00", 1, "12:00"),
        ("evening_from", "23:30", 1, "23:30"),
        ("units", "metric", 1, "imperial"),
        ("units", "metric", -1, "imperial"),
        ("routine", "start", 1, "article"),
        ("routine", "gone", 1, "article"),
        ("voice", True, -1, False),
        ("emergency_number", "112", 1, None),
        ("leave_out", (), 1, None),
    ],
)
def test_where_an_arrow_leads(name: str, value: object, by: int, after: object) -> None:
    settings = replace(Settings(), **{name: value})  # type: ignore[arg-type]
    assert next_value(name, settings, by, LIBRARY) == after


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("voice", False, "off"),
        ("tolerance", None, "not said"),
        ("tolerance", 0, "0"),
        ("limit_lying", 0, "no reminder"),
        ("relief_minutes", 0, "never"),
        ("relief_minutes", 30, "30 min"),
        ("units", "imperial", "inches"),
        ("routine", "start", "First days"),
        ("routine", "gone", "gone"),
        ("leave_out", (), "none"),
        ("leave_out", ("superman", "of-old"), "Superman, of-old"),
        ("leave_out_motions", ("rotation",), "the back turns"),
    ],
)
def test_how_a_value_is_said(name: str, value: object, words: str) -> None:
    assert describe_value(name, replace(Settings(), **{name: value}), LIBRARY) == words  # type: ignore[arg-type]


def test_what_can_be_ticked_is_what_there_is() -> None:
    assert list_options("leave_out", LIBRARY)["cat-camel"] == "Cat and camel"
    assert set(list_options("leave_out", LIBRARY)) == set(LIBRARY.exercises)
    for one in LIBRARY.exercises.values():
        assert set(one.motion) <= set(list_options("leave_out_motions", LIBRARY))
    assert set(SETTING_TYPES) == set(NAMES)
