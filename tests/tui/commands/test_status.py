"""How today stands: in short, in one line for a prompt, and all of it in words."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import CommandLine
from tests.folders import ROOT


def test_without_a_journal_the_prompt_gets_nothing_and_no_file_is_made(tolerable: CommandLine) -> None:
    said = tolerable("status", "--oneline")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert not tolerable.paths.data.exists()


def test_without_a_journal_a_status_says_what_is_not_noted(tolerable: CommandLine) -> None:
    said = tolerable("status")
    assert said.lines == ["Pain:     no entry", "Activity: no entry", "Logged:   0 of the last 14 days"]
    assert not tolerable.paths.data.exists()


def test_the_prompt_gets_today_s_newest_pain_and_activity_in_one_line(tolerable: CommandLine) -> None:
    tolerable("log", "7", "--at", "09:00", "--site", "leg", "--note", "never shown")
    tolerable("log", "4", "--at", "13:00")
    tolerable("activity", "--steps", "5000", "--load", "3", "--doing", "lifting", "--longest-sitting", "90")
    said = tolerable("status", "--oneline")
    assert (said.status, said.err) == (0, "")
    assert said.out == "pain 4 now · 5,000 steps, load 3 · 1 of the last 14 days\n"


def test_the_prompt_gets_only_what_is_known(tolerable: CommandLine) -> None:
    tolerable("log", "9", "--at", "yesterday")
    assert tolerable("status", "--oneline").out == "1 of the last 14 days\n"
    tolerable("activity", "--minutes", "0")
    assert tolerable("status", "--oneline").out == "0 active minutes · 2 of the last 14 days\n"


def test_days_are_counted_within_the_last_fourteen_and_a_gap_costs_nothing(tolerable: CommandLine) -> None:
    today = tolerable.clock.now().date()
    for ago in (0, 1, 5, 13, 14, 200):
        tolerable("log", "3", "--at", str(today - timedelta(days=ago)))
    assert tolerable("status").lines[-1] == "Logged:   4 of the last 14 days"


def test_a_status_tells_zero_unknown_and_left_out_apart(tolerable: CommandLine) -> None:
    tolerable("log", "0")
    tolerable("skip", "activity", "--reason", "ill")
    tolerable("position", "sitting", "--at", "13:20")
    assert tolerable("status").lines == [
        "Pain:     0 now, 14:05",
        "Activity: skipped: ill",
        "Position: sitting since 13:20",
        "Logged:   1 of the last 14 days",
    ]


def test_a_position_of_long_ago_is_no_status(tolerable: CommandLine) -> None:
    tolerable("position", "lying", "--at", "yesterday 23:00")
    assert all("lying" not in line for line in tolerable("status").lines)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_prompt_that_is_not_utf_8_gets_plain_characters(tmp_path: Path, encoding: str) -> None:
    environ: Mapping[str, str] = {**os.environ, "TOLERABLE_HOME": str(tmp_path), "PYTHONIOENCODING": encoding}
    for argv in (["log", "4"], ["activity", "--steps", "50"], ["status", "--oneline"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *argv],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            timeout=30,
            check=True,
        )
    assert done.stdout == b"pain 4 now | 50 steps | 1 of the last 14 days\n"


def test_a_damaged_journal_is_one_line_on_the_side_of_faults(tolerable: CommandLine) -> None:
    tolerable.paths.data.mkdir(parents=True)
    tolerable.paths.journal.write_bytes(b"not a journal" * 100)
    said = tolerable("status", "--oneline")
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)


def test_today_tells_every_kind_in_words(tolerable: CommandLine) -> None:
    tolerable("log", "4", "--site", "leg")
    tolerable("activity", "--steps", "0", "--doing", "lifting", "--doing", "driving")
    tolerable("relief", "heat", "--before", "5", "--after", "3", "--at", "09:00", "--note", "the old bottle")
    tolerable("relief", "medicine", "--at", "11:00", "--tag", "night")
    tolerable("position", "standing", "--at", "08:00")
    tolerable("position", "sitting", "--at", "13:20", "--comfortable", "20")
    tolerable("note", "slept badly", "--mood", "3")
    tolerable("skip", "--reason", "tired")
    assert tolerable("today").lines == [
        "Sunday 2026-11-22",
        "Pain:     4 now",
        "Activity: 0 steps, lifting, driving",
        "Sessions: skipped: tired",
        "Relief:   09:00 heat (5 before, 3 after): the old bottle; 11:00 medicine: [night]",
        "Position: 08:00 standing; 13:20 sitting, comfortable for 20 min",
        "Notes:    14:05 note, mood 3: slept badly",
    ]


def test_today_tells_that_something_was_left_out_beside_what_was_not(tolerable: CommandLine) -> None:
    tolerable.write_session()
    tolerable("skip")
    tolerable("skip", "pain", "--reason", "no time")
    tolerable("skip", "pain", "--reason", "tired")
    lines = tolerable("today").lines
    assert lines[1] == "Pain:     skipped: no time, tired"
    assert lines[3] == "Sessions: First days, stopped because of pain, 10:00; skipped"


def test_history_tells_every_kind_and_a_session_with_its_sets(tolerable: CommandLine) -> None:
    tolerable("relief", "heat", "--effect", "20", "--at", "09:00")
    tolerable("position", "walking", "--at", "10:00")
    tolerable("skip", "--day", "yesterday")
    tolerable("note", "stairs hurt", "--at", "11:00", "--tag", "stairs")
    tolerable.write_session()
    assert tolerable("history").lines == [
        "2026-11-21         session skipped",
        "2026-11-22  09:00  heat, helped after 20 min",
        "2026-11-22  10:00  walking",
        "2026-11-22  11:00  note: stairs hurt [stairs]",
        "2026-11-22  14:05  First days, stopped because of pain, 10:00",
        "                   pelvic-tilt: 5 of 5",
        "                   lateral-leg-lift: 13 of 20",
    ]


def test_history_finds_by_kind_tag_site_word_and_day(tolerable: CommandLine) -> None:
    tolerable("log", "4", "--site", "leg", "--tag", "Stairs", "--at", "2026-11-18T12:00")
    tolerable(
        "log", "5", "--site", "low-back", "--site", "leg", "--note", "Garden", "--at", "2026-11-19T12:00"
    )
    tolerable("relief", "heat", "--tag", "stairs", "--at", "2026-11-20T12:00")
    tolerable("position", "sitting")

    def days(*argv: str) -> list[str]:
        return [entry["day"][-2:] for entry in tolerable("history", "--json", *argv).json]

    assert days() == ["18", "19", "20", "22"]
    assert days("--kind", "pain") == ["18", "19"]
    assert days("--kind", "pain", "--kind", "position") == ["18", "19", "22"]
    assert days("--tag", "STAIRS") == ["18", "20"]
    assert days("--tag", "stairs", "--kind", "relief") == ["20"]
    assert days("--site", "leg") == ["18", "19"]
    assert days("--site", "leg", "--site", "low-back") == ["19"]
    assert days("--search", "garden", "--site", "leg") == ["19"]
    assert days("--since", "2026-11-19", "--until", "2026-11-20") == ["19", "20"]
    assert days("--until", "2026-11-18") == ["18"]
    assert len(tolerable("history", "--tag", "stairs").lines) == 2


def test_sets_are_told_alone_when_they_are_asked_for(tolerable: CommandLine) -> None:
    tolerable.write_session()
    assert tolerable("history", "--kind", "set").lines == [
        "2026-11-22  14:05  pelvic-tilt: 5 of 5",
        "2026-11-22  14:05  lateral-leg-lift, left: 10 of 10",
        "2026-11-22  14:05  lateral-leg-lift, right: 3 of 10",
    ]


def test_a_span_that_ends_before_it_begins_is_a_slip(tolerable: CommandLine) -> None:
    said = tolerable("history", "--since", "today", "--until", "yesterday")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert "swap" in said.err


def test_a_day_noted_later_is_marked_in_the_table_of_days(tolerable: CommandLine) -> None:
    tolerable("log", "4", "--at", "2026-11-18T12:00")
    tolerable("log", "4")
    late, today = tolerable("days").lines[1:]
    assert late.endswith("  added later")
    assert today.endswith("-")
