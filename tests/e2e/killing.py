"""Kills sessions at random moments and looks at what is left: `python -m tests.e2e.killing [KILLS]`.

Each session runs in a process of its own, over a journal on disk, under a clock twenty times as fast; it tells
through a pipe of every repetition that the journal has acknowledged. After SIGKILL the journal must be in order,
every acknowledged repetition in it, at most the one under way besides, none twice, and the session either whole
or ready to go on at the next repetition.
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from journal.record import Draft, Record, SessionRun, SessionState, SetRun
from journal.store.store import Store
from journal.store.thread import StoreThread
from routines.files.loader import Library
from routines.session.machine import begin
from routines.session.plan import Plan, make_plan
from tests.bench.timer import routine
from tests.e2e.fast import FastClock
from tui.session.interrupted import find_interrupted
from tui.session.recorder import SessionRecorder
from tui.session.runner import Runner
from tui.system.environment import Context, Paths

SECONDS = 90
"""The length of a session: 20 repetitions of two seconds, of which each takes a tenth of a second here."""

MOST_WAIT = 2.2
"""Seconds after which a session is over, and a kill finds nothing to kill."""


def context(folder: Path) -> Context:
    return Context(clock=FastClock(), paths=Paths(folder / "config", folder / "data", folder / "state"))


def plan() -> Plan:
    return make_plan(routine(SECONDS))


def run_session(folder: Path, told: int) -> None:
    """Run a session from its first repetition to its end, telling of each set that was written."""
    given = context(folder)
    thread = StoreThread(given.open_journal)

    def save(drafts: Sequence[Draft]) -> None:
        thread.submit(lambda store: store.write(drafts)).add_done_callback(acknowledge)

    def acknowledge(written: "Future[tuple[Record, ...]]") -> None:
        for record in written.result():
            if isinstance(record.body, SetRun):
                os.write(told, bytes([record.body.reps_done]))

    whole = plan()
    log = SessionRecorder("session", whole, given.clock.now(), given.clock.zone_name)
    first = replace(begin(whole), position=whole.steps[1].starts)
    runner = Runner(first, log, clock=given.clock, save=save, show=lambda _: None)
    asyncio.run(runner.run())
    thread.close()


def killed(folder: Path, wait: float) -> int:
    """Start a session, kill it after so many seconds; the repetitions it was told to have been written."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        run_session(folder, writing)
        os._exit(0)
    os.close(writing)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return max(told.read(), default=0)


def faults(folder: Path, acknowledged: int) -> list[str]:
    """What is wrong with the journal that a killed session left."""
    given = context(folder)
    if not given.has_journal():
        return ["no journal"] if acknowledged else []
    with closing(given.open_journal()) as store:
        return [*store.check(), *_session_faults(store, acknowledged)]


def _session_faults(store: Store, acknowledged: int) -> list[str]:
    sessions = [
        entry.body for entry in store.entries(kinds={"session"}) if isinstance(entry.body, SessionRun)
    ]
    sets = [entry.body for entry in store.entries(kinds={"set"}) if isinstance(entry.body, SetRun)]
    done = sum(one.reps_done for one in sets)
    found = []
    if len(sets) > 1 or len(sessions) > 1:
        found.append(f"{len(sessions)} sessions and {len(sets)} sets for one")
    if not acknowledged <= done <= acknowledged + 1:
        found.append(f"{acknowledged} repetitions were acknowledged, {done} are there")
    unfinished = find_interrupted(store)
    if unfinished is not None:
        whole = plan()
        exercises = {item.exercise.id: item.exercise for item in whole.routine}
        restore_session = unfinished.resume(Library(exercises, {}, ()))
        if restore_session is None or len(restore_session.session.done) != done:
            found.append("it cannot go on where it was")
    elif sessions and sessions[0].state is not SessionState.FINISHED:
        found.append("neither whole nor ready to go on")
    return found


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(20261122)
    wrong = seen = 0
    for number in range(kills):
        with TemporaryDirectory() as name:
            folder = Path(name)
            acknowledged = killed(folder, chance.uniform(0.0, MOST_WAIT))
            seen += acknowledged
            for fault in faults(folder, acknowledged):
                wrong += 1
                print(f"kill {number + 1}: {fault}")
    print(f"{kills} kills, {seen} repetitions acknowledged before them, {wrong} faults")
    return int(wrong > 0 or seen < kills)  # a session that never got under way shows nothing


if __name__ == "__main__":
    sys.exit(main())
