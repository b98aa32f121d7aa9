"""Plain mode with keys that a test presses, a clock that it moves, and the lines that were said."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from journal.observations import Pain, Recall
from journal.record import Entry, SessionRun, SessionState
from journal.store.thread import StoreThread
from routines.exercise import Routine
from tests.fakes import FakeClock, RecordingSound
from tests.tui.app_harness import SMALL, QuietChild, library
from tui.journal_access import JournalAccess
from tui.plain.mode import PlainMode
from tui.settings.preferences import Preferences
from tui.sound.output import AudioOutput
from tui.system.environment import Context, Paths
from tui.system.keep_awake import Awake


class FakeKeys:
    """Keys and lines from a test; `closed` after `end`."""

    line_mode = False

    def __init__(self) -> None:
        self._keys: asyncio.Queue[str | None] = asyncio.Queue()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self.closed = False

    async def read_key(self) -> str | None:
        return None if self.closed else await self._keys.get()

    async def read_line(self) -> str | None:
        return None if self.closed else await self._lines.get()

    def press(self, *keys: str) -> None:
        for key in keys:
            self._keys.put_nowait(key)

    def write(self, *written: str) -> None:
        for line in written:
            self._lines.put_nowait(line)

    def end(self) -> None:
        self.closed = True
        self._keys.put_nowait(None)
        self._lines.put_nowait(None)


class PlainHarness:
    """Plain mode over a journal in `folder`, with a clock that moves by `after`."""

    def __init__(self, folder: Path, routine: Routine = SMALL, *, audible: bool = True) -> None:
        self.clock = FakeClock()
        self.paths = Paths(folder / "config", folder / "data", folder / "state")
        self.context = Context(clock=self.clock, paths=self.paths)
        self.thread = StoreThread(self.context.open_journal)
        self.keys = FakeKeys()
        self.lines: list[str] = []
        self.sound = RecordingSound(self.clock)
        self._library, self._routine = library(routine), routine
        self._audible = audible
        self.task: asyncio.Task[None] | None = None

    def start_without_waiting(self, say: Callable[[str], None] | None = None) -> None:
        """Start plain mode."""
        preferences = Preferences(self.paths, self._library, self._routine.id)
        self.journal = JournalAccess(self.thread, lambda _: None)
        plain = PlainMode(
            self.context,
            preferences,
            self.journal,
            keys=self.keys,
            say=say or self.lines.append,
            open_audio=self._open_audio,
        )
        self.task = asyncio.ensure_future(plain.run())

    def _open_audio(self) -> AudioOutput:
        return AudioOutput(
            self.sound, self._audible, Awake(lambda name: name, pid=1, spawn=lambda _: QuietChild())
        )

    async def wait_until(self, condition: str | Callable[[], bool]) -> None:
        """Return when a line with this text was said, or the condition is true."""
        holds = condition if callable(condition) else partial(self._has_said, condition)
        for _ in range(600):
            if holds():
                return
            await asyncio.sleep(0.005)
        raise AssertionError(f"{condition!r} did not come; there came: {self.lines}")

    def _has_said(self, text: str) -> bool:
        return any(text in line for line in self.lines)

    async def start(self) -> None:
        """Start plain mode, and return when the session runs."""
        self.start_without_waiting()
        await self.wait_until("Get ready")

    async def after(self, seconds: float) -> None:
        """Let time pass, a second at a time."""
        for _ in range(int(seconds)):
            self.clock.advance(1.0)
            await self.run_pending()

    async def run_pending(self) -> None:
        for _ in range(12):
            await asyncio.sleep(0)

    async def press(self, *keys: str) -> None:
        """Press keys, and let plain mode follow them."""
        self.keys.press(*keys)
        await self.run_pending()

    async def wait_for_end(self) -> None:
        """Return when plain mode has ended."""
        assert self.task is not None
        await asyncio.wait_for(self.task, 10)

    def entries(self, *kinds: str) -> list[Entry]:
        return self.thread.submit(lambda store: store.entries(kinds=kinds or None)).result(10)

    def states(self) -> list[SessionState]:
        return [entry.body.state for entry in self.entries("session") if isinstance(entry.body, SessionRun)]

    def ratings(self) -> list[tuple[Recall, str | None, float]]:
        pains = [entry.body for entry in self.entries("pain") if isinstance(entry.body, Pain)]
        return [(pain.recall, pain.exercise, pain.nrs) for pain in pains]

    async def close(self) -> None:
        if self.task is not None and not self.task.done():
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task
        self.thread.close()
