"""Plain mode and the journal: ratings, sessions interrupted, exercises excluded, what cannot be written."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.days import day_of
from journal.observations import Pain, Recall
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun
from routines.exercise import Item, Routine
from tests.fakes import A_SUNDAY
from tests.tui.app_harness import SMALL, TILT, exercise
from tests.tui.plain.harness import PlainHarness
from tui.plain.start import PlainModeError
from tui.session.lock import SessionLock
from tui.settings.settings import write_setting


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    made = PlainHarness(tmp_path)
    yield made
    await made.cleared()


# The ratings


async def test_a_digit_answers_what_is_asked_and_ten_is_two_of_them(room: PlainHarness) -> None:
    await room.begun()
    await room.press("4")
    assert room.said[-1] == "Saved: 4."
    await room.press("1", "0")
    assert room.said[-1] == "Saved: 10."
    await room.after(40)
    await room.press("6")
    await room.until(lambda: len(room.ratings()) == 2)
    assert room.ratings() == [(Recall.BEFORE, None, 10), (Recall.DURING, "tilt", 6)]


async def test_a_digit_that_answers_nothing_pauses(room: PlainHarness) -> None:
    await room.begun()
    await room.after(32)
    await room.press("4")
    assert room.said[-1].startswith("Paused")
    assert room.ratings() == []


async def test_after_the_session_each_exercise_is_asked_about_line_by_line(room: PlainHarness) -> None:
    await room.begun()
    await room.after(41)
    await room.press("2")
    await room.after(75)
    await room.until("Pain after Small tilt? 0 to 10, or enter to keep 2")
    room.keys.write("eleven", "11", "3", "", "10")
    await room.ended()
    assert sorted(room.ratings(), key=str) == [(Recall.AFTER, None, 10), (Recall.DURING, "tilt", 3)]
    assert room.said[-1] == "Saved to your journal."
    assert sum(line.startswith("Please type a number from 0 to 10.") for line in room.said) == 2


async def test_a_rating_of_just_now_is_the_one_before(room: PlainHarness) -> None:
    now = room.clock.now()
    draft = Draft(Pain(5), day_of(now), now, room.clock.zone_name)
    room.thread.submit(lambda store: store.write([draft])).result(10)
    await room.begun()
    assert not any("before you begin" in line for line in room.said)


def write_yesterday_s_session(room: PlainHarness, *, reps: int) -> None:
    """A session of the day before in which so many repetitions were done."""
    yesterday = A_SUNDAY - timedelta(days=1)
    day, zone = day_of(yesterday), room.clock.zone_name
    run = SessionRun(SMALL.id, "Small", {"tilt": {"reps": 2.0}}, SessionState.LEFT, 60, 60)
    tilt = SetRun("Y", "tilt", 1, None, 2, reps, Outcome.LEFT)
    drafts = [Draft(run, day, yesterday, zone, entry="Y"), Draft(tilt, day, yesterday, zone)]
    room.thread.submit(lambda store: store.write(drafts)).result(10)


async def test_who_does_not_want_to_be_asked_about_the_morning_is_not(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path)
    write_setting(room.paths.settings, "prompt_morning", value=False)
    write_yesterday_s_session(room, reps=1)
    await room.begun()
    assert not any("yesterday" in line for line in room.said)
    await room.cleared()


async def test_the_morning_after_a_session_is_asked_about_before_the_next(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path)
    write_yesterday_s_session(room, reps=1)
    room.begin()
    await room.until("How is it after yesterday's session?")
    room.keys.write("3")
    await room.until("Get ready")
    assert room.ratings() == [(Recall.MORNING, None, 3)]
    await room.cleared()


async def test_the_morning_after_a_session_in_which_nothing_was_done_is_not_asked_about(
    room: PlainHarness,
) -> None:
    write_yesterday_s_session(room, reps=0)
    await room.begun()
    assert not any("yesterday" in line for line in room.said)


# What was cut short, what else runs, what is left out


async def cut_short(folder: Path) -> None:
    """Leave a session behind as a closed window does, after its first repetition."""
    room = PlainHarness(folder)
    await room.begun()
    await room.after(36)
    await room.cleared()


async def test_a_session_cut_short_goes_on_where_it_was(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = PlainHarness(tmp_path)
    room.begin()
    await room.until("Small routine was interrupted at Small tilt, rep 2. space: continue")
    await room.press("z", "space")
    await room.until("Continuing in 30 seconds.")
    await room.after(31)
    assert room.said[-1] == "Up, 2 seconds, rep 2 of 2"
    await room.after(105)
    await room.until("Done. 2 of 2 exercises")
    assert room.states() == [SessionState.FINISHED]
    await room.cleared()


async def test_a_session_cut_short_is_kept_and_a_new_one_begun(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = PlainHarness(tmp_path)
    room.begin()
    await room.until("was interrupted")
    await room.press("k")
    await room.until("Get ready, 30 seconds. Small tilt")
    assert room.states() == [SessionState.LEFT, SessionState.RUNNING]
    await room.cleared()


async def test_a_session_cut_short_over_half_a_day_ago_is_kept_unasked(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = PlainHarness(tmp_path)
    room.clock.advance(13 * 3600)
    await room.begun()
    assert not any("interrupted" in line for line in room.said)
    assert room.states() == [SessionState.LEFT, SessionState.RUNNING]
    await room.cleared()


async def test_a_session_cut_short_can_be_left_for_later(tmp_path: Path) -> None:
    await cut_short(tmp_path)
    room = PlainHarness(tmp_path)
    room.begin()
    await room.until("was interrupted")
    await room.press("q")
    await room.ended()
    assert room.states() == [SessionState.RUNNING]
    await room.cleared()


async def test_a_session_in_another_window_is_not_disturbed(room: PlainHarness) -> None:
    lock = SessionLock(room.paths.lock)
    assert lock.take()
    room.begin()
    with pytest.raises(PlainModeError, match="another window"):
        await room.ended()
    lock.release()


async def test_the_lock_is_held_while_it_runs_and_free_afterwards(room: PlainHarness) -> None:
    await room.begun()
    assert not SessionLock(room.paths.lock).take()
    await room.press("q", "q")
    await room.ended()
    assert SessionLock(room.paths.lock).take()


async def test_what_is_left_out_is_not_done_and_everything_left_out_is_said(room: PlainHarness) -> None:
    write_setting(room.paths.settings, "leave_out", ["tilt"])
    room.begin()
    await room.until("Get ready, 30 seconds, left side. Small lift")
    await room.press("q", "q")
    await room.ended()
    write_setting(room.paths.settings, "leave_out", ["tilt", "lift"])
    room.begin()
    with pytest.raises(PlainModeError, match="every exercise of this routine is excluded"):
        await room.ended()


async def test_what_is_left_out_is_said_before_it_begins_with_what_can_be_done_instead(
    room: PlainHarness,
) -> None:
    write_setting(room.paths.settings, "leave_out", ["tilt"])
    await room.begun()
    assert room.said[:2] == [
        "Small routine, 1 exercise, 1:35 in all.",
        "Not in this session: Small tilt. Sit instead.",
    ]


# What is better left for later

CURL = exercise("partial-curl", "Small curl")
BENDING = Routine("small", "Small routine", (Item(TILT, TILT.dose), Item(CURL, CURL.dose)))
OFFER = "Just got up? m: skip Small curl for now, space: do everything, q: quit."
TO_SEVEN_O_CLOCK = -7 * 3600.0


@pytest.fixture
async def morning(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    made = PlainHarness(tmp_path, BENDING)
    made.clock.advance(TO_SEVEN_O_CLOCK)
    yield made
    await made.cleared()


async def test_early_in_the_day_one_key_leaves_the_bending_for_later(morning: PlainHarness) -> None:
    morning.begin()
    await morning.until(OFFER)
    await morning.press("z", "m")
    await morning.until("Get ready")
    assert morning.said[:2] == [OFFER, OFFER]
    assert morning.said[2].startswith("Small routine, 1 exercise, ")
    assert morning.said[3] == "Not in this session: Small curl. Sit instead."


async def test_early_in_the_day_all_of_it_may_be_done_too(morning: PlainHarness) -> None:
    morning.begin()
    await morning.until(OFFER)
    await morning.press("space")
    await morning.until("Get ready")
    assert morning.said[1].startswith("Small routine, 2 exercises, ")
    assert not any(line.startswith("Not in this session") for line in morning.said)


async def test_quitting_instead_begins_no_session(morning: PlainHarness) -> None:
    morning.begin()
    await morning.until(OFFER)
    await morning.press("q")
    await morning.ended()
    assert morning.states() == []


async def test_where_no_key_can_come_all_of_it_is_done_unasked(morning: PlainHarness) -> None:
    morning.keys.end()
    await morning.begun()
    assert morning.said[0].startswith("Small routine, 2 exercises, ")


async def test_later_in_the_day_nothing_is_offered(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path, BENDING)
    await room.begun()
    assert OFFER not in room.said
    await room.cleared()


async def test_where_nothing_else_would_remain_nothing_is_offered(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path, Routine("small", "Small routine", (Item(CURL, CURL.dose),)))
    room.clock.advance(TO_SEVEN_O_CLOCK)
    await room.begun()
    assert not any("got up" in line for line in room.said)
    await room.cleared()


# What cannot be written


async def test_what_cannot_be_written_is_said_and_written_later(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path)
    await room.begun()
    room.thread.hurry(1)
    with closing(sqlite3.connect(room.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await room.after(36)
        await room.until(lambda: room.journal.fault is not None)
        await room.press("space")
        await room.until("Not saved yet")
    await room.press("q", "q")
    await room.ended()
    await room.until(lambda: room.states() == [SessionState.LEFT])
    assert room.journal.fault is None
    await room.cleared()
