from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from routines.session import machine
from routines.session.events import Event, RepDone, Started, Status, StepBegan
from routines.session.machine import MOST_GAP, begin, look, next_look, start
from routines.session.plan import make_plan
from routines.session.session import GRAIN, Session
from tests.routines.samples import CURL, LIFT, ROLL, TAPS, TILT, TWIST, routine

PLAN = make_plan(routine(TILT, CURL, LIFT, ROLL, TWIST, TAPS))

COMMANDS = {
    command.__name__: command
    for command in (
        machine.start,
        machine.look,
        machine.pause,
        machine.resume,
        machine.next_exercise,
        machine.back,
        machine.stop_for_pain,
        machine.interrupted,
    )
}
JUMPS = {"next_exercise", "back"}

waits = st.floats(0, MOST_GAP) | st.floats(MOST_GAP, 100) | st.floats(-100, 0)


def accepted(session: Session, name: str, now: float) -> float:
    """The time of the plan that a command at `now` should count, by the rules alone: none while counted in."""
    if session.status is not Status.RUNNING or session.looked is None or name == "interrupted":
        return 0.0
    passed = max(0.0, now - session.looked)
    return 0.0 if passed > MOST_GAP else min(max(0.0, passed - session.ahead), session.total_left)


class AnyOrderOfCommands(RuleBasedStateMachine):
    """A person who presses anything at any time, with a clock that stalls, leaps and runs backwards."""

    @initialize()
    def begun(self) -> None:
        self.session = begin(PLAN)
        self.now = 0.0
        self.ran = 0.0
        self.reps: list[RepDone] = []

    @rule(name=st.sampled_from(sorted(COMMANDS)), wait=waits)
    def something_is_pressed(self, name: str, wait: float) -> None:
        self.command(name, wait)

    def command(self, name: str, wait: float) -> None:
        self.now += wait
        before = self.session
        ran = accepted(before, name, self.now)
        self.session, events = COMMANDS[name](before, self.now)
        self.ran += ran
        self.reps += [event for event in events if isinstance(event, RepDone)]
        assert self.session.active == pytest.approx(before.active + ran)
        if name not in JUMPS:
            assert self.session.position == pytest.approx(before.position + ran)
            assert self.session.position >= before.position
        assert before.done <= self.session.done
        if name in JUMPS and self.session.position != pytest.approx(before.position + ran):
            assert self.session.step.starts == self.session.position
            assert self.session.step.rep_key is None

    @rule(waits=st.lists(st.floats(0.5, MOST_GAP), min_size=1, max_size=15))
    def time_goes_by(self, waits: list[float]) -> None:
        for wait in waits:
            self.command("look", wait)

    @invariant()
    def time_is_neither_lost_nor_counted_twice(self) -> None:
        assert self.session.active == pytest.approx(self.ran)
        assert 0 <= self.session.position <= PLAN.seconds + GRAIN

    @invariant()
    def each_repetition_is_told_once(self) -> None:
        told = [(rep.exercise, rep.set, rep.side, rep.rep) for rep in self.reps]
        assert len(told) == len(set(told))
        assert set(told) == self.session.done

    @invariant()
    def what_is_shown_fits_what_is_left(self) -> None:
        left = self.session.ahead or self.session.left
        assert left <= self.session.shown + GRAIN
        assert self.session.shown < left + 1

    @invariant()
    def only_what_runs_is_counted_in(self) -> None:
        assert self.session.ahead >= 0
        assert self.session.ahead == 0 or self.session.status is Status.RUNNING
        standing = self.session.status in {Status.PAUSED, Status.FROZEN}
        assert (self.session.paused is not None) <= standing

    @invariant()
    def a_pause_has_a_reason_and_an_end_a_kind(self) -> None:
        assert (self.session.why is not None) == (self.session.status is Status.PAUSED)
        assert (self.session.end is not None) == (self.session.status is Status.OVER)


TestAnyOrderOfCommands = AnyOrderOfCommands.TestCase
TestAnyOrderOfCommands.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)


def run(now: float, waits: list[float]) -> tuple[Session, list[Event]]:
    """Look after each of these waits, again and again until the plan is over."""
    session, first = start(begin(PLAN), now)
    events = list(first)
    while session.status is Status.RUNNING:
        for wait in waits:
            now += wait
            session, more = look(session, now)
            events += more
    return session, events


@given(st.floats(0, 1e7), st.lists(st.floats(0.05, MOST_GAP - 0.01), min_size=1, max_size=20))
def test_every_rhythm_of_looks_tells_the_same_story(now: float, rhythm: list[float]) -> None:
    session, events = run(now, rhythm)
    assert session.active == pytest.approx(PLAN.seconds)
    assert isinstance(events[0], Started)
    begun = [event.index for event in events if isinstance(event, StepBegan)]
    assert begun == list(range(len(PLAN.steps)))
    assert [e for e in events if isinstance(e, RepDone)] == [
        RepDone(*a) for a, b in pairwise(step.rep_key for step in PLAN.steps) if a and a != b
    ]


@given(st.floats(0, 1e7), st.floats(0, 0.3))
def test_looks_that_are_aimed_see_every_step_begin_on_time(now: float, late: float) -> None:
    session = start(begin(PLAN), now)[0]
    looks = 0
    while (aim := next_look(session, now)) is not None:
        now = aim + late
        session, events = look(session, now)
        looks += 1
        assert all(event.late <= late + GRAIN for event in events if isinstance(event, StepBegan))
    assert session.status is Status.OVER
    assert looks <= PLAN.seconds + 2 * len(PLAN.steps)
