import pytest

from routines.exercise import Dose, Side
from routines.session.events import End, Ended, Pause, Paused, RepDone, Resumed, Started, Status, StepBegan
from routines.session.machine import (
    back,
    begin,
    end,
    interrupted,
    look,
    next_exercise,
    next_look,
    pause,
    resume,
    start,
    stop_for_pain,
)
from routines.session.plan import make_plan
from tests.routines.samples import exercise, routine
from tests.routines.session.machines import PLAN, at, looked_until, running, state

L, R = Side.LEFT, Side.RIGHT


def test_a_new_session_waits_and_no_look_starts_it() -> None:
    session, events = look(begin(PLAN), 100.0)
    assert (session.status, session.position, events) == (Status.READY, 0.0, ())


def test_starting_begins_the_first_step() -> None:
    session, events = start(begin(PLAN), 7.0)
    assert events == (Started(), StepBegan(0, 0.0))
    assert (session.status, session.shown, session.index) == (Status.RUNNING, 30, 0)


def test_a_countdown_never_shows_less_than_what_is_left() -> None:
    assert [look(running(), now)[0].shown for now in (0.0, 0.001, 0.999, 1.0, 1.001)] == [30, 30, 30, 29, 29]


def test_a_late_look_carries_over_into_the_next_step() -> None:
    session, events = look(at(29.9), 31.0)
    assert events == (StepBegan(1, 1.0),)
    assert session.left == pytest.approx(1.0)


def test_one_look_may_finish_several_steps_and_tells_all_in_order() -> None:
    session, events = look(at(31.0), 36.0)
    assert events == (
        StepBegan(2, 4.0),
        RepDone("tilt", 1, None, 1),
        StepBegan(3, 1.0),
    )
    assert (session.index, session.position) == (3, 36.0)


def test_a_look_exactly_at_a_boundary_begins_the_next_step() -> None:
    session, events = look(at(29.5), 30.0)
    assert events == (StepBegan(1, 0.0),)
    assert session.shown == 2


def test_a_gap_of_more_than_five_seconds_pauses_where_the_last_look_was() -> None:
    session, events = look(at(29.0), 34.1)
    assert events == (Paused(Pause.GAP),)
    assert (session.status, session.why, session.position, session.active) == (
        Status.PAUSED,
        Pause.GAP,
        29.0,
        29.0,
    )


def test_a_gap_of_five_seconds_is_time_like_any_other() -> None:
    assert state(look(at(29.0), 34.0)) == (Status.RUNNING, 34.0)


def test_being_told_of_an_interruption_drops_the_time_since_the_last_look() -> None:
    session, events = interrupted(at(29.0), 30.0)
    assert events == (Paused(Pause.GAP),)
    assert session.position == 29.0
    going = resume(session, 50.0)[0]
    assert (going.position, going.ahead) == (29.0, 29.0)


def test_an_interruption_of_what_does_not_run_changes_nothing() -> None:
    paused = pause(at(3.0), 3.0)[0]
    assert interrupted(paused, 9.0) == (paused, ())


def test_a_pause_counts_the_time_up_to_it_and_none_after() -> None:
    paused, events = pause(at(3.0), 3.5)
    assert events == (Paused(Pause.ASKED),)
    assert state(look(paused, 300.0)) == (Status.PAUSED, 3.5)
    again, events = resume(paused, 10.0)
    assert events == (Resumed(0.0),)
    assert state(look(again, 11.0)) == (Status.RUNNING, 4.5)
    assert again.why is None


def test_a_pause_after_a_gap_says_only_that_there_was_a_gap() -> None:
    session, events = pause(at(3.0), 60.0)
    assert events == (Paused(Pause.GAP),)
    assert session.position == 3.0


def test_going_on_after_an_unseen_gap_still_asks_first() -> None:
    assert state(resume(at(3.0), 60.0)) == (Status.PAUSED, 3.0)


def test_an_earlier_now_counts_as_no_time_and_is_not_counted_later() -> None:
    session = look(at(3.0), 1.0)[0]
    assert session.position == 3.0
    assert look(session, 3.5)[0].position == 3.5


def test_the_plan_ends_by_itself_and_time_after_it_does_not_count() -> None:
    session, events = looked_until(running(), PLAN.seconds - 1)
    session, last = look(session, PLAN.seconds + 3)
    assert last == (Ended(End.FINISHED),)
    assert (session.status, session.end, session.shown) == (Status.OVER, End.FINISHED, 0)
    assert session.active == pytest.approx(PLAN.seconds)
    assert [event for event in events if isinstance(event, RepDone)] == [
        RepDone("tilt", 1, None, 1),
        RepDone("tilt", 1, None, 2),
        RepDone("lift", 1, L, 1),
        RepDone("lift", 2, L, 1),
        RepDone("lift", 1, R, 1),
        RepDone("lift", 2, R, 1),
    ]


def test_nothing_moves_a_session_that_is_over() -> None:
    over = end(at(3.0), 3.0)[0]
    for command in (start, look, pause, resume, next_exercise, back, stop_for_pain, end, interrupted):
        assert command(over, 4.0) == (over, ())


def test_a_session_is_started_only_once() -> None:
    assert start(at(3.0), 3.0) == (at(3.0), ())


def test_nothing_but_starting_or_ending_moves_a_session_that_waits() -> None:
    ready = begin(PLAN)
    for command in (look, pause, resume, next_exercise, back, stop_for_pain, interrupted):
        assert command(ready, 4.0) == (ready, ())
    assert end(ready, 4.0)[1] == (Ended(End.LEFT),)


def test_the_next_look_is_aimed_at_the_next_second_shown_and_at_the_step_s_end() -> None:
    assert next_look(running(100.0), 100.0) == pytest.approx(101.0)
    assert next_look(at(29.5), 29.5) == pytest.approx(30.0)
    assert next_look(look(at(29.0), 29.25)[0], 29.25) == pytest.approx(30.0)


def test_a_late_next_look_is_now_and_never_in_the_past() -> None:
    assert next_look(at(3.0), 9.0) == 9.0


def test_what_does_not_run_asks_for_no_look() -> None:
    assert next_look(begin(PLAN), 0.0) is None
    assert next_look(pause(at(3.0), 3.0)[0], 4.0) is None


def test_a_step_of_two_and_a_half_seconds_shows_three_then_two() -> None:
    plan = make_plan(routine(exercise("tilt", Dose(reps=1, hold=2.5))))
    session = looked_until(start(begin(plan), 0.0)[0], 32.0)[0]
    assert session.shown == 3
    assert next_look(session, 32.0) == pytest.approx(32.5)
    assert look(session, 32.5)[0].shown == 2


def test_the_current_set_knows_its_repetitions() -> None:
    assert [at(position).reps_of_span for position in (3.0, 36.0, 41.0)] == [2, 2, 1]
    assert next_exercise(at(62.0), 62.0)[0].reps_of_span == 0


def test_what_is_left_of_all_counts_from_the_position() -> None:
    assert at(36.0).total_left == pytest.approx(PLAN.seconds - 36.0)
