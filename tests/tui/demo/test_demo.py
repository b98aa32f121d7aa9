"""The example diary holds nothing that the program could not have written itself."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.observations import Pain, Recall, Relief
from journal.record import Draft, Entry, SessionRun, SessionState, Source
from journal.store.store import Store
from routines.exercise import Dose, Item
from routines.files.loader import load_library
from routines.progression import doses_today, with_doses
from routines.session.events import Event, Status
from routines.session.machine import begin, end, look, start
from routines.session.plan import Plan, make_plan
from routines.session.session import Session
from tests.fakes import A_SUNDAY, FakeClock
from tui.demo.diary import ONE_BY_ONE, ROUTINE, example_journal
from tui.session.doses import build_trials
from tui.session.ratings import question_after, recent_rating, session_question
from tui.session.recorder import SessionRecorder
from tui.settings.settings import Settings
from tui.system.clock import local_time
from tui.system.environment import Context, find_paths
from tui.today.snapshot import read_snapshot

LIBRARY = load_library()
START = LIBRARY.routines[ROUTINE]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    home: Path = tmp_path_factory.mktemp("example")
    context = Context(FakeClock(), find_paths({"TOLERABLE_HOME": str(home)}))
    with closing(example_journal(context, LIBRARY)) as store:
        yield store


def sessions(journal: Store) -> list[tuple[Entry, SessionRun]]:
    runs = journal.entries(kinds={SessionRun.kind})
    return [(entry, entry.body) for entry in runs if isinstance(entry.body, SessionRun)]


def ratings(journal: Store, run: Entry, recall: Recall) -> list[tuple[Entry, Pain]]:
    parts = [(part, part.body) for part in journal.parts(run.id)]
    return [(part, body) for part, body in parts if isinstance(body, Pain) and body.recall is recall]


def plan_of(body: SessionRun) -> Plan:
    doses = {exercise: Dose(**values) for exercise, values in body.doses.items()}  # type: ignore[arg-type]
    items = tuple(Item(item.exercise, doses[item.exercise.id]) for item in START)
    return make_plan(replace(START, items=items))


def led(plan: Plan, seconds: float) -> Iterator[tuple[Session, tuple[Event, ...]]]:
    """What the machine makes of a session that is looked at every few seconds, and is ended after so many."""
    session, events = start(begin(plan), 0.0)
    yield session, events
    now = 0.0
    while now < seconds:
        now = min(now + 4.0, seconds)
        session, events = look(session, now)
        yield session, events
    if session.status is Status.RUNNING:
        yield end(session, now)


def after_seconds(plan: Plan, seconds: float) -> Session:
    """The session as it goes after so many seconds."""
    return next(session for session, _ in led(plan, seconds) if (session.looked or 0.0) >= seconds)


def log_of(journal: Store, run: Entry, body: SessionRun) -> SessionRecorder:
    began = local_time(run.at, run.zone)
    before = next(
        (pain.nrs for part, pain in ratings(journal, run, Recall.BEFORE) if part.at == run.at), None
    )
    return SessionRecorder(run.id, plan_of(body), began, run.zone, before, run.day)


def test_a_session_is_written_as_the_program_writes_one_that_is_led(journal: Store) -> None:
    for run, body in sessions(journal):
        log = log_of(journal, run, body)
        drafts: dict[str | None, Draft] = {}
        for session, events in led(log.plan, body.active_seconds):
            drafts |= {draft.entry: draft for draft in log.drafts(session, events)}
        held = {part.id: part for part in (run, *journal.parts(run.id)) if part.at == run.at}
        assert held.keys() == drafts.keys()
        for entry, draft in drafts.items():
            one = held[str(entry)]
            assert (one.body, one.day, one.at, one.zone, one.source) == (
                draft.body,
                draft.day,
                draft.at,
                draft.zone,
                draft.source,
            )


def test_each_rating_answers_what_is_asked_at_its_time(journal: Store) -> None:
    asked_in_all = 0
    for run, body in sessions(journal):
        log = log_of(journal, run, body)
        under_way = [
            *(one for one in ratings(journal, run, Recall.BEFORE) if one[0].at > run.at),
            *ratings(journal, run, Recall.DURING),
        ]
        for part, pain in under_way:
            session = after_seconds(log.plan, (part.at - run.at).total_seconds())
            asked = session_question(session, run.id, before=log.before is not None)
            assert asked is not None
            answer = asked.answer(pain.nrs, FakeClock(local_time(part.at, part.zone)))
            assert (answer.entry, answer.body, answer.day, answer.at) == (part.id, pain, part.day, part.at)
            asked_in_all += 1
    assert asked_in_all > 100


def test_afterwards_and_on_the_next_morning_it_is_asked_how_it_is(journal: Store) -> None:
    mornings = 0
    for run, body in sessions(journal):
        over = run.at + timedelta(seconds=body.active_seconds)
        for part, _ in ratings(journal, run, Recall.AFTER):
            assert part.id == question_after(run.id, "").entry
            assert over < part.at < over + timedelta(minutes=2)
        for part, _ in ratings(journal, run, Recall.MORNING):
            assert part.day == run.day + timedelta(days=1)
            mornings += 1
    assert mornings > 8


def test_each_session_was_done_with_the_doses_of_its_day(journal: Store) -> None:
    entries = journal.entries()
    asked = set()
    for run, body in sessions(journal):
        before = [entry for entry in entries if entry.at < run.at]
        routine = with_doses(START, doses_today(START, build_trials(before), run.day))
        assert plan_of(body) == make_plan(routine)
        asked.add(tuple(item.dose for item in routine))
    assert len(asked) > 3


def test_a_rating_of_shortly_before_serves_as_the_one_before_the_session(journal: Store) -> None:
    entries, served = journal.entries(), 0
    for run, body in sessions(journal):
        rating = recent_rating([entry for entry in entries if entry.at <= run.at], run.at)
        log = log_of(journal, run, body)
        assert log.before == (None if rating is None else rating.nrs)
        served += rating is not None
    assert 0 < served < len(sessions(journal))


def test_one_session_was_left_and_the_others_were_done(journal: Store) -> None:
    states = Counter(body.state for _, body in sessions(journal))
    assert states.pop(SessionState.LEFT) == 1
    assert set(states) == {SessionState.FINISHED}


def test_nothing_is_recorded_before_it_was_done_and_nothing_long_after(journal: Store) -> None:
    for entry in journal.entries():
        done = entry.at
        match entry.body:
            case SessionRun(active_seconds=seconds):
                done += timedelta(seconds=seconds)
            case Relief(after_minutes=minutes):
                done += timedelta(minutes=minutes or 0)
            case _:
                pass
        assert done <= entry.recorded_at <= A_SUNDAY
        assert not entry.backfilled


def test_what_is_typed_and_what_belongs_to_a_session_have_their_own_source(journal: Store) -> None:
    for entry in journal.entries():
        belongs = isinstance(entry.body, SessionRun) or getattr(entry.body, "session", None) is not None
        assert entry.source is (Source.SESSION if belongs else Source.TYPED)


def test_each_thing_of_the_last_days_can_be_taken_back_alone(journal: Store) -> None:
    recent = [entry for entry in journal.entries() if entry.at > A_SUNDAY - ONE_BY_ONE]
    typed = [entry.act for entry in recent if entry.source is Source.TYPED]
    assert len(typed) > 10
    assert len(set(typed)) == len(typed)


def test_the_journal_has_no_fault(journal: Store) -> None:
    assert journal.check() == []


def test_nothing_is_unfinished_when_the_example_opens_and_nothing_is_done_yet(journal: Store) -> None:
    known = read_snapshot(journal, START, Settings(), A_SUNDAY.date())
    assert known.interrupted is None
    assert known.banner is None
    assert known.diary.has_sessions
    assert known.diary.measure == "steps"
    assert not known.diary.done
    assert known.today is not None
    assert len(known.today.reasons) == len(START.items)


def test_ratings_of_sessions_enter_no_day(journal: Store) -> None:
    now = Counter(
        entry.day
        for entry in journal.entries(kinds={Pain.kind})
        if isinstance(entry.body, Pain) and entry.body.recall is Recall.NOW
    )
    assert {row.day: row.ratings for row in journal.days() if row.ratings} == dict(now)
