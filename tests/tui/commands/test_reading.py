"""Reading the journal by commands: for a person, for other programs, and when something is wrong with it."""

import os
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.record import Body, Draft, Outcome, SessionRun, SessionState, SetRun, Source
from tests.fakes import CommandLine

HOSTILE = [
    "[/]",
    "[@click=app.quit]x[/]",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1b]0;title\x1b\\",
    "\x1b[2J",
    "\x9b31m",
    "\u202egnp.exe",
    "two\nlines\rand\x85more",
    "\x7f",
    "=cmd()",
    "x" * 20_000,
    "\ud800",
]


@pytest.mark.parametrize(
    "command", [("history",), ("days",), ("today",), ("undo",), ("check",), ("import", "--list")]
)
def test_without_a_journal_reading_says_so_and_makes_none(
    tolerable: CommandLine, command: tuple[str, ...]
) -> None:
    said = tolerable(*command)
    assert (said.status, said.err) == (0, "")
    assert said.out
    assert not tolerable.paths.data.exists()


@pytest.mark.parametrize("command", ["history", "days"])
def test_without_a_journal_json_is_an_empty_list(tolerable: CommandLine, command: str) -> None:
    assert tolerable(command, "--json").json == []
    assert not tolerable.paths.data.exists()


def test_history_has_a_line_an_entry_oldest_first(tolerable: CommandLine) -> None:
    tolerable("log", "4", "--note", "stiff\nthis morning")
    tolerable("log", "7", "--at", "2026-11-20T18:00", "--site", "leg")
    tolerable("activity", "--steps", "5000", "--day", "yesterday")
    assert tolerable("history").lines == [
        "2026-11-20  18:00  pain 7 now (leg) (added later)",
        "2026-11-21         5,000 steps",
        "2026-11-22  14:05  pain 4 now: stiff this morning",
    ]


def test_history_folds_the_sets_of_a_session_below_it(tolerable: CommandLine) -> None:
    tolerable.write_session()
    assert tolerable("history").lines == [
        "2026-11-22  14:05  First days, stopped because of pain, 10:00",
        "                   pelvic-tilt: 5 of 5",
        "                   lateral-leg-lift: 13 of 20",
    ]


def test_the_exercises_of_a_session_are_told_in_the_order_done(tolerable: CommandLine) -> None:
    now = tolerable.clock.now()
    doses = {"pelvic-tilt": {"reps": 5.0}, "cat-camel": {"reps": 5.0}, "arm-raise": {"reps": 5.0}}
    session = SessionRun("start", "First days", doses, SessionState.STOPPED, 634, 600)
    bodies: dict[str, Body] = {
        "s": session,
        "s/pelvic-tilt/1/both": SetRun("s", "pelvic-tilt", 1, None, 5, 5, Outcome.DONE),
        "s/cat-camel/1/both": SetRun("s", "cat-camel", 1, None, 5, 2, Outcome.STOPPED),
    }
    zone = tolerable.clock.zone_name
    with closing(tolerable.context().open_journal()) as journal:
        journal.write([Draft(b, now.date(), now, zone, Source.SESSION, name) for name, b in bodies.items()])
    assert [line.strip() for line in tolerable("history").lines[1:]] == [
        "pelvic-tilt: 5 of 5",
        "cat-camel: 2 of 5",
    ]


def test_history_as_json_has_every_key_and_the_sets_too(tolerable: CommandLine) -> None:
    tolerable.write_session()
    entries = tolerable("history", "--json").json
    keys = ["id", "act", "kind", "day", "at", "zone", "recorded_at", "backfilled", "source", "body"]
    assert [list(entry) for entry in entries] == [keys] * 4
    assert [entry["kind"] for entry in entries] == ["session", "set", "set", "set"]
    assert {entry["body"].get("session", entries[0]["id"]) for entry in entries} == {entries[0]["id"]}
    assert entries[0]["body"]["state"] == "stopped"


