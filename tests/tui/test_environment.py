"""What a command gets from the system and the settings: the end of the day and the time zone."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.days import DAY_ENDS
from tests.folders import ROOT
from tui.cli import day_ends_fault, find_day_ends, system_context
from tui.settings.settings_file import read_settings

BERLIN, AUCKLAND, HONOLULU = "Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu"


def day_ends(settings: Path) -> time:
    """The end of the day that holds with these settings."""
    return find_day_ends(settings) or DAY_ENDS


def settings_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ('day_ends = "03:00"\n', time(3, 0)),
        ('# a night watch\ntones = false\nday_ends = "12:00" # noon\n', time(12, 0)),
        ("tones = false\n", DAY_ENDS),
        ("# day_ends is not said\n", DAY_ENDS),
        ("", DAY_ENDS),
    ],
)
def test_the_settings_set_the_end_of_the_day(tmp_path: Path, text: str, ends: time) -> None:
    assert day_ends(settings_file(tmp_path, text)) == ends


@pytest.mark.parametrize(
    "text",
    ["day_ends = 4\n", 'day_ends = "25:00"\n', 'day_ends = "04:00:00"\n', 'day_ends = "soon"\n', "day_ends = \n",
     "day_ends = 04:00\n", '[day_ends]\nat = "03:00"\n', "\x1b[2J day_ends"],
)  # fmt: skip
def test_a_wrong_end_of_the_day_is_the_default(tmp_path: Path, text: str) -> None:
    assert day_ends(settings_file(tmp_path, text)) == DAY_ENDS


def test_without_readable_settings_the_day_ends_as_usual(tmp_path: Path) -> None:
    assert day_ends(tmp_path / "missing" / "settings.toml") == DAY_ENDS
    assert day_ends(tmp_path) == DAY_ENDS
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xff\xfe day_ends = "03:00"')
    assert day_ends(path) == DAY_ENDS
    os.mkfifo(tmp_path / "pipe")
    assert day_ends(tmp_path / "pipe") == DAY_ENDS


@given(
    st.from_regex(r"[0-2][0-9]:[0-6][0-9]", fullmatch=True) | st.text(max_size=8) | st.integers(),
    st.sampled_from(["", "# day_ends\n", "tones = false\n", "tones = \n", "[table]\n"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_the_day_ends_as_the_full_reader_says(tmp_path: Path, value: str | int, before: str) -> None:
    path = settings_file(tmp_path, f"{before}day_ends = {tomlkit.item(value).as_string()}\n")
    assert f"{day_ends(path):%H:%M}" == read_settings(path)[0].day_ends


def zone_in_the_morning() -> str:
    """A zone in which it is between ten and eleven now: a day may end before that, or after."""
    west = (datetime.now(UTC).hour - 10) % 24  # hours behind UTC, of which zones have up to 12
    return f"Etc/GMT{west if west <= 12 else west - 24:+d}"


def process(home: Path, *argv: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environ: Mapping[str, str] = {**os.environ, "TOLERABLE_HOME": str(home), **variables}
    return subprocess.run(
        [sys.executable, "-m", "tui", *argv],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_the_programs_clock_ends_the_day_as_the_settings_say(tmp_path: Path) -> None:
    zone = zone_in_the_morning()
    today = datetime.now(ZoneInfo(zone)).date()
    days = []
    for ends in ("12:00", "00:00"):
        assert process(tmp_path, "set", "day_ends", ends).returncode == 0
        done = process(tmp_path, "today", TZ=zone)
        assert (done.returncode, done.stderr) == (0, "")
        days.append(done.stdout.splitlines()[0].split()[1])
    assert days == [str(today - timedelta(days=1)), str(today)]


def test_a_wrong_setting_stops_no_command_and_is_reported_by_those_that_log(
    tmp_path: Path,
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('day_ends = "soon"\n', encoding="utf-8")
    for argv in (("today",), ("status", "--oneline"), ("undo",)):
        done = process(tmp_path, *argv)
        assert (done.returncode, done.stderr) == (0, "")
    done = process(tmp_path, "log", "4")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "days end at 04:00" in done.stderr


@pytest.mark.parametrize("zone", ["America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "UTC"])
def test_the_zone_that_tz_names_is_kept_with_the_entry(tmp_path: Path, zone: str) -> None:
    process(tmp_path, "log", "4", TZ=zone)
    shown = process(tmp_path, "history", "--json", TZ="Europe/Berlin").stdout
    assert f'"zone": "{zone}"' in shown
    assert "+00:00" in shown


def test_an_entry_keeps_its_zone_when_tz_changes(tmp_path: Path) -> None:
    for zone in (AUCKLAND, HONOLULU):
        process(tmp_path, "log", "4", TZ=zone)
    shown = process(tmp_path, "history", TZ=BERLIN).stdout.splitlines()
    there = [datetime.now(ZoneInfo(zone)) for zone in (AUCKLAND, HONOLULU)]
    hours = [int(line[12:14]) for line in shown]
    assert [(now.hour - hour) % 24 in {0, 1} for now, hour in zip(there, hours, strict=True)] == [True, True]


def test_the_system_context_needs_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOLERABLE_HOME", str(tmp_path))
    assert system_context().clock.day_ends == DAY_ENDS
    assert not list(tmp_path.iterdir())


def test_an_unreadable_end_of_the_day_is_reported(tmp_path: Path) -> None:
    for text in ('day_ends = "02:30\n', 'day_ends = "25:00"\n', "day_ends = 4\n"):
        assert "days end at 04:00" in day_ends_fault(settings_file(tmp_path, text))
    for text in ("", 'day_ends = "02:30"\n', '# no "day_ends" here\nvoice = true\n', 'voice = "loud\n'):
        assert day_ends_fault(settings_file(tmp_path, text)) == ""
