"""The names and explanations of settings, and how arrow keys change values."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.files.loader import load_library
from tests.tui.settings.test_settings import VALUES
from tui.keys import DEFAULT_KEYMAP, Keymap
from tui.settings.labels import LABELS, NEXT_START, describe_meaning, describe_value, list_options, next_value
from tui.settings.settings import NAMES, SETTING_TYPES, Settings, change_setting

LIBRARY = load_library()


def test_every_setting_has_a_label_and_is_listed_with_its_group() -> None:
    assert set(LABELS) == set(NAMES)
    groups = [label.group for label in LABELS.values()]
    assert groups == sorted(groups, key=groups.index)


@pytest.mark.parametrize("name", NAMES)
def test_each_meaning_is_one_short_line_without_the_name_in_the_file(name: str) -> None:
    label, meaning = LABELS[name].label, describe_meaning(name, DEFAULT_KEYMAP)
    assert 0 < len(meaning) < 100
    assert not set("_{}") & set(meaning + label)
    assert len(label) <= 28


def test_a_meaning_names_the_persons_own_keys() -> None:
    assert describe_meaning("routine", DEFAULT_KEYMAP) == "The routine that space starts."
    assert describe_meaning("routine", Keymap({"start": "f2"})) == "The routine that f2 starts."


def test_what_takes_effect_at_the_next_start_says_so() -> None:
    assert {name for name, label in LABELS.items() if NEXT_START in label.meaning} == {
        "tones",
        "voice",
        "motion",
        "day_ends",
    }


@given(change=VALUES, by=st.sampled_from([-1, 1]))
def test_an_arrow_leads_only_to_allowed_values(change: tuple[str, object], by: int) -> None:
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
def test_what_an_arrow_key_changes_a_value_to(name: str, value: object, by: int, after: object) -> None:
    settings = replace(Settings(), **{name: value})  # type: ignore[arg-type]
    assert next_value(name, settings, by, LIBRARY) == after


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("voice", False, "off"),
        ("tolerance", None, "not set"),
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
def test_how_a_value_is_shown(name: str, value: object, words: str) -> None:
    assert describe_value(name, replace(Settings(), **{name: value}), LIBRARY) == words  # type: ignore[arg-type]


def test_the_checklists_hold_all_exercises_and_movements() -> None:
    assert list_options("leave_out", LIBRARY)["cat-camel"] == "Cat and camel"
    assert set(list_options("leave_out", LIBRARY)) == set(LIBRARY.exercises)
    for exercise in LIBRARY.exercises.values():
        assert set(exercise.motion) <= set(list_options("leave_out_motions", LIBRARY))
    assert set(SETTING_TYPES) == set(NAMES)
