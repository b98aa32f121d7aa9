"""What followed an exercise: which ratings are compared, and what is said of them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.effects.exercises import ExerciseEffect, ExerciseVerdict, changes_by_exercise, exercise_effects
from journal.observations import Pain, Recall
from journal.record import Body, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from tests.calibration.effects import (
    EXERCISES,
    HURTING,
    HURTS,
    Sessions,
    false_more_pain,
    finds_more_pain,
    rate,
)
from tests.journal import samples as making
from tests.journal.samples import in_memory

BEGAN = datetime(2026, 11, 1, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def entry(body: Body, name: str, at: datetime) -> Entry:
    return Entry(name, name, at.date(), at, "UTC", at, Source.SESSION, body)


def run(*exercises: str, state: SessionState = SessionState.FINISHED) -> SessionRun:
    return SessionRun("r", "Routine", {exercise: {} for exercise in exercises}, state, 60)


class Noted:
    """A session with the exercises a, b, c and d, written down rating by rating."""

    def __init__(self, number: int = 0, plan: Sequence[str] = "abcd") -> None:
        self.name = f"s{number}"
        self.began = BEGAN + timedelta(days=number)
        self.entries = [entry(run(*plan), self.name, self.began)]

    def before(self, nrs: float) -> "Noted":
        self.entries.append(entry(Pain(nrs, Recall.BEFORE, session=self.name), f"{self.name}/b", self.began))
        return self

    def after(self, exercise: str, nrs: float, minutes: float = 5) -> "Noted":
        body = Pain(nrs, Recall.DURING, session=self.name, exercise=exercise)
        name = f"{self.name}/{len(self.entries)}"
        self.entries.append(entry(body, name, self.began + minutes * MINUTE))
        return self

    def did(self, exercise: str, reps: int = 5, outcome: Outcome = Outcome.DONE) -> "Noted":
        body = SetRun(self.name, exercise, 1, None, 5, reps, outcome)
        self.entries.append(entry(body, f"{self.name}/{exercise}/1", self.began))
        return self


def changes(noted: Noted) -> Mapping[str, Sequence[float]]:
    return changes_by_exercise(noted.entries)


def effects_of(changes: Mapping[str, Sequence[float]]) -> dict[str, ExerciseEffect]:
    """What is said where each exercise stands alone in its sessions, with these changes from a pain of 4."""
    entries = [
        one
        for place, (exercise, values) in enumerate(changes.items())
        for number, change in enumerate(values)
        for one in Noted(1000 * place + number, [exercise]).before(4).after(exercise, 4 + change).entries
    ]
    return {effect.exercise: effect for effect in exercise_effects(entries)}


# Which ratings are compared


def test_each_rating_is_set_against_the_one_before_the_session_or_after_the_exercise_before() -> None:
    noted = Noted().before(3).after("a", 4).after("b", 4, 9).after("c", 2, 13)
    assert changes(noted) == {"a": [1], "b": [0], "c": [-2]}


def test_without_a_rating_before_the_session_the_first_exercise_has_no_change() -> None:
    assert changes(Noted().after("a", 4).after("b", 6)) == {"a": [], "b": [2]}


def test_an_exercise_that_was_done_and_not_rated_leaves_the_next_without_a_change() -> None:
    noted = Noted().before(3).did("a").did("b").did("c").after("a", 3).after("c", 6).after("d", 7)
    assert changes(noted) == {"a": [0], "c": [], "d": [1]}


@pytest.mark.parametrize(("outcome", "known"), [(Outcome.SKIPPED, [3]), (Outcome.STOPPED, [])])
def test_an_exercise_that_was_left_before_its_first_repetition_is_passed_over_unless_it_hurt(
    outcome: Outcome, known: list[float]
) -> None:
    noted = Noted().before(3).after("a", 3).did("b", 0, outcome).after("c", 6)
    assert changes(noted)["c"] == known


def test_ratings_given_all_at_the_end_stand_in_the_order_of_the_plan() -> None:
    noted = Noted().before(3).after("c", 6, 20).after("a", 4, 20).after("b", 4, 20)
    assert changes(noted) == {"a": [1], "b": [0], "c": [2]}


def test_a_rating_given_in_a_gap_and_one_added_at_the_end_stand_in_the_order_of_the_plan() -> None:
    assert changes(Noted().before(3).after("b", 5, 9).after("a", 4, 20)) == {"a": [1], "b": [1]}


def test_an_exercise_rated_twice_in_a_session_counts_twice_in_the_order_of_time() -> None:
    noted = Noted().before(3).after("a", 4, 5).after("b", 5, 10).after("a", 7, 15)
    assert changes(noted) == {"a": [1, 2], "b": [1]}


def test_ratings_over_two_hours_apart_are_not_compared() -> None:
    noted = Noted().before(3).after("a", 4, 120).after("b", 6, 241)
    assert changes(noted) == {"a": [1], "b": []}


def test_a_session_cut_short_counts_as_far_as_it_was_rated() -> None:
    noted = Noted().before(3).did("a").did("b", 2, Outcome.STOPPED).after("a", 3).after("b", 6)
    noted.entries[0] = replace(noted.entries[0], body=run(*"abcd", state=SessionState.STOPPED))
    assert changes(noted) == {"a": [0], "b": [3]}


def test_ratings_of_another_session_of_a_day_or_of_the_morning_are_never_the_one_before() -> None:
    first, second = Noted(0).before(1).after("a", 2), Noted(1).after("a", 9)
    other = entry(Pain(5, Recall.AFTER, session="s1"), "x", BEGAN)
    morning = entry(Pain(5, Recall.MORNING, session="s1"), "y", BEGAN)
    now = entry(Pain(5), "z", BEGAN)
    assert changes_by_exercise([*second.entries, other, morning, now, *first.entries]) == {"a": [1]}


def test_an_exercise_that_was_not_planned_and_a_session_that_is_gone_do_no_harm() -> None:
    noted = Noted().before(3).after("a", 4).after("?", 6, 9)
    assert changes(noted) == {"a": [1], "?": [2]}
    assert changes_by_exercise(noted.entries[1:]) == {"a": [1], "?": [2]}


def test_a_rating_that_was_changed_or_taken_back_counts_as_the_journal_has_it_now() -> None:
    store = in_memory()
    drafts = [making.noted(one.body, entry=one.id) for one in Noted().before(3).after("a", 4).entries]
    store.write(drafts)
    assert changes_by_exercise(store.entries()) == {"a": [1]}
    changed = Pain(7, Recall.DURING, session="s0", exercise="a")
    store.write([replace(drafts[-1], body=changed)])
    assert changes_by_exercise(store.entries()) == {"a": [4]}
    store.undo()
    assert changes_by_exercise(store.entries()) == {"a": [1]}
    store.write([replace(drafts[-1], deleted=True)])
    assert changes_by_exercise(store.entries()) == {}


# What is said of them


def test_nothing_is_said_of_no_ratings() -> None:
    assert exercise_effects([]) == ()


def test_under_eight_ratings_nothing_is_said_but_how_many_are_missing() -> None:
    effect = effects_of({"a": [3, 2, 3, 3, 2, 3, 3]})["a"]
    assert (effect.verdict, effect.ratings, effect.missing) == (ExerciseVerdict.NOT_ENOUGH, 7, 1)
    assert effect.interval is None
    assert effect.mean_change == pytest.approx(19 / 7)


def test_a_clear_rise_is_followed_by_more_pain_and_a_fall_is_not() -> None:
    effects = effects_of({"up": [1, 2, 1, 1, 2, 1, 0, 1], "down": [-1, -2, -1, -1, -2, -1, 0, -1]})
    assert list(effects) == ["up", "down"]
    assert [effect.verdict for effect in effects.values()] == [
        ExerciseVerdict.MORE_PAIN,
        ExerciseVerdict.NO_SIGN,
    ]


def test_there_is_no_sign_only_where_a_rise_of_a_point_is_ruled_out() -> None:
    effects = effects_of({"calm": [0, 1, -1, 0] * 4, "wild": [4, -4, 3, -3] * 4})
    assert effects["calm"].verdict is ExerciseVerdict.NO_SIGN
    assert effects["wild"].verdict is ExerciseVerdict.UNCLEAR
    assert effects["wild"].interval is not None
    assert effects["wild"].interval[1] >= 1


def test_changes_that_are_all_equal_still_have_an_interval() -> None:
    effects = effects_of({"none": [0] * 8, "one": [1] * 8})
    assert effects["none"].verdict is ExerciseVerdict.NO_SIGN
    assert effects["one"].verdict is ExerciseVerdict.MORE_PAIN
    assert effects["one"].interval is not None
    assert effects["one"].interval == pytest.approx((1 - 0.2424, 1 + 0.2424), abs=1e-3)


def test_the_more_exercises_are_rated_the_clearer_a_rise_must_be() -> None:
    rise = [1, 0, 1, 0, 2, 0, 1, 0, 1, 0]
    assert effects_of({"a": rise})["a"].verdict is ExerciseVerdict.MORE_PAIN
    others = {f"b{n}": [0, 1, -1, 0] * 3 for n in range(8)}
    assert effects_of({"a": rise, **others})["a"].verdict is ExerciseVerdict.UNCLEAR


def test_a_rise_whose_interval_holds_zero_is_not_told_as_more_pain() -> None:
    effect = effects_of({"a": [1, 0, 1, 0, 2, 0, 1, -1, 1, 0]})["a"]
    assert effect.interval is not None
    assert effect.interval[0] < 0
    assert effect.verdict is ExerciseVerdict.UNCLEAR


def test_no_rise_whose_interval_is_clear_of_zero_is_told_as_no_sign_of_one() -> None:
    small = [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0]
    effect = effects_of({"a": small, **{f"b{n}": [0, 1, -1, 0] * 3 for n in range(8)}})["a"]
    assert effect.interval is not None
    assert 0 < effect.interval[0] < effect.interval[1] < 1
    assert effect.verdict is ExerciseVerdict.UNCLEAR


def test_every_key_of_the_contract_is_there_and_plain() -> None:
    first, second = (effect.as_json() for effect in effects_of({"a": [1] * 8, "b": [1]}).values())
    keys = ["exercise", "ratings", "mean_change", "interval", "verdict"]
    assert list(first) == list(second) == keys
    assert (first["verdict"], second["verdict"]) == ("more-pain", "not-enough")
    assert isinstance(first["interval"], list)
    assert second == {**second, "ratings": 1, "mean_change": 1, "interval": None}


# How often it errs


def test_rarely_is_any_of_eight_exercises_blamed_for_nothing() -> None:
    assert rate(false_more_pain, 200) <= 0.06 + 0.03  # and what chance does with 200


def test_an_exercise_that_adds_a_point_is_found_in_twenty_sessions() -> None:
    assert rate(finds_more_pain, 200) >= 0.95 - 0.03


def test_a_rise_that_fades_and_one_that_stays_are_found_and_no_other_exercise() -> None:
    for stays in (0.0, 1.0):
        world = replace(HURTING, stays=stays, rise=1.5)
        assert rate(partial(finds_more_pain, world=world), 50) >= 0.95
    effects = exercise_effects(HURTING.entries(1))
    assert {effect.exercise for effect in effects} == set(EXERCISES)
    assert [effect.exercise for effect in effects if effect.verdict is ExerciseVerdict.MORE_PAIN] == [HURTS]
    assert len(exercise_effects(Sessions(sessions=3).entries(1))) == 8


# Hostile journals

names = st.sampled_from(["s", "t", "", "a", "\x00", "[/]"])
hostile_bodies = st.one_of(
    st.builds(
        Pain,
        nrs=making.any_number,
        recall=st.sampled_from(Recall),
        session=st.none() | names,
        exercise=st.none() | names,
    ),
    st.builds(
        SetRun,
        session=names,
        exercise=names,
        set=st.integers(-5, 5),
        side=st.none() | names,
        planned_reps=st.just(5),
        reps_done=st.integers(0, 5),
        outcome=st.sampled_from(Outcome),
    ),
    making.sessions,
    making.reliefs,
    making.bodies,
)
moments = st.datetimes(timezones=st.just(UTC)) | st.integers(0, 300).map(lambda m: BEGAN + m * MINUTE)
hostile_entries = st.builds(entry, hostile_bodies, names, moments)
at_once = st.builds(
    entry,
    st.builds(
        Pain,
        nrs=st.integers(0, 10),
        recall=st.sampled_from([Recall.BEFORE, Recall.DURING]),
        session=st.just("s"),
        exercise=st.sampled_from("ab"),
    ),
    names,
    st.just(BEGAN),
)
"""Ratings of one session at one time, of which nothing but their ids says which came first."""


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile_entries, max_size=60))
def test_a_journal_of_anything_has_effects_that_hold_together(entries: list[Entry]) -> None:
    effects = exercise_effects(entries)
    assert len({effect.exercise for effect in effects}) == len(effects)
    for effect in effects:
        assert (
            (effect.interval is None)
            == (effect.verdict is ExerciseVerdict.NOT_ENOUGH)
            == (effect.ratings < 8)
        )
        assert (effect.mean_change is None) == (effect.ratings == 0)
        if effect.interval is not None and effect.mean_change is not None:
            assert effect.interval[0] < effect.mean_change < effect.interval[1]
            assert effect.interval[0] > 0 or effect.verdict is not ExerciseVerdict.MORE_PAIN
            assert effect.interval[0] <= 0 or effect.verdict is not ExerciseVerdict.NO_SIGN


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile_entries | at_once, max_size=60), st.randoms())
def test_the_order_in_which_entries_are_given_changes_nothing(
    found: list[Entry], chance: random.Random
) -> None:
    entries = with_ids_of_their_own(found)
    assert exercise_effects(chance.sample(entries, len(entries))) == exercise_effects(entries)


def with_ids_of_their_own(entries: Sequence[Entry]) -> list[Entry]:
    """The first of a name keeps it, so that sets and ratings still belong to a session."""
    found: dict[str, Entry] = {}
    for number, one in enumerate(entries):
        name = one.id if one.id not in found else f"{number}"
        found[name] = replace(one, id=name)
    return list(found.values())
