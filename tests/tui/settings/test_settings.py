"""Settings: every fault has its line, right settings are used, and writing leaves the rest of the file alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.theme import BUILTIN_THEMES

from journal.days import DAY_ENDS
from tui.settings.settings import (
    NAMES,
    SETTING_TYPES,
    THEMES,
    Settings,
    change_setting,
    describe_unknown_names,
    parse_setting,
    setting_lines,
)
from tui.settings.settings_file import read_day_ends, read_list, read_settings, write_setting
from tui.settings.value_types import (
    ChoiceSetting,
    NamesSetting,
    SettingsError,
    SwitchSetting,
    TextSetting,
    TimeOfDay,
    WholeNumber,
)

KNOWN = {"routine": ["start", "bad-day"], "leave_out": ["superman", "cat-camel"]}
COMMENTED = """\
# how it sounds
tones = true  # for the neighbours
voice = true

leave_out = [
    "superman",  # hurts
]

[future]
kept = 1
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def write_file(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_the_defaults_are_used(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())


def test_right_settings_are_used_beside_wrong_ones(path: Path) -> None:
    settings, faults = read_settings(write_file(path, "tons = true\nvoice = false\nmotion = 1\n"))
    assert settings == Settings(voice=False)
    assert faults == (
        f"{path}:1: there is no setting 'tons' (did you mean 'tones'?); the default is used",
        f"{path}:3: motion is true or false; the default is used",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('leave_out = ["a",\n  "motion"]\nmotion = 3\n', 3),
        ("# motion = 1\n\n  'motion' = 3\n", 3),
        ("voice = true\n[[motion]]\na = 1\n", 2),
        ("voice = true\n[motion]\na = 1\n", 2),
        ("voice = true\n[motion.deep]\na = 1\n", 2),
        ("voice = true\nmotion.deep = 1\n", 2),
        ('leave_out = ["a\u2028b"]\nmotion = 3\n', 2),
    ],
)
def test_a_fault_is_named_with_the_line_that_sets_it(path: Path, text: str, line: int) -> None:
    settings, faults = read_settings(write_file(path, text))
    assert settings.motion
    assert any(fault.startswith(f"{path}:{line}: motion is true or false") for fault in faults)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voice = yes\n", "line 1"),
        ("voice = true\nvoice = false\n", "overwrite"),
        (b"voice = true # \xff", "utf-8"),
        ("a = " + "[" * 20_000, "TOML"),
        ("a = " + "1" * 5_000, "TOML"),
        ("#" * 70_000, "over 64 KiB"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_fault_and_the_defaults_are_used(
    path: Path, text: str | bytes, expected: str
) -> None:
    settings, (fault,) = read_settings(write_file(path, text))
    assert settings == Settings()
    assert fault.startswith(f"{path}: ")
    assert expected in fault
    assert "default" in fault


def test_a_folder_in_place_of_the_file_is_named_once(path: Path) -> None:
    path.mkdir(parents=True)
    _, (fault,) = read_settings(path)
    assert fault == f"{path}: cannot be read (Is a directory); the defaults are used"


def test_a_byte_order_mark_is_no_fault(path: Path) -> None:
    assert read_settings(write_file(path, "\ufeffvoice = false\n")) == (Settings(voice=False), ())


def test_an_unknown_name_is_a_fault_and_the_others_are_used(path: Path) -> None:
    text = 'voice = true\nroutine = "strat"\nleave_out = ["supermann", "cat-camel"]\n'
    settings, faults = read_settings(write_file(path, text), KNOWN)
    assert settings.leave_out == ("supermann", "cat-camel")
    assert faults == (
        f"{path}:2: routine: there is no 'strat' (did you mean 'start'?)",
        f"{path}:3: leave_out: there is no 'supermann' (did you mean 'superman'?)",
    )


def test_only_settings_that_refer_to_names_are_checked() -> None:
    assert list(describe_unknown_names("emergency_number", "911", KNOWN)) == []
    assert list(describe_unknown_names("leave_out", ["superman"], KNOWN)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("emergency_number", 112),
        ("emergency_number", ""),
        ("emergency_number", "\x1b[2J"),
        ("emergency_number", "\udcff"),
        ("leave_out", "superman"),
        ("leave_out", ["superman", 3]),
        ("leave_out", [""]),
        ("tones", 1),
        ("colour", "red"),
        ("day_ends", "12:01"),
        ("day_ends", "4:00"),
        ("day_ends", "24:00"),
        ("day_ends", 4),
        ("evening_from", "19:60"),
        ("evening_from", "٠٤:٠٠"),
        ("tolerance", 11),
        ("tolerance", -1),
        ("tolerance", 4.0),
        ("tolerance", True),
        ("tolerance", "some"),
        ("relief_minutes", 241),
        ("relief_minutes", None),
        ("relief_minutes", "none"),
        ("limit_sitting", 721),
        ("units", "inches"),
        ("units", True),
        ("theme", "pink"),
    ],
)
def test_a_wrong_value_is_refused_and_never_written(path: Path, name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=name):
        change_setting(Settings(), name, value)
    with pytest.raises(SettingsError, match=name):
        write_setting(path, name, value)
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("tones", "on", True),
        ("tones", "No", False),
        ("leave_out", "superman, cat-camel,", ["superman", "cat-camel"]),
        ("leave_out", "", []),
        ("emergency_number", "911", "911"),
        ("day_ends", "4:30", "04:30"),
        ("evening_from", "20:15", "20:15"),
        ("tolerance", "4", 4),
        ("tolerance", "None", "none"),
        ("limit_sitting", "40", 40),
        ("limit_sitting", "off", 0),
        ("relief_minutes", "never", 0),
        ("units", "Imperial", "imperial"),
    ],
)
def test_typed_words_become_values(name: str, words: str, value: object) -> None:
    assert parse_setting(name, words) == value


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(SettingsError, match="tones is on or off, not 'maybe'"):
        parse_setting("tones", "maybe")


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("tolerance", "4.5", "tolerance is a whole number from 0 to 10 or none, not '4.5'"),
        ("limit_lying", "long", "limit_lying is a whole number from 0 to 720, not 'long'"),
        ("limit_lying", "1" * 400, "limit_lying is a whole number from 0 to 720, not"),
    ],
)
def test_a_wrong_number_is_named(name: str, words: str, expected: str) -> None:
    with pytest.raises(SettingsError) as raised:
        parse_setting(name, words)
    assert str(raised.value).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('units = "metrik"', """units is "metric" or "imperial" (did you mean 'metric'?)"""),
        ('theme = "nrod"', "theme: there is no 'nrod' (did you mean 'nord'?)"),
        ("day_ends = 4", 'day_ends is a time in quotes from 00:00 to 12:00, like "04:00"'),
        ('day_ends = "13:00"', 'day_ends is a time in quotes from 00:00 to 12:00, like "04:00"'),
        ("tolerance = 12", 'tolerance is a whole number from 0 to 10 or "none"'),
        ('limit_sitting = "40"', "limit_sitting is a whole number from 0 to 720"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(path: Path, text: str, expected: str) -> None:
    settings, (fault,) = read_settings(write_file(path, f"voice = false\n{text}\n"))
    assert settings == Settings(voice=False)
    assert fault == f"{path}:2: {expected}; the default is used"


def test_a_text_in_place_of_a_list_is_read_as_a_list_and_reported(path: Path) -> None:
    settings, faults = read_settings(write_file(path, 'voice = true\nleave_out = "superman"\n'), KNOWN)
    assert settings.leave_out == ("superman",)
    assert faults == (
        f"{path}:2: leave_out is a list of names: 'superman' is read as a list with that one name",
    )
    assert read_list(path, "leave_out") == ("superman",)
    write_setting(path, "leave_out", ["superman", "cat-camel"])
    assert read_settings(path, KNOWN) == (Settings(leave_out=("superman", "cat-camel")), ())


@pytest.mark.parametrize("text", ["", "leave_out = 3\n", "leave_out = \n", "leave_out = [3]\n"])
def test_a_list_that_cannot_be_read_is_not_known(path: Path, text: str) -> None:
    assert read_list(write_file(path, text), "leave_out") is None
    path.unlink()
    assert read_list(path, "leave_out") is None


def test_no_tolerance_is_written_as_none(path: Path) -> None:
    write_setting(path, "tolerance", None)
    assert path.read_text() == 'tolerance = "none"\n'
    assert read_settings(path) == (Settings(), ())


def test_the_themes_are_those_of_textual() -> None:
    assert set(THEMES) == set(BUILTIN_THEMES)


def test_every_setting_has_a_type_and_an_allowed_default() -> None:
    assert tuple(SETTING_TYPES) == NAMES
    for name in NAMES:
        assert change_setting(Settings(), name, getattr(Settings(), name)) == Settings()


def test_a_comment_in_a_list_stays_with_its_name(path: Path) -> None:
    write_setting(write_file(path, COMMENTED), "leave_out", ["superman", "cat-camel"])
    assert '"superman",  # hurts\n' in path.read_text()
    assert read_settings(path)[0].leave_out == ("superman", "cat-camel")
    write_setting(path, "leave_out", ["cat-camel"])
    assert read_settings(path)[0].leave_out == ("cat-camel",)


@pytest.mark.parametrize(
    "text",
    [
        'leave_out = [\n  # only\n  "a"\n  # after\n]\n',
        "leave_out = [ # first\n]\n",
        'leave_out = [\n  "a", "b", # two\n  "c"]\n',
        'leave_out = [{a = 1}, "a"]\n',
        'leave_out = ["a", "a"]\n',
        "leave_out = 3 # one\n",
    ],
)
@pytest.mark.parametrize("names", [[], ["a"], ["a", "new"], ["new", "a"], ["c", "b", "x"]])
def test_however_a_list_is_written_it_can_be_changed(path: Path, text: str, names: list[str]) -> None:
    write_setting(write_file(path, text + "voice = false # quiet\n"), "leave_out", names)
    assert read_settings(path) == (Settings(voice=False, leave_out=tuple(names)), ())
    assert "# quiet" in path.read_text()


def test_writing_keeps_comments_order_and_unknown_settings(path: Path) -> None:
    write_file(path, COMMENTED)
    write_setting(path, "voice", value=False)
    assert path.read_text() == COMMENTED.replace("voice = true", "voice = false")


def test_a_new_setting_comes_before_the_tables(path: Path) -> None:
    write_setting(write_file(path, COMMENTED), "motion", value=False)
    settings, _ = read_settings(path)
    assert not settings.motion
    assert "kept = 1" in path.read_text()
    assert "# hurts" in path.read_text()


def test_line_ends_stay_as_they_are(path: Path) -> None:
    write_setting(write_file(path, b"# mine\r\ntones = true\r\nvoice = true\r\n"), "voice", value=False)
    assert path.read_bytes() == b"# mine\r\ntones = true\r\nvoice = false\r\n"


@pytest.mark.parametrize("text", ["tones = \n", "a = " + "[" * 20_000, b"\xff"])
def test_a_file_that_cannot_be_read_is_not_overwritten(path: Path, text: str | bytes) -> None:
    before = write_file(path, text).read_bytes()
    with pytest.raises(SettingsError, match="correct it first"):
        write_setting(path, "tones", value=False)
    assert path.read_bytes() == before


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(
    lambda text: text.isprintable() and bool(text.strip())
)
OF_A_KIND: dict[type[object], st.SearchStrategy[object]] = {
    SwitchSetting: st.booleans(),
    TextSetting: TEXTS,
    NamesSetting: st.lists(TEXTS, max_size=3, unique=True),
}
CLOCKS = st.times().map("{:%H:%M}".format)


def values(name: str) -> st.SearchStrategy[tuple[str, object]]:
    """A setting with any value that it can have."""
    kind = SETTING_TYPES[name]
    match kind:
        case ChoiceSetting(words):
            allowed: st.SearchStrategy[object] = st.sampled_from(words)
        case WholeNumber(least, most):
            allowed = st.integers(least, most) | (st.none() if kind.missing else st.nothing())
        case TimeOfDay(first, last):
            allowed = CLOCKS.filter(lambda clock: first <= clock <= last)
        case _:
            allowed = OF_A_KIND[type(kind)]
    return st.tuples(st.just(name), allowed)


VALUES = st.sampled_from(NAMES).flatmap(values)


@given(changes=st.lists(VALUES, max_size=4))
def test_written_settings_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    path = write_file(tmp_path_factory.mktemp("any") / "config" / "settings.toml", COMMENTED)
    expected, _ = read_settings(path)
    for name, value in changes:
        write_setting(path, name, value)
        expected = change_setting(expected, name, value)
    settings, faults = read_settings(path)
    assert settings == expected
    assert len(faults) == 1  # the table of another time


@given(change=VALUES)
def test_every_setting_is_shown_as_set_reads_it(change: tuple[str, object]) -> None:
    name, value = change
    settings = change_setting(Settings(), name, value)
    lines = list(setting_lines(settings))
    assert [line.split()[0] for line in lines[: len(NAMES)]] == list(NAMES)
    _, _, words = lines[NAMES.index(name)].partition(" ")
    whole = not (isinstance(value, list) and any("," in part or part != part.strip() for part in value))
    if whole and words == words.strip():
        assert change_setting(Settings(), name, parse_setting(name, words)) == settings


def test_lists_and_switches_are_shown_briefly() -> None:
    lines = list(setting_lines(Settings(tones=False, leave_out=("superman", "cat-camel"))))
    assert {"tones off", "leave_out superman,cat-camel", "tolerance none", "limit_sitting 0"} <= set(lines)


@pytest.mark.parametrize("expected", ["00:00", "03:30", "12:00", "12:01", "4:00", "24:00", "x"])
def test_commands_and_settings_agree_on_the_end_of_the_day(path: Path, expected: str) -> None:
    settings, _ = read_settings(write_file(path, f'day_ends = "{expected}"\n'))
    assert f"{read_day_ends(path) or DAY_ENDS:%H:%M}" == settings.day_ends
