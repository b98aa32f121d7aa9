"""Settings: every fault has its line, what is right holds, and writing leaves the rest of the file alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import (
    NAMES,
    Settings,
    SettingsError,
    changed,
    not_known,
    parse,
    read_settings,
    shown,
    write_setting,
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


def written(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())


def test_what_is_right_holds_beside_what_is_wrong(path: Path) -> None:
    settings, faults = read_settings(written(path, "tons = true\nvoice = false\nmotion = 1\n"))
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
    settings, faults = read_settings(written(path, text))
    assert settings.motion
    assert any(fault.startswith(f"{path}:{line}: motion is true or false") for fault in faults)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("voice = yes\n", "line 1"),
        ("voice = true\nvoice = false\n", "overwrite"),
        (b"voice = true # \xff", "utf-8"),
        ("a = " + "[" * 20_000, "TOML"),
        ("a = " + "1" * 5_000, "TOML"),
        ("#" * 70_000, "over 64 KiB"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_defaults_hold(
    path: Path, text: str | bytes, said: str
) -> None:
    settings, (fault,) = read_settings(written(path, text))
    assert settings == Settings()
    assert fault.startswith(f"{path}: ")
    assert said in fault
    assert "default" in fault


def test_a_folder_in_place_of_the_file_is_named_once(path: Path) -> None:
    path.mkdir(parents=True)
    _, (fault,) = read_settings(path)
    assert fault == f"{path}: cannot be read (Is a directory); the defaults are used"


def test_a_mark_that_some_editors_put_before_the_text_is_no_fault(path: Path) -> None:
    assert read_settings(written(path, "\ufeffvoice = false\n")) == (Settings(voice=False), ())


def test_a_name_that_means_nothing_is_told_and_the_others_hold(path: Path) -> None:
    text = 'voice = true\nroutine = "strat"\nleave_out = ["supermann", "cat-camel"]\n'
    settings, faults = read_settings(written(path, text), KNOWN)
    assert settings.leave_out == ("supermann", "cat-camel")
    assert faults == (
        f"{path}:2: routine: there is no 'strat' (did you mean 'start'?)",
        f"{path}:3: leave_out: there is no 'supermann' (did you mean 'superman'?)",
    )


def test_only_settings_that_name_things_are_looked_up() -> None:
    assert list(not_known("emergency_number", "911", KNOWN)) == []
    assert list(not_known("leave_out", ["superman"], KNOWN)) == []


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
    ],
)
def test_a_value_that_cannot_be_is_refused_and_never_written(path: Path, name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=name):
        changed(Settings(), name, value)
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
    ],
)
def test_a_value_is_typed_as_one_would_say_it(name: str, words: str, value: object) -> None:
    assert parse(name, words) == value


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(SettingsError, match="tones is on or off, not 'maybe'"):
        parse("tones", "maybe")


def test_writing_keeps_comments_order_and_what_it_does_not_know(path: Path) -> None:
    written(path, COMMENTED)
    write_setting(path, "voice", value=False)
    assert path.read_text() == COMMENTED.replace("voice = true", "voice = false")


def test_a_new_setting_comes_before_the_tables(path: Path) -> None:
    write_setting(written(path, COMMENTED), "motion", value=False)
    settings, _ = read_settings(path)
    assert not settings.motion
    assert "kept = 1" in path.read_text()
    assert "# hurts" in path.read_text()


def test_line_ends_stay_as_they_are(path: Path) -> None:
    write_setting(written(path, b"# mine\r\ntones = true\r\nvoice = true\r\n"), "voice", value=False)
    assert path.read_bytes() == b"# mine\r\ntones = true\r\nvoice = false\r\n"


@pytest.mark.parametrize("text", ["tones = \n", "a = " + "[" * 20_000, b"\xff"])
def test_a_file_that_cannot_be_read_is_not_overwritten(path: Path, text: str | bytes) -> None:
    before = written(path, text).read_bytes()
    with pytest.raises(SettingsError, match="mend it first"):
        write_setting(path, "tones", value=False)
    assert path.read_bytes() == before


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(
    lambda text: text.isprintable() and bool(text.strip())
)
VALUES = st.one_of(
    st.tuples(st.sampled_from(["tones", "voice", "motion"]), st.booleans()),
    st.tuples(st.just("emergency_number"), TEXTS),
    st.tuples(st.sampled_from(["leave_out", "leave_out_motions"]), st.lists(TEXTS, max_size=3)),
)


@given(changes=st.lists(VALUES, max_size=4))
def test_what_was_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    path = written(tmp_path_factory.mktemp("any") / "config" / "settings.toml", COMMENTED)
    expected, _ = read_settings(path)
    for name, value in changes:
        write_setting(path, name, value)
        expected = changed(expected, name, value)
    settings, faults = read_settings(path)
    assert settings == expected
    assert len(faults) == 1  # the table of another time


def test_every_setting_is_shown_as_set_takes_it() -> None:
    settings = Settings(tones=False, leave_out=("superman", "cat-camel"))
    lines = list(shown(settings))
    assert [line.split()[0] for line in lines] == list(NAMES)
    assert "tones off" in lines
    assert "leave_out superman,cat-camel" in lines
    for line in lines:
        name, _, words = line.partition(" ")
        assert changed(Settings(), name, parse(name, words)) == changed(
            Settings(), name, getattr(settings, name) if name != "leave_out" else list(settings.leave_out)
        )