def test_a_time_is_told_as_the_clock_stood_where_it_was_noted(tolerable: CommandLine) -> None:
    tolerable("log", "4", "--at", "2026-07-01T12:00-04:00")
    assert tolerable("history").lines[0].startswith("2026-07-01  18:00  pain 4")


def test_history_since_a_day_and_with_a_word(tolerable: CommandLine) -> None:
    for day in (18, 19, 20):
        tolerable("log", "4", "--at", f"2026-11-{day}", "--note", f"Garden {day}")
    assert len(tolerable("history", "--since", "2026-11-19").lines) == 2
    assert len(tolerable("history", "--search", "GARDEN 19").lines) == 1
    assert len(tolerable("history", "--search", "garden", "--since", "2026-11-20", "--json").json) == 1
    assert tolerable("history", "--search", "100%").out == "No entries yet, or none that match.\n"


def test_a_long_history_shows_its_newest_part_and_says_how_to_see_more(tolerable: CommandLine) -> None:
    rows = "\n".join(f"2026-{month:02}-{day:02},5" for month in (7, 8, 9) for day in range(1, 31))
    table = tolerable.paths.config.parent / "table.csv"
    table.parent.mkdir(parents=True)
    table.write_text(f"date,pain\n{rows}\n", encoding="utf-8")
    tolerable("import", str(table))
    shown = tolerable("history").lines
    assert len(shown) == 61
    assert shown[0].startswith("2026-08-01")
    assert "--since" in shown[-1]
    assert len(tolerable("history", "--since", "2026-07-01").lines) == 90
    assert len(tolerable("history", "--json").json) == 90


def test_days_is_a_table_with_numbers_below_each_other(tolerable: CommandLine) -> None:
    tolerable("activity", "--steps", "11012", "--load", "0", "--day", "yesterday")
    tolerable("log", "4")
    tolerable("log", "10", "--kind", "worst")
    assert tolerable("days").lines == [
        "       day  now  average  worst   steps  active min  sitting min  load",
        "2026-11-21    -        -      -  11,012           -            -     0",
        "2026-11-22    4        -     10       -           -            -     -",
    ]


def test_days_between_two_days(tolerable: CommandLine) -> None:
    for day in (18, 19, 20):
        tolerable("activity", "--steps", "0", "--day", f"2026-11-{day}")
    rows = tolerable("days", "--since", "2026-11-19", "--until", "2026-11-19", "--json").json
    assert [row["day"] for row in rows] == ["2026-11-19"]
    assert tolerable("days", "--since", "2026-11-21").out == "No entries on these days.\n"


def test_days_that_end_before_they_begin_are_a_slip(tolerable: CommandLine) -> None:
    said = tolerable("days", "--since", "today", "--until", "yesterday")
    assert (said.status, said.out) == (2, "")
    assert "swap" in said.err


@pytest.mark.parametrize("note", HOSTILE)
def test_a_hostile_note_is_saved_and_shown_without_harm(tolerable: CommandLine, note: str) -> None:
    assert tolerable("log", "4", f"--note={note}").out == "Saved: pain 4 now, 14:05. Undo: tolerable undo\n"
    (line,) = tolerable("history").lines
    assert line.isprintable()
    assert len(line) < 600
    (entry,) = tolerable("history", "--json").json
    assert entry["body"]["note"] == note.replace("\ud800", "\ufffd")


