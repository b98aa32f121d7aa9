"""How exact the timer is: `python -m tests.bench.timer [SECONDS]`.

Runs a session of one-second movements under the real clock for about so many seconds (60 unless told) and prints
how late each phase began, and how far the session has drifted from the clock in the end. Run it on an idle
machine.
"""

import asyncio
import sys
import time
from collections.abc import Sequence

from journal.record import Draft
from routines.exercise import Aim, Dose, Exercise, Item, Movement, Phase, Routine, StartPosition
from routines.session.machine import begin
from routines.session.plan import make_plan
from routines.session.session import Session
from tui.session.recorder import SessionRecorder
from tui.session.runner import Runner
from tui.system.clock import SystemClock


def routine(seconds: int) -> Routine:
    """Repetitions of a second up and a second down; with getting ready and getting up about `seconds` in all."""
    dose = Dose(reps=max(1, (seconds - 50) // 2))
    up, down = Movement(Phase.MOVE, 1.0), Movement(Phase.RELAX, 1.0)
    exercise = Exercise(
        "tick", "Tick", Aim.MOBILITY, StartPosition.SUPINE, (up, down), dose, dose, ("Move once a second.",)
    )
    return Routine("bench", "Bench", (Item(exercise, dose),))


async def run(seconds: int) -> tuple[list[float], float]:
    """How late each step was seen to begin, and the drift at the end, in seconds."""
    clock = SystemClock()
    plan = make_plan(routine(seconds))
    late: list[float] = []
    last = -1
    began = 0.0

    def show(session: Session) -> None:
        nonlocal last
        if session.index != last:
            last = session.index
            late.append(time.monotonic() - began - session.step.starts)

    def save(_: Sequence[Draft]) -> None:
        pass

    log = SessionRecorder("bench", plan, clock.now(), clock.zone_name)
    runner = Runner(begin(plan), log, clock=clock, save=save, show=show)
    began = time.monotonic()  # making the cues takes milliseconds, before anybody has pressed a key
    await runner.run()
    return late, time.monotonic() - began - plan.seconds


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    late, drift = asyncio.run(run(seconds))
    ordered = sorted(late)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    print(f"{len(late)} phases in about {seconds} s")
    print(f"late by median {1000 * ordered[len(ordered) // 2]:.2f} ms, p99 {1000 * p99:.2f} ms (at most 5)")
    print(f"drift at the end {1000 * drift:.2f} ms (at most 5 in 60 s)")


if __name__ == "__main__":
    main()
