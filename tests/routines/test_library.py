import re
import time
from collections.abc import Collection

import pytest

from routines.dose_words import dose_words
from routines.exclusions import leave_out
from routines.exercise import Dose, Exercise, Phase, Routine, Sides, StartPosition, Surface
from routines.files.loader import LIBRARY, load_library
from routines.session.plan import make_plan
from routines.session.plan_json import as_json
from tests.routines.session.article_runs import RUNS, runs

SHIPPED = load_library()
EXERCISES = sorted(SHIPPED.exercises)
EIGHT = [
    "rotational-stretch",
    "draw-in",
    "pelvic-tilt",
    "lateral-leg-lift",
    "cat-camel",
    "superman",
    "torso-twist",
    "partial-curl",
]
ARTICLE = frozenset(RUNS.read_text(encoding="utf-8").split())
"""The hashes of its runs of five words."""

FORBIDDEN = re.compile(
    r"\b(treats?|prescribe[sd]?|safe dose|optimal|cures?|must not|never|danger\w*)\b", re.IGNORECASE
)


def texts(exercise: Exercise) -> list[str]:
    """Everything of an exercise that a person reads."""
    cautions = [text for c in exercise.cautions for text in (c.text, c.instead) if text]
    easier = [exercise.easier.text] if exercise.easier else []
    return [*exercise.steps, *easier, *cautions, *([exercise.breathing] if exercise.breathing else [])]


def doses(routine: Routine) -> dict[str, str]:
    return {item.exercise.id: dose_words(item.exercise, item.dose) for item in routine}


def rep_seconds(id: str) -> float:  # noqa: A002 - an id is what everybody calls it
    return sum(movement.seconds or 0 for movement in SHIPPED.exercises[id].repetition)


def test_the_shipped_library_has_no_faults() -> None:
    assert SHIPPED.faults == ()


def test_it_holds_the_ten_exercises_and_the_three_routines() -> None:
    assert SHIPPED.exercises.keys() == {*EIGHT, "draw-in-leg-raise", "superman-alternate"}
    assert SHIPPED.routines.keys() == {"start", "article", "bad-day"}
    assert {path.stem for path in LIBRARY.glob("exercises/*")} == SHIPPED.exercises.keys()
    assert {path.stem for path in LIBRARY.glob("routines/*")} == SHIPPED.routines.keys()


def test_the_article_routine_has_the_article_s_amounts_in_its_order() -> None:
    article = doses(SHIPPED.routines["article"])
    assert list(article) == EIGHT
    assert article == {
        "rotational-stretch": "5 a side",
        "draw-in": "5",
        "pelvic-tilt": "10",
        "lateral-leg-lift": "3 × 10 a side",
        "cat-camel": "10",
        "superman": "3 × 10",
        "torso-twist": "20 s a side",
        "partial-curl": "3 × 10",
    }


def test_the_first_days_do_less_and_leave_the_superman_out() -> None:
    assert doses(SHIPPED.routines["start"]) == {
        "rotational-stretch": "3 a side",
        "draw-in": "5",
        "pelvic-tilt": "5",
        "lateral-leg-lift": "5 a side",
        "cat-camel": "5",
        "torso-twist": "20 s a side",
        "partial-curl": "5",
    }


def test_a_bad_day_can_be_done_in_bed() -> None:
    bad_day = SHIPPED.routines["bad-day"]
    assert doses(bad_day) == {"pelvic-tilt": "5", "cat-camel": "5"}
    assert all(Surface.BED in item.exercise.surface for item in bad_day)


@pytest.mark.parametrize(("name", "seconds"), [("start", 624), ("article", 1968), ("bad-day", 200)])
def test_a_routine_takes_its_time(name: str, seconds: float) -> None:
    document = as_json(make_plan(SHIPPED.routines[name]))
    assert document["seconds"] == sum(step["seconds"] for step in document["steps"]) == seconds


