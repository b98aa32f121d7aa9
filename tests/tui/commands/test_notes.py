"""Noting pain and activity by commands, taking it back, and the day so far."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from journal.days import end_of
from journal.observations import Pain
from journal.record import Draft
from tests.fakes import Answer, CommandLine, FakeClock

UNDO_HINT = "Undo: tolerable undo\n"


def only(answer: Answer) -> dict[str, object]:
    """The only entry of a `history --json`."""
    (entry,) = answer.json
    assert isinstance(entry, dict)
    return entry


def test_pain_is_noted_for_now(tolerable: CommandLine) -> None:
    said = tolerable("log", "4")
    assert (said.status, said.out, said.err) == (0, f"Saved: pain 4 now, 14:05. {UNDO_HINT}", "")
    entry = only(tolerable("history", "--json"))
    assert entry["body"] == {
        "nrs": 4,
        "recall": "now",
        "sites": [],
        "note": "",
        "session": None,
        "exercise": None,
        "side": None,
        "qualities": [],
        "interference": None,
        "mood": None,
        "stress": None,
        "sleep": None,
        "stiffness": None,
        "tags": [],
    }
    assert (entry["day"], entry["at"], entry["zone"]) == (
        "2026-11-22",
        "2026-11-22T13:05:00+00:00",
        "Europe/Berlin",
    )
    assert (entry["source"], entry["backfilled"]) == ("typed", False)


def test_no_pain_and_the_worst_pain_are_ratings(tolerable: CommandLine) -> None:
    assert tolerable("log", "0").status == 0
    assert tolerable("log", "10").status == 0
    assert [entry["body"]["nrs"] for entry in tolerable("history", "--json").json] == [0, 10]


@pytest.mark.parametrize("wrong", ["4.5", "11", "-1", "x", "", "4 ", "+4", "٤", "1e0", "9" * 5_000])
def test_what_is_no_rating_is_refused_with_the_range(tolerable: CommandLine, wrong: str) -> None:
    said = tolerable("log", wrong)
    assert (said.status, said.out) == (2, "")
    assert "a whole number from 0 to 10" in said.err
    assert len(said.err.splitlines()) == 1
    assert not tolerable.paths.journal.exists()


def test_pain_of_a_time_gone_by_says_that_time(tolerable: CommandLine) -> None:
    assert tolerable("log", "4", "--at", "09:30").out == f"Saved: pain 4 now, 09:30. {UNDO_HINT}"
    assert (
        tolerable("log", "4", "--at", "yesterday 09:30").out
        == f"Saved: pain 4 now, yesterday 09:30. {UNDO_HINT}"
    )
    assert tolerable("log", "4", "--at", "yesterday").out == f"Saved: pain 4 now, yesterday. {UNDO_HINT}"
    assert tolerable("log", "4", "--at", "2026-11-02T09:30").out.startswith(
        "Saved: pain 4 now, 2026-11-02 09:30."
    )


@pytest.mark.parametrize("when", ["15:00", "tomorrow", "2026-13-01", "\x1b[2J", "x" * 9_000])
def test_a_time_that_cannot_be_meant_is_one_line_of_usage(tolerable: CommandLine, when: str) -> None:
    said = tolerable("log", "4", "--at", when)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert said.err.rstrip().isprintable()
    assert not tolerable.paths.journal.exists()


@pytest.mark.parametrize(("kind", "words"), [("average", "on average"), ("worst", "at worst")])
def test_an_average_or_a_worst_is_about_the_day_until_now(
    tolerable: CommandLine, kind: str, words: str
) -> None:
    assert (
        tolerable("log", "6", "--kind", kind, "--at", "09:30").out
        == f"Saved: pain 6 {words}, today. {UNDO_HINT}"
    )
    assert only(tolerable("history", "--json"))["at"] == "2026-11-22T13:05:00+00:00"


def test_the_worst_of_yesterday_is_about_all_of_yesterday(tolerable: CommandLine) -> None:
    tolerable("log", "6", "--kind", "worst", "--at", "yesterday 09:30")
    entry = only(tolerable("history", "--json"))
    end = end_of(datetime(2026, 11, 21).date(), ZoneInfo("Europe/Berlin"))  # noqa: DTZ001 - a date
    assert entry["day"] == "2026-11-21"
    assert datetime.fromisoformat(str(entry["at"])) == end


def test_sites_are_noted_once_each_in_the_order_given(tolerable: CommandLine) -> None:
    said = tolerable(
        "log", "3", "--site", "leg", "--site", "low-back", "--site", "leg", "--note", "after sitting"
    )
    assert said.out.startswith(f"Saved: pain 3 now (leg, low back), 14:05. {UNDO_HINT}")
    body = only(tolerable("history", "--json"))["body"]
    assert isinstance(body, dict)
    assert (body["sites"], body["note"]) == (["leg", "low-back"], "after sitting")


def test_a_wrong_site_names_the_right_ones(tolerable: CommandLine) -> None:
    said = tolerable("log", "3", "--site", "knee")
    assert said.status == 2
    assert all(site in said.err for site in ("low-back", "buttock", "leg", "below-knee"))


def test_activity_is_the_days_total_and_zero_is_a_value(tolerable: CommandLine) -> None:
    said = tolerable("activity", "--steps", "0", "--minutes", "30")
    assert said.out == f"Saved: 0 steps, 30 active minutes, today. {UNDO_HINT}"
    (row,) = tolerable("days", "--json").json
    assert row["activity"] == {"steps": 0, "active_minutes": 30, "sitting_minutes": None, "load": None}
    assert row["sources"] == {"steps": "typed", "active_minutes": "typed"}


def test_a_later_total_says_what_it_takes_the_place_of(tolerable: CommandLine) -> None:
    tolerable("activity", "--steps", "4000", "--load", "3", "--day", "yesterday")
    said = tolerable("activity", "--steps", "5000", "--sitting", "60", "--day", "2026-11-21")
    expected = "Saved: 5,000 steps, 60 minutes sitting, yesterday (instead of 4,000 steps). "
    assert said.out == expected + UNDO_HINT
    (row,) = tolerable("days", "--json").json
    assert row["activity"] == {"steps": 5000, "active_minutes": None, "sitting_minutes": 60, "load": 3}


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--steps", "1,773", "write 1773"),
        ("--steps", "11 012", "write 11012"),
        ("--steps", "-5", "from 0 to 200000"),
        ("--minutes", "1441", "from 0 to 1440"),
        ("--load", "11", "from 0 to 10"),
        ("--sitting", "nan", "whole number"),
        ("--steps", "4.5", "whole number"),
    ],
)
def test_what_is_no_count_is_refused_with_what_to_write(
    tolerable: CommandLine, option: str, value: str, hint: str
) -> None:
    said = tolerable("activity", f"{option}={value}")
    assert (said.status, said.out) == (2, "")
    assert hint in said.err
    assert said.err.count("\n") == 1


def test_activity_without_any_value_is_refused_even_with_a_note(tolerable: CommandLine) -> None:
    said = tolerable("activity", "--note", "a walk")
    assert said.status == 2
    assert "--steps" in said.err
    assert not tolerable.paths.journal.exists()


def test_activity_of_a_day_to_come_is_refused(tolerable: CommandLine) -> None:
    assert tolerable("activity", "--steps", "1", "--day", "2026-11-23").status == 2


def test_undo_takes_back_the_newest_and_says_which(tolerable: CommandLine) -> None:
    tolerable("log", "7", "--at", "yesterday 18:00")
    tolerable("log", "4")
    assert tolerable("undo").out == "Undone: pain 4 now, today 14:05\n"
    assert tolerable("undo").out == "Undone: pain 7 now, yesterday 18:00\n"
    said = tolerable("undo")
    assert (said.status, said.out) == (0, "Nothing to undo.\n")
    assert tolerable("history", "--json").json == []


def test_undo_brings_the_total_before_back(tolerable: CommandLine) -> None:
    tolerable("activity", "--steps", "4000")
    tolerable("activity", "--steps", "5000")
    assert tolerable("undo").out == "Undone: 5,000 steps, today\n"
    assert tolerable("days", "--json").json[0]["activity"]["steps"] == 4000


def test_undo_of_a_revision_says_what_it_is_again(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    journal = tolerable.context().open_journal()
    (entry,) = journal.entries()
    journal.write([Draft(Pain(8), entry.day, entry.at, entry.zone, entry=entry.id)])
    journal.close()
    assert tolerable("undo").out == "Restored: pain 4 now, today 14:05\n"


def test_today_of_an_empty_day_says_what_is_not_noted_and_makes_no_file(tolerable: CommandLine) -> None:
    said = tolerable("today")
    assert said.lines == [
        "Sunday 2026-11-22",
        "Pain:     no entry",
        "Activity: no entry",
        "Sessions: no entry",
    ]
    assert not tolerable.paths.data.exists()


def test_today_tells_pain_activity_and_sessions(tolerable: CommandLine) -> None:
    tolerable("log", "4")
    tolerable("log", "5", "--at", "09:00")
    tolerable("log", "6", "--kind", "worst")
    tolerable("log", "9", "--at", "yesterday")
    tolerable("activity", "--steps", "5000")
    tolerable.write_session()
    assert tolerable("today").lines == [
        "Sunday 2026-11-22",
        "Pain:     4.5 now (mean of 2), 6 worst",
        "Activity: 5,000 steps, 10 active minutes",
        "Sessions: First days, stopped because of pain, 10:00",
    ]


def test_at_one_at_night_today_is_still_the_day_before(tolerable: CommandLine) -> None:
    tolerable.clock = FakeClock(datetime(2026, 11, 23, 1, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    assert tolerable("log", "4").out == f"Saved: pain 4 now, 01:00. {UNDO_HINT}"
    assert only(tolerable("history", "--json"))["day"] == "2026-11-22"
    assert tolerable("today").lines[:2] == ["Sunday 2026-11-22", "Pain:     4 now"]
