from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import day_of
from journal.observations import Pain, Recall
from journal.record import Body, Outcome, SessionRun, SessionState, SetRun, Source
from journal.store.store import Store
from routines.exercise import Dose, Easier, Item, Routine
from routines.files.loader import load_library
from routines.session.machine import begin, easier, look, start, stop_for_pain
from routines.session.plan import make_plan
from routines.trials import Trial
from tests.fakes import A_SUNDAY
from tests.journal import samples as making
from tests.tui.app_harness import SMALL, TILT
from tui.session.doses import MOST_SESSIONS, build_trials, todays_routine
from tui.session.recorder import SessionRecorder
from tui.session.runner import SessionAction

DAY = making.DAY
FIVE = Dose(reps=5)
RATINGS = {Recall.BEFORE: 4, Recall.MORNING: 3}


def run(doses: Mapping[str, Dose] | None = None) -> SessionRun:
    named = {exercise: asdict(dose) for exercise, dose in (doses or {"pelvic-tilt": FIVE}).items()}
    return SessionRun("start", "First days", named, SessionState.FINISHED, 600, 600)


def a_set(done: int = 5, outcome: Outcome = Outcome.DONE, reason: str | None = None) -> SetRun:
    return SetRun("S", "pelvic-tilt", 1, None, 5, done, outcome, reason)


def two_sided(number: int, side: str, done: int = 5) -> SetRun:
    return SetRun("S", "lateral-leg-lift", number, side, 5, done, Outcome.DONE)


def rated(ratings: Mapping[Recall, int], session: str | None = "S") -> list[Body]:
    return [Pain(nrs, recall, session=session) for recall, nrs in ratings.items()]


def read(session: SessionRun, *others: Body) -> tuple[Trial, ...]:
    """The trials of session S with these other records, read from a journal."""
    with closing(making.in_memory()) as store:
        store.write([making.noted(session, entry="S"), *(making.noted(body) for body in others)])
        return build_trials(store.entries())


def only(session: SessionRun, *others: Body) -> Trial:
    (trial,) = read(session, *others)
    return trial


def test_a_trial_has_day_dose_outcome_and_rise() -> None:
    assert only(run(), a_set(), *rated(RATINGS)) == Trial(
        DAY, "start", "pelvic-tilt", FIVE, whole=True, stopped=False, eased=False, rise=-1
    )


def test_a_set_with_a_missing_repetition_is_not_complete() -> None:
    assert not only(run(), a_set(4, Outcome.LEFT)).whole


@pytest.mark.parametrize("missing", [(1, "left"), (2, "left"), (1, "right"), (2, "right")])
def test_an_exercise_is_complete_with_every_set_of_both_sides(missing: tuple[int, str]) -> None:
    lifts = run({"lateral-leg-lift": Dose(reps=5, sets=2)})
    sets = [two_sided(number, side) for number in (1, 2) for side in ("left", "right")]
    assert only(lifts, *sets).whole
    assert not only(lifts, *(run for run in sets if (run.set, run.side) != missing)).whole


@pytest.mark.parametrize(
    "set_run",
    [
        a_set(2, Outcome.STOPPED, "pain"),
        a_set(0, Outcome.STOPPED, "pain"),
        a_set(2, Outcome.STOPPED),
        a_set(5, Outcome.DONE, "pain"),
        a_set(5, Outcome.DONE, "pain, easier"),
    ],
)
def test_a_stop_for_pain_counts_before_the_first_repetition_and_when_the_set_continued(
    set_run: SetRun,
) -> None:
    assert only(run(), set_run).stopped


@pytest.mark.parametrize(
    ("reason", "eased"), [("easier", True), ("pain, easier", True), ("pain", False), (None, False)]
)
def test_an_exercise_in_its_easier_version_is_marked(reason: str | None, eased: bool) -> None:
    assert only(run(), a_set(3, Outcome.SKIPPED, reason)).eased is eased


def test_an_exercise_without_a_repetition_is_no_trial() -> None:
    assert read(run()) == ()
    assert read(run(), a_set(0, Outcome.SKIPPED)) == ()


@pytest.mark.parametrize(
    "others",
    [
        [],
        rated({Recall.BEFORE: 4}),
        rated({Recall.MORNING: 4}),
        rated({Recall.BEFORE: 4, Recall.AFTER: 6, Recall.NOW: 6}),
        rated(RATINGS, session=None),
        rated(RATINGS, session="another"),
    ],
)
def test_without_both_ratings_of_its_own_a_session_has_no_rise(others: Sequence[Body]) -> None:
    assert only(run(), a_set(), *others).rise is None


def test_the_later_of_two_morning_ratings_counts() -> None:
    assert only(run(), a_set(), *rated(RATINGS), Pain(7, Recall.MORNING, session="S")).rise == 3


def test_one_morning_follows_both_sessions_of_a_day_each_with_its_own_rating_before() -> None:
    with closing(making.in_memory()) as store:
        for name, before in (("S", 4), ("T", 2)):
            store.write([making.noted(run(), entry=name), making.noted(replace(a_set(), session=name))])
            store.write([making.noted(Pain(before, Recall.BEFORE, session=name))])
        store.write([making.noted(Pain(3, Recall.MORNING, session="T"), DAY + timedelta(days=1))])
        assert [t.rise for t in build_trials(store.entries())] == [-1, 1]


