"""An interrupted session is offered, kept, or continued elsewhere."""

from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

from journal.days import day_of
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from tests.tui.app_harness import SMALL
from tests.tui.surroundings import Surroundings, surroundings
from tui.session.interrupted import ResumableSession, find_interrupted
from tui.session.resume import ResumeOffer

DOSES = {item.exercise.id: asdict(item.dose) for item in SMALL}
CUT = SessionRun("small", "Small routine", DOSES, SessionState.RUNNING, 100.0, 36.0)


def offer(around: Surroundings) -> ResumeOffer:
    return ResumeOffer(around.journal, around.preferences, around.clock, around.notifications, around.reload)


def record(around: Surroundings, body: SessionRun | SetRun, entry: str, ago: timedelta) -> Draft:
    at = around.clock.now() - ago
    return Draft(body, day_of(at), at, around.clock.zone_name, Source.SESSION, entry)


def save_interrupted(around: Surroundings, ago: timedelta = timedelta()) -> None:
    """Save a session with one repetition of the tilt, started some time ago."""
    tilt = SetRun("S", "tilt", 1, None, 2, 1, Outcome.RUNNING)
    around.write(record(around, CUT, "S", ago), record(around, tilt, "S/tilt/1/both", ago))


def continue_elsewhere(around: Surroundings) -> None:
    around.write(record(around, replace(CUT, active_seconds=60.0), "S", timedelta()))


def prepare(around: Surroundings, offer: ResumeOffer) -> ResumableSession | None:
    return offer.prepare(around.thread.submit(find_interrupted).result(10))


def state(around: Surroundings) -> SessionState:
    (entry,) = around.entries("session")
    assert isinstance(entry.body, SessionRun)
    return entry.body.state


def test_without_an_interrupted_session_nothing_is_offered(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        assert prepare(around, offer(around)) is None


async def test_an_offer_is_current_until_another_window_continues_the_session(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        save_interrupted(around)
        resume_offer = offer(around)
        resumable = prepare(around, resume_offer)
        assert resumable is not None
        assert "interrupted at Small tilt, rep 2" in resumable.description
        assert await resume_offer.is_current()
        assert around.notices == []
        continue_elsewhere(around)
        assert not await resume_offer.is_current()
        assert around.notices == [("Another window has continued that session.", "information")]
        assert around.reloads == 1


async def test_an_interrupted_session_can_be_kept_as_it_is(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        save_interrupted(around)
        resume_offer = offer(around)
        prepare(around, resume_offer)
        await resume_offer.keep_as_is()
        assert state(around) is SessionState.LEFT
        assert around.notices == [("Ended there and kept.", "information")]
        assert around.reloads == 1


async def test_a_session_continued_elsewhere_is_not_ended_here(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        save_interrupted(around)
        resume_offer = offer(around)
        prepare(around, resume_offer)
        continue_elsewhere(around)
        await resume_offer.keep_as_is()
        assert state(around) is SessionState.RUNNING


async def test_without_an_offer_nothing_is_saved(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        save_interrupted(around)
        await offer(around).keep_as_is()
        assert state(around) is SessionState.RUNNING
        assert around.notices == []


def test_a_session_that_cannot_continue_is_kept_as_it_is(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        save_interrupted(around, ago=timedelta(hours=13))
        assert prepare(around, offer(around)) is None
        assert state(around) is SessionState.LEFT


async def test_nothing_continues_when_the_journal_cannot_be_read(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        around.thread.close()
        assert not await offer(around).is_current()
        ((_, severity),) = around.notices
        assert severity == "error"
        assert around.reloads == 0