@given(note=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_any_note_comes_back_as_it_was_written(tolerable: CommandLine, note: str) -> None:
    assert tolerable("log", "4", f"--note={note}").status == 0
    assert tolerable("history", "--json").json[-1]["body"]["note"] == note
    assert all(line.isprintable() for line in tolerable("history").out.split("\n"))


def test_a_journal_in_order_is_said_to_be(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    said = tolerable("check")
    assert (said.status, said.out, said.err) == (0, "The journal is in order: 1 entry.\n", "")


def test_a_repair_makes_what_is_shown_anew(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    before = tolerable("days", "--json").json
    with closing(sqlite3.connect(tolerable.paths.journal)) as connection, connection:
        connection.execute("DELETE FROM days")
    assert "tolerable check --repair" in tolerable("check").err.splitlines()[-1]
    said = tolerable("check", "--repair")
    assert (said.status, said.lines[-1]) == (0, "The view of your entries was rebuilt.")
    assert tolerable("days", "--json").json == before
    assert tolerable("check", "--repair").out == "Nothing to repair.\n"


def test_a_repair_leaves_damaged_records_alone(tolerable: CommandLine) -> None:
    damage(tolerable)
    before = tolerable.paths.journal.read_bytes()
    said = tolerable("check", "--repair")
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert tolerable.paths.journal.read_bytes() == before


def test_a_repair_takes_no_files_and_makes_no_journal(tolerable: CommandLine) -> None:
    assert tolerable("check", "--repair", "mornings.yaml").status == 2
    assert tolerable("check", "--repair").status == 0
    assert not tolerable.paths.data.exists()


def damage(tolerable: CommandLine) -> None:
    """Two ratings, of which somebody changed the second in the file."""
    tolerable("log", "4")
    tolerable("log", "5")
    with closing(sqlite3.connect(tolerable.paths.journal)) as connection, connection:
        connection.execute("UPDATE records SET body = replace(body, '5', '6') WHERE body LIKE '%5%'")


def test_damage_is_named_by_check_a_line_each(tolerable: CommandLine) -> None:
    damage(tolerable)
    said = tolerable("check")
    assert (said.status, said.out) == (1, "")
    assert said.err
    assert all(line.isprintable() for line in said.err.splitlines())


def test_what_is_not_damaged_is_still_told_and_the_rest_pointed_out(tolerable: CommandLine) -> None:
    damage(tolerable)
    said = tolerable("history", "--json")
    assert [entry["body"]["nrs"] for entry in said.json] == [4]
    assert said.status == 1
    assert said.err.count("\n") == 1
    assert "tolerable check" in said.err


@pytest.mark.parametrize("command", [("history", "--json"), ("log", "4"), ("undo",), ("check",), ("today",)])
def test_a_file_that_is_no_journal_is_one_line_and_left_alone(
    tolerable: CommandLine, command: tuple[str, ...]
) -> None:
    tolerable.paths.data.mkdir(parents=True)
    tolerable.paths.journal.write_bytes(b"not a journal" * 100)
    said = tolerable(*command)
    assert (said.status, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert str(tolerable.paths.journal) in said.err
    assert tolerable.paths.journal.read_bytes() == b"not a journal" * 100


def test_a_planted_link_is_refused(tolerable: CommandLine) -> None:
    tolerable.paths.data.mkdir(parents=True)
    tolerable.paths.journal.symlink_to(tolerable.paths.data / "elsewhere.db")
    for command in (("log", "4"), ("today",)):
        assert tolerable(*command).status == 1
    assert not (tolerable.paths.data / "elsewhere.db").exists()


def test_a_journal_of_a_newer_program_is_read_and_not_written(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    with closing(sqlite3.connect(tolerable.paths.journal)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    before = tolerable.paths.journal.read_bytes()
    assert len(tolerable("history", "--json").json) == 1
    for command in (("log", "5"), ("undo",), ("activity", "--steps", "1")):
        said = tolerable(*command)
        assert (said.status, said.out) == (1, "")
        assert "99" in said.err
    assert tolerable.paths.journal.read_bytes() == before


def test_a_read_only_journal_is_read(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    tolerable.paths.journal.chmod(0o400)
    if os.access(tolerable.paths.journal, os.W_OK):
        pytest.skip("nothing is read-only for root")
    assert len(tolerable("history", "--json").json) == 1
    assert len(tolerable("days", "--json").json) == 1
    assert tolerable("log", "5").status == 1


def test_a_file_in_the_place_of_the_data_folder_is_one_line(tolerable: CommandLine) -> None:
    tolerable.paths.data.parent.mkdir(parents=True)
    tolerable.paths.data.write_text("a file", encoding="utf-8")
    for command in (("log", "4"), ("today",)):
        said = tolerable(*command)
        assert said.status == 1
        assert said.err.count("\n") == 1