def test_the_article_with_its_upper_numbers_takes_about_38_minutes() -> None:
    more = {"rotational-stretch": 10, "superman": 15}
    article = SHIPPED.routines["article"]
    extra = sum(
        (more[item.exercise.id] - item.dose.reps)
        * item.dose.sets
        * rep_seconds(item.exercise.id)
        * (1 if item.exercise.sides is Sides.NONE else 2)
        for item in article
        if item.exercise.id in more
    )
    assert (make_plan(article).seconds + extra) / 60 == pytest.approx(37.5, abs=0.5)


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("rotational-stretch", 16),
        ("draw-in", 10),
        ("pelvic-tilt", 18),
        ("lateral-leg-lift", 7),
        ("cat-camel", 9),
        ("superman", 8),
        ("superman-alternate", 8),
        ("torso-twist", 26),
        ("partial-curl", 12),
    ],
)
def test_a_repetition_has_its_tempo(name: str, seconds: float) -> None:
    assert rep_seconds(name) == seconds


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("rotational-stretch", [10]),
        ("draw-in", [5]),
        ("pelvic-tilt", [5, 5]),
        ("lateral-leg-lift", [2]),
        ("superman", [2]),
        ("torso-twist", [20]),
        ("partial-curl", [5]),
    ],
)
def test_the_holds_are_the_article_s(name: str, holds: list[float]) -> None:
    assert [m.seconds for m in SHIPPED.exercises[name].repetition if m.phase is Phase.HOLD] == holds


def test_the_leg_raise_is_a_minute_three_times() -> None:
    raised = SHIPPED.exercises["draw-in-leg-raise"]
    assert raised.full == Dose(seconds=60, sets=3, rest=30)
    assert dose_words(raised, raised.rungs[-1]) == "3 × 1:30"


def test_turning_over_takes_fifteen_seconds_and_changing_legs_six() -> None:
    switches = {name: exercise.switch for name, exercise in SHIPPED.exercises.items() if exercise.switch}
    assert switches == {"lateral-leg-lift": 15, "torso-twist": 6}


