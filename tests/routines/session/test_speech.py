"""What is said, and that there is always time for it."""

import shutil
import subprocess
import wave
from pathlib import Path

import pytest

from routines.exercise import Dose, Phase, Sides
from routines.session.cues import cues
from routines.session.plan import Plan, make_plan
from routines.session.speech import announcement, spoken_seconds
from tests.routines.samples import TILT, exercise, routine
from tests.routines.session.cue_lists import SHIPPED, alone, plans, said, step_at

GAPS = frozenset({Phase.PREPARE, Phase.REST, Phase.SWITCH, Phase.FINISH})


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.routine.id)
def test_voice_alone_tells_every_part_before_it_begins(plan: Plan) -> None:
    words = [cue for cue in cues(plan) if cue.words]
    for index, (step, following) in enumerate(zip(plan.steps, plan.steps[1:], strict=False)):
        if not following.rep_key or (following.phase is Phase.RELAX and following.seconds < 2):
            continue
        ends = step.starts + step.seconds
        last = [cue.words for cue in words if step.starts <= cue.at < ends][-1:]
        assert last == list(announcement(plan, index)[:1]), (step, following)


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.routine.id)
def test_voice_alone_tells_every_gap_when_it_begins(plan: Plan) -> None:
    words = [cue for cue in cues(plan) if cue.words]
    for step in plan.steps:
        if step.phase in GAPS:
            assert any(step.starts < cue.at <= step.starts + 1 for cue in words), step


def test_getting_ready_says_name_dose_side_and_how_to_lie_where_that_changes() -> None:
    start = said(make_plan(SHIPPED.routines["start"]))
    assert start[:3] == [
        "Rotational stretch: 3 times a side, left first",
        "lie on your back",
        "roll left",
    ]
    draw_in = start.index("Draw-in: 5 times")
    assert start[draw_in + 1] == "squeeze and draw in"  # on one's back already
    lift = start.index("Side leg lift: 5 times a side, left first")
    assert start[lift + 1] == "lie on your right, left side up"
    assert "turn over: lie on your left, right side up" in start
    assert start[-1] == "done. roll to your side and push yourself up"


def test_changing_legs_says_the_side_and_then_the_movement() -> None:
    twist = said(alone("torso-twist"))
    assert twist[twist.index("right side") + 1] == "twist right"


def test_a_rest_says_so_and_then_which_set_comes() -> None:
    full = SHIPPED.exercises["partial-curl"].full
    curl = said(alone("partial-curl", full))
    rests = [curl[n + 1] for n, words in enumerate(curl) if words == "rest"]
    assert rests == ["set 2 of 3: breathe in", "set 3 of 3: breathe in"]


def test_a_side_that_comes_without_time_to_turn_is_named() -> None:
    plan = make_plan(routine(exercise("e", Dose(reps=2), sides=Sides.BLOCKS)))
    assert said(plan).count("right side: up") == 1


def test_long_holds_remind_of_breathing_and_short_ones_do_not() -> None:
    assert said(alone("rotational-stretch")).count("keep breathing") == 6
    assert "keep breathing" not in said(alone("draw-in"))


def test_a_name_too_long_for_its_time_is_said_without_the_dose_or_not_at_all() -> None:
    dose = Dose(reps=2)
    for name, spoken in (("a" * 95, True), ("word " * 40, False)):
        second = exercise(name, dose)
        words = said(make_plan(routine(TILT, second)))
        assert (name.capitalize() in words) is spoken
        assert words.count("Tilt: 2 times") == sum("2 times" in one for one in words)


def rendered_seconds(espeak: str, words: str, folder: Path) -> float:
    """How long the voice needs for these words, as the program lets it speak."""
    path = folder / "words.wav"
    command = [espeak, "-v", "en", "-s", "160", "-w", str(path), "--", words]
    subprocess.run(command, check=True, capture_output=True)
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()


def test_every_spoken_cue_ends_before_its_gap_does_and_before_the_next_words(tmp_path: Path) -> None:
    espeak = shutil.which("espeak-ng")
    if espeak is None:
        pytest.skip("espeak-ng is not installed")
    lasts: dict[str, float] = {}
    for plan in plans():
        spoken = [cue for cue in cues(plan) if cue.words]
        for cue, following in zip(spoken, [*spoken[1:], None], strict=True):
            words = cue.words or ""
            if words not in lasts:
                lasts[words] = rendered_seconds(espeak, words, tmp_path)
            step = step_at(plan, cue)
            assert cue.at + lasts[words] <= step.starts + step.seconds, cue
            assert following is None or cue.at + lasts[words] <= following.at, cue
    assert len(lasts) > 40
    assert all(seconds <= spoken_seconds(words) for words, seconds in lasts.items())
