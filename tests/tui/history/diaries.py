"""Looking back over a journal that a test wrote: opened, and read off the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Static

from journal.observations import Activity, Note, Pain, Recall, Relief
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from tests.fakes import A_SUNDAY
from tests.tui.app_harness import AppHarness, until
from tui.history.entry_list import HistoryList
from tui.history.list_view import HistoryView
from tui.history.screen import HistoryScreen

WIDE, NARROW = (120, 40), (80, 24)
TODAY = A_SUNDAY.date()
HOSTILE = "[/] [@click=app.quit]x \x1b]52;c;AAAA\x07\x1b[2J \u202eabc\x00"


def write(harness: AppHarness, *drafts: Draft) -> None:
    harness.thread.submit(lambda store: store.write(drafts)).result(10)


def about(body: Pain | Activity | Relief | Note, days: int = 0, hours: int = 0) -> Draft:
    at = A_SUNDAY - timedelta(days=days, hours=hours)
    return Draft(body, at.date(), at, "Europe/Berlin")


def a_session(state: SessionState = SessionState.FINISHED) -> list[Draft]:
    at = A_SUNDAY - timedelta(hours=3)
    run = SessionRun("small", "Small routine", {"tilt": {"reps": 2}}, state, 60, 300)
    return [
        Draft(run, TODAY, at, "Europe/Berlin", Source.SESSION, "S"),
        Draft(
            SetRun("S", "tilt", 1, None, 2, 2, Outcome.DONE),
            TODAY,
            at,
            "Europe/Berlin",
            Source.SESSION,
            "S/1",
        ),
        Draft(
            Pain(3, Recall.DURING, session="S", exercise="tilt"),
            TODAY,
            at,
            "Europe/Berlin",
            Source.SESSION,
            "S/during/tilt",
        ),
    ]


def screen(harness: AppHarness) -> HistoryScreen:
    found = harness.app.screen_stack[2]
    assert isinstance(found, HistoryScreen)
    return found


def listed(harness: AppHarness) -> list[str]:
    """The lines of the list, headings too."""
    return [str(option.prompt) for option in screen(harness).query_one(HistoryList).options]


def entry_lines(harness: AppHarness) -> list[str]:
    """The lines of the list that are entries."""
    options = screen(harness).query_one(HistoryList).options
    return [str(option.prompt).strip() for option in options if not option.disabled]


def said(harness: AppHarness, selector: str) -> str:
    return str(screen(harness).query_one(selector, Static).render())


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    """Looking back, over what the journal holds."""
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: harness.is_ready)
        await pilot.press("h")
        await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
        await until(
            pilot,
            lambda: bool(listed(harness)) or screen(harness).query_one(HistoryView).has_class("-nothing"),
        )
        await pilot.pause()
        yield pilot


async def detail_of(pilot: Pilot[str], harness: AppHarness, text: str) -> None:
    await until(pilot, lambda: text in said(harness, "#detail-text"))
