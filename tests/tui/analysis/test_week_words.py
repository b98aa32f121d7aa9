"""What is said of a week and of big days: numbers, no blame, no praise for doing less, and nothing of unknown days."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal.days import DayRow
from journal.medium.answer import CurveAnswer, Verdict
from journal.medium.rows import Exposure
from tests.journal.pacing.weeks import (
    MONDAY,
    SUNDAY,
    before,
    by_week,
    curve,
    curves,
    days_from,
    diaries,
    row,
    values,
)
from tui.analysis.week import Pacing, days_ahead, read_pacing
from tui.analysis.week_words import gauges, heading, plan_words, sections

THURSDAY = MONDAY + timedelta(days=3)
USUAL = by_week(*[6_143] * 4)

UNWANTED = re.compile(
    r"\b(behind|only \d|should|must|goal|target|fail|missed|too (much|little)|well done|good job|great|left to|need to|"
    r"rest more|try to|best\b|warning|danger|streak|cause[sd]?)\b",
    re.IGNORECASE,
)


def read(
    rows: Iterable[DayRow], today: date = THURSDAY, measure: str = "steps", answer: CurveAnswer | None = None
) -> Pacing:
    return read_pacing(list(rows), Exposure(measure, "typed"), answer, today)


def of_week(*noted: float | None, today: date = THURSDAY) -> Pacing:
    return read([*USUAL, *days_from(MONDAY, dict(enumerate(noted)))], today)


def minutes(days: int) -> list[DayRow]:
    return [row(MONDAY - timedelta(days=n), 33.0, "active_minutes") for n in range(days, 0, -1)]


def readings(pacing: Pacing) -> list[str]:
    return [reading.words for reading in gauges(pacing)]


def said(pacing: Pacing) -> str:
    lines = [line for _, lines in sections(pacing) for line in lines]
    return "\n".join([heading(pacing.today), *plan_words(pacing), *readings(pacing), *lines])


def section(pacing: Pacing, name: str) -> str:
    return "\n".join(line for title, lines in sections(pacing) if title.startswith(name) for line in lines)


def test_the_plan_is_said_with_its_share_and_its_reason() -> None:
    plan, reason, _ = plan_words(of_week())
    assert plan == "This week, planned ahead: 43,000 steps, about 6,100 a day, the same on good and bad days."
    assert reason.startswith("This is your usual week of the last four. Fixed until Sunday")


def imported(one: DayRow) -> DayRow:
    return replace(one, sources={"steps": "import:table"})


def test_what_a_week_is_made_of_is_said_under_its_plan() -> None:
    assert list(plan_words(of_week()))[-1] == "By steps, as you logged them."
    alone = [replace(one, sources={"active_minutes": "session"}) for one in minutes(28)]
    exposure = Exposure("active_minutes", "session")
    assert "By active minutes, from your sessions only." in said(read_pacing(alone, exposure, None, THURSDAY))


def test_days_of_another_source_are_left_out_and_that_is_said() -> None:
    pacing = read([*map(imported, USUAL[:5]), *USUAL[5:], *map(imported, days_from(MONDAY, {0: 9_000.0}))])
    assert pacing.progress.known == 0
    assert list(plan_words(pacing))[-2:] == [
        "By steps, as you logged them.",
        "6 days with steps as imported are not counted: two sources do not count alike.",
    ]


def test_a_week_without_a_plan_says_what_it_is_made_of_too() -> None:
    rows = [*map(imported, before([5_000] * 20)), *days_from(MONDAY, {0: 4_000.0})]
    assert "20 days with steps as imported are not counted" in list(plan_words(read(rows)))[-1]


def test_steps_of_today_from_another_source_are_no_unknown_day() -> None:
    today = days_from(THURSDAY, {0: 9_000.0})
    assert readings(read([*USUAL, *map(imported, today)]))[0] == (
        "Today: steps as imported are not counted here; a day's share is about 6,100"
    )
    yesterday = days_from(THURSDAY - timedelta(days=1), {0: 9_000.0})
    assert "no entry yet" in readings(read([*USUAL, *map(imported, yesterday)]))[0]


def test_the_reason_names_the_range_it_moves_to() -> None:
    up = said(read(USUAL, answer=curve(Verdict.MEDIUM, (12_000, 15_000))))
    down = said(read(USUAL, answer=curve(Verdict.MEDIUM, (2_000, 3_000))))
    assert "a tenth more, toward days with 12,000 to 15,000 steps: so far those had" in up
    assert "a tenth less, toward days with 2,000 to 3,000 steps: so far those had" in down


def test_a_plan_that_follows_slowly_says_so() -> None:
    assert "the plan follows slowly" in said(read(by_week(*[6_000] * 4, 12_000, 12_000)))


def test_what_is_missing_for_a_plan_is_said() -> None:
    assert next(plan_words(read(before([5_000] * 3)))) == (
        "No plan for this week yet: 3 days with steps in the four weeks before Monday 16 November; a plan needs 14."
    )
    assert "1 day with steps in the four weeks" in next(plan_words(read(before([5_000]))))


def test_days_of_next_to_nothing_are_said_to_make_no_plan() -> None:
    assert next(plan_words(read(by_week(0, 0, 0, 0)))) == (
        "Your usual day has almost no steps, so there is no week to plan from it."
    )


def test_the_week_is_named_by_its_monday_on_every_day_of_it() -> None:
    names = {heading(MONDAY + timedelta(days=n)) for n in range(7)}
    assert names == {"Week of Monday 16 November"}
    assert heading(SUNDAY + timedelta(days=1)) == "Week of Monday 23 November"


def test_today_stands_beside_its_share() -> None:
    assert readings(of_week(5_000, 6_000, 7_000, 4_200)) == [
        "Today: 4,200 of about 6,100 steps",
        "Week so far: 22,200 of 43,000 steps; 4 of 4 days logged",
    ]


def test_more_than_the_share_and_more_than_the_week_are_said_without_blame() -> None:
    today, week = readings(of_week(12_000, 12_000, 12_000, 9_500))
    assert today == "Today: 9,500 steps, more than the day's share of about 6,100"
    assert week == "Week so far: 45,500 steps, more than the 43,000 planned; 4 of 4 days logged"


def test_a_day_of_nothing_is_said_and_an_unknown_one_is_not_known() -> None:
    assert readings(of_week(0, None, 5_000, 0))[0] == "Today: 0 of about 6,100 steps"
    today, week = readings(of_week(0, None, 5_000))
    assert today == "Today: no entry yet; a day's share is about 6,100 steps"
    assert week == "Week so far: 5,000 of 43,000 steps; 2 of 4 days logged"


def test_a_week_of_which_nothing_is_known_says_so() -> None:
    assert readings(of_week())[1] == "Week so far: none of 4 days logged; 43,000 steps planned"
    assert readings(of_week(today=MONDAY))[1].startswith("Week so far: none of 1 day logged")


def test_the_gauge_leaves_the_shares_of_unknown_days_open() -> None:
    today, week = gauges(of_week(5_000, None, None))
    assert (today.value, today.whole, today.unknown) == (None, 6_100, 0)
    assert (week.value, week.whole, week.unknown) == (5_000, 43_000, 2 * 6_100)


def test_a_week_of_which_nothing_is_known_leaves_the_days_to_come_open() -> None:
    _, week = gauges(of_week())
    assert (week.value, week.unknown) == (0, 3 * 6_100)


def test_just_the_share_is_no_more_than_it() -> None:
    assert readings(of_week(0, 0, 0, 6_100))[0] == "Today: 6,100 of about 6,100 steps"


def test_a_day_to_come_counts_toward_nothing() -> None:
    rows = [*before([5_000] * 13), *days_from(MONDAY, {4: 4_000})]
    assert read(rows).toward_next == 13


def test_an_empty_diary_says_which_key_notes_and_what_comes_then() -> None:
    (only,) = plan_words(read([]))
    assert only.startswith("No steps logged yet. Log them with the activity form; after 14 days")
    assert gauges(read([])) == ()
    assert [title for title, _ in sections(read([]))] == ["Longest time without a break"]


def test_how_far_it_is_to_a_plan_is_said() -> None:
    rows = [*before([5_000] * 5), *days_from(MONDAY, {0: 4_000, 1: 5_000})]
    _, toward, week, _ = plan_words(read(rows))
    assert toward.startswith("For a plan from next Monday: 7 of 14 days so far.")
    assert week == "Week so far: 9,000 steps; 2 of 4 days logged."


def test_when_next_week_can_be_planned_it_is_said() -> None:
    rows = [*before([5_000] * 12), *days_from(MONDAY, {0: 4_000, 1: 5_000, 2: 6_000})]
    assert "Enough days for a plan from next Monday: 15 days." in said(read(rows))


def test_sitting_is_told_kindly_that_it_has_no_plan() -> None:
    rows = [row(MONDAY - timedelta(days=n), 300, "sitting_minutes") for n in range(1, 29)]
    (only,) = plan_words(read(rows, measure="sitting_minutes"))
    assert only == "There is no weekly plan for sitting; steps or active minutes can have one."
    assert gauges(read(rows, measure="sitting_minutes")) == ()


def test_big_days_are_counted_beside_the_others() -> None:
    text = section(read(before([*[6_000] * 20, 9_000, 3_000, 6_000, 6_000, 9_000]), MONDAY), "Big days")
    assert "25 of the 120 days before today have steps. Big: 9,000 or more" in text
    assert (
        "2 big days, and in the two days after:\n  a quiet one    1\n  none           0\n  no entry       1"
        in text
    )
    assert "Quiet days in all: 1 of 25." in text
    assert "These are only counts" in text


def test_without_a_big_day_there_is_nothing_after_one() -> None:
    text = section(read(before([6_000] * 20), MONDAY), "Big days")
    assert "0 big days.\n20 other days, and in the two days after:" in text


def test_too_few_days_and_a_middle_of_nothing_are_said() -> None:
    assert "from 14 on" in section(read(before([6_000] * 3), MONDAY), "Big days")
    assert "median is 0" in section(read(before([0] * 20), MONDAY), "Big days")


def test_bouts_are_said_with_when_they_were() -> None:
    rows = [
        row(MONDAY - timedelta(days=30), None, longest_sitting_minutes=120),
        row(MONDAY - timedelta(days=1), None, longest_active_minutes=20),
        row(MONDAY, None, longest_active_minutes=35),
    ]
    assert section(read(rows, MONDAY), "Longest").split("\n") == [
        "active: 35 minutes, today",
        "  last 14 days: median 27.5, longest 35 (2 days)",
        "  last 120 days: median 27.5, longest 35 (2 days)",
        "sitting: 120 minutes, 17 October",
        "  last 14 days: no entry",
        "  last 120 days: median 120, longest 120 (1 day)",
    ]
    assert "active: 35 minutes, Monday" in said(read(rows, THURSDAY))
    assert "active: 35 minutes, yesterday" in said(read(rows, MONDAY + timedelta(days=1)))


def test_days_ahead_are_those_before_the_week() -> None:
    rows = [*USUAL, *days_from(MONDAY, dict.fromkeys(range(4), 1.0))]
    assert days_ahead(rows, THURSDAY) == USUAL


@given(
    diaries,
    st.dictionaries(st.integers(0, 6), values),
    curves,
    st.integers(0, 6),
    st.sampled_from(["steps", "load"]),
)
def test_nobody_is_blamed_praised_or_told_what_to_do(
    rows: list[DayRow], week: dict[int, float | None], answer: CurveAnswer | None, weekday: int, measure: str
) -> None:
    days = [*rows, *days_from(MONDAY, week)]
    text = said(read(days, MONDAY + timedelta(days=weekday), measure, answer))
    assert not UNWANTED.search(text)
    assert "nan" not in text.split()


def test_a_smaller_week_is_planned_without_praise_and_names_an_association() -> None:
    pacing = read(by_week(*[10_000] * 4), answer=curve(Verdict.MEDIUM, (4_000, 6_000)))
    assert "so far those had the least pain" in said(pacing)
    assert not UNWANTED.search(said(pacing))
