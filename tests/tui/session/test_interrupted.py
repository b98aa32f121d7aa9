"""Interrupted sessions: where they continue, and when they cannot."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from journal.record import Body, Outcome, SessionRun, SessionState, SetRun
from routines.exercise import Dose, Exercise, Item, Movement, Phase, Routine, Sides
from routines.files.loader import Library
from routines.session.session import Session
from tests.journal import samples as making
from tests.tui.app_harness import LIFT, SMALL, TILT, exercise, library
from tui.session.interrupted import InterruptedSession, ResumableSession, find_interrupted

TURN = exercise("turn", "Small turn", sets=2)
THREE = Routine("small", "Small routine", (*SMALL, Item(TURN, TURN.dose)))
TIMED = replace(TILT, repetition=(Movement(Phase.WORK, None),))
LEFT_SETS = [("lift", 1, "left"), ("lift", 2, "left"), ("lift", 1, "right"), ("lift", 2, "right")]


def a_set(exercise_id: str, number: int, side: str | None, done: int, outcome: Outcome) -> SetRun:
    return SetRun("S", exercise_id, number, side, 2, done, outcome)


def tilt(done: int, outcome: Outcome, reason: str | None = None) -> SetRun:
    return replace(a_set("tilt", 1, None, done, outcome), reason=reason)


SKIPPED_LIFT = [a_set(*key, 0, Outcome.SKIPPED) for key in LEFT_SETS]


def interrupted(sets: Iterable[SetRun], routine: Routine = THREE) -> InterruptedSession:
    """The session S of this routine with these sets, read from a journal."""
    doses = {item.exercise.id: asdict(item.dose) for item in routine}
    run = SessionRun(routine.id, routine.name, doses, SessionState.RUNNING, 600, 60)
    bodies: list[Body] = [*sets]
    with closing(making.in_memory()) as store:
        store.write([making.noted(run, entry="S"), *(making.noted(body) for body in bodies)])
        session = find_interrupted(store)
    assert session is not None
    return session


def resumed(sets: Iterable[SetRun]) -> ResumableSession:
    resumable = interrupted(sets).resume(library(THREE))
    assert resumable is not None
    return resumable


def place(session: Session) -> tuple[str, int | None, int | None]:
    """The exercise, set and repetition where it continues; set and repetition are None in the gap before."""
    return session.step.exercise, session.step.set, session.step.rep


@pytest.mark.parametrize(
    ("sets", "goes_on"),
    [
        ([], ("tilt", None, None)),
        ([tilt(1, Outcome.RUNNING)], ("tilt", 1, 2)),
        ([tilt(1, Outcome.STOPPED, "pain")], ("tilt", 1, 2)),
        ([tilt(1, Outcome.SKIPPED)], ("lift", None, None)),
        ([tilt(0, Outcome.SKIPPED), *SKIPPED_LIFT], ("turn", None, None)),
        ([tilt(2, Outcome.DONE), *SKIPPED_LIFT], ("turn", None, None)),
        ([tilt(1, Outcome.STOPPED, "pain"), *SKIPPED_LIFT], ("turn", None, None)),
        ([tilt(1, Outcome.STOPPED), a_set("lift", 1, "left", 0, Outcome.STOPPED)], ("lift", None, None)),
        ([*SKIPPED_LIFT, a_set("turn", 1, None, 1, Outcome.RUNNING)], ("turn", 1, 2)),
    ],
)
def test_it_continues_after_the_last_set_that_was_started_or_skipped(
    sets: list[SetRun], goes_on: tuple[str, int | None, int | None]
) -> None:
    assert place(resumed(sets).session) == goes_on


def test_with_everything_skipped_only_getting_up_remains() -> None:
    turns = [a_set("turn", number, None, 0, Outcome.SKIPPED) for number in (1, 2)]
    assert resumed([tilt(1, Outcome.SKIPPED), *SKIPPED_LIFT, *turns]).session.step.phase is Phase.FINISH


@pytest.mark.parametrize(
    ("reason", "hurt", "eased"),
    [
        (None, False, False),
        ("pain", True, False),
        ("easier", False, True),
        ("pain, easier", True, True),
    ],
)
def test_pain_and_easier_versions_are_restored(reason: str | None, *, hurt: bool, eased: bool) -> None:
    session = resumed([tilt(1, Outcome.RUNNING, reason)]).session
    assert bool(session.hurt) is hurt
    assert bool(session.eased) is eased
    assert session.hurt <= {("tilt", 1, None)}
    assert session.eased <= {"tilt"}


@pytest.mark.parametrize(
    "changed", [TIMED, replace(TILT, sides=Sides.ALTERNATING), replace(TILT, sides=Sides.BLOCKS)]
)
def test_it_cannot_continue_when_an_exercise_changed(changed: Exercise) -> None:
    now = Library({**library(THREE).exercises, "tilt": changed}, {}, ())
    assert interrupted([tilt(1, Outcome.RUNNING)]).resume(now) is None


def test_a_timed_exercise_cannot_continue_counted_nor_a_sided_one_without_sides() -> None:
    timed = Routine("small", "Small routine", (Item(TIMED, Dose(seconds=20.0)),))
    assert interrupted([], timed).resume(library(timed)) is not None
    assert interrupted([], timed).resume(library(SMALL)) is None
    both = Library({**library(THREE).exercises, "lift": replace(LIFT, sides=Sides.NONE)}, {}, ())
    assert interrupted([a_set("lift", 1, "left", 1, Outcome.RUNNING)]).resume(both) is None


@pytest.mark.parametrize(("hours", "goes_on"), [(0, True), (12, True), (12.1, False), (72, False)])
def test_after_half_a_day_it_cannot_continue(hours: float, *, goes_on: bool) -> None:
    session = interrupted([tilt(1, Outcome.RUNNING)])
    now = session.entry.at + timedelta(hours=hours)
    assert (session.resume(library(THREE), now) is not None) is goes_on


def test_it_cannot_continue_without_one_of_its_exercises() -> None:
    assert interrupted([]).resume(library(SMALL)) is None
