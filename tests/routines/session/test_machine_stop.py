"""Of which set a stop for pain speaks."""

import pytest

from routines.exercise import Exercise, Phase, Side
from routines.session.machine import back, begin, next_exercise, restore_session, resume, start, stop_for_pain
from routines.session.plan import Plan, SetKey, make_plan
from routines.session.session import Session
from tests.routines.samples import CURL, LIFT, TILT, routine
from tests.routines.session.machines import PLAN, at, looked_until

TILTED: SetKey = ("tilt", 1, None)


def in_phase(plan: Plan, phase: Phase, exercise: str) -> Session:
    """A session that ran to this phase of the exercise, and three seconds into it."""
    step = next(step for step in plan.steps if step.phase is phase and step.exercise == exercise)
    return looked_until(start(begin(plan), 0.0)[0], step.starts + 3.0)[0]


def hurt(session: Session) -> frozenset[SetKey]:
    """What a stop now speaks of, and every one before it."""
    return stop_for_pain(session, session.looked or 0.0)[0].hurt


def test_in_a_set_and_in_the_rest_before_one_it_speaks_of_that_set() -> None:
    assert hurt(at(31.0)) == {TILTED}
    assert hurt(at(62.0)) == {("lift", 2, Side.LEFT)}


def test_while_getting_ready_it_speaks_of_the_exercise_before() -> None:
    assert hurt(at(45.0)) == {TILTED}


def test_while_getting_ready_after_an_exercise_that_was_left_half_done_it_speaks_of_that_one() -> None:
    assert hurt(next_exercise(at(36.0), 36.0)[0]) == {TILTED}


@pytest.mark.parametrize(
    ("first", "last"), [(CURL, ("curl", 2, None)), (LIFT, ("lift", 2, Side.RIGHT))], ids=["sets", "sides"]
)
def test_of_an_exercise_before_the_set_done_last_is_meant(first: Exercise, last: SetKey) -> None:
    assert hurt(in_phase(make_plan(routine(first, TILT)), Phase.PREPARE, "tilt")) == {last}


def test_while_getting_up_it_speaks_of_the_last_exercise() -> None:
    assert hurt(in_phase(PLAN, Phase.FINISH, "lift")) == {("lift", 2, Side.RIGHT)}


def test_where_nothing_was_done_before_it_speaks_of_no_exercise() -> None:
    left_at_once = next_exercise(at(3.0), 3.0)[0]
    both_left = next_exercise(left_at_once, 3.0)[0]
    assert [hurt(session) for session in (at(3.0), left_at_once, both_left)] == [frozenset()] * 3


def test_while_getting_ready_for_what_was_begun_before_it_speaks_of_that() -> None:
    done = {("tilt", 1, None, 1), ("lift", 1, Side.LEFT, 1)}
    once_more = back(restore_session(PLAN, done, 60.0), 0.0)[0]
    assert once_more.step.phase is Phase.PREPARE
    assert hurt(once_more) == {("lift", 1, Side.LEFT)}


def test_a_stop_before_the_first_repetition_shows_that_it_was_begun() -> None:
    stopped = stop_for_pain(at(57.0), 57.0)[0]
    once_more = back(resume(stopped, 58.0)[0], 58.0)[0]
    assert once_more.step.phase is Phase.PREPARE
    assert hurt(once_more) == {("lift", 1, Side.LEFT)}
