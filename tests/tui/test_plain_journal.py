"""Plain mode and the journal: ratings, sessions cut short, what is left out, what cannot be written."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.days import day_of
from journal.record import Draft, Pain, Recall, SessionRun, SessionState
from journal.store import Store
from tests.fakes import A_SUNDAY
from tests.tui.plain_room import Room
from tests.tui.small import SMALL
from tui.lock import SessionLock
from tui.plain import PlainModeError
from tui.settings import write_setting


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    made = Room(tmp_path)
    yield made
    await made.cleared()


# The ratings


async def test_a_digit_answers_what_is_asked_and_ten_is_two_of_them(room: Room) -> None:
    await room.begun()
    await room.press("4")
    assert room.said[-1] == "Noted: 4."
    await room.press("1", "0")
    assert room.said[-1] == "Noted: 10."
    await room.after(40)
    await room.press("6")
    await room.until(lambda: len(room.ratings()) == 2)
    assert room.ratings() == [(Recall.BEFORE, None, 10), (Recall.DURING, "tilt", 6)]


async def test_a_digit_that_answers_nothing_pauses(room: Room) -> None:
    await room.begun()
    await room.after(32)
    await room.press("4")
    assert room.said[-1].startswith("Paused")
    assert room.ratings() == []


async def test_after_the_session_each_exercise_is_asked_about_line_by_line(room: Room) -> None:
    await room.begun()
    await room.after(41)
    await room.press("2")
    await room.after(75)
    await room.until("Pain after Small tilt? 0 to 10, or enter to leave it at 2")
    room.keys.write("eleven", "11", "3", "", "10")
    await room.ended()
    assert sorted(room.ratings(), key=str) == [(Recall.AFTER, None, 10), (Recall.DURING, "tilt", 3)]
    assert room.said[-1] == "It is in your journal."
    assert sum(line.startswith("That is no number from 0 to 10.") for line in room.said) == 2


async def test_a_rating_of_just_now_is_the_one_before(room: Room) -> None:
    now = room.clock.now()
    draft = Draft(Pain(5), day_of(now), now, room.clock.zone_name)
    room.thread.submit(lambda store: store.write([draft])).result(10)
    await room.begun()
    assert not any("before you begin" in line for line in room.said)


async def test_the_morning_after_a_session_is_asked_about_before_the_next(tmp_path: Path) -> None:
    yesterday = A_SUNDAY - timedelta(days=1)
    room = Room(tmp_path)
    body = SessionRun(SMALL.id, "Small", {"tilt": {"reps": 2.0}}, SessionState.FINISHED, 60, 60)
    draft = Draft(body, day_of(yesterday), yesterday, room.clock.zone_name, entry="Y")
    room.thread.submit(lambda store: store.write([draft])).result(10)
    room.begin()
    await room.until("How is it after yesterday's session?")
    room.keys.write("3")
    await room.until("Get ready")
    assert room.ratings() == [(Recall.MORNING, None, 3)]
    await room.cleared()


# What was cut short, what else runs, what is left out


async def cut_short(folder: Path) -> None:
    """Leave a session behind as a power cut would, after its first repetition."""
    room = Room(folder)
    await room.begun()
    await room.after(36)
    revisions = room.entries()
    await room.cleared()
    with closing(Store.open(room.paths.journal, ids=room.context.ids(), now=room.clock.now)) as store:
        running = [
            Draft(
                SessionRun(
                    one.body.routine,
                    one.body.name,
                    one.body.doses,
                    SessionState.RUNNING,
                    105,
                    one.body.active_seconds,
                ),
                one.day,
                one.at,
                one.zone,
                source=one.source,
                entry=one.id,
            )
            for one in revisions
            if isinstance(one.body, SessionRun)
        ]
        store.write(running)


async def test_a_session_cut_short_goes_on_where_it_was(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = Room(tmp_path)
    room.begin()
    await room.until("Small routine was cut short at Small tilt, rep 2. space goes on")
    await room.press("z", "space")
    await room.until("Going on in 30 seconds.")
    await room.after(31)
    assert room.said[-1] == "Up, 2 seconds, rep 2 of 2"
    await room.after(105)
    await room.until("Done. 2 of 2 exercises")
    assert room.states() == [SessionState.FINISHED]
    await room.cleared()


async def test_a_session_cut_short_is_kept_and_a_new_one_begun(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = Room(tmp_path)
    room.begin()
    await room.until("was cut short")
    await room.press("k")
    await room.until("Get ready, 30 seconds. Small tilt")
    assert room.states() == [SessionState.LEFT, SessionState.RUNNING]
    await room.cleared()


async def test_a_session_cut_short_can_be_left_for_later(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = Room(tmp_path)
    room.begin()
    await room.until("was cut short")
    await room.press("q")
    await room.ended()
    assert room.states() == [SessionState.RUNNING]
    await room.cleared()


async def test_a_session_in_another_window_is_not_disturbed(room: Room) -> None:
    lock = SessionLock(room.paths.lock)
    assert lock.take()
    room.begin()
    with pytest.raises(PlainModeError, match="another window"):
        await room.ended()
    lock.let_go()


async def test_the_lock_is_held_while_it_runs_and_free_afterwards(room: Room) -> None:
    await room.begun()
    assert not SessionLock(room.paths.lock).take()
    await room.press("q", "q")
    await room.ended()
    assert SessionLock(room.paths.lock).take()


async def test_what_is_left_out_is_not_done_and_everything_left_out_is_said(room: Room) -> None:
    write_setting(room.paths.settings, "leave_out", ["tilt"])
    room.begin()
    await room.until("Get ready, 30 seconds, left side. Small lift")
    await room.press("q", "q")
    await room.ended()
    write_setting(room.paths.settings, "leave_out", ["tilt", "lift"])
    room.begin()
    with pytest.raises(PlainModeError, match="everything in this routine is left out"):
        await room.ended()


async def test_what_cannot_be_written_is_said_and_written_later(tmp_path: Path) -> None:
    room = Room(tmp_path)
    await room.begun()
    room.thread.hurry(1)
    with closing(sqlite3.connect(room.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await room.after(36)
        await room.until(lambda: room.desk.fault is not None)
        await room.press("space")
        await room.until("Not saved yet")
    await room.press("q", "q")
    await room.ended()
    await room.until(lambda: room.states() == [SessionState.LEFT])
    assert room.desk.fault is None
    await room.cleared()
