"""Every entry has one right day: when a day ends, when the clocks change, when a person travels.

What is noted keeps its moment in UTC and the zone the person was in; both are looked at through `history --json`, the
day through `days --json` too.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.days import DAY_ENDS
from tests.fakes import Answer, CommandLine, FakeClock

BERLIN, AUCKLAND, HONOLULU, KIRITIMATI = (
    "Europe/Berlin",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
)


class Traveller:
    """A person who notes pain at a time on the wall of a place."""

    def __init__(self, tolerable: CommandLine) -> None:
        self._tolerable = tolerable
        self._rating = 0
        self.ends = DAY_ENDS

    def is_at(self, zone: str, wall: str, fold: int = 0) -> None:
        """Be there then; `fold` 1 is the second of two equal hours."""
        now = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=fold)
        self._tolerable.clock = FakeClock(now, self.ends)

    def notes(self, at: str | None = None) -> tuple[str, str, str]:
        """Note a rating; its day, its moment and its zone as other programs read them."""
        said = self.tries_to_note(at)
        assert (said.status, said.err) == (0, "")
        entries = {entry["body"]["nrs"]: entry for entry in self._tolerable("history", "--json").json}
        entry = entries[self._rating]
        rows = {row["day"]: row["pain"] for row in self._tolerable("days", "--json").json}
        of_the_day = [one["body"]["nrs"] for one in entries.values() if one["day"] == entry["day"]]
        assert rows[entry["day"]]["ratings"] == len(of_the_day)
        return entry["day"], entry["at"].removesuffix("+00:00"), entry["zone"]

    def tries_to_note(self, at: str | None = None) -> Answer:
        """Note a rating that nothing else has."""
        self._rating += 1
        return self._tolerable("log", str(self._rating), *([] if at is None else ["--at", at]))


@pytest.fixture
def traveller(tolerable: CommandLine) -> Traveller:
    return Traveller(tolerable)


def test_a_minute_before_four_is_still_the_day_before(traveller: Traveller) -> None:
    traveller.is_at(BERLIN, "2026-11-23T03:59")
    assert traveller.notes() == ("2026-11-22", "2026-11-23T02:59:00", BERLIN)


def test_a_minute_after_four_is_the_new_day(traveller: Traveller) -> None:
    traveller.is_at(BERLIN, "2026-11-23T04:01")
    assert traveller.notes() == ("2026-11-23", "2026-11-23T03:01:00", BERLIN)
    assert "yesterday 03:59" in traveller.tries_to_note("03:59").err
    assert traveller.notes("yesterday 03:59") == ("2026-11-22", "2026-11-23T02:59:00", BERLIN)


def test_the_day_of_23_hours_is_one_day(traveller: Traveller) -> None:
    traveller.is_at(BERLIN, "2026-03-30T03:59")
    assert traveller.notes("yesterday 03:59") == ("2026-03-28", "2026-03-29T01:59:00", BERLIN)
    assert traveller.notes("04:00") == ("2026-03-29", "2026-03-29T02:00:00", BERLIN)
    assert traveller.notes() == ("2026-03-29", "2026-03-30T01:59:00", BERLIN)
    assert traveller.notes("2026-03-29T01:59") == ("2026-03-28", "2026-03-29T00:59:00", BERLIN)


def test_an_hour_that_the_clocks_left_out_is_refused_in_one_line(traveller: Traveller) -> None:
    traveller.is_at(BERLIN, "2026-03-29T05:00")
    said = traveller.tries_to_note("yesterday 02:30")
    assert (said.status, said.err.count("\n")) == (2, 1)
    assert "there was no 02:30 on 2026-03-29: the clocks went forward" in said.err


def test_the_day_of_25_hours_is_one_day_and_its_two_equal_hours_are_two_moments(traveller: Traveller) -> None:
    traveller.is_at(BERLIN, "2026-10-25T02:30")
    assert traveller.notes() == ("2026-10-24", "2026-10-25T00:30:00", BERLIN)
    traveller.is_at(BERLIN, "2026-10-25T02:30", fold=1)
    assert traveller.notes() == ("2026-10-24", "2026-10-25T01:30:00", BERLIN)
    traveller.is_at(BERLIN, "2026-10-25T04:01")
    assert traveller.notes() == ("2026-10-25", "2026-10-25T03:01:00", BERLIN)
    assert traveller.notes("yesterday 04:00") == ("2026-10-24", "2026-10-24T02:00:00", BERLIN)


@pytest.mark.parametrize(
    ("ends", "day", "hours"),
    [
        (time(4, 0), "2026-03-28", 23),
        (time(4, 0), "2026-10-24", 25),
        (time(2, 0), "2026-03-29", 23),
        (time(2, 0), "2026-10-25", 25),
        (time(4, 0), "2026-10-25", 24),
    ],
)
def test_a_whole_day_on_which_the_clocks_change_ends_where_the_next_begins(
    tolerable: CommandLine, traveller: Traveller, ends: time, day: str, hours: int
) -> None:
    before = str(datetime.fromisoformat(day).date() - timedelta(days=1))
    traveller.ends = ends
    traveller.is_at(BERLIN, "2026-10-28T12:00")
    for one in (before, day):
        tolerable("activity", "--steps", "1", "--day", one)
    began, ended = (datetime.fromisoformat(entry["at"]) for entry in tolerable("history", "--json").json)
    assert ended - began == timedelta(hours=hours)
    assert [row["day"] for row in tolerable("days", "--json").json] == [before, day]


def test_a_flight_east_over_the_date_line_lives_a_day_twice(traveller: Traveller) -> None:
    traveller.is_at(AUCKLAND, "2026-11-22T20:00")
    assert traveller.notes() == ("2026-11-22", "2026-11-22T07:00:00", AUCKLAND)
    traveller.is_at(HONOLULU, "2026-11-22T06:00")  # nine hours later
    assert traveller.notes() == ("2026-11-22", "2026-11-22T16:00:00", HONOLULU)
    traveller.is_at(HONOLULU, "2026-11-22T20:00")
    assert traveller.notes("20:00") == ("2026-11-22", "2026-11-23T06:00:00", HONOLULU)


def test_after_a_flight_east_what_was_noted_in_the_day_to_come_stays_there(
    tolerable: CommandLine, traveller: Traveller
) -> None:
    traveller.is_at(KIRITIMATI, "2026-11-23T10:00")
    assert traveller.notes() == ("2026-11-23", "2026-11-22T20:00:00", KIRITIMATI)
    traveller.is_at(HONOLULU, "2026-11-22T13:00")  # three hours later, on the day before
    assert tolerable("today").lines[:2] == ["Sunday 2026-11-22", "Pain:     no entry"]
    assert traveller.notes() == ("2026-11-22", "2026-11-22T23:00:00", HONOLULU)
    assert tolerable("history").lines == [
        "2026-11-23  10:00  pain 1 now",
        "2026-11-22  13:00  pain 2 now",
    ]


def test_a_flight_west_over_the_date_line_leaves_a_day_out(
    tolerable: CommandLine, traveller: Traveller
) -> None:
    traveller.is_at(HONOLULU, "2026-11-22T22:00")
    assert traveller.notes() == ("2026-11-22", "2026-11-23T08:00:00", HONOLULU)
    traveller.is_at(AUCKLAND, "2026-11-24T08:00")  # eleven hours later
    assert traveller.notes() == ("2026-11-24", "2026-11-23T19:00:00", AUCKLAND)
    assert traveller.notes("yesterday 20:00") == ("2026-11-23", "2026-11-23T07:00:00", AUCKLAND)
    assert [row["day"] for row in tolerable("days", "--json").json] == [
        "2026-11-22",
        "2026-11-23",
        "2026-11-24",
    ]
    assert [line[:17] for line in tolerable("history").lines] == [
        "2026-11-23  20:00",
        "2026-11-22  22:00",
        "2026-11-24  08:00",
    ]


def test_a_day_that_ends_later_begins_later(traveller: Traveller) -> None:
    traveller.ends = time(5, 30)
    traveller.is_at(BERLIN, "2026-11-23T05:29")
    assert traveller.notes()[0] == "2026-11-22"
    traveller.is_at(BERLIN, "2026-11-23T05:30")
    assert traveller.notes()[0] == "2026-11-23"
    assert "a day ends at 05:30" in traveller.tries_to_note("05:00").err


def test_a_changed_end_of_the_day_moves_nothing_that_was_noted_before(
    tolerable: CommandLine, traveller: Traveller
) -> None:
    traveller.is_at(BERLIN, "2026-11-23T02:00")
    assert traveller.notes()[0] == "2026-11-22"
    traveller.ends = time(0, 0)
    traveller.is_at(BERLIN, "2026-11-23T02:30")
    assert traveller.notes()[0] == "2026-11-23"
    assert [entry["day"] for entry in tolerable("history", "--json").json] == ["2026-11-22", "2026-11-23"]
    assert tolerable("today").lines[:2] == ["Monday 2026-11-23", "Pain:     2 now"]


@pytest.mark.parametrize("ends", [time(0, 0), time(2, 30), time(4, 0), time(23, 59)])
def test_every_command_ends_the_day_when_the_person_s_day_ends(
    tolerable: CommandLine, traveller: Traveller, ends: time
) -> None:
    traveller.ends = ends
    just_before = (datetime.combine(datetime(2026, 11, 23).date(), ends) - timedelta(minutes=1)).isoformat()  # noqa: DTZ001 - a wall
    traveller.is_at(BERLIN, just_before)
    for command in (
        ("log", "4"),
        ("log", "6", "--kind", "worst"),
        ("activity", "--steps", "9"),
        ("relief", "heat"),
        ("position", "sitting"),
        ("note", "x"),
        ("skip",),
    ):
        assert tolerable(*command).status == 0
    today = "2026-11-22"
    assert {entry["day"] for entry in tolerable("history", "--since", today, "--json").json} == {today}
    assert len(tolerable("history", "--until", "today", "--json").json) == 7
    assert [row["day"] for row in tolerable("days", "--since", "today", "--json").json] == [today]
    assert tolerable("today").lines[0] == f"Sunday {today}"
    assert "4 now" in tolerable("today").out
    assert "pain 6 at worst" in tolerable("status", "--oneline").out or "4 now" in tolerable("status").out
    assert tolerable("undo").out == "Undone: session skipped, today\n"