@pytest.mark.parametrize("name", EXERCISES)
def test_the_rungs_lead_from_the_first_day_past_the_full_dose_to_the_cap(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    assert exercise.rungs[0] == exercise.dose
    assert exercise.full in exercise.rungs
    steps = [(d.sets, d.reps * d.sets, d.seconds or 0, d.hold or 0) for d in exercise.rungs]
    assert steps == sorted(steps)
    assert len(set(steps)) == len(steps)


@pytest.mark.parametrize("name", EXERCISES)
def test_the_easier_form_is_no_more_than_the_first_day(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    assert exercise.easier is not None
    easier, dose = exercise.easier.dose, exercise.dose
    assert easier.reps * easier.sets <= dose.reps * dose.sets
    assert (easier.seconds or 0) <= (dose.seconds or 0)
    longest = max((m.seconds or 0 for m in exercise.repetition if m.phase is Phase.HOLD), default=0)
    assert (easier.hold or 0) <= longest


@pytest.mark.parametrize("name", EXERCISES)
def test_a_person_finds_steps_breathing_and_cautions_with_an_alternative(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    assert 3 <= len(exercise.steps) <= 6
    assert exercise.breathing
    assert exercise.targets
    assert exercise.cautions
    assert all(caution.instead for caution in exercise.cautions)
    assert {caution.motion for caution in exercise.cautions} <= set(exercise.motion)


@pytest.mark.parametrize("name", EXERCISES)
def test_the_motions_name_the_position(name: str) -> None:
    tags = {
        StartPosition.SUPINE: "supine",
        StartPosition.PRONE: "prone",
        StartPosition.SIDE_LYING: "side-lying",
        StartPosition.HANDS_AND_KNEES: "kneeling",
        StartPosition.SEATED_FLOOR: "seated",
    }
    exercise = SHIPPED.exercises[name]
    assert tags[exercise.position] in exercise.motion


@pytest.mark.parametrize(
    ("name", "motion"),
    [
        ("partial-curl", "flexion"),
        ("torso-twist", "rotation"),
        ("rotational-stretch", "rotation"),
        ("superman", "prone"),
    ],
)
def test_known_cautions_are_there(name: str, motion: str) -> None:
    assert motion in {caution.motion for caution in SHIPPED.exercises[name].cautions}


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_done_on_the_floor_alone_says_so_and_what_can_be_done_without(name: str) -> None:
    exercise = SHIPPED.exercises[name]
    on_the_floor = exercise.surface == (Surface.FLOOR,)
    assert ("floor" in exercise.motion) is on_the_floor
    instead = [caution.instead or "" for caution in exercise.cautions if caution.motion == "floor"]
    assert len(instead) == on_the_floor
    assert all("in bed" in text or "on a chair" in text for text in instead)


def test_without_getting_down_to_the_floor_the_first_days_can_be_done_in_bed() -> None:
    kept, left_out = leave_out(SHIPPED.routines["start"], (), ("floor",))
    assert kept is not None
    assert [item.exercise.id for item in kept] == ["pelvic-tilt", "lateral-leg-lift", "cat-camel"]
    assert all("in bed" in (one.instead or "") or "chair" in (one.instead or "") for one in left_out)


def test_only_the_bad_day_stays_as_small_as_it_is() -> None:
    assert {name: routine.fixed for name, routine in SHIPPED.routines.items()} == {
        "start": False,
        "article": False,
        "bad-day": True,
    }


def test_the_superman_says_honestly_what_may_follow_and_what_is_gentler() -> None:
    caution = SHIPPED.exercises["superman"].cautions[0]
    assert "nerve pain" in caution.text
    assert SHIPPED.exercises["superman-alternate"].name in (caution.instead or "")


@pytest.mark.parametrize("name", EXERCISES)
def test_texts_are_short_and_promise_and_forbid_nothing(name: str) -> None:
    for text in texts(SHIPPED.exercises[name]):
        assert len(text) <= 120, text
        assert not FORBIDDEN.search(text), text


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_spoken_is_short(name: str) -> None:
    assert all(len((m.say or "").split()) <= 6 for m in SHIPPED.exercises[name].repetition)


@pytest.mark.parametrize("name", EXERCISES)
def test_no_text_repeats_five_words_of_the_article_in_a_row(name: str) -> None:
    for text in texts(SHIPPED.exercises[name]):
        assert repeated(text) == [], text


def test_no_note_of_a_routine_repeats_five_words_of_the_article_in_a_row() -> None:
    for routine in SHIPPED.routines.values():
        assert repeated(f"{routine.name}. {routine.note}") == []


def repeated(text: str, article: Collection[str] = ARTICLE) -> list[str]:
    """The runs of five words that stand in the article, too, of which only hashes are known."""
    return [run for hash_, run in runs(text).items() if hash_ in article]


def test_a_run_of_five_words_is_found_whatever_its_signs_and_capitals() -> None:
    article = runs("Sit down; then, with both hands, wave 3 times.")
    assert repeated("Then with both hands: wave 3 TIMES!", article) == [
        "then with both hands wave",
        "with both hands wave 3",
        "both hands wave 3 times",
    ]
    assert repeated("then with both hands", article) == []
    assert len(ARTICLE) > 1000


def test_loading_the_library_is_quick() -> None:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        load_library()
        times.append(time.perf_counter() - began)
    assert min(times) < 0.3  # a fifth of that with libyaml; the rest is for slow machines without it


@pytest.mark.parametrize("name", EXERCISES)
def test_an_alternative_that_names_a_shipped_exercise_says_which(name: str) -> None:
    named = {"draw-in": "the draw-in", "pelvic-tilt": "the pelvic tilt", "cat-camel": "cat and camel"}
    named["superman-alternate"] = SHIPPED.exercises["superman-alternate"].name
    for caution in SHIPPED.exercises[name].cautions:
        assert caution.use == next(
            (id_ for id_, words in named.items() if words in str(caution.instead)), None
        )
        assert caution.takes == (() if caution.use is None else SHIPPED.exercises[caution.use].motion)
