"""A stop for pain between two exercises: what it saves and changes, and where the session continues after a kill."""

from collections.abc import Iterator, Sequence
from contextlib import closing

import pytest

from journal.record import Outcome, SetRun
from journal.store.store import Store
from routines.exercise import Item, Phase, Routine
from routines.session.events import Event
from routines.session.machine import begin, end, look, next_exercise, pause, resume, start, stop_for_pain
from routines.session.plan import make_plan
from tests.fakes import A_SUNDAY
from tests.journal import samples as making
from tests.tui.app_harness import LIFT, TILT, exercise, library
from tui.session.doses import build_trials
from tui.session.interrupted import ResumableSession, find_interrupted
from tui.session.ratings import session_question
from tui.session.recorder import SessionRecorder
from tui.session.runner import SessionAction

TURN = exercise("turn", "Small turn")
THREE = Routine(
    "small", "Small routine", (Item(TILT, TILT.dose), Item(LIFT, LIFT.dose), Item(TURN, TURN.dose))
)
GETTING_READY_TO_LIFT, TILTING = 43.0, 36.0
TO_THE_END = make_plan(THREE).seconds + 30.0
"""Seconds that suffice for the whole with its countdowns."""

STOPPED = ("tilt", 2, Outcome.DONE, "pain")


class Diary:
    """A session of three exercises, saved while it runs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._now = 0.0
        self._log = SessionRecorder("S", make_plan(THREE), A_SUNDAY, "Europe/Berlin")
        self.session, events = start(begin(self._log.plan), self._now)
        self._write(events)

    def _write(self, events: Sequence[Event]) -> None:
        if drafts := self._log.drafts(self.session, events):
            self._store.write(drafts)

    def run_to(self, moment: float) -> None:
        while self._now < moment:
            self._now += 1.0
            self.do(look)

    def do(self, *acts: SessionAction) -> None:
        for act in acts:
            self.session, events = act(self.session, self._now)
            self._write(events)

    @property
    def sets(self) -> list[tuple[str, int, Outcome, str | None]]:
        """Exercise, repetitions done, outcome and reason of each set, in the order of the names."""
        bodies = [entry.body for entry in self._store.entries(kinds={SetRun.kind})]
        return sorted((b.exercise, b.reps_done, b.outcome, b.reason) for b in bodies if isinstance(b, SetRun))

    @property
    def stopped(self) -> dict[str, bool]:
        """The exercises with a trial, and whether each was stopped because of pain."""
        return {trial.exercise: trial.stopped for trial in build_trials(self._store.entries())}

    def resume(self) -> ResumableSession:
        """The session that continues after a kill at this moment."""
        interrupted = find_interrupted(self._store)
        assert interrupted is not None
        resumable = interrupted.resume(library(THREE))
        assert resumable is not None
        return resumable


@pytest.fixture
def diary() -> Iterator[Diary]:
    with closing(making.in_memory()) as store:
        yield Diary(store)


def test_a_stop_in_a_gap_counts_for_the_exercise_before(diary: Diary) -> None:
    diary.run_to(GETTING_READY_TO_LIFT)
    diary.do(stop_for_pain)
    assert diary.sets == [STOPPED]
    assert diary.stopped == {"tilt": True}


def test_ending_after_a_stop_reports_no_pain_for_an_exercise_not_started(diary: Diary) -> None:
    diary.run_to(GETTING_READY_TO_LIFT)
    diary.do(stop_for_pain, end)
    assert diary.sets == [("lift", 0, Outcome.LEFT, None), STOPPED]
    assert diary.stopped == {"tilt": True}


def test_skipping_the_next_exercise_after_a_stop_is_saved_as_skipped(diary: Diary) -> None:
    diary.run_to(GETTING_READY_TO_LIFT)
    diary.do(stop_for_pain, next_exercise)
    assert diary.sets == [*[("lift", 0, Outcome.SKIPPED, None)] * 4, STOPPED]
    assert diary.stopped == {"tilt": True}
    assert diary.resume().session.step.exercise == "turn"


def test_an_exercise_that_continues_after_a_stop_is_done(diary: Diary) -> None:
    diary.run_to(GETTING_READY_TO_LIFT)
    diary.do(stop_for_pain, resume)
    diary.run_to(TO_THE_END)
    assert diary.stopped == {"tilt": True, "lift": False, "turn": False}


def test_a_stop_in_the_first_seconds_counts_for_no_exercise(diary: Diary) -> None:
    diary.run_to(3.0)
    diary.do(stop_for_pain)
    assert diary.sets == []
    diary.do(end)
    assert diary.sets == [("tilt", 0, Outcome.LEFT, None)]
    assert diary.stopped == {}


def test_a_half_done_exercise_stays_skipped_and_has_its_pain(diary: Diary) -> None:
    diary.run_to(TILTING)
    diary.do(next_exercise, stop_for_pain)
    assert diary.sets == [("tilt", 1, Outcome.SKIPPED, "pain")]
    assert diary.stopped == {"tilt": True}
    resumed = diary.resume().session
    assert (resumed.step.exercise, resumed.step.phase) == ("lift", Phase.PREPARE)


def test_after_a_kill_the_pain_stays_and_the_session_continues_at_its_place(diary: Diary) -> None:
    diary.run_to(GETTING_READY_TO_LIFT)
    diary.do(stop_for_pain)
    resumed = diary.resume().session
    assert resumed.hurt == {("tilt", 1, None)}
    assert (resumed.step.exercise, resumed.step.phase) == ("lift", Phase.PREPARE)


def test_a_stop_while_getting_up_counts_for_the_last_exercise(diary: Diary) -> None:
    diary.run_to(make_plan(THREE).seconds - 10.0)
    diary.do(stop_for_pain, end)
    assert diary.stopped == {"tilt": False, "lift": False, "turn": True}


@pytest.mark.parametrize("moment", [GETTING_READY_TO_LIFT, 3.0])
def test_a_stop_and_the_open_question_are_about_the_same_exercise(diary: Diary, moment: float) -> None:
    diary.run_to(moment)
    diary.do(pause)
    asked = session_question(diary.session, "S", before=True)
    diary.do(stop_for_pain)
    assert {key[0] for key in diary.session.hurt} == ({asked.exercise} if asked else set())
