"""What was newly noted and the safety card speaks of: each sign once in a week."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from journal.observations import (
    Activity,
    BodySide,
    Note,
    Pain,
    Position,
    Posture,
    Quality,
    Recall,
    Relief,
    Site,
    Skip,
)
from journal.record import Body, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from journal.safety_signs.signs import by_hand, may_have_signs, new_signs, signs_of
from journal.safety_signs.vocabulary import Sign
from tests.journal.samples import DAY, NOON

NUMB = "numb between the thighs"
STOPPED = SetRun("S", "tilt", 1, None, 5, 2, Outcome.STOPPED, "pain")


def noted(body: Body, ago: int = 0, name: str = "", source: Source = Source.TYPED) -> Entry:
    at = NOON - timedelta(days=ago)
    return Entry(name or f"{ago}/{body}", "act", at.date(), at, "Europe/Berlin", at, source, body)


def signs(*today: Body, before: Iterable[Entry] = ()) -> set[Sign]:
    return set(new_signs(list(before), [noted(body) for body in today], DAY))


def daily(nrs: float, *days: int) -> list[Entry]:
    return [noted(Pain(nrs), ago) for ago in days]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (Pain(8), {Sign.SEVERE}),
        (Pain(7), set()),
        (Pain(2, Recall.MORNING, session="S"), set()),
        (Pain(9, Recall.DURING, session="S", exercise="tilt"), {Sign.SEVERE}),
        (Pain(3, sites=(Site.LOW_BACK, Site.BUTTOCK), side=BodySide.BOTH), set()),
        (Pain(3, sites=(Site.LEG,), side=BodySide.LEFT), {Sign.LEG}),
        (Pain(3, sites=(Site.BELOW_KNEE,)), {Sign.LEG, Sign.BELOW_KNEE}),
        (Pain(3, sites=(Site.LEG,), side=BodySide.BOTH), {Sign.LEG, Sign.BOTH_LEGS}),
        (Pain(3, qualities=(Quality.NUMB,)), set()),
        (Pain(3, note=NUMB), {Sign.SADDLE}),
        (Note(NUMB), {Sign.SADDLE}),
        (Note("sat", tags=("fever",)), {Sign.FEVER}),
        (Skip(reason="fever"), {Sign.FEVER}),
        (Skip(reason="pain"), set()),
        (Relief("heat", note=NUMB), {Sign.SADDLE}),
        (Position(Posture.SITTING, note=NUMB), {Sign.SADDLE}),
        (Activity(steps=1, note=NUMB), {Sign.SADDLE}),
        (STOPPED, {Sign.STOPPED}),
        (SetRun("S", "tilt", 1, None, 5, 5, Outcome.DONE, "pain, easier"), {Sign.STOPPED}),
        (SetRun("S", "tilt", 1, None, 5, 5, Outcome.DONE, "easier"), set()),
        (SessionRun("s", "S", {}, SessionState.STOPPED, 10), {Sign.STOPPED}),
        (SessionRun("s", "S", {}, SessionState.LEFT, 10), set()),
    ],
)
def test_what_a_single_entry_has(body: Body, found: set[Sign]) -> None:
    assert signs_of(noted(body)) == found


def test_a_rating_well_above_the_median_of_two_weeks_is_a_sign() -> None:
    usual = daily(3, *range(1, 15))
    assert signs(Pain(6), before=usual) == {Sign.HIGHER}
    assert signs(Pain(5), before=usual) == set()
    assert signs(Pain(9), before=usual) == {Sign.HIGHER, Sign.SEVERE}


def test_of_fewer_than_three_ratings_there_is_no_median() -> None:
    assert signs(Pain(6), before=daily(1, 1, 2)) == set()
    assert signs(Pain(6), before=daily(1, 1, 2, 3)) == {Sign.HIGHER}


def test_ratings_older_than_two_weeks_are_not_what_is_usual() -> None:
    assert signs(Pain(6), before=daily(1, 15, 16, 17)) == set()


def test_a_worst_is_held_against_worsts() -> None:
    before = [*daily(2, *range(1, 8)), *(noted(Pain(6, Recall.WORST), ago) for ago in range(1, 8))]
    assert signs(Pain(7, Recall.WORST), before=before) == set()
    assert signs(Pain(5), before=before) == {Sign.HIGHER}


@pytest.mark.parametrize(("ago", "found"), [(1, set()), (7, set()), (8, {Sign.SEVERE})])
def test_a_sign_comes_again_only_after_a_week_without_it(ago: int, found: set[Sign]) -> None:
    assert signs(Pain(8), before=[noted(Pain(9), ago)]) == found


def test_a_new_symptom_is_told_though_another_was_told_yesterday() -> None:
    before = [noted(Note("fever"), 1), noted(Pain(9), 2)]
    assert signs(Note(f"fever, {NUMB}"), before=before) == {Sign.SADDLE}


@pytest.mark.parametrize(("ago", "found"), [(3, set()), (10, set()), (14, set()), (15, {Sign.LEG})])
def test_pain_in_a_leg_is_new_after_two_weeks_without(ago: int, found: set[Sign]) -> None:
    leg = Pain(3, sites=(Site.LEG,))
    assert signs(leg, before=[noted(leg, ago)]) == found


def test_pain_that_went_below_the_knee_is_new_though_the_leg_is_not() -> None:
    assert signs(Pain(3, sites=(Site.BELOW_KNEE,)), before=[noted(Pain(3, sites=(Site.LEG,)), 2)]) == {
        Sign.BELOW_KNEE
    }


def test_higher_ratings_of_the_days_before_are_judged_by_their_own_two_weeks() -> None:
    usual = daily(2, *range(8, 22))
    assert signs(Pain(6), before=[*usual, *daily(6, 3)]) == set()
    assert signs(Pain(6), before=[*usual, *daily(4, 3)]) == {Sign.HIGHER}


def test_a_stop_for_pain_is_told_once_a_week() -> None:
    assert signs(STOPPED) == {Sign.STOPPED}
    assert signs(STOPPED, before=[noted(STOPPED, 3)]) == set()


def test_what_was_newly_noted_of_the_day_before_is_no_reason_to_be_silent() -> None:
    late = noted(Pain(9), 1, "late")
    assert new_signs([late], [late], DAY) == (Sign.SEVERE,)


def test_the_gravest_comes_first() -> None:
    found = new_signs([], [noted(Pain(9, note=f"fever; {NUMB}"))], DAY)
    assert found == (Sign.SADDLE, Sign.FEVER, Sign.SEVERE)


def test_what_came_from_a_table_was_not_noted_by_hand() -> None:
    assert by_hand(noted(Pain(9)))
    assert not by_hand(noted(Pain(9), source=Source.TABLE))


def test_only_pain_and_signs_are_worth_reading_more() -> None:
    assert not may_have_signs([noted(Activity(steps=3)), noted(Note("a walk"))])
    assert not may_have_signs([noted(Pain(2))])
    assert may_have_signs([noted(Pain(3))])
    assert may_have_signs([noted(Note("fever"))])
