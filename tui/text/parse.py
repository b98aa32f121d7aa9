"""Parses days, moments and counts that a person typed. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from journal.days import DAY_ENDS, day_of, end_of
from journal.observations import MEASURES
from journal.values import RecordError

YESTERDAY = "yesterday"
FIRST_YEAR = 1900
"""An earlier year is a typing mistake."""

CLOCK = "[0-9]{1,2}:[0-9]{2}"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
DATE_AND_TIME = rf"{DAY}[T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"


class MomentError(ValueError):
    """A text that names no possible moment; the message says what to write."""


@dataclass(frozen=True, slots=True)
class DayMoment:
    """A diary day, and the aware moment on it."""

    day: date
    at: datetime


def read_day(text: str, now: datetime, ends: time = DAY_ENDS) -> date:
    """The diary day of `today`, `yesterday` or an ISO date, not after today.

    `now` is the person's local time, aware. Raises MomentError.
    """
    today = day_of(now, ends)
    if text == "today":
        return today
    if text == YESTERDAY:
        return today - timedelta(days=1)
    if not re.fullmatch(DAY, text):
        raise MomentError(f"{text!r} is not a day: write today, yesterday or a date such as {today}")
    return _check_range(_parse_iso(text).date(), today)


def read_moment(text: str, now: datetime, ends: time = DAY_ENDS) -> DayMoment:
    """The moment of `HH:MM`, `yesterday`, `yesterday HH:MM`, an ISO date, or an ISO date and time.

    `HH:MM` lies in the current diary day; a day without a time means its end, or now if it is today. A time
    without an offset is in the zone of `now`, the person's local time. Raises MomentError, also for a moment in the
    future and for one that the change of the clocks skipped.
    """
    text = " ".join(text.split())
    today = day_of(now, ends)
    if re.fullmatch(CLOCK, text):
        return _at_clock(text, today, now, ends)
    first, _, clock = text.partition(" ")
    if first == YESTERDAY and re.fullmatch(CLOCK, clock):
        return _at_clock(clock, today - timedelta(days=1), now, ends)
    if re.fullmatch(DATE_AND_TIME, text):
        return _at_date_and_time(text, now, ends)
    if text in {"today", YESTERDAY} or re.fullmatch(DAY, text):
        return end_or_now(read_day(text, now, ends), now, ends)
    raise MomentError(
        f"{text!r} is not a time: write 14:05, yesterday, yesterday 14:05, {today} or {today}T14:05"
    )


def end_or_now(day: date, now: datetime, ends: time = DAY_ENDS) -> DayMoment:
    """The moment for an entry about a whole `day`: its end, or now if that is earlier."""
    end = end_of(day, _zone(now), ends)
    return DayMoment(day, now if _is_in_future(end, now) else end)


def _at_clock(clock: str, day: date, now: datetime, ends: time) -> DayMoment:
    hour, minute = map(int, clock.split(":"))
    try:
        wall = time(hour, minute)
    except ValueError:
        raise MomentError(f"there is no time {clock}: hours go from 0 to 23, minutes from 0 to 59") from None
    calendar_day = day if wall >= ends else day + timedelta(days=1)
    at = _resolve_wall_time(datetime.combine(calendar_day, wall), now)
    if _is_in_future(at, now):
        why = "is in the future" if wall > now.time() else f"belongs to yesterday: a day ends at {ends:%H:%M}"
        raise MomentError(f"{clock} {why}; for yesterday write `yesterday {clock}`")
    return DayMoment(day, at)


def _at_date_and_time(text: str, now: datetime, ends: time) -> DayMoment:
    at = _parse_iso(text)
    _check_range(at.date(), now.date() + timedelta(days=1))  # a far year overflows in another zone
    at = _resolve_wall_time(at, now) if at.tzinfo is None else at.astimezone(_zone(now))
    if _is_in_future(at, now):
        raise MomentError(f"{text} is in the future: you can only log what has happened")
    return DayMoment(day_of(at, ends), at)


def _resolve_wall_time(wall: datetime, now: datetime) -> datetime:
    """The last moment up to now when the clock showed `wall`, else the first one in the future.

    When the clocks go back, an hour happens twice. When they go forward, an hour is skipped: raises MomentError.
    """
    zone = _zone(now)
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    shown = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    if shown != wall:
        raise MomentError(f"there was no {wall:%H:%M} on {wall:%Y-%m-%d}: the clocks went forward")
    return first if _is_in_future(second, now) else second


def _parse_iso(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise MomentError(f"{text} does not exist: {error}") from None


def _check_range(day: date, last: date) -> date:
    if day > last:
        raise MomentError(f"{day} is in the future: you can only log what has happened")
    if day.year < FIRST_YEAR:
        raise MomentError(f"{day} is before {FIRST_YEAR}: check the year")
    return day


def _is_in_future(at: datetime, now: datetime) -> bool:
    """Whether `at` is after `now`, compared in UTC: in one zone an hour may happen twice."""
    return at.astimezone(UTC) > now.astimezone(UTC)


def _zone(now: datetime) -> tzinfo:
    return now.tzinfo or UTC  # a clock's now is aware


COUNT = "[0-9]{1,7}"
GROUPED = "[0-9]{1,3}([.,' _][0-9]{3})+"
"""A number with separators: 1,773 may mean 1773 or 1.773, so it is not guessed."""


def read_count(measure: str, text: str) -> int:
    """A whole number from 0 to the measure's maximum. Raises RecordError, which says what to write."""
    return read_whole(measure.replace("_", " "), text, int(MEASURES[measure]))


def read_whole(name: str, text: str, most: int) -> int:
    """A whole number from 0 to `most`. Raises RecordError, which says what to write."""
    if re.fullmatch(COUNT, text) and int(text) <= most:
        return int(text)
    hint = f"; write {re.sub('[^0-9]', '', text)}" if re.fullmatch(GROUPED, text) else ""
    raise RecordError(f"{name} is a whole number from 0 to {most}, not {text[:40]!r}{hint}")
