"""What the tests of the journal are made with: a clock, ids, drafts, and bodies of every kind."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from journal.ids import Ids
from journal.observations import (
    BOUTS,
    MEASURES,
    Activity,
    Basis,
    BodySide,
    Doing,
    Note,
    Pain,
    Position,
    Posture,
    Quality,
    Recall,
    Relief,
    Site,
    Skip,
    Skipped,
)
from journal.record import Body, Draft, ImportRun, Outcome, Record, SessionRun, SessionState, SetRun, Source
from journal.store import database, records, views
from journal.store.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=BERLIN)
DAY = NOON.date()
RUN = ImportRun(file="days.csv", sha256="0" * 64, rows=1)


class Now:
    """A clock that is told the time."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def ids() -> Ids:
    """Ids from a clock that stands still, without chance: they differ only by being counted on."""
    return Ids(now_ms=lambda: 1_790_000_000_000, random_bits=lambda _: 0)


def in_memory(now: Now | None = None) -> Store:
    return Store.open(None, ids=ids(), now=now or Now())


def on_disk(path: Path) -> Store:
    return Store.open(path, ids=ids(), now=Now())


def change(path: Path, statement: str) -> None:
    """Do to the file what the store never would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def revisions(store: Store, entry: str) -> list[Record]:
    """All that was ever written about an entry, oldest first."""
    return records.of_entry(store._connection, entry, lambda _: None)


def rebuild(store: Store) -> None:
    """Make the views anew whatever is at fault, which the store itself never does."""
    with database.transaction(store._connection):
        views.rebuild(store._connection, lambda _: None)


def noted(body: Body, day: date = DAY, *, source: Source = Source.TYPED, entry: str | None = None) -> Draft:
    """A draft about noon of a day."""
    at = datetime(day.year, day.month, day.day, 12, 0, tzinfo=BERLIN)
    return Draft(body, day, at, "Europe/Berlin", source, entry)


def session(active_seconds: float, state: SessionState = SessionState.FINISHED) -> SessionRun:
    doses = {"pelvic-tilt": {"reps": 5, "sets": 1, "rest": 30.0, "hold": None, "seconds": None}}
    return SessionRun("start", "First days", doses, state, 660.0, active_seconds)


def a_set(of: str, done: int, outcome: Outcome = Outcome.RUNNING) -> SetRun:
    return SetRun(of, "pelvic-tilt", 1, None, 5, done, outcome)


texts = st.text(max_size=40)
any_number = st.integers(0, 10) | st.floats(0, 10)
known_days = st.integers(0, 9).map(lambda ago: DAY - timedelta(days=ago))

maybe = st.none() | any_number
tag_lists = st.lists(st.sampled_from(["stairs", "Garden", "long drive", "ünder"]), max_size=3).map(tuple)


def some(kind: type[StrEnum]) -> st.SearchStrategy[tuple[StrEnum, ...]]:
    """A few of the words of a kind."""
    return st.lists(st.sampled_from(kind), max_size=3).map(tuple)


wellbeing = {"mood": maybe, "stress": maybe, "sleep": maybe, "stiffness": maybe}

pains = st.builds(
    Pain,
    nrs=any_number,
    recall=st.sampled_from(Recall),
    sites=some(Site),
    note=texts,
    session=st.none() | texts,
    exercise=st.none() | texts,
    side=st.none() | st.sampled_from(BodySide),
    qualities=some(Quality),
    interference=maybe,
    tags=tag_lists,
    **wellbeing,
)


def _activity(values: dict[str, Any], rest: dict[str, Any]) -> Activity:
    return Activity(**values, **rest)


activities = st.builds(
    _activity,
    st.dictionaries(st.sampled_from(sorted({**MEASURES, **BOUTS})), any_number, min_size=1),
    st.fixed_dictionaries(
        {
            "note": texts,
            "doing": some(Doing),
            "basis": st.none() | st.sampled_from(Basis),
            "tags": tag_lists,
        }
    ),
)

positions = st.builds(
    Position, posture=st.sampled_from(Posture), comfortable_minutes=maybe, note=texts, tags=tag_lists
)

reliefs = st.builds(
    Relief,
    means=st.sampled_from(["heat", "Hot bath", "walking"]),
    before=maybe,
    after=maybe,
    after_minutes=maybe,
    effect_minutes=maybe,
    note=texts,
    tags=tag_lists,
)

skips = st.builds(
    Skip,
    what=st.sampled_from(Skipped),
    reason=st.sampled_from(["", "tired", "No time"]),
    note=texts,
    tags=tag_lists,
)

jottings = st.builds(Note, note=texts.map("a ".__add__), tags=tag_lists, **wellbeing)

sessions = st.builds(
    SessionRun,
    routine=texts,
    name=texts,
    doses=st.dictionaries(
        texts, st.dictionaries(texts, st.none() | st.floats(0, 900), max_size=3), max_size=3
    ),
    state=st.sampled_from(SessionState),
    planned_seconds=st.floats(0, 7200),
    active_seconds=st.floats(0, 7200),
)

sets = st.builds(
    SetRun,
    session=texts,
    exercise=texts,
    set=st.integers(1, 5),
    side=st.none() | st.sampled_from(["left", "right"]),
    planned_reps=st.integers(10, 20),
    reps_done=st.integers(0, 10),
    outcome=st.sampled_from(Outcome),
    reason=st.none() | texts,
)

bodies = pains | activities | positions | reliefs | skips | jottings | sessions | sets

drafts = st.builds(
    Draft,
    body=bodies,
    day=st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - given by timezones
    zone=st.sampled_from(["Europe/Berlin", "+05:45", "UTC"]),
    source=st.sampled_from(Source),
)
