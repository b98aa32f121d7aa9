"""What is hidden in the diaries of `tolerable demo` is found in them, whenever the demo is opened."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journal.effects.exercises import ExerciseVerdict
from journal.effects.reliefs import ReliefVerdict
from journal.medium.analyse import medium_of
from journal.medium.answer import Medium, Stage, Verdict
from journal.medium.rows import best_exposure
from journal.store.store import Store
from journal.synthetic.days import MEDIAN_STEPS, Truth
from journal.synthetic.extras import HEAT
from routines.files.loader import load_library
from tests.fakes import FakeClock
from tui.analysis.effects import effects_of, last_days, names_of
from tui.demo.diary import HURTS, ROUTINE, example_journal
from tui.system.clock import today
from tui.system.environment import Context, find_paths

LIBRARY = load_library()

FIRST = datetime(2026, 11, 22, tzinfo=ZoneInfo("Europe/Berlin"))
HOURS = (3, 8, 14, 23)
"""Before the day has begun, when a rating of the morning may be missing yet, after noon, and late."""

OPENED = [FIRST + timedelta(days=33 * n, hours=HOURS[n % 4]) for n in range(12)]
"""On every day of the week, over a year."""

CALLED = {
    Truth.MEDIUM: Verdict.MEDIUM,
    Truth.FLAT: Verdict.NO_PATTERN,
    Truth.MORE: Verdict.MORE,
    Truth.LESS: Verdict.LESS,
    Truth.PLATEAU: Verdict.MORE,
}
"""How the curve of the same day is called. On a plateau quiet days do hurt more, and no day hurts for being busy."""


def opened(truth: Truth, at: datetime, home: Path) -> Store:
    """The example journal that is opened at this moment."""
    context = Context(FakeClock(at), find_paths({"TOLERABLE_HOME": str(home)}))
    return example_journal(context, LIBRARY, truth)


def found(truth: Truth, at: datetime, home: Path) -> Medium:
    """What it has for an answer."""
    with closing(opened(truth, at, home)) as journal:
        days = journal.days()
    return medium_of(days, best_exposure(days, days[-1].day))


@pytest.mark.parametrize("at", OPENED, ids=lambda at: f"{at:%a %d %b %H}")
@pytest.mark.parametrize("truth", Truth)
def test_each_truth_is_found_whenever_the_demo_is_opened(truth: Truth, at: datetime, tmp_path: Path) -> None:
    answer = found(truth, at, tmp_path)
    assert answer.measure == "steps"
    assert answer.curves["same"].verdict is CALLED[truth]
    assert answer.curves["next"].verdict is Verdict.NO_PATTERN
    assert answer.headline == ("same" if truth is Truth.MEDIUM else None)


@pytest.mark.parametrize("at", OPENED, ids=lambda at: f"{at:%a %d %b %H}")
def test_the_medium_is_established_and_its_interval_holds_the_truth(at: datetime, tmp_path: Path) -> None:
    curve = found(Truth.MEDIUM, at, tmp_path).curves["same"]
    assert curve.stage is Stage.ESTABLISHED
    assert curve.best_interval is not None
    low, high = curve.best_interval
    assert low is not None
    assert high is not None
    assert low < MEDIAN_STEPS < high < 2 * low


@pytest.mark.parametrize("at", OPENED, ids=lambda at: f"{at:%a %d %b %H}")
def test_the_exercise_that_hurts_and_what_heat_does_are_found_and_nothing_else(
    at: datetime, tmp_path: Path
) -> None:
    with closing(opened(Truth.MEDIUM, at, tmp_path)) as journal:
        effects = effects_of(last_days(journal, today(FakeClock(at))), names_of(LIBRARY))
    followed = {effect.exercise: effect.verdict for effect in effects.exercises}
    assert followed.pop(HURTS) is ExerciseVerdict.MORE_PAIN
    assert set(followed.values()) == {ExerciseVerdict.NO_SIGN}
    assert followed.keys() == {item.exercise.id for item in LIBRARY.routines[ROUTINE]} - {HURTS}
    (heat,) = effects.reliefs
    assert heat.verdict is ReliefVerdict.LESS_PAIN
    assert heat.interval is not None
    assert heat.interval[0] < -HEAT < heat.interval[1]


def test_the_demo_is_opened_on_every_day_of_the_week_and_at_every_hour_of_these() -> None:
    assert {at.weekday() for at in OPENED} == set(range(7))
    assert {at.hour for at in OPENED} == set(HOURS)