def test_a_set_without_its_session_is_ignored() -> None:
    with closing(making.in_memory()) as store:
        store.write([making.noted(a_set())])
        assert build_trials(store.entries()) == ()


def test_missing_values_of_a_dose_have_their_default() -> None:
    session = replace(run(), doses={"pelvic-tilt": {"reps": 5.0}})
    assert only(session, a_set()).dose == FIVE


any_dose = st.dictionaries(
    st.sampled_from(["reps", "sets", "rest", "hold", "seconds", "unheard-of"]), st.none() | st.floats(0, 900)
)


@given(making.sessions, st.dictionaries(st.sampled_from(["a", "b"]), any_dose), st.lists(making.sets))
def test_a_session_has_at_most_one_trial_of_an_exercise(
    session: SessionRun, doses: Mapping[str, Mapping[str, float | None]], sets: list[SetRun]
) -> None:
    ours = [replace(run, session="S", exercise=name) for run, name in zip(sets, "ab" * 99, strict=False)]
    tried = {run.exercise for run in ours if run.reps_done or run.outcome is Outcome.STOPPED}
    read_back = read(replace(session, doses=doses), *ours)
    assert {t.exercise for t in read_back} >= tried & set(doses)
    assert len(read_back) == len({t.exercise for t in read_back}) <= len(doses)


def test_a_saved_session_is_read_back_as_it_went() -> None:
    plan = make_plan(SMALL)
    log = SessionRecorder("S", plan, A_SUNDAY, "Europe/Berlin")
    with closing(making.in_memory()) as store:
        session, events = start(begin(plan), 0.0)
        store.write(log.drafts(session, events))
        for second in range(int(plan.seconds) + 1):
            session, events = look(session, float(second + 1))
            store.write(log.drafts(session, events))
        read_back = build_trials(store.entries())
    assert [(t.routine, t.exercise, t.dose, t.whole) for t in read_back] == [
        ("small", item.exercise.id, item.dose, True) for item in SMALL
    ]
    assert {t.day for t in read_back} == {day_of(A_SUNDAY)}


@pytest.mark.parametrize("acts", [(stop_for_pain, easier), (easier, stop_for_pain)])
def test_a_stop_in_an_easier_version_is_read_as_both(acts: Sequence[SessionAction]) -> None:
    tilt = replace(TILT, easier=Easier("Less of it.", Dose(reps=1)))
    plan = make_plan(Routine("small", "Small routine", (Item(tilt, TILT.dose),)))
    log = SessionRecorder("S", plan, A_SUNDAY, "Europe/Berlin")
    with closing(making.in_memory()) as store:
        session, events = start(begin(plan), 0.0)
        for act in (*[look] * 8, *acts):  # looks until the first repetition is under way
            if drafts := log.drafts(session, events):
                store.write(drafts)
            session, events = act(session, (session.looked or 0.0) + (4.0 if act is look else 0.5))
        store.write(log.drafts(session, events))
        (trial,) = build_trials(store.entries())
    assert (trial.dose.reps, trial.stopped, trial.eased) == (1, True, True)


def write_session(store: Store, on: date, entry: str, morning: int) -> None:
    """A complete session of the first day's pelvic tilt, with pain 3 before it."""
    tilts = replace(a_set(), session=entry)
    store.write([making.noted(run(), on, entry=entry, source=Source.SESSION), making.noted(tilts, on)])
    store.write([making.noted(Pain(3, Recall.BEFORE, session=entry), on)])
    store.write([making.noted(Pain(morning, Recall.MORNING, session=entry), on + timedelta(days=1))])


def test_todays_routine_has_the_dose_from_the_journal_and_undo_changes_it_back() -> None:
    routine = load_library().routines["start"]
    with closing(making.in_memory()) as store:
        assert todays_routine(store, routine, DAY)[0] == routine
        for ago in (3, 2, 1):
            write_session(store, DAY - timedelta(days=ago), f"S{ago}", morning=3)
        todays, doses = todays_routine(store, routine, DAY)
        store.undo()
        before, held = todays_routine(store, routine, DAY)
    changed = [
        (old.exercise.id, new.dose.reps) for old, new in zip(routine, todays, strict=True) if old != new
    ]
    assert changed == [("pelvic-tilt", 8)]
    assert [d.reason for d in doses if d.change] == ["5 to 8: three sessions done, mornings after not worse"]
    assert before == routine
    assert held[2].reason == "same as last time: it needs a rating before and the morning after"


def test_the_newest_sessions_of_a_long_journal_are_enough_for_the_doses() -> None:
    routine = load_library().routines["start"]
    at_the_cap = run({"pelvic-tilt": replace(FIVE, reps=15)})
    tilts = replace(a_set(), planned_reps=15, reps_done=15)
    with closing(making.in_memory()) as store:
        for ago in range(MOST_SESSIONS + 5, 0, -1):
            on = DAY - timedelta(days=ago)
            store.write([making.noted(at_the_cap, on, entry=f"S{ago}", source=Source.SESSION)])
            store.write([making.noted(replace(tilts, session=f"S{ago}"), on)])
        todays, _ = todays_routine(store, routine, DAY)
    assert {item.exercise.id: item.dose.reps for item in todays}["pelvic-tilt"] == 15
