"""What is said beside the plot, of diaries whose holes are known."""

from datetime import date

from journal.medium.answer import CurveAnswer, Lag, Medium, Verdict
from journal.medium.progress import AnswerProgress
from journal.medium.rows import Exposure
from tui.analysis.medium_words import (
    answers,
    detectable_effect_lines,
    missing_data_lines,
    other_source_lines,
    shared_reason_for_no_answer,
    window_words,
)

STEPS = Exposure("steps", "typed")


def far(**changes: float) -> AnswerProgress:
    known = {"counted": 12, "with_pain": 20, "active": 18, "both": 16, "broken": 4, "alike": False}
    values = {**known, "a_week": 4.0, "bend_days": 80, "bend_points": 0.8, **changes}
    return AnswerProgress(**values)  # type: ignore[arg-type]


def medium(same: CurveAnswer, after: CurveAnswer) -> Medium:
    return Medium(120, 100, "steps", {"same": same, "next": after}, None)


def no(reason: str) -> CurveAnswer:
    return CurveAnswer(Verdict.NOT_ENOUGH, f"Too early to say: {reason}.", reason)


def test_a_diary_on_its_way_is_told_how_far_it_is_and_what_is_missing() -> None:
    said = list(missing_data_lines(far(), STEPS))
    assert said[0].count("▰") == 12
    assert said[0].count("▱") == 16
    assert said[1:] == [
        "At the pace of the last four weeks: about 4 weeks to go.",
        "4 days with pain are without steps.",
        "2 days with steps are without pain.",
        "4 days with both do not count: steps of the day before are missing.",
    ]


def test_one_day_is_one_day_and_a_week_a_week() -> None:
    said = " ".join(missing_data_lines(far(counted=25, with_pain=17, active=17, broken=1), STEPS))
    assert "1 day with pain is without steps." in said
    assert "1 day with both do not count" in said
    assert "about a week to go." in said


def test_nothing_is_missing_where_nothing_is() -> None:
    whole = far(counted=28, with_pain=30, active=30, both=30, broken=0)
    assert list(missing_data_lines(whole, STEPS)) == []


def test_no_time_is_named_when_nothing_counted_lately() -> None:
    assert not any("pace" in line for line in missing_data_lines(far(a_week=0.0), STEPS))


def test_what_can_be_seen_hangs_on_the_ups_and_downs() -> None:
    assert "about 80 days would reveal a 1-point difference 4 times in 5" in " ".join(
        detectable_effect_lines(far())
    )
    assert "one of about 1.7 points would show" in " ".join(
        detectable_effect_lines(far(bend_days=340, bend_points=1.68))
    )
    assert list(detectable_effect_lines(far(bend_days=None, bend_points=None))) == []  # type: ignore[arg-type]


def test_both_answers_are_given_the_drawn_one_first() -> None:
    both = medium(CurveAnswer(Verdict.MORE, "same words"), CurveAnswer(Verdict.NO_PATTERN, "next words"))
    assert [lines for _, lines in answers(both, Lag.NEXT)] == [["next words"], ["same words"]]


def test_what_is_in_the_way_of_both_is_said_once() -> None:
    assert (
        shared_reason_for_no_answer(medium(no("your days are alike"), no("your days are alike")))
        == "Your days are alike."
    )
    assert shared_reason_for_no_answer(medium(no("one thing"), no("another"))) == ""
    assert (
        shared_reason_for_no_answer(medium(no("one thing"), CurveAnswer(Verdict.MORE, "words", "one thing")))
        == ""
    )


def test_a_change_of_source_is_warned_of() -> None:
    assert list(other_source_lines(STEPS, {"import:table": 41, "session": 1})) == [
        "41 days with steps as imported are not counted: two sources do not count alike.",
        "1 day with steps from your sessions only is not counted: two sources do not count alike.",
    ]


def test_the_window_is_told_by_its_days() -> None:
    assert window_words(date(2026, 11, 25)) == "120 days, 29 Jul to 25 Nov 2026"
    assert window_words(date(2026, 2, 1)) == "120 days, 5 Oct 2025 to 1 Feb 2026"
