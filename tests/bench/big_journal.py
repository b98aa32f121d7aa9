"""A journal as somebody keeps it for ten years, of any number of records, made quickly.

Each day has a session whose sets were revised at every repetition, ratings, positions, relief and an activity.
"""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from journal.ids import Ids
from journal.observations import Activity, Pain, Position, Posture, Relief, Site
from journal.record import Body, Draft, Outcome, SessionRun, SessionState, SetRun, Source
from journal.store import database, records, views

DAYS = 3_650
WORDS = (
    "after",
    "the",
    "stairs",
    "garden",
    "long",
    "drive",
    "slept",
    "badly",
    "better",
    "walk",
    "desk",
    "cold",
)
RARE = "quetzalcoatlus"
"""A word that stands in one note only, the oldest: what is searched for."""

EXERCISES = ("rotational-stretch", "draw-in", "pelvic-tilt", "lateral-leg-lift", "cat-camel", "partial-curl")
REVISIONS = 10


def make_journal(path: Path, count: int, last: date) -> None:
    """Write a journal of about `count` records whose last day is `last`; none at `path` yet."""
    connection, _ = database.connect(path)
    days = max(1, min(DAYS, count // 20))
    chance = random.Random(1)
    with database.transaction(connection):
        for ago in range(days - 1, -1, -1):
            _insert_day(connection, last - timedelta(days=ago), count // days, chance, oldest=ago == days - 1)
        views.rebuild(connection, lambda _: None)
    connection.close()


def _insert_day(
    connection: sqlite3.Connection, day: date, count: int, chance: random.Random, *, oldest: bool
) -> None:
    begins = datetime.combine(day, time(8), UTC)
    ids = Ids(lambda: int(begins.timestamp() * 1000), chance.getrandbits)
    drafts = list(_of_day(day, count, chance, str(ids())))
    if oldest:
        drafts.append(Draft(Pain(4, note=RARE), day, begins, "UTC"))
    written = [records.seal(draft, name=ids(), act=ids(), recorded_at=draft.at) for draft in drafts]
    records.insert(connection, written)


def _of_day(day: date, count: int, chance: random.Random, session: str) -> Iterator[Draft]:
    sets = list(_session(session, count // 2))
    others = [_noted(number, chance) for number in range(count - len(sets))]
    for number, (body, entry, source) in enumerate([*sets, *((body, None, Source.TYPED) for body in others)]):
        at = datetime.combine(day, time(8), UTC) + timedelta(minutes=number)
        yield Draft(body, day, at, "UTC", source=source, entry=entry)


def _session(session: str, count: int) -> Iterator[tuple[Body, str, Source]]:
    doses = {exercise: {"reps": REVISIONS, "sets": 3} for exercise in EXERCISES}
    run = SessionRun("start", "First days", doses, SessionState.FINISHED, 600, 590)
    yield run, session, Source.SESSION
    for number in range(count - 1):
        which, done = divmod(number, REVISIONS)
        exercise, of_set = EXERCISES[which % len(EXERCISES)], which // len(EXERCISES) + 1
        outcome = Outcome.DONE if done == REVISIONS - 1 else Outcome.RUNNING
        body = SetRun(session, exercise, of_set, None, REVISIONS, done + 1, outcome)
        yield body, f"{session}/{exercise}/{of_set}/both", Source.SESSION


def _noted(number: int, chance: random.Random) -> Body:
    note = " ".join(chance.choices(WORDS, k=6)) if chance.random() < 0.3 else ""
    tags = tuple(chance.sample(WORDS, 1)) if chance.random() < 0.2 else ()
    match number % 8:
        case 0 if number == 0:
            return Activity(steps=chance.randrange(2_000, 12_000), note=note)
        case 1:
            return Relief("heat", before=5, after=3, after_minutes=30, note=note, tags=tags)
        case 2 | 3:
            return Position(chance.choice(list(Posture)), note=note)
        case _:
            return Pain(chance.randrange(11), sites=(chance.choice(list(Site)),), note=note, tags=tags)
