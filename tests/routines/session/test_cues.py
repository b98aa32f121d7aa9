"""What is heard of a plan, held to scripts in `golden/`.

After a change that is meant, read the new scripts and keep them: `KEEP_LOOKS=1 make test`.
"""

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routines.exercise import Dose, Glide, Movement, Phase, Sides, StartPosition
from routines.files.loader import check_paths
from routines.session.cues import COUNTED, GRACE, Tone, count_in, cues, usual_glide
from routines.session.plan import Plan, make_plan
from routines.session.speech import spoken_seconds
from tests.folders import TESTS
from tests.routines.samples import CURL, HOLD, LIFT, ROLL, TAPS, TILT, exercise, routine
from tests.routines.session.cue_lists import SHIPPED, alone, plans, script, step_at

EXERCISES = sorted(SHIPPED.exercises)
GOLDEN = TESTS / "routines" / "golden"
GOOD = TESTS / "routines" / "corpus" / "good"


def tones(plan: Plan, *wanted: Tone) -> list[tuple[float, Tone]]:
    return [(cue.at, cue.tone) for cue in cues(plan) if cue.tone is not None and cue.tone in wanted]


@pytest.mark.parametrize("name", EXERCISES)
def test_the_cues_of_a_shipped_exercise_are_those_of_its_script(name: str) -> None:
    path = GOLDEN / f"{name}.txt"
    text = "\n".join(script(cues(alone(name)))) + "\n"
    if os.environ.get("KEEP_LOOKS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_each_beginning_has_its_tone() -> None:
    # Taps: prepare 0-30, work 30-50, rest 50-54, work 54-74, finish.
    assert tones(make_plan(routine(TAPS)), Tone.GO, Tone.REST, Tone.DONE) == [
        (30, Tone.GO),
        (50, Tone.REST),
        (54, Tone.GO),
        (74, Tone.DONE),
    ]


def test_the_next_exercise_begins_with_the_tone_of_rest_and_the_first_without_any() -> None:
    plan = make_plan(routine(TILT, CURL))
    prepares = [step.starts for step in plan.steps if step.phase is Phase.PREPARE]
    assert [at for at, _ in tones(plan, Tone.REST)][:1] == prepares[1:]
    assert min(cue.at for cue in cues(plan)) >= 1.0


def test_the_end_of_a_hold_is_heard_where_the_repetition_goes_on() -> None:
    # Tilt: up 30-32, hold 32-35, up 35-37, hold 37-40, finish: the last hold ends with "done".
    assert tones(make_plan(routine(TILT)), Tone.HOLD_END, Tone.DONE) == [
        (35, Tone.HOLD_END),
        (40, Tone.DONE),
    ]


def test_another_side_is_heard_with_time_for_it_and_without() -> None:
    in_turn = make_plan(routine(ROLL))  # left 30-35, right 35-40, left 40-45, right 45-50
    assert [at for at, _ in tones(in_turn, Tone.SWITCH)] == [35, 40, 45]
    turned = make_plan(routine(LIFT))
    switch = next(step for step in turned.steps if step.phase is Phase.SWITCH)
    assert [at for at, _ in tones(turned, Tone.SWITCH)] == [switch.starts]


def test_slow_movements_glide_and_quick_ones_do_not() -> None:
    quick, slow = Movement(Phase.MOVE, 1.9), Movement(Phase.MOVE, 2.0)
    plan = make_plan(routine(exercise("e", Dose(reps=1), repetition=(quick, HOLD, slow))))
    (glide,) = [cue for cue in cues(plan) if cue.tone in {Tone.RISING, Tone.FALLING}]
    move = plan.steps[3]
    assert (glide.tone, move.seconds) == (Tone.FALLING, 2.0)
    assert move.starts < glide.at
    assert glide.at + glide.seconds < move.starts + move.seconds


@pytest.mark.parametrize(
    ("phases", "rising"),
    [
        ("move hold move relax", [True, False]),
        ("relax move hold move", [True, False]),
        ("move hold relax move hold relax", [True, True]),
        ("move move hold", [True, True]),
        ("move move", [True, False]),
        ("relax move relax move", [True, False]),
    ],
)
def test_a_movement_rises_until_the_last_hold_and_falls_after_it(phases: str, rising: list[bool]) -> None:
    repetition = [Movement(Phase(phase), 2.0) for phase in phases.split()]
    moves = [part for part, movement in enumerate(repetition) if movement.phase is Phase.MOVE]
    assert [usual_glide(repetition, part) is Glide.RISING for part in moves] == rising


def test_where_a_tone_glides_is_checked_like_every_key(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    text = (GOOD / "exercise-full.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("glide: rising", "glide: risng"), encoding="utf-8")
    assert "did you mean 'rising'?" in str(check_paths([path])[0])
    path.write_text(text.replace("phase: hold, ", "phase: hold, glide: falling, "), encoding="utf-8")
    assert "only a move is accompanied by a tone" in str(check_paths([path])[0])


def test_an_exercise_can_say_itself_where_a_movement_glides() -> None:
    glides = tones(alone("cat-camel"), Tone.RISING, Tone.FALLING)
    assert [tone for _, tone in glides[:4]] == [Tone.FALLING, Tone.RISING] * 2


@pytest.mark.parametrize("plan", plans()[:3], ids=lambda plan: plan.routine.id)
def test_only_the_last_three_seconds_of_long_steps_are_counted(plan: Plan) -> None:
    ticks = [cue for cue in cues(plan) if cue.tone is Tone.TICK]
    for step in plan.steps:
        ends = step.starts + step.seconds
        within = [ends - cue.at for cue in ticks if step.starts <= cue.at < ends]
        long = step.seconds >= COUNTED and step.phase is not Phase.FINISH
        assert within == ([3, 2, 1] if long else []), step


def test_a_countdown_after_a_pause_ends_with_the_part_that_goes_on() -> None:
    plan = alone("pelvic-tilt")
    hold = next(n for n, step in enumerate(plan.steps) if step.phase is Phase.HOLD)
    assert script(count_in(plan, hold, 5.0)) == ["    3.97 say hold", "    5.00 tone go"]
    long = count_in(plan, hold, 30.0)
    assert [cue.words for cue in long if cue.words] == ["Pelvic tilt", "hold"]
    assert [cue.at for cue in long if cue.tone is Tone.TICK] == [27, 28, 29]


def test_a_countdown_in_a_gap_says_only_where_the_session_stands() -> None:
    plan = alone("pelvic-tilt")
    assert [cue.words for cue in count_in(plan, 0, 20.0)] == ["Pelvic tilt: 5 times", "lie on your back"]
    assert count_in(plan, 0, 4.0) == ()


LENGTHS = st.integers(2, 300).map(lambda tenths: tenths / 10)
REPETITIONS = st.lists(
    st.builds(
        Movement,
        st.sampled_from([Phase.MOVE, Phase.HOLD, Phase.RELAX]),
        LENGTHS,
        st.none() | st.text(min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
EXERCISES_OF_ANY_KIND = st.builds(
    lambda reps, sets, rest, switch, sides, position, repetition: exercise(
        "e",
        Dose(reps=reps, sets=sets, rest=rest),
        position=position,
        sides=sides,
        switch=0.0 if sides is Sides.NONE else switch,
        repetition=repetition,
    ),
    st.integers(1, 3),
    st.integers(1, 3),
    st.just(0.0) | LENGTHS,
    st.just(0.0) | LENGTHS,
    st.sampled_from(Sides),
    st.sampled_from(StartPosition),
    REPETITIONS,
)


@settings(deadline=None)
@given(EXERCISES_OF_ANY_KIND)
def test_no_two_words_are_ever_said_at_once_and_all_end_with_their_step(one: object) -> None:
    plan = make_plan(routine(one))  # type: ignore[arg-type]
    found = cues(plan)
    assert [cue.at for cue in found] == sorted(cue.at for cue in found)
    spoken = [cue for cue in found if cue.words]
    for cue in spoken:
        step = step_at(plan, cue)
        assert cue.at <= cue.until
        assert cue.until + spoken_seconds(cue.words or "") <= step.starts + step.seconds + 0.002
    for cue, following in pairwise(spoken):
        assert cue.until + spoken_seconds(cue.words or "") <= following.at + 0.002


@settings(deadline=None)
@given(EXERCISES_OF_ANY_KIND)
def test_tones_stay_within_the_plan_and_only_a_glide_has_a_length(one: object) -> None:
    plan = make_plan(routine(one))  # type: ignore[arg-type]
    for cue in cues(plan):
        assert 0 <= cue.at < plan.seconds
        if cue.tone is not None:
            assert cue.until == pytest.approx(cue.at + GRACE)
            assert (cue.seconds > 0) == (cue.tone in {Tone.RISING, Tone.FALLING})
