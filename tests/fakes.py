"""Fakes of the clock, the sound and the command line."""

import asyncio
import json
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest

from journal.days import DAY_ENDS
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from routines.session.cues import Tone
from tui.cli import main
from tui.system.environment import Context, find_paths

A_SUNDAY = datetime(2026, 11, 22, 14, 5, tzinfo=ZoneInfo("Europe/Berlin"))


class FakeClock:
    """A `tui.clock.Clock` whose time moves only by `advance` and `sleep_through`."""

    def __init__(self, now: datetime = A_SUNDAY, day_ends: time = DAY_ENDS) -> None:
        self._now = now
        self.day_ends = day_ends
        self._monotonic = 1_000.0
        self._boottime = 5_000.0
        self._moved = asyncio.Event()

    @property
    def zone_name(self) -> str:
        zone = self._now.tzinfo
        return zone.key if isinstance(zone, ZoneInfo) else self._now.isoformat()[-6:]

    def monotonic(self) -> float:
        return self._monotonic

    def boottime(self) -> float:
        return self._boottime

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass, and wake what waits for it."""
        self._monotonic += seconds
        self.sleep_through(seconds)
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    def sleep_through(self, seconds: float) -> None:
        """Suspend the computer: local time passes, monotonic time does not."""
        self._boottime += seconds
        zone = self._now.tzinfo
        self._now = (self._now.astimezone(ZoneInfo("UTC")) + timedelta(seconds=seconds)).astimezone(zone)

    async def wait(self, event: asyncio.Event, until: float | None) -> None:
        while not event.is_set() and (until is None or self._monotonic < until):
            await _first_of(event, self._moved)


class JumpingClock(FakeClock):
    """A clock that jumps to the time that is waited for."""

    async def wait(self, event: asyncio.Event, until: float | None) -> None:
        if until is None:
            await event.wait()
        else:
            self.advance(max(0.0, until - self.monotonic()))
            await asyncio.sleep(0)


class RecordingSound:
    """A sound that records its cues, with the seconds since it was created."""

    def __init__(self, clock: FakeClock) -> None:
        self.played: list[tuple[float, str]] = []
        self._clock = clock
        self._began = clock.monotonic()

    def play(self, tone: Tone, seconds: float = 0.0) -> None:
        self._record(f"tone {tone}{f' for {seconds:g} s' if seconds else ''}")

    def say(self, words: str) -> None:
        self._record(f"say {words}")

    def hush(self) -> None:
        self._record("hush")

    def close(self) -> None:
        self._record("close")

    def since(self, seconds: float) -> list[str]:
        """The cues from this many seconds on."""
        return [cue for at, cue in self.played if at >= seconds - 1e-6]

    def _record(self, cue: str) -> None:
        self.played.append((round(self._clock.monotonic() - self._began, 3), cue))


async def _first_of(*events: asyncio.Event) -> None:
    """Return when one of the events is set."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


@dataclass(frozen=True)
class Answer:
    """The output and exit status of a command."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """The JSON document on stdout. Fails unless it is printable ASCII without NaN."""
        assert self.out.strip().isascii()
        assert self.out.strip().isprintable()
        return json.loads(self.out, parse_constant=_no_constant)


def _no_constant(name: str) -> NoReturn:
    raise AssertionError(f"{name} is no JSON")


class CommandLine:
    """`tolerable` with a fake clock and its files below `home`."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.clock = FakeClock()
        self.paths = find_paths({"TOLERABLE_HOME": str(home)})
        self._capsys = capsys

    def __call__(self, *argv: str) -> Answer:
        self._capsys.readouterr()
        status = main(argv, self.context)
        out, err = self._capsys.readouterr()
        return Answer(status, out, err)

    def context(self) -> Context:
        return Context(clock=self.clock, paths=self.paths)

    def write_routine(self, name: str, text: str) -> Path:
        """Write a routine file of the person."""
        self.paths.routines.mkdir(parents=True, exist_ok=True)
        path = self.paths.routines / name
        path.write_text(text, encoding="utf-8")
        return path

    def write_session(self) -> None:
        """Save a session of ten minutes today, stopped because of pain in its second exercise."""
        now = self.clock.now()
        doses = {"pelvic-tilt": {"reps": 5.0}, "lateral-leg-lift": {"reps": 10.0}}
        session = SessionRun("start", "First days", doses, SessionState.STOPPED, 634, 600)
        with closing(self.context().open_journal()) as journal:
            (record,) = journal.write([Draft(session, now.date(), now, self.clock.zone_name, Source.SESSION)])
            sets = (
                SetRun(record.entry, "pelvic-tilt", 1, None, 5, 5, Outcome.DONE),
                SetRun(record.entry, "lateral-leg-lift", 1, "left", 10, 10, Outcome.DONE),
                SetRun(record.entry, "lateral-leg-lift", 1, "right", 10, 3, Outcome.STOPPED),
            )
            journal.write([Draft(run, now.date(), now, self.clock.zone_name, Source.SESSION) for run in sets])
