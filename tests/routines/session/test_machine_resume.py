"""Going on after a pause, and going on more easily."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Dose, Easier, Exercise, Phase, Side, Sides
from routines.session.events import CountedIn, Eased, End, RepDone, Resumed, Status
from routines.session.machine import (
    COUNT_IN,
    LONG_PAUSE,
    begin,
    easier,
    interrupted,
    look,
    next_exercise,
    next_look,
    pause,
    restore_session,
    resume,
    start,
    stop_for_pain,
)
from routines.session.plan import Plan, lesser, make_plan
from routines.session.session import Session
from tests.routines.samples import CURL, LIFT, ROLL, TILT, routine
from tests.routines.session.machines import at, looked_until


def paused_at(position: float) -> Session:
    return pause(at(position), position)[0]


def test_within_a_repetition_a_countdown_comes_before_it_goes_on() -> None:
    going, events = resume(paused_at(36.0), 46.0)
    assert events == (Resumed(COUNT_IN),)
    assert (going.shown, going.position) == (5, 36.0)
    counting, meanwhile = looked_until(going, 50.5)
    assert (counting.shown, counting.position, counting.active) == (1, 36.0, 36.0)
    assert meanwhile == []
    on, events = look(counting, 51.5)
    assert on.ahead == 0.0
    assert (on.position, on.active) == pytest.approx((36.5, 36.5))
    assert events == (CountedIn(),)


def test_the_looks_are_aimed_at_the_seconds_of_the_countdown() -> None:
    going = resume(paused_at(36.25), 46.0)[0]
    aims = []
    now = 46.0
    for _ in range(6):
        aim = next_look(going, now)
        assert aim is not None
        now = aim
        aims.append(aim)
        going = look(going, now)[0]
    assert aims == pytest.approx([47.0, 48.0, 49.0, 50.0, 51.0, 51.75])


def test_after_a_long_pause_there_is_time_to_lie_down_again() -> None:
    assert resume(paused_at(36.0), 36.0 + LONG_PAUSE + 1)[0].ahead == 30.0


def test_after_a_pause_that_nobody_saw_begin_there_is_time_to_lie_down_again() -> None:
    assert resume(interrupted(at(36.0), 36.5)[0], 37.0)[0].ahead == 30.0


def test_a_gap_needs_no_countdown_and_after_a_long_pause_only_what_it_lacks() -> None:
    assert resume(paused_at(10.0), 12.0)[0].ahead == 0.0
    assert resume(paused_at(10.0), 10.0 + LONG_PAUSE + 1)[0].ahead == pytest.approx(10.0)


def test_getting_up_goes_on_at_once() -> None:
    getting_up = pause(next_exercise(at(62.0), 62.0)[0], 63.0)[0]
    assert resume(getting_up, 600.0)[0].ahead == 0.0


def test_a_pause_within_the_countdown_begins_it_anew_later() -> None:
    going = looked_until(resume(paused_at(36.0), 46.0)[0], 49.0)[0]
    again = pause(going, 49.0)[0]
    assert (again.ahead, again.position) == (0.0, 36.0)
    assert resume(again, 50.0)[0].ahead == COUNT_IN


def test_a_stop_for_pain_is_followed_by_a_countdown_too() -> None:
    frozen = stop_for_pain(at(36.0), 36.0)[0]
    assert resume(frozen, 40.0)[0].ahead == COUNT_IN


def test_a_jump_ends_the_countdown() -> None:
    going = resume(paused_at(36.0), 46.0)[0]
    assert next_exercise(going, 47.0)[0].ahead == 0.0


def eased(exercise: Exercise, dose: Dose) -> Exercise:
    return replace(exercise, easier=Easier("Less of it.", dose))


def run_to(plan: Plan, position: float) -> Session:
    return looked_until(start(begin(plan), 0.0)[0], position)[0]


def reps_left(session: Session) -> list[tuple[int, int]]:
    """The repetitions, as (set, rep), that are still ahead."""
    keys = dict.fromkeys(step.rep_key for step in session.plan.steps[session.index :] if step.rep_key)
    return [(key[1], key[3]) for key in keys]


def test_easier_does_the_rest_of_the_set_in_the_easier_form_after_a_countdown() -> None:
    plan = make_plan(routine(eased(TILT, Dose(reps=2, hold=1.0)), LIFT))
    session, events = easier(run_to(plan, 36.0), 36.0)
    assert events[0] == Eased("tilt")
    assert (session.ahead, session.step.rep, session.step.seconds) == (COUNT_IN, 2, 2.0)
    assert [step.seconds for step in session.plan.steps if step.exercise == "tilt"][1:5] == [
        2.0,
        1.0,
        2.0,
        1.0,
    ]
    assert session.done == {("tilt", 1, None, 1)}


def test_easier_in_the_gap_before_keeps_the_time_left_to_get_ready() -> None:
    plan = make_plan(routine(eased(TILT, Dose(reps=1))))
    session = easier(run_to(plan, 12.0), 12.0)[0]
    assert (session.position, session.left, session.ahead) == (12.0, 18.0, 0.0)
    assert reps_left(session) == [(1, 1)]


def test_with_fewer_sets_easier_leaves_out_the_sets_that_are_no_more() -> None:
    plan = make_plan(routine(eased(CURL, Dose(reps=1, sets=1)), TILT))
    in_second_set = run_to(plan, 41.0)
    assert in_second_set.step.set == 2
    session = easier(in_second_set, 41.0)[0]
    assert session.step.exercise == "tilt"


def test_with_blocks_easier_still_does_the_other_side() -> None:
    plan = make_plan(routine(eased(LIFT, Dose(reps=1, sets=1))))
    session = easier(run_to(plan, 41.0), 41.0)[0]
    assert LIFT.sides is Sides.BLOCKS
    assert reps_left(session) == [(1, 1)]
    assert session.step.side is not None
    assert looked_until(session, 200.0)[0].end is End.FINISHED


def test_with_sides_in_turn_easier_goes_on_with_the_repetition_that_was_begun() -> None:
    plan = make_plan(routine(eased(ROLL, Dose(reps=2, hold=1.0))))
    session = run_to(plan, 36.0)
    key = session.step.rep_key
    assert easier(session, 36.0)[0].step.rep_key == key


def test_an_easier_form_that_is_only_a_smaller_movement_is_told_and_time_goes_on() -> None:
    plan = make_plan(routine(eased(TILT, TILT.dose)))
    before = run_to(plan, 36.0)
    session, events = easier(before, 36.0)
    assert events == (Eased("tilt"),)
    assert (session.plan, session.position, session.ahead) == (plan, 36.0, 0.0)
    assert session.eased == {"tilt"}


def test_easier_never_asks_for_more() -> None:
    tilt = eased(TILT, Dose(reps=9, sets=4, hold=8.0))
    plan = make_plan(routine(tilt))
    session = easier(run_to(plan, 31.0), 31.0)[0]
    assert session.plan == plan
    assert lesser(tilt, Dose(reps=3, hold=1.0), Dose(reps=5, hold=2.0)) == Dose(reps=3, hold=1.0)
    assert lesser(tilt, Dose(reps=3), Dose(reps=5, hold=2.0)) == Dose(reps=3, hold=2.0)


def test_a_set_that_was_stopped_for_pain_is_remembered() -> None:
    frozen = stop_for_pain(at(36.0), 36.0)[0]
    assert frozen.hurt == {("tilt", 1, None)}
    assert next_exercise(frozen, 40.0)[0].hurt == frozen.hurt


def test_a_session_in_which_nothing_was_done_was_left() -> None:
    session = at(0.0)
    while session.span is not None:
        session = next_exercise(session, 0.0)[0]
    assert looked_until(session, 30.0)[0].end is End.LEFT


def test_where_there_is_no_easier_form_nothing_changes() -> None:
    session = at(36.0)
    assert easier(session, 36.0) == (session, ())


def test_easier_twice_is_easier_once() -> None:
    plan = make_plan(routine(eased(TILT, Dose(reps=1, hold=1.0)), LIFT))
    once = easier(run_to(plan, 31.0), 31.0)[0]
    assert easier(once, 31.0) == (once, ())


def test_easier_while_paused_stays_paused() -> None:
    plan = make_plan(routine(eased(TILT, Dose(reps=2, hold=1.0))))
    session = easier(pause(run_to(plan, 36.0), 36.0)[0], 40.0)[0]
    assert (session.status, session.ahead) == (Status.PAUSED, 0.0)


def test_a_session_cut_short_is_taken_up_at_the_repetition_after_the_last_one_done() -> None:
    before = at(36.0)
    session = restore_session(before.plan, before.done, 36.0)
    assert (session.status, session.step.rep, session.position) == (Status.PAUSED, 2, 35.0)
    assert (session.active, session.done) == (36.0, before.done)
    assert resume(session, 5_000.0)[0].ahead == 30.0


def test_before_a_set_that_has_not_begun_it_is_taken_up_in_the_gap() -> None:
    before = at(43.0)
    assert restore_session(before.plan, before.done, 43.0).step.phase is Phase.PREPARE


def test_with_nothing_done_it_begins_anew_and_with_all_done_only_getting_up_is_left() -> None:
    plan = at(0.0).plan
    assert restore_session(plan, frozenset(), 3.0).position == 0.0
    everything = {key for step in plan.steps if (key := step.rep_key)}
    assert restore_session(plan, everything, 99.0).step.phase is Phase.FINISH


def test_an_exercise_that_was_left_is_not_gone_back_to() -> None:
    before = at(36.0)
    session = restore_session(before.plan, before.done, 36.0, left={("tilt", 1, None)})
    assert (session.step.exercise, session.step.phase) == ("lift", Phase.PREPARE)
    assert session.done == before.done


def test_with_the_last_exercise_left_only_getting_up_is_left_to_do() -> None:
    before = at(58.0)
    sets = {("lift", number, side) for number in (1, 2) for side in Side}
    assert restore_session(before.plan, before.done, 58.0, left=sets).step.phase is Phase.FINISH


def test_what_was_made_easier_and_where_it_hurt_is_taken_up_too() -> None:
    before = at(36.0)
    session = restore_session(before.plan, before.done, 36.0, hurt={("tilt", 1, None)}, eased={"tilt"})
    assert session.hurt == {("tilt", 1, None)}
    assert session.eased == {"tilt"}


@given(st.integers(0, 110))
def test_taken_up_anywhere_it_still_does_every_repetition_once(position: int) -> None:
    before = at(float(position))
    session = resume(restore_session(before.plan, before.done, before.active), 0.0)[0]
    whole, events = looked_until(session, 400.0)
    told = [(e.exercise, e.set, e.side, e.rep) for e in events if isinstance(e, RepDone)]
    assert whole.end is End.FINISHED
    assert set(told) == {key for step in before.plan.steps if (key := step.rep_key)} - before.done
    assert len(told) == len(set(told))
