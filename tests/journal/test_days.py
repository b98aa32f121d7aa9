from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow, day_of, day_row, end_of
from journal.observations import Activity, Pain, Recall
from journal.record import Body, Entry, Outcome, Source
from tests.journal.samples import BERLIN, DAY, NOON, a_set, session

IMPORTED = Source.TABLE


def entry(body: Body, source: Source = Source.TYPED) -> Entry:
    return Entry("e", "a", DAY, NOON, "Europe/Berlin", NOON, source, body)


def row(*entries: Entry) -> DayRow:
    made = day_row(DAY, entries)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (time(3, 59, 59), date(2026, 11, 21)),
        (time(4, 0), date(2026, 11, 22)),
        (time(4, 1), date(2026, 11, 22)),
        (time(23, 59), date(2026, 11, 22)),
        (time(0, 0), date(2026, 11, 21)),
    ],
)
def test_a_diary_day_ends_at_four(at: time, day: date) -> None:
    assert day_of(datetime.combine(date(2026, 11, 22), at, BERLIN)) == day


def test_a_day_can_end_at_midnight() -> None:
    assert day_of(datetime(2026, 11, 22, 0, 0, tzinfo=BERLIN), ends=time(0)) == date(2026, 11, 22)


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 28), 23), ((2026, 10, 24), 25), ((2026, 6, 1), 24)])
def test_a_day_of_a_clock_change_has_an_hour_less_or_more(day: tuple[int, int, int], hours: int) -> None:
    this = date(*day)
    length = end_of(this, BERLIN).astimezone(UTC) - end_of(this - timedelta(days=1), BERLIN).astimezone(UTC)
    assert length == timedelta(hours=hours)


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]),
)
def test_the_end_of_a_day_is_its_last_second(day: date, name: str) -> None:
    zone = ZoneInfo(name)
    end = end_of(day, zone)
    following = (end.astimezone(UTC) + timedelta(seconds=1)).astimezone(zone)
    assert day_of(end) == day
    assert day_of(following) == day + timedelta(days=1)


def test_a_repeated_last_second_is_the_later_one() -> None:
    end = end_of(date(2026, 10, 24), BERLIN, ends=time(2, 30))  # 02:29:59 is there twice that night
    assert end.astimezone(UTC) == datetime(2026, 10, 25, 1, 29, 59, tzinfo=UTC)


def test_a_flight_over_the_date_line_goes_by_the_local_calendar() -> None:
    take_off = datetime(2026, 5, 10, 22, 0, tzinfo=ZoneInfo("Pacific/Auckland"))
    landing = (take_off.astimezone(UTC) + timedelta(hours=12)).astimezone(ZoneInfo("Pacific/Honolulu"))
    assert landing.date() == date(2026, 5, 10)
    assert day_of(landing) == day_of(take_off)


def test_now_is_the_mean_of_the_momentary_ratings() -> None:
    made = row(entry(Pain(3)), entry(Pain(4)), entry(Pain(4)), entry(Pain(9, Recall.WORST)))
    assert (made.now, made.ratings) == (3.666667, 3)
    assert (made.average, made.worst) == (None, 9)


def test_an_analysis_takes_the_average_as_said_before_the_mean_of_ratings() -> None:
    assert row(entry(Pain(3)), entry(Pain(6, Recall.AVERAGE))).pain == 6
    assert row(entry(Pain(3))).pain == 3
    assert row(entry(Pain(3, Recall.WORST))).pain is None


def test_an_average_of_zero_is_a_value() -> None:
    assert row(entry(Pain(3)), entry(Pain(0, Recall.AVERAGE))).pain == 0


def test_the_newest_typed_value_outranks_every_imported_one() -> None:
    made = row(
        entry(Activity(steps=1000)),
        entry(Activity(steps=2000)),
        entry(Activity(steps=9000), IMPORTED),
        entry(Pain(2, Recall.AVERAGE)),
        entry(Pain(7, Recall.AVERAGE), IMPORTED),
    )
    assert made.activity["steps"] == 2000
    assert made.sources == {"steps": "typed"}
    assert made.average == 2


def test_measures_come_from_different_sources_and_are_never_added() -> None:
    made = row(entry(Activity(steps=4000, load=3), IMPORTED), entry(Activity(load=6)), entry(session(600)))
    assert made.activity == {"steps": 4000, "active_minutes": 10, "sitting_minutes": None, "load": 6}
    assert made.sources == {"steps": "import:table", "load": "typed", "active_minutes": "session"}


def test_session_minutes_add_up_but_yield_to_a_value_that_was_given() -> None:
    sessions = entry(session(600)), entry(session(95))
    assert row(*sessions).activity["active_minutes"] == 11.6
    assert row(*sessions, entry(Activity(active_minutes=0))).activity["active_minutes"] == 0


def test_a_session_of_less_than_a_minute_is_no_activity() -> None:
    assert row(entry(session(59.9)), entry(session(60))).activity["active_minutes"] == 1
    assert row(entry(session(59.9)), entry(session(59.9)), entry(Pain(4))).sources == {}


@pytest.mark.parametrize("bodies", [[], [session(0)], [session(59.9)], [a_set("s", 3, Outcome.DONE)]])
def test_a_day_of_which_nothing_is_known_has_no_row(bodies: list[Body]) -> None:
    assert day_row(DAY, [entry(body) for body in bodies]) is None


def test_a_row_as_json_has_every_key() -> None:
    assert row(entry(Pain(4))).as_json() == {
        "day": "2026-11-22",
        "pain": {"now": 4, "average": None, "worst": None, "ratings": 1},
        "activity": {"steps": None, "active_minutes": None, "sitting_minutes": None, "load": None},
        "sources": {},
    }


def test_a_row_comes_back_as_it_was_stored() -> None:
    made = row(entry(Pain(4)), entry(Activity(steps=0), IMPORTED))
    assert DayRow.from_stored(made.stored()) == made
    assert DayRow.from_stored(replace(made, now=None).stored()) != made
