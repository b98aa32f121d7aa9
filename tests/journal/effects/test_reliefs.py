"""What followed a relief against comparable moments: what is paired, what is said, and how often that errs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.effects.reliefs import ReliefEffect, ReliefVerdict, relief_effects
from journal.observations import Pain, Recall, Relief
from journal.record import Body, Entry
from tests.calibration.effects import (
    FIRST,
    HOUR,
    NO_RELIEF,
    RELIEF,
    Days,
    entry,
    false_relief,
    finds_relief,
    rate,
)
from tests.journal.effects.test_exercises import hostile_entries

MANY = 12


def noted(body: Body, day: int, hour: float) -> Entry:
    at = FIRST + timedelta(days=day) + hour * HOUR
    return entry(f"{day} {hour} {body}", body, at)


def used(day: int, before: float | None, after: float, minutes: float = 60, hour: float = 9) -> list[Entry]:
    """A relief, and what was answered afterwards."""
    return [noted(Relief("heat", before, after, minutes), day, hour)]


def rated(day: int, before: float, after: float, hours: float = 1, hour: float = 9) -> list[Entry]:
    """Two ratings without a relief."""
    return [noted(Pain(before), day, hour), noted(Pain(after), day, hour + hours)]


Day = Callable[[int], list[Entry]]


def journal(use: Day, moment: Day, days: int = MANY) -> list[Entry]:
    """So many days with a use, and as many others with a moment without it."""
    return [one for n in range(days) for one in (*use(2 * n), *moment(2 * n + 1))]


def heat(entries: Sequence[Entry]) -> ReliefEffect:
    (effect,) = relief_effects(entries)
    return effect


# What is paired


def test_a_fall_that_happens_without_it_too_is_no_difference() -> None:
    effect = heat(journal(lambda day: used(day, 7, 4), lambda day: rated(day, 7, 4)))
    assert (effect.uses, effect.pairs, effect.difference) == (MANY, MANY, 0)
    assert effect.verdict is ReliefVerdict.NO_SIGN


def test_what_falls_further_than_without_it_was_followed_by_less_pain() -> None:
    effect = heat(journal(lambda day: used(day, 7, 4), lambda day: rated(day, 7, 6)))
    assert effect.verdict is ReliefVerdict.LESS_PAIN
    assert effect.difference == -2
    assert effect.interval is not None
    assert effect.interval[0] < -2 < effect.interval[1] < 0


@pytest.mark.parametrize(("after", "difference"), [(6, 2), (4.6, 0.6)])
def test_what_clearly_falls_less_than_without_it_is_neither_unclear_nor_no_difference(
    after: float, difference: float
) -> None:
    effect = heat(journal(lambda day: used(day, 7, after), lambda day: rated(day, 7, 4)))
    assert effect.verdict is ReliefVerdict.NO_LESS_PAIN
    assert effect.difference == pytest.approx(difference)


def test_what_may_be_less_pain_or_a_point_more_is_unclear() -> None:
    effect = heat(journal(lambda day: used(day, 7, 4 + 3 * (day % 4 - 0.6)), lambda day: rated(day, 7, 4)))
    assert effect.interval is not None
    assert effect.interval[0] < 0
    assert effect.interval[1] > 1
    assert effect.verdict is ReliefVerdict.UNCLEAR


@pytest.mark.parametrize(("moment", "pairs"), [(6, 0), (6.9, 0), (7, MANY), (8, MANY), (8.5, 0)])
def test_a_moment_hurts_as_much_or_up_to_a_point_more_but_never_less(moment: float, pairs: int) -> None:
    assert heat(journal(lambda day: used(day, 7, 5), lambda day: rated(day, moment, 5))).pairs == pairs


def test_the_most_alike_moments_are_taken_first() -> None:
    entries = journal(lambda day: used(day, 7, 5), lambda day: rated(day, 7, 5))
    others = [one for n in range(MANY) for one in rated(100 + n, 8, 0)]
    assert heat([*others, *entries]).difference == 0


@pytest.mark.parametrize(
    ("minutes", "pairs"), [(30, 0), (39, 0), (41, MANY), (60, MANY), (89, MANY), (91, 0)]
)
def test_both_are_rated_again_about_as_long_afterwards(minutes: float, pairs: int) -> None:
    entries = journal(lambda day: used(day, 7, 5, 60), lambda day: rated(day, 7, 5, minutes / 60))
    assert heat(entries).pairs == pairs


def test_without_an_answer_the_next_ratings_tell_how_it_went_on() -> None:
    def use(day: int) -> list[Entry]:
        return [noted(Relief("heat", 7), day, 9), noted(Pain(4), day, 12)]

    effect = heat(journal(use, lambda day: rated(day, 7, 6, hours=3)))
    assert (effect.pairs, effect.difference, effect.verdict) == (MANY, -2, ReliefVerdict.LESS_PAIN)


def test_a_rating_of_just_before_stands_in_for_one_that_is_missing() -> None:
    def use(day: int, minutes: float) -> list[Entry]:
        return [noted(Pain(7), day, 9 - minutes / 60), *used(day, None, 5)]

    for minutes, uses in ((20, MANY), (40, 0)):
        effect = heat(journal(lambda day, m=minutes: use(day, m), lambda day: rated(day, 7, 5)))  # type: ignore[misc]
        assert effect.uses == uses


@pytest.mark.parametrize("other", ["heat", "medicine"])
def test_what_else_was_used_shortly_before_or_in_between_spoils_both_kinds_of_moment(other: str) -> None:
    def with_other(day: int, found: list[Entry], hour: float) -> list[Entry]:
        return [noted(Relief(other), day, hour), *found]

    entries = journal(lambda day: used(day, 7, 5), lambda day: rated(day, 7, 5))
    assert heat(entries).pairs == MANY
    for hour in (5.5, 9.5):
        spoilt = journal(
            lambda day, h=hour: with_other(day, used(day, 7, 5), h),  # type: ignore[misc]
            lambda day: rated(day, 7, 5),
        )
        assert {effect.means: effect.uses for effect in relief_effects(spoilt)}["heat"] == 0
        spoilt = journal(
            lambda day: used(day, 7, 5),
            lambda day, h=hour: with_other(day, rated(day, 7, 5), h),  # type: ignore[misc]
        )
        assert {effect.means: effect.pairs for effect in relief_effects(spoilt)}["heat"] == 0


def test_the_rating_before_a_relief_is_no_moment_without_it() -> None:
    entries = [one for day in range(40) for one in (*rated(day, 7, 7, 0.5), *used(day, 7, 5, hour=9.2))]
    assert heat(entries).pairs == 0


def test_ratings_of_a_session_and_of_whole_days_are_no_moments() -> None:
    for recall, session in ((Recall.AVERAGE, None), (Recall.DURING, "s"), (Recall.NOW, "s")):

        def moment(day: int, recall: Recall = recall, session: str | None = session) -> list[Entry]:
            found = (Pain(7, recall, session=session), Pain(5, recall, session=session))
            return [noted(body, day, 9 + n) for n, body in enumerate(found)]

        assert heat(journal(lambda day: used(day, 7, 5), moment)).pairs == 0


def test_each_day_serves_one_pair() -> None:
    def thrice(day: int) -> list[Entry]:
        return [one for hour in (0.5, 8, 16) for one in used(day, 7, 5, hour=hour)]

    def thrice_rated(day: int) -> list[Entry]:
        return [one for hour in (0.5, 8, 16) for one in rated(day, 7, 5, hour=hour)]

    effect = heat(journal(thrice, thrice_rated, days=5))
    assert (effect.uses, effect.pairs) == (5, 5)
    same_days = [one for day in range(MANY) for one in (*used(day, 7, 5), *rated(day, 7, 5, hour=16))]
    assert heat(same_days).pairs == MANY // 2


def test_what_followed_never_decides_which_rating_is_taken() -> None:
    def moment(day: int) -> list[Entry]:
        return [noted(Pain(7), day, 9), noted(Pain(8), day, 9.8), noted(Pain(0), day, 10.25)]

    assert heat(journal(lambda day: used(day, 7, 8), moment)).difference == 0


# What is said


def test_nothing_is_said_where_nothing_was_used() -> None:
    assert relief_effects([]) == ()
    assert relief_effects(rated(1, 7, 5)) == ()


def test_how_many_uses_and_moments_are_missing_is_told() -> None:
    few = heat(journal(lambda day: used(day, 7, 4), lambda day: rated(day, 7, 7), days=5))
    assert (few.verdict, few.difference, few.interval) == (ReliefVerdict.NOT_ENOUGH, None, None)
    assert (few.missing_uses, few.missing_moments) == (3, 3)
    alone = heat([one for day in range(20) for one in used(day, 7, 3)])
    assert (alone.uses, alone.missing_uses, alone.missing_moments) == (20, 0, 8)
    unrated = heat([noted(Relief("heat"), day, 9) for day in range(20)])
    assert (unrated.verdict, unrated.uses, unrated.missing_uses) == (ReliefVerdict.NOT_ENOUGH, 0, 8)


def test_what_stands_out_is_told_first() -> None:
    entries = journal(lambda day: used(day, 7, 4), lambda day: rated(day, 7, 6))
    others = [noted(Relief("bath", 7), 60, 9), noted(Relief("aloe", 7), 61, 9)]
    assert [effect.means for effect in relief_effects([*others, *entries])] == ["heat", "aloe", "bath"]


# How often it errs


def test_pain_falls_after_a_bad_moment_though_nothing_helps() -> None:
    falls = [
        one.body.after - one.body.before
        for seed in range(20)
        for one in replace(NO_RELIEF, bad=6).entries(seed)
        if isinstance(one.body, Relief) and one.body.after is not None and one.body.before is not None
    ]
    assert sum(falls) / len(falls) < -0.5


def test_rarely_is_any_of_three_reliefs_told_to_help_that_does_nothing() -> None:
    assert rate(false_relief, 100) <= 0.06 + 0.04  # and what chance does with 100


def test_nor_in_other_worlds() -> None:
    worlds = (Days(hours=1), Days(day_sd=2), Days(used=0.8), Days(level=2))
    found = [rate(partial(false_relief, world=world), 40) for world in worlds]
    assert sum(found) / len(found) <= 0.06 + 0.035  # and what chance does with 160


def test_a_relief_that_takes_away_two_points_is_found() -> None:
    assert rate(finds_relief, 30) >= 0.95
    assert {effect.verdict for effect in relief_effects(RELIEF.entries(1))} == {ReliefVerdict.LESS_PAIN}


# Hostile journals


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile_entries, max_size=60))
def test_a_journal_of_anything_has_effects_that_hold_together(entries: list[Entry]) -> None:
    effects = relief_effects(entries)
    assert len({effect.means for effect in effects}) == len(effects)
    for effect in effects:
        assert (effect.interval is None) == (effect.verdict is ReliefVerdict.NOT_ENOUGH) == (effect.pairs < 8)


def test_no_verdict_contradicts_the_interval_beside_it() -> None:
    said = set()
    for seed, eases in enumerate((-1.5, -0.8, -0.4, 0.0, 0.4, 0.8, 1.5) * 3):
        for effect in relief_effects(Days(days=120, eases=eases, kinds=2).entries(seed)):
            said.add(effect.verdict)
            if effect.interval is not None:
                low, high = effect.interval
                assert high < 0 or effect.verdict is not ReliefVerdict.LESS_PAIN
                assert (low > 0) is (effect.verdict is ReliefVerdict.NO_LESS_PAIN)
                assert low <= 0 <= high or effect.verdict is not ReliefVerdict.NO_SIGN
    assert said >= {
        ReliefVerdict.LESS_PAIN,
        ReliefVerdict.NO_LESS_PAIN,
        ReliefVerdict.UNCLEAR,
        ReliefVerdict.NO_SIGN,
    }


def test_a_year_of_many_ratings_is_judged_for_every_kind() -> None:
    entries = Days(days=365, rated=15, bad=4, used=0.5, kinds=8).entries(1)
    assert len(entries) > 4_000
    assert len(relief_effects(entries)) == 8
