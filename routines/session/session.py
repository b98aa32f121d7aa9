"""A session: its plan, and where it stands. A frozen value; the machine makes the next one."""

import math
from bisect import bisect_right
from dataclasses import dataclass

from routines.exercise import Exercise, Phase
from routines.session.events import (
    End,
    Event,
    Pause,
    Status,
)
from routines.session.plan import (
    Plan,
    RepKey,
    SetKey,
    Span,
    Step,
)

GRAIN = 1e-6
"""Times closer than this, in seconds, count as equal: sums of floats are not exact."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session at one moment.

    `position` is where it is in the plan's time, `active` how long it has run, both in seconds. `looked` is the
    `now` up to which time is accounted for. `done` holds every repetition that was run through. `ahead` is what
    is left of the countdown after a pause, in seconds, during which the position stands still; `paused` is the
    `now` since which it is paused or stopped. `hurt` holds the sets that a stop for pain spoke of,
    `eased` the exercises that are done in their easier form.
    """

    plan: Plan
    status: Status = Status.READY
    position: float = 0.0
    active: float = 0.0
    looked: float | None = None
    done: frozenset[RepKey] = frozenset()
    why: Pause | None = None
    end: End | None = None
    ahead: float = 0.0
    paused: float | None = None
    hurt: frozenset[SetKey] = frozenset()
    eased: frozenset[str] = frozenset()

    @property
    def index(self) -> int:
        """The index of the current step; at the end that of the last."""
        return bisect_right(self.plan.steps, self.position + GRAIN, key=lambda step: step.starts) - 1

    @property
    def step(self) -> Step:
        """The current step."""
        return self.plan.steps[self.index]

    @property
    def left(self) -> float:
        """Seconds left of the current step."""
        return max(0.0, self.step.starts + self.step.seconds - self.position)

    @property
    def shown(self) -> int:
        """What a countdown shows, of the step or to its going on: whole seconds, never less than are left."""
        return math.ceil((self.ahead or self.left) - GRAIN)

    @property
    def total_left(self) -> float:
        """Seconds left of the whole plan."""
        return max(0.0, self.plan.seconds - self.position)

    @property
    def span(self) -> Span | None:
        """The set that is being done or prepared; None while getting up at the end."""
        index = self.index
        return next((span for span in self.plan.spans if span.gap <= index <= span.last), None)

    @property
    def set_key(self) -> SetKey | None:
        """The set that is being done or prepared, with its side; None while getting up."""
        span = self.span
        return None if span is None else (span.exercise, span.set, span.side or self.step.side)

    @property
    def exercise_before(self) -> str | None:
        """The exercise before the current gap, if anything of it was done."""
        last = self.plan.steps[self.index - 1].exercise if self.index else None
        return last if any(key[0] == last for key in self.done) else None

    @property
    def stopped_set(self) -> SetKey | None:
        """The set that a stop for pain speaks of now: the one that is being done, or rested before.

        While getting up, or ready for an exercise that was not begun, it is the last one done of the exercise before;
        None when nothing of that was done: then nobody knows what it was that hurt.
        """
        coming = self.step.exercise if self.step.phase is not Phase.FINISH else None
        begun = any(key[0] == coming for key in (*self.done, *self.hurt))
        if begun or self.step.phase not in {Phase.PREPARE, Phase.FINISH}:
            return self.set_key
        return self._last_done(self.exercise_before)

    def _last_done(self, exercise: str | None) -> SetKey | None:
        """The last set of an exercise of which something was done."""
        backwards = (step.rep_key for step in reversed(self.plan.steps) if step.exercise == exercise)
        return next((key[:3] for key in backwards if key is not None and key in self.done), None)

    @property
    def exercise(self) -> Exercise:
        """The exercise that is being done or prepared."""
        return self.plan.item(self.step.exercise).exercise

    @property
    def reps_of_span(self) -> int:
        """How many repetitions the current set has (of each side); 0 while getting up."""
        span = self.span
        return self.plan.steps[span.last].rep or 0 if span else 0


Change = tuple[Session, tuple[Event, ...]]
