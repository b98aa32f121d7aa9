"""Parsing days and moments."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import day_of, end_of
from tui.text.parse import DayMoment, MomentError, end_or_now, read_day, read_moment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 14, 5, 30, tzinfo=BERLIN)
TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)


def berlin(*parts: int, fold: int = 0) -> datetime:
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


def test_a_time_is_the_one_of_today() -> None:
    assert read_moment("09:30", NOW) == DayMoment(TODAY, berlin(2026, 11, 22, 9, 30))
    assert read_moment("9:30", NOW) == DayMoment(TODAY, berlin(2026, 11, 22, 9, 30))


def test_the_current_minute_is_not_in_the_future() -> None:
    assert read_moment("14:05", NOW).at == berlin(2026, 11, 22, 14, 5)


def test_a_time_in_the_future_is_refused_with_a_hint() -> None:
    with pytest.raises(MomentError, match=r"15:00 is in the future; for yesterday write `yesterday 15:00`"):
        read_moment("15:00", NOW)


def test_after_midnight_an_evening_time_belongs_to_the_last_evening() -> None:
    one_at_night = berlin(2026, 11, 23, 1, 0)
    assert read_moment("23:30", one_at_night) == DayMoment(TODAY, berlin(2026, 11, 22, 23, 30))
    assert read_moment("00:30", one_at_night) == DayMoment(TODAY, berlin(2026, 11, 23, 0, 30))


def test_before_the_diary_day_ends_a_morning_time_is_of_that_day() -> None:
    assert read_moment("04:00", berlin(2026, 11, 23, 3, 59)) == DayMoment(TODAY, berlin(2026, 11, 22, 4, 0))


def test_a_time_of_last_night_belongs_to_yesterday() -> None:
    with pytest.raises(
        MomentError, match=r"03:59 belongs to yesterday: a day ends at 04:00; .* `yesterday 03:59`"
    ):
        read_moment("03:59", NOW)
    assert read_moment("yesterday 03:59", NOW).at == berlin(2026, 11, 22, 3, 59)


def test_yesterday_alone_is_about_the_end_of_that_diary_day() -> None:
    assert read_moment("yesterday", NOW) == DayMoment(YESTERDAY, end_of(YESTERDAY, BERLIN))


def test_yesterday_with_a_time_lies_in_the_diary_day_before() -> None:
    assert read_moment("yesterday 15:00", NOW) == DayMoment(YESTERDAY, berlin(2026, 11, 21, 15, 0))
    assert read_moment("yesterday  02:00", NOW) == DayMoment(YESTERDAY, berlin(2026, 11, 22, 2, 0))


def test_a_date_is_about_the_end_of_its_day_and_today_about_now() -> None:
    assert read_moment("2026-11-20", NOW) == DayMoment(date(2026, 11, 20), end_of(date(2026, 11, 20), BERLIN))
    assert read_moment("2026-11-22", NOW) == DayMoment(TODAY, NOW)


@pytest.mark.parametrize("text", ["2026-11-22T09:30", "2026-11-22 09:30", "2026-11-22T09:30:00"])
def test_a_date_and_time_without_an_offset_is_on_the_person_s_clock(text: str) -> None:
    assert read_moment(text, NOW) == DayMoment(TODAY, berlin(2026, 11, 22, 9, 30))


@pytest.mark.parametrize("text", ["2026-11-22T03:30Z", "2026-11-21T22:30-05:00"])
def test_an_offset_is_told_in_the_person_s_zone(text: str) -> None:
    moment = read_moment(text, NOW)
    assert moment == DayMoment(TODAY, berlin(2026, 11, 22, 4, 30))
    assert moment.at.tzinfo is BERLIN


def test_a_date_and_time_at_night_belongs_to_the_diary_day_before() -> None:
    assert read_moment("2026-11-22T03:59", NOW).day == YESTERDAY


@pytest.mark.parametrize(
    "text", ["2026-11-23", "2026-11-22T14:06", "2026-11-22T14:00-01:00", "9999-12-31T23:59-12:00"]
)
def test_the_future_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="in the future"):
        read_moment(text, NOW)


@pytest.mark.parametrize("text", ["1899-12-31", "0001-01-01T00:00+14:00"])
def test_a_slip_in_the_year_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="before 1900"):
        read_moment(text, NOW)


@pytest.mark.parametrize(
    "text",
    ["", "noon", "14", "14:5", "14:05:00", "24:00", "12:60", "yesterday noon", "2026-1-2", "20261120", "2026-W47-5",
     "2026-02-30", "2026-11-20T25:00", "٠٩:٣٠", "tomorrow", "2026-11-20T09:30+99:00"],
)  # fmt: skip
def test_a_text_without_a_time_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(MomentError) as refused:
        read_moment(text, NOW)
    assert str(refused.value).isprintable()


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    after_the_jump = berlin(2026, 3, 29, 3, 30)
    with pytest.raises(MomentError, match=r"no 02:30 on 2026-03-29: the clocks went forward"):
        read_moment("02:30", after_the_jump)
    with pytest.raises(MomentError, match="the clocks went forward"):
        read_moment("2026-03-29T02:30", NOW)


def test_a_time_that_happened_twice_is_the_later_one_in_the_past() -> None:
    in_the_first_hour = berlin(2026, 10, 25, 2, 45, fold=0)
    in_the_second_hour = berlin(2026, 10, 25, 2, 45, fold=1)
    assert read_moment("02:30", in_the_first_hour).at.astimezone(UTC) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )
    assert read_moment("02:30", in_the_second_hour).at.astimezone(UTC) == datetime(
        2026, 10, 25, 1, 30, tzinfo=UTC
    )


def test_in_the_first_of_two_equal_hours_the_second_is_in_the_future() -> None:
    with pytest.raises(MomentError, match="in the future"):
        read_moment("02:50", berlin(2026, 10, 25, 2, 45, fold=0))


def test_a_day_is_today_yesterday_or_a_date() -> None:
    assert read_day("today", NOW) == TODAY
    assert read_day("yesterday", NOW) == YESTERDAY
    assert read_day("2026-11-20", NOW) == date(2026, 11, 20)
    assert read_day("today", berlin(2026, 11, 23, 1, 0)) == TODAY


@pytest.mark.parametrize("text", ["2026-11-23", "1899-01-01", "20.11.2026", "2026-11-31", "Friday"])
def test_a_text_that_is_no_past_day_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match=text.replace(".", r"\.")):
        read_day(text, NOW)


def test_an_entry_about_a_past_day_is_at_its_end() -> None:
    assert end_or_now(TODAY, NOW).at == NOW
    assert end_or_now(YESTERDAY, NOW).at == end_of(YESTERDAY, BERLIN)


FIRST, LAST = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2037-01-01")
ZONES = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati", "UTC"]


@given(st.datetimes(FIRST, LAST), st.sampled_from(ZONES), st.times(), st.booleans())
def test_a_clock_time_is_never_in_the_future_and_lies_in_its_day(
    utc: datetime, zone: str, clock: time, yesterday: bool
) -> None:
    now = utc.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    text = f"{clock:%H:%M}"
    try:
        moment = read_moment(f"yesterday {text}" if yesterday else text, now)
    except MomentError:
        return
    assert moment.at.astimezone(UTC) <= now.astimezone(UTC)
    assert f"{moment.at:%H:%M}" == text
    assert moment.day == day_of(moment.at) == day_of(now) - timedelta(days=yesterday)


@given(st.text(max_size=30))
def test_no_text_is_read_as_the_future_or_breaks(text: str) -> None:
    try:
        moment = read_moment(text, NOW)
    except MomentError:
        return
    assert moment.at <= NOW
