from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routines.exercise import Dose, Item, Movement, Phase, Routine, Side, Sides, StartPosition
from routines.session.plan import Plan, Span, Step, after_exercise, gap_before, longer_than, make_plan, window
from routines.session.plan_json import as_json
from tests.routines.samples import CURL, HOLD, LIFT, ROLL, TAPS, TILT, TWIST, UP, WORK, exercise, routine

L, R = Side.LEFT, Side.RIGHT


def brief(plan: Plan) -> list[tuple[str, int | None, int | None, str | None, float]]:
    return [(str(s.phase), s.set, s.rep, str(s.side) if s.side else None, s.seconds) for s in plan.steps]


def test_a_plain_exercise_is_prepared_done_and_followed_by_getting_up() -> None:
    assert brief(make_plan(routine(TILT))) == [
        ("prepare", None, None, None, 30),
        ("move", 1, 1, None, 2),
        ("hold", 1, 1, None, 3),
        ("move", 1, 2, None, 2),
        ("hold", 1, 2, None, 3),
        ("finish", None, None, None, 20),
    ]


def test_a_rest_lies_between_two_sets_and_carries_the_set_that_comes() -> None:
    assert brief(make_plan(routine(CURL)))[2:5] == [
        ("hold", 1, 1, None, 3),
        ("rest", 2, None, None, 4),
        ("move", 2, 1, None, 2),
    ]


def test_blocks_do_all_sets_of_one_side_then_turn_over_once() -> None:
    steps = brief(make_plan(routine(LIFT)))
    assert [step for step in steps if step[0] != "hold"] == [
        ("prepare", None, None, "left", 30),
        ("move", 1, 1, "left", 2),
        ("rest", 2, None, "left", 4),
        ("move", 2, 1, "left", 2),
        ("switch", 1, None, "right", 15),
        ("move", 1, 1, "right", 2),
        ("rest", 2, None, "right", 4),
        ("move", 2, 1, "right", 2),
        ("finish", None, None, None, 20),
    ]


def test_alternating_sides_take_turns_within_a_repetition() -> None:
    moves = [(s.rep, s.side, s.say) for s in make_plan(routine(ROLL)).steps if s.phase is Phase.MOVE]
    assert moves == [(1, L, "up left"), (1, R, "up right"), (2, L, "up left"), (2, R, "up right")]


@pytest.mark.parametrize(
    ("repetition", "says"),
    [
        ((UP, Movement(Phase.HOLD, 3.0, "hold")), ["up left", "hold"]),
        ((HOLD, UP), ["left", "up"]),
        ((HOLD, HOLD), ["left", None]),
    ],
)
def test_where_sides_take_turns_the_first_words_of_a_turn_say_which(
    repetition: tuple[Movement, ...], says: list[str | None]
) -> None:
    roll = exercise("roll", Dose(reps=1), sides=Sides.ALTERNATING, repetition=repetition)
    steps = [step for step in make_plan(routine(roll)).steps if step.rep_key and step.side is L]
    assert [step.say for step in steps] == says


def test_where_sides_do_not_take_turns_the_words_of_a_repetition_name_none() -> None:
    says = {step.say for step in make_plan(routine(LIFT)).steps if step.rep_key}
    assert says == {"up", None}


def test_beginnings_in_tenths_of_a_second_stay_tenths() -> None:
    tenths = exercise("tilt", Dose(reps=10), repetition=(Movement(Phase.MOVE, 0.1),))
    starts = [step.starts for step in make_plan(routine(tenths)).steps]
    assert starts == [0, *(30 + n / 10 for n in range(11))]


def test_a_switch_stands_between_two_turns_and_never_beside_a_rest() -> None:
    phases = [(str(s.phase), s.side) for s in make_plan(routine(TWIST)).steps if s.phase is not Phase.HOLD]
    one_set = [("move", L), ("switch", R), ("move", R)]
    assert phases == [("prepare", L), *one_set, ("rest", L), *one_set, ("finish", None)]


def test_a_timed_piece_is_one_work_step_a_set() -> None:
    work = [s for s in make_plan(routine(TAPS)).steps if s.phase is Phase.WORK]
    assert [(s.set, s.rep, s.seconds, s.say) for s in work] == [(1, 1, 20, "tap"), (2, 1, 20, "tap")]


