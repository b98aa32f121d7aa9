"""A routine small enough to follow by hand, and an app over it with everything passed in."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from textual.pilot import Pilot
from textual.widget import Widget

from journal.record import Draft, Entry
from journal.store.store import Store
from journal.store.thread import StoreThread
from routines.exercise import (
    Aim,
    Caution,
    Dose,
    Exercise,
    Item,
    Movement,
    Phase,
    Routine,
    Sides,
    StartPosition,
)
from routines.files.loader import Library, load_library
from tests.fakes import FakeClock
from tui.app import TolerableApp
from tui.dashboard.screen import DashboardScreen
from tui.settings.preferences import Preferences
from tui.settings.settings_file import write_setting
from tui.sound.output import AudioOutput, Bell, Silence
from tui.system.environment import Context, Paths
from tui.system.keep_awake import Awake


def exercise(name_id: str, name: str, sides: Sides = Sides.NONE, reps: int = 2, sets: int = 1) -> Exercise:
    """Repetitions of 2 s up and 3 s hold; 5 s between sets."""
    dose = Dose(reps=reps, sets=sets, rest=5.0)
    return Exercise(
        id=name_id,
        name=name,
        aim=Aim.MOBILITY,
        position=StartPosition.SUPINE,
        repetition=(Movement(Phase.MOVE, 2.0, "up"), Movement(Phase.HOLD, 3.0)),
        dose=dose,
        full=dose,
        steps=("Lie down.", "Breathe."),
        sides=sides,
        switch=15.0 if sides is Sides.BLOCKS else 0.0,
        cautions=(Caution("supine", "Leave it out if it hurts.", "Sit instead."),),
    )


TILT = exercise("tilt", "Small tilt")
LIFT = exercise("lift", "Small lift", Sides.BLOCKS, reps=1, sets=2)
SMALL = Routine("small", "Small routine", (Item(TILT, TILT.dose), Item(LIFT, LIFT.dose)))


def library(routine: Routine | None) -> Library:
    """A library of this routine alone; without one, the shipped one."""
    if routine is None:
        return load_library()
    exercises = {item.exercise.id: item.exercise for item in routine}
    return Library(exercises, {routine.id: routine}, ())


class QuietChild:
    """A program that was started and goes on until it is ended."""

    def exit_status(self) -> int | None:
        return None

    def end(self) -> None:
        pass


class AppHarness:
    """An app over a journal in `folder`, with a clock that moves by `advance`.

    It has one routine, or without one those that are shipped.
    """

    def __init__(self, folder: Path, routine: Routine | None = SMALL, *, start: bool = False) -> None:
        self.clock = FakeClock()
        paths = Paths(folder / "config", folder / "data", folder / "state")
        self.context = Context(clock=self.clock, paths=paths)
        write_setting(paths.settings, "motion", value=False)
        self.thread = StoreThread(self.context.open_journal)
        self.preferences = Preferences(paths, library(routine), None if routine is None else routine.id)
        self.app = TolerableApp(
            self.context, self.thread, self.preferences, open_audio=self._open_audio, start=start
        )

    def _open_audio(self, _bell: Bell) -> AudioOutput:
        awake = Awake(lambda name: name, pid=1, spawn=lambda _: QuietChild())
        return AudioOutput(Silence(), audible=True, awake=awake)

    @property
    def is_ready(self) -> bool:
        """Whether the dashboard has read the journal."""
        dashboard = self.app.screen_stack[1] if len(self.app.screen_stack) > 1 else None
        return isinstance(dashboard, DashboardScreen) and dashboard.state.diary is not None

    def ask(self, question: "Callable[[Store], list[Entry]]") -> list[Entry]:
        """The journal's answer, after everything handed to it before is written."""
        return self.thread.submit(question).result(10)

    def entries(self, *kinds: str) -> list[Entry]:
        return self.ask(lambda store: store.entries(kinds=kinds or None))


def write_in_time(store: Store, drafts: Sequence[Draft]) -> None:
    """Write drafts as if each had been noted on its day."""
    writer = store._writer
    for _, group in groupby(sorted(drafts, key=lambda draft: draft.at), key=lambda draft: draft.day):
        of_the_day = list(group)
        store._writer = replace(writer, now=partial(max, [draft.at for draft in of_the_day]))
        store.write(of_the_day)
    store._writer = writer


def painted(widget: Widget) -> str:
    """What a widget shows, a line a row."""
    return "\n".join(strip.text for strip in widget.render_lines(widget.size.region))


async def until(pilot: Pilot[str], condition: Callable[[], bool], patience: int = 1) -> None:
    """Return when the condition holds; fail when it does not within a few hundred turns of the loop."""
    for _ in range(400 * patience):
        if condition():
            return
        await pilot.pause()
        await asyncio.sleep(0.005)
    raise AssertionError("the condition did not come to hold")


async def pass_time(harness: AppHarness, seconds: float) -> None:
    """Let the clock run with the session looking on, at least every four seconds."""
    while seconds > 0:
        harness.clock.advance(min(4.0, seconds))
        seconds -= 4.0
        for _ in range(100):
            await asyncio.sleep(0)
