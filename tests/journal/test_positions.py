from datetime import datetime, timedelta

from journal.observations import Pain, Position, Posture
from journal.positions import Comfort, comforts, kept_now, limit_reached, stretches
from journal.record import Entry, Source
from tests.journal.samples import DAY, NOON

SITTING, STANDING, LYING = Posture.SITTING, Posture.STANDING, Posture.LYING


def taken(posture: Posture, minutes: float, comfortable: float | None = None) -> Entry:
    """A position taken so many minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    body = Position(posture, comfortable)
    return Entry(f"{minutes}", "act", DAY, at, "Europe/Berlin", at, Source.TYPED, body)


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_a_position_is_kept_until_the_next_one_is_noted() -> None:
    found = stretches([taken(SITTING, 0), taken(STANDING, 35), taken(LYING, 50)])
    assert [(one.posture, one.minutes) for one in found] == [(SITTING, 35), (STANDING, 15), (LYING, None)]


def test_what_is_no_position_does_not_end_one() -> None:
    rating = Entry("p", "act", DAY, later(10), "UTC", later(10), Source.TYPED, Pain(4))
    found = stretches([taken(SITTING, 0), rating, taken(STANDING, 35)])
    assert [one.minutes for one in found] == [35, None]


def test_the_end_of_a_position_that_would_have_lasted_over_twelve_hours_is_unknown() -> None:
    assert [one.minutes for one in stretches([taken(LYING, 0), taken(SITTING, 721)])] == [None, None]
    assert [one.minutes for one in stretches([taken(LYING, 0), taken(SITTING, 720)])] == [720, None]


def test_the_position_kept_now_is_the_newest_unless_it_was_noted_long_ago() -> None:
    found = stretches([taken(SITTING, 0), taken(STANDING, 35)])
    assert kept_now(found, later(45)) == (found[1], 10)
    assert kept_now(found, later(35 + 721)) is None
    assert kept_now((), NOON) is None


def test_a_position_noted_for_a_moment_still_to_come_is_not_kept_now() -> None:
    assert kept_now(stretches([taken(SITTING, 10)]), NOON) is None


def test_comfort_is_the_median_of_the_times_that_were_said() -> None:
    found = stretches(
        [
            taken(SITTING, 0, 20),
            taken(STANDING, 40),
            taken(SITTING, 50, 30),
            taken(SITTING, 90, 60),
            taken(LYING, 200, 15),
        ]
    )
    assert comforts(found) == (Comfort(SITTING, 30, 3), Comfort(LYING, 15, 1))


def test_a_limit_is_reached_at_its_minute_and_only_by_its_own_posture() -> None:
    found = stretches([taken(STANDING, 0), taken(SITTING, 10)])
    assert limit_reached(found, {SITTING: 30}, later(39)) is None
    assert limit_reached(found, {SITTING: 30}, later(40)) == (found[1], 30)
    assert limit_reached(found, {STANDING: 5}, later(40)) is None
    assert limit_reached(found, {}, later(400)) is None


def test_without_a_position_there_is_no_stretch() -> None:
    assert stretches([]) == ()
    assert kept_now(stretches([]), NOON) is None