def test_the_hold_of_a_dose_replaces_every_hold_of_the_repetition() -> None:
    twice = exercise("tilt", Dose(reps=1, hold=8.0), repetition=(UP, HOLD, UP, HOLD))
    assert [s.seconds for s in make_plan(routine(twice)).steps[1:5]] == [2, 8, 2, 8]


def test_preparing_names_the_exercise_its_dose_and_the_side_that_begins() -> None:
    says = [s.say for s in make_plan(routine(TILT, LIFT)).steps if s.phase is Phase.PREPARE]
    assert says == ["Tilt: 2 times", "Lift: 2 sets of 1 a side, left first"]


def test_getting_up_from_lying_goes_over_the_side() -> None:
    kneeling = exercise("cat", Dose(reps=1), position=StartPosition.HANDS_AND_KNEES)
    assert make_plan(routine(TILT)).steps[-1].say == "roll to your side and push yourself up"
    assert make_plan(routine(kneeling)).steps[-1].say == "get up slowly"


@pytest.mark.parametrize(
    ("before", "after", "seconds"),
    [
        (StartPosition.STANDING, StartPosition.SUPINE, 30),
        (StartPosition.STANDING, StartPosition.HANDS_AND_KNEES, 30),
        (StartPosition.STANDING, StartPosition.STANDING, 10),
        (StartPosition.SUPINE, StartPosition.SUPINE, 10),
        (StartPosition.SUPINE, StartPosition.SIDE_LYING, 15),
        (StartPosition.SIDE_LYING, StartPosition.SIDE_LYING, 15),
        (StartPosition.SIDE_LYING, StartPosition.HANDS_AND_KNEES, 15),
        (StartPosition.HANDS_AND_KNEES, StartPosition.PRONE, 15),
        (StartPosition.PRONE, StartPosition.SEATED_FLOOR, 20),
        (StartPosition.SEATED_FLOOR, StartPosition.SUPINE, 20),
        (StartPosition.SUPINE, StartPosition.STANDING, 20),
    ],
)
def test_the_time_to_get_ready_depends_on_the_change_of_position(
    before: StartPosition, after: StartPosition, seconds: float
) -> None:
    assert window(before, after) == seconds


def test_every_change_of_position_has_a_time() -> None:
    assert all(10 <= window(before, after) <= 30 for before in StartPosition for after in StartPosition)


def test_spans_name_the_sets_with_the_gaps_before_them() -> None:
    plan = make_plan(routine(TILT, LIFT))
    assert plan.spans == (
        Span(0, 1, 4, "tilt", 1, None),
        Span(5, 6, 7, "lift", 1, L),
        Span(8, 9, 10, "lift", 2, L),
        Span(11, 12, 13, "lift", 1, R),
        Span(14, 15, 16, "lift", 2, R),
    )


def test_a_set_without_a_gap_begins_with_its_own_first_step() -> None:
    plan = make_plan(routine(exercise("curl", Dose(reps=1, sets=2))))
    assert [(s.gap, s.first, s.last) for s in plan.spans] == [(0, 1, 2), (3, 3, 4)]


def test_the_span_of_an_alternating_set_has_no_side() -> None:
    assert {span.side for span in make_plan(routine(TWIST)).spans} == {None}


def test_after_the_last_exercise_comes_the_finish() -> None:
    plan = make_plan(routine(TILT, LIFT))
    assert after_exercise(plan, 2) == 5
    assert after_exercise(plan, 9) == len(plan.steps) - 1


def test_back_is_the_gap_of_this_set_and_from_that_gap_the_one_before() -> None:
    plan = make_plan(routine(TILT, LIFT))
    assert [gap_before(plan, index) for index in (9, 8, 6, 5, 3, 0)] == [8, 5, 5, 0, 0, 0]
    assert gap_before(plan, len(plan.steps) - 1) == 14


def test_a_set_without_a_gap_is_left_backwards_from_its_first_step() -> None:
    plan = make_plan(routine(exercise("curl", Dose(reps=1, sets=2))))
    assert gap_before(plan, 4) == 3
    assert gap_before(plan, 3) == 0


