"""What the screens ask of the days, alone: only when there is time, only up to today, and a week the same all week."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from journal.days import DayRow
from journal.observations import MEASURES
from journal.pacing.week import WeekPlan
from journal.record import Entry
from journal.values import JournalError
from tests.fakes import A_SUNDAY, FakeClock
from tests.journal.pacing.weeks import MONDAY
from tests.tui.app_harness import SMALL, library
from tui.analysis.findings import AnalysisOptions, DiaryAnalysis, analyse_diary, plan_week
from tui.analysis.service import AnalysisService
from tui.journal_access import JournalAccess
from tui.notices import Notifications
from tui.settings.preferences import Preferences
from tui.system.environment import Paths
from tui.today.snapshot import DiaryDays

TODAY = A_SUNDAY.date()


class CountingJournal:
    """A journal of these days alone."""

    def __init__(self, rows: tuple[DayRow, ...]) -> None:
        self.rows = rows

    def days(self, *, since: date = date.min, until: date = date.max) -> list[DayRow]:
        return [row for row in self.rows if since <= row.day <= until]

    def entries(self, **_: object) -> list[Entry]:
        return []


class CountingDesk:
    """Answers from the days, counts how often it was asked, and lets something happen while it is read."""

    def __init__(self, rows: tuple[DayRow, ...]) -> None:
        self.asked = 0
        self.meanwhile: Callable[[], None] = lambda: None
        self._journal = CountingJournal(rows)

    async def ask(self, question: Callable[[Any], Any]) -> Any:
        self.asked += 1
        self.meanwhile()
        return question(self._journal)


class AnalysisHarness:
    """An inquiry with all that it is given: days, a clock, settings in `folder`, whether a session is led."""

    def __init__(self, folder: Path, rows: tuple[DayRow, ...] = (), day: date = TODAY) -> None:
        self.journal = CountingDesk(rows)
        self.busy = False
        self.told: list[str] = []
        self.preferences = Preferences(
            Paths(folder / "config", folder / "data", folder / "state"), library(SMALL), None
        )
        self.analysis = AnalysisService(
            cast("JournalAccess", self.journal),
            FakeClock(A_SUNDAY + (day - TODAY)),
            self.preferences,
            Notifications(lambda text, _: self.told.append(text)),
            lambda: self.busy,
        )

    def a_session_begins(self) -> None:
        self.busy = True

    def a_fault(self) -> None:
        raise JournalError("journal.db: cannot be read")


def row(day: date, steps: float, pain: float) -> DayRow:
    activity = dict.fromkeys(MEASURES) | {"steps": steps}
    return DayRow(day, pain, None, None, 1, activity, {"steps": "typed"})


def some_days(count: int = 5, last: date = TODAY) -> tuple[DayRow, ...]:
    return tuple(row(last - timedelta(days=back), 5_000.0 + back, 3.0) for back in range(count, -1, -1))


ASKED = {
    "findings": lambda analysis: analysis.findings(None, later=True),
    "pacing": lambda analysis: analysis.pacing(),
    "effects": lambda analysis: analysis.effects(),
}


# Busy


@pytest.mark.parametrize("what", ASKED)
async def test_a_session_that_begins_while_the_journal_is_read_has_all_the_time(
    what: str, tmp_path: Path
) -> None:
    room = AnalysisHarness(tmp_path, some_days())
    assert await ASKED[what](room.analysis) is not None
    room.journal.meanwhile = room.a_session_begins
    assert await ASKED[what](room.analysis) is None
    assert (room.journal.asked, room.told) == (2, [])


async def test_the_dashboard_is_told_nothing_while_a_session_is_led(tmp_path: Path) -> None:
    room, diary = AnalysisHarness(tmp_path), DiaryDays(TODAY, some_days())
    room.busy = True
    assert await room.analysis.of_dashboard(diary.rows, diary.today, None) is None
    room.busy = False
    assert await room.analysis.of_dashboard(diary.rows, diary.today, None) is not None
    assert room.journal.asked == 0


# Known already


def known_of(rows: tuple[DayRow, ...], tolerance: float | None = None) -> DiaryAnalysis:
    return analyse_diary(rows, TODAY, AnalysisOptions(tolerance=tolerance))


async def test_what_is_known_already_is_not_found_again(tmp_path: Path) -> None:
    room = AnalysisHarness(tmp_path)
    assert await room.analysis.of_dashboard(some_days(), TODAY, known_of(some_days())) is None


async def test_other_days_another_today_and_another_tolerance_are_found_anew(tmp_path: Path) -> None:
    room, known = AnalysisHarness(tmp_path), known_of(some_days())
    fewer = await room.analysis.of_dashboard(some_days(4), TODAY, known)
    assert fewer is not None
    assert fewer.rows == some_days(4)
    tomorrow = await room.analysis.of_dashboard(some_days(), TODAY + timedelta(days=1), known)
    assert tomorrow is not None
    assert tomorrow.today == TODAY + timedelta(days=1)
    room.preferences.change("tolerance", 4)
    tolerant = await room.analysis.of_dashboard(some_days(), TODAY, known)
    assert tolerant is not None
    assert tolerant.asked.tolerance == 4
    assert await room.analysis.of_dashboard(some_days(), TODAY, tolerant) is None


# Faults, and days to come


@pytest.mark.parametrize("what", ASKED)
async def test_what_cannot_be_read_is_told_once_and_answered_with_nothing(what: str, tmp_path: Path) -> None:
    room = AnalysisHarness(tmp_path, some_days())
    room.journal.meanwhile = room.a_fault
    assert await ASKED[what](room.analysis) is None
    assert room.told == ["journal.db: cannot be read"]


async def test_days_after_today_are_not_looked_at(tmp_path: Path) -> None:
    room = AnalysisHarness(tmp_path, (*some_days(), *some_days(2, TODAY + timedelta(days=300))))
    findings = await room.analysis.findings(None, later=True)
    assert findings is not None
    assert (findings.rows, findings.last) == (some_days(), TODAY)
    pacing = await room.analysis.pacing()
    assert pacing is not None
    assert pacing.progress.known == 6


# A week


def with_a_gap(seed: int, gap: int) -> Iterator[DayRow]:
    """Days whose middling steps go with the least pain, none of them in the `gap` days before the Monday, and a week."""
    chance = random.Random(seed)
    for back in range(170, -7, -1):
        steps, noise = 6_000 * chance.lognormvariate(0, 0.5), chance.gauss(0, 1.3)
        pain = 3 + 2 * ((steps / 7_000) ** 0.5 - 1) ** 2 / 0.2 + noise
        if not 0 < back <= gap:
            yield row(MONDAY - timedelta(days=back), round(steps), min(10.0, max(0.0, pain)))


@pytest.mark.parametrize(("seed", "gap"), [(0, 0), (46, 9), (399, 12)])
async def test_after_a_gap_of_days_too_a_plan_stays_all_week(seed: int, gap: int, tmp_path: Path) -> None:
    rows, plans = tuple(with_a_gap(seed, gap)), set()
    for n in range(7):
        day = MONDAY + timedelta(days=n)
        pacing = await AnalysisHarness(tmp_path, rows, day).analysis.pacing()
        assert pacing is not None
        assert isinstance(pacing.plan, WeekPlan)
        plans.add(pacing.plan)
    assert plans == {plan_week(rows, MONDAY).plan}
