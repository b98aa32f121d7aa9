from collections.abc import Callable

import pytest

from routines.exercise import Side
from routines.session.events import (
    End,
    Ended,
    ExerciseLeft,
    Frozen,
    Pause,
    Paused,
    RepDone,
    Status,
    StepBegan,
)
from routines.session.machine import (
    back,
    begin,
    end,
    look,
    next_exercise,
    pause,
    resume,
    start,
    stop_for_pain,
)
from routines.session.plan import make_plan
from routines.session.session import Change, Session
from tests.routines.samples import TWIST, routine
from tests.routines.session.machines import PLAN, at, looked_until, state

L, R = Side.LEFT, Side.RIGHT


def test_next_leaves_the_exercise_and_prepares_the_following_one() -> None:
    session, events = next_exercise(at(36.0), 36.0)
    assert events == (ExerciseLeft("tilt", ((1, None),)), StepBegan(5, 0.0))
    assert (session.status, session.position, session.active) == (Status.RUNNING, 40.0, 36.0)


def test_next_names_only_the_sets_that_were_not_finished() -> None:
    left = next_exercise(at(62.0), 62.0)[1][0]
    assert left == ExerciseLeft("lift", ((2, L), (1, R), (2, R)))


def test_next_on_the_last_exercise_goes_to_getting_up_and_no_further() -> None:
    session, events = next_exercise(at(62.0), 62.0)
    assert session.index == len(PLAN.steps) - 1
    assert session.span is None
    assert next_exercise(session, 62.0) == (session, ())
    assert looked_until(session, 62.0 + 20.0)[0].status is Status.OVER
    assert not any(isinstance(event, RepDone) for event in events)


def test_next_keeps_a_paused_session_paused() -> None:
    paused = pause(at(36.0), 36.0)[0]
    assert state(next_exercise(paused, 50.0)) == (Status.PAUSED, 40.0)


def test_next_after_a_stop_for_pain_waits_to_be_resumed() -> None:
    session, events = next_exercise(stop_for_pain(at(36.0), 36.0)[0], 50.0)
    assert events == (ExerciseLeft("tilt", ((1, None),)), Paused(Pause.ASKED), StepBegan(5, 0.0))
    assert (session.status, session.why) == (Status.PAUSED, Pause.ASKED)


def test_next_names_both_sides_of_an_alternating_set() -> None:
    plan = make_plan(routine(TWIST))
    session = looked_until(start(begin(plan), 0.0)[0], 36.0)[0]
    assert session.done == {("twist", 1, L, 1)}
    assert next_exercise(session, 36.0)[1][0] == ExerciseLeft("twist", ((1, R), (2, L), (2, R)))


def test_next_says_nothing_of_an_exercise_that_was_finished_before() -> None:
    again = back(at(40.0), 40.0)[0]
    assert (again.index, again.step.exercise) == (0, "tilt")
    assert next_exercise(again, 40.0)[1] == (StepBegan(5, 0.0),)


def test_back_restarts_the_set_from_its_gap_and_once_more_goes_to_the_one_before() -> None:
    once, events = back(at(66.0), 66.0)
    assert events == (StepBegan(8, 0.0),)
    assert (once.step.phase, once.step.set) == ("rest", 2)
    assert [back(once, 66.0)[0].index, back(back(once, 66.0)[0], 66.0)[0].index] == [5, 0]


def test_back_from_getting_up_goes_to_the_last_set() -> None:
    session = next_exercise(at(62.0), 62.0)[0]
    assert back(session, 62.0)[0].index == PLAN.spans[-1].gap


@pytest.mark.parametrize(("command", "status"), [(pause, Status.PAUSED), (stop_for_pain, Status.FROZEN)])
def test_back_keeps_a_stopped_session_stopped(
    command: Callable[[Session, float], Change], status: Status
) -> None:
    assert state(back(command(at(36.0), 36.0)[0], 90.0)) == (status, 0.0)


def test_a_repetition_done_twice_is_told_once() -> None:
    session, events = looked_until(back(at(36.0), 36.0)[0], 36.0 + 40.0)
    assert [event for event in events if isinstance(event, RepDone)] == [RepDone("tilt", 1, None, 2)]
    assert session.position == pytest.approx(40.0)
    assert session.active == pytest.approx(76.0)


def test_stopping_for_pain_freezes_at_that_very_moment() -> None:
    session, events = stop_for_pain(at(36.0), 36.25)
    assert events == (Frozen(),)
    assert state(look(session, 99.0)) == (Status.FROZEN, 36.25)
    assert resume(session, 99.0)[0].status is Status.RUNNING


def test_stopping_for_pain_works_while_paused() -> None:
    session, events = stop_for_pain(pause(at(36.0), 36.0)[0], 40.0)
    assert (session.status, session.why, events) == (Status.FROZEN, None, (Frozen(),))


def test_ending_after_a_stop_for_pain_says_so() -> None:
    frozen = stop_for_pain(at(36.0), 36.0)[0]
    assert end(frozen, 40.0)[1] == (Ended(End.STOPPED),)
    assert end(at(36.0), 36.0)[1] == (Ended(End.LEFT),)


def test_ending_first_counts_what_was_done_until_then() -> None:
    session, events = end(at(34.0), 35.5)
    assert events == (RepDone("tilt", 1, None, 1), StepBegan(3, 0.5), Ended(End.LEFT))
    assert session.done == {("tilt", 1, None, 1)}


def test_ending_while_getting_up_is_a_finished_session() -> None:
    getting_up = next_exercise(at(62.0), 62.0)[0]
    assert end(getting_up, 63.0)[1] == (Ended(End.FINISHED),)