def test_the_json_of_a_plan_holds_every_key_and_whole_seconds_as_whole_numbers() -> None:
    half = exercise(
        "roll", Dose(reps=1), sides=Sides.ALTERNATING, repetition=(Movement(Phase.MOVE, 1.5, None),)
    )
    document = as_json(make_plan(routine(half)))
    assert document["routine"] == "small"
    assert document["seconds"] == 53
    assert document["steps"][1] == {
        "phase": "move",
        "exercise": "roll",
        "set": 1,
        "rep": 1,
        "side": "left",
        "seconds": 1.5,
        "starts": 30,
        "say": "left",
    }
    assert isinstance(document["steps"][1]["starts"], int)
    assert {frozenset(step) for step in document["steps"]} == {frozenset(document["steps"][1])}


lengths = st.integers(1, 600_000).map(lambda ms: ms / 1000)
counted = st.lists(
    st.builds(Movement, st.sampled_from([Phase.MOVE, Phase.HOLD, Phase.RELAX]), lengths),
    min_size=1,
    max_size=4,
).map(tuple)


@st.composite
def items(draw: st.DrawFn, name: str) -> Item:
    timed = draw(st.booleans())
    dose = Dose(
        reps=1 if timed else draw(st.integers(1, 4)),
        sets=draw(st.integers(1, 3)),
        rest=draw(st.just(0.0) | lengths),
        hold=draw(st.none() | lengths),
        seconds=draw(lengths) if timed else None,
    )
    what = exercise(
        name,
        dose,
        position=draw(st.sampled_from(StartPosition)),
        sides=draw(st.sampled_from(Sides)),
        switch=draw(st.just(0.0) | lengths),
        repetition=(WORK,) if timed else draw(counted),
    )
    return Item(what, dose)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    count = draw(st.integers(1, 4))
    return Routine("any", "Any", tuple(draw(items(f"exercise-{n}")) for n in range(count)))


@given(routines())
def test_the_parts_of_any_plan_add_up_to_its_total_without_holes(any_routine: Routine) -> None:
    plan = make_plan(any_routine)
    assert plan.seconds == pytest.approx(sum(step.seconds for step in plan.steps))
    assert plan.steps[0].starts == 0
    assert all(a.starts + a.seconds == pytest.approx(b.starts) for a, b in pairwise(plan.steps))
    assert all(step.seconds > 0 for step in plan.steps)


@given(routines())
def test_any_routine_is_longer_than_a_time_just_below_that_of_its_plan(any_routine: Routine) -> None:
    seconds = make_plan(any_routine).seconds
    assert not longer_than(any_routine.items, seconds)
    assert longer_than(any_routine.items, seconds - 0.001)


def test_a_routine_of_absurd_length_is_known_for_it_at_once() -> None:
    endless = exercise("tilt", Dose(reps=100, sets=10**9), sides=Sides.BLOCKS)
    assert longer_than([Item(endless, endless.dose)], 3600)


@given(routines())
def test_the_spans_of_any_plan_cover_all_but_the_finish_in_order(any_routine: Routine) -> None:
    plan = make_plan(any_routine)
    covered = [index for span in plan.spans for index in range(span.gap, span.last + 1)]
    assert covered == list(range(len(plan.steps) - 1))
    for span in plan.spans:
        own = plan.steps[span.first : span.last + 1]
        assert {(step.exercise, step.set) for step in own} == {(span.exercise, span.set)}
        assert all(step.rep_key is None for step in plan.steps[span.gap : span.first])


def done(item: Item) -> int:
    sides = 1 if item.exercise.sides is Sides.NONE else 2
    return sides * item.dose.sets * item.dose.reps


@given(routines())
def test_any_plan_holds_every_planned_repetition_of_each_side_once(any_routine: Routine) -> None:
    keys = [step.rep_key for step in make_plan(any_routine).steps if step.rep_key]
    runs = [key for key, before in zip(keys, [None, *keys], strict=False) if key != before]
    assert len(runs) == len(set(runs)) == sum(done(item) for item in any_routine)


def test_a_gap_is_no_part_of_a_repetition() -> None:
    switch = Step(Phase.SWITCH, "twist", 1, 1, R, 6.0)
    assert switch.rep_key is None
