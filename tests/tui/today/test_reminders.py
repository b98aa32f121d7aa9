"""What is said unasked: when it comes, in which words, and when it goes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from journal.days import day_of, day_row
from journal.observations import Activity, Note, Pain, Position, Posture, Recall, Relief, Skip, Skipped
from journal.record import Body, Entry
from tests.fakes import A_SUNDAY, FakeClock
from tests.tui.today.states import a_night_after, entry
from tui.session.ratings import ReliefQuestion, was_just_answered
from tui.settings.settings import Settings
from tui.today.reminders import EVENING, find_reminder
from tui.today.snapshot import DiaryDays

AT_1405 = A_SUNDAY
EVENING_TIME = A_SUNDAY.replace(hour=19, minute=0)
SITTING = Settings(limit_sitting=40)
HEAT = Relief("heat", before=5)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def a_diary(*noted: tuple[Body, datetime]) -> DiaryDays:
    """The diary of today with what was noted, each at its moment."""
    entries = [entry(body, f"E{number}", at) for number, (body, at) in enumerate(noted)]
    today = A_SUNDAY.date()
    rows = [day_row(day, [one for one in entries if one.day == day]) for day in {e.day for e in entries}]
    return DiaryDays(today, tuple(row for row in rows if row), tuple(entries))


def words(diary: DiaryDays, now: datetime, settings: Settings | None = None, *dismissed: str) -> str:
    prompt = find_reminder(diary, settings or Settings(), now, dismissed)
    return "" if prompt is None else prompt.words


# The morning


def test_the_morning_after_a_session_is_asked_about_unless_that_is_off() -> None:
    night = a_night_after()
    assert words(night, AT_1405).startswith("How is it after yesterday's session?")
    assert words(night, AT_1405, Settings(prompt_morning=False)) == ""
    assert words(night, AT_1405, None, "S/morning") == ""


# The evening

A_WALK = (Pain(3), A_SUNDAY.replace(hour=10))


@pytest.mark.parametrize(
    ("clock", "comes"),
    [("18:59", False), ("19:00", True), ("23:59", True)],
)
def test_the_evening_is_asked_about_from_its_hour_on(clock: str, comes: bool) -> None:
    hour, minute = map(int, clock.split(":"))
    now = A_SUNDAY.replace(hour=hour, minute=minute)
    assert bool(words(a_diary(A_WALK), now)) == comes


def test_after_midnight_it_is_still_asked_until_the_day_ends() -> None:
    night = A_SUNDAY.replace(hour=3, minute=59) + timedelta(days=1)
    assert day_of(night) == A_SUNDAY.date()
    assert words(a_diary(A_WALK), night) == "How was the day? v: log it in one form"
    morning = night + minutes(1)
    assert words(replace(a_diary(A_WALK), today=day_of(morning)), morning) == ""


def test_an_evening_may_begin_after_midnight() -> None:
    late = Settings(evening_from="01:00")
    assert words(a_diary(A_WALK), EVENING_TIME, late) == ""
    assert words(a_diary(A_WALK), A_SUNDAY.replace(hour=1, minute=0) + timedelta(days=1), late)


@pytest.mark.parametrize(
    ("bodies", "comes"),
    [
        ([Pain(3)], True),
        ([Pain(3, Recall.AVERAGE)], True),
        ([Activity(steps=3)], True),
        ([Pain(3, Recall.AVERAGE), Activity(steps=3)], False),
        ([Pain(3, Recall.AVERAGE), Skip(Skipped.ACTIVITY)], False),
        ([Skip(Skipped.PAIN), Activity(load=0)], False),
        ([Pain(3, Recall.AVERAGE), Skip(Skipped.SESSION)], True),
    ],
)
def test_it_goes_when_the_days_pain_and_activity_are_noted_or_skipped(
    bodies: list[Body], comes: bool
) -> None:
    diary = a_diary(*((body, A_SUNDAY) for body in bodies))
    assert bool(words(diary, EVENING_TIME)) == comes


def test_yesterdays_average_and_steps_are_not_todays() -> None:
    yesterday = A_SUNDAY - timedelta(days=1)
    diary = a_diary((Pain(3, Recall.AVERAGE), yesterday), (Activity(steps=3), yesterday))
    assert words(diary, EVENING_TIME)


def test_who_never_noted_anything_is_asked_nothing() -> None:
    everything = Settings(limit_sitting=10, limit_lying=10)
    for hour in range(24):
        assert words(a_diary(), A_SUNDAY.replace(hour=hour), everything) == ""


def test_the_evening_can_be_off_and_be_put_away() -> None:
    assert words(a_diary(A_WALK), EVENING_TIME, Settings(prompt_evening=False)) == ""
    assert words(a_diary(A_WALK), EVENING_TIME, None, EVENING) == ""


def test_with_both_off_there_is_no_prompt_at_all() -> None:
    off = Settings(prompt_morning=False, prompt_evening=False)
    assert words(replace(a_night_after(), rows=a_diary(A_WALK).rows), EVENING_TIME, off) == ""


# Relief


def used(*, ago: float, body: Body = HEAT) -> tuple[Body, datetime]:
    return (body, AT_1405 - minutes(ago))


@pytest.mark.parametrize(
    ("ago", "said"), [(29, ""), (30, "30 min"), (119, "119 min"), (150, "2 h"), (600, "10 h")]
)
def test_a_relief_is_asked_about_after_its_time(ago: float, said: str) -> None:
    expected = f"Pain after heat, {said} ago? 0 to 10, or skip" if said else ""
    assert words(a_diary(used(ago=ago)), AT_1405) == expected


def test_when_to_ask_is_a_setting_and_never_is_never() -> None:
    assert words(a_diary(used(ago=10)), AT_1405, Settings(relief_minutes=10))
    assert words(a_diary(used(ago=100)), AT_1405, Settings(relief_minutes=0)) == ""


def test_a_relief_that_was_rated_is_not_asked_about_nor_one_before_it() -> None:
    rated = Relief("massage", after=3, after_minutes=20)
    assert words(a_diary(used(ago=40, body=rated)), AT_1405) == ""
    assert words(a_diary(used(ago=90), used(ago=40, body=rated)), AT_1405) == ""
    assert words(a_diary(used(ago=90, body=rated), used(ago=40)), AT_1405)


def test_a_rating_of_zero_is_a_rating() -> None:
    assert words(a_diary(used(ago=40, body=Relief("heat", after=0))), AT_1405) == ""


def test_a_relief_of_the_day_before_is_past() -> None:
    assert words(a_diary((HEAT, A_SUNDAY - timedelta(days=1))), AT_1405) == ""


def test_a_relief_put_away_gives_way_to_nothing_older() -> None:
    diary = a_diary(used(ago=90), used(ago=40, body=Relief("bath")))
    assert words(diary, AT_1405).startswith("Pain after bath")
    assert words(diary, AT_1405, None, "E1") == ""


def test_a_hostile_means_is_shown_harmless() -> None:
    said = words(a_diary(used(ago=40, body=Relief("[/]\x1b[2J" + "a" * 40))), AT_1405)
    assert said.startswith("Pain after [/][2jaaaa")
    assert said.isprintable()


def test_the_answer_revises_the_relief() -> None:
    clock = FakeClock(AT_1405)
    body = replace(HEAT, note="long", tags=("evening",))
    heat = entry(body, "H", AT_1405 - minutes(34.5))
    draft = ReliefQuestion(heat, "").answer(3, clock)
    assert draft.body == replace(body, after=3, after_minutes=34)
    assert (draft.entry, draft.day, draft.at, draft.zone) == ("H", heat.day, heat.at, heat.zone)
    assert draft.source == heat.source


def test_minutes_after_a_relief_stay_within_what_a_record_holds() -> None:
    heat = entry(HEAT, "H", AT_1405 - timedelta(hours=25))
    assert ReliefQuestion(heat, "").answer(3, FakeClock(AT_1405)).body == replace(
        HEAT, after=3, after_minutes=1440
    )


@pytest.mark.parametrize(("ago", "still"), [(35, True), (36, False)])
def test_another_digit_changes_an_answer_for_a_few_minutes(ago: float, still: bool) -> None:
    answered = entry(replace(HEAT, after=3, after_minutes=30), "H", AT_1405 - minutes(ago))
    assert was_just_answered(answered, [answered], AT_1405) == still
    assert not was_just_answered(answered, [], AT_1405)


# Positions


def sat(ago: float, posture: Posture = Posture.SITTING) -> tuple[Body, datetime]:
    return (Position(posture), AT_1405 - minutes(ago))


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (39, ""),
        (40, "Sitting for 40 min: your limit. o: log a new one"),
        (55, "Sitting for 55 min: your limit is 40. o: log a new one"),
        (180, "Sitting for 3 h: your limit is 40. o: log a new one"),
        (13 * 60, ""),
    ],
)
def test_a_position_kept_as_long_as_the_persons_own_limit_is_told(ago: float, said: str) -> None:
    assert words(a_diary(sat(ago)), AT_1405, SITTING) == said


def test_without_a_limit_of_ones_own_nothing_is_told() -> None:
    assert words(a_diary(sat(300)), AT_1405) == ""
    assert words(a_diary(sat(300, Posture.LYING)), AT_1405, SITTING) == ""


def test_another_position_ends_it_and_is_told_by_its_own_limit() -> None:
    both = replace(SITTING, limit_standing=10)
    diary = a_diary(sat(60), sat(10, Posture.STANDING))
    assert words(diary, AT_1405, SITTING) == ""
    assert words(diary, AT_1405, both).startswith("Standing for 10 min")
    assert words(diary, AT_1405, both, "E1") == ""


# One at a time


def test_they_come_one_at_a_time_in_order() -> None:
    now = EVENING_TIME
    night: list[Entry] = [*a_night_after().entries]
    rest = a_diary((HEAT, now - minutes(60)), (Position(Posture.SITTING), now - minutes(60)), (Pain(3), now))
    diary = replace(rest, entries=(*night, *rest.entries))
    order: list[str] = []
    dismissed: set[str] = set()
    while (prompt := find_reminder(diary, SITTING, now, dismissed)) is not None:
        order.append(prompt.words.split()[0])
        dismissed.add(prompt.key)
    assert order == ["How", "Pain", "Sitting", "How"]
    assert dismissed == {"S/morning", "E0", "E1", EVENING}


def test_a_note_alone_is_no_reason_to_ask_in_the_evening() -> None:
    assert words(a_diary((Note("hello"), A_SUNDAY)), EVENING_TIME) == ""
