"""Plain mode and the journal: ratings, sessions interrupted, exercises excluded, failed saves."""

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
from tui.settings.settings_file import write_setting


@pytest.fixture
async def plain(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    plain = PlainHarness(tmp_path)
    yield plain
    await plain.close()


# The ratings


async def test_a_digit_answers_the_question_and_two_make_ten(plain: PlainHarness) -> None:
    await plain.start()
    await plain.press("4")
    assert plain.lines[-1] == "Saved: 4."
    await plain.press("1", "0")
    assert plain.lines[-1] == "Saved: 10."
    await plain.after(40)
    await plain.press("6")
    await plain.wait_until(lambda: len(plain.ratings()) == 2)
    assert plain.ratings() == [(Recall.BEFORE, None, 10), (Recall.DURING, "tilt", 6)]


async def test_a_digit_that_answers_nothing_pauses(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(32)
    await plain.press("4")
    assert plain.lines[-1].startswith("Paused")
    assert plain.ratings() == []


async def test_after_the_session_each_exercise_is_asked_about_line_by_line(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(41)
    await plain.press("2")
    await plain.after(75)
    await plain.wait_until("Pain after Small tilt? 0 to 10, or enter to keep 2")
    plain.keys.write("eleven", "11", "3", "", "10")
    await plain.wait_for_end()
    assert sorted(plain.ratings(), key=str) == [(Recall.AFTER, None, 10), (Recall.DURING, "tilt", 3)]
    assert plain.lines[-1] == "Saved to your journal."
    assert sum(line.startswith("Please type a number from 0 to 10.") for line in plain.lines) == 2


async def test_a_recent_rating_counts_as_the_one_before(plain: PlainHarness) -> None:
    now = plain.clock.now()
    draft = Draft(Pain(5), day_of(now), now, plain.clock.zone_name)
    plain.thread.submit(lambda store: store.write([draft])).result(10)
    await plain.start()
    assert not any("before you begin" in line for line in plain.lines)


def save_yesterdays_session(plain: PlainHarness, *, reps: int) -> None:
    """Save a session of yesterday with this many repetitions."""
    yesterday = A_SUNDAY - timedelta(days=1)
    day, zone = day_of(yesterday), plain.clock.zone_name
    run = SessionRun(SMALL.id, "Small", {"tilt": {"reps": 2.0}}, SessionState.LEFT, 60, 60)
    tilt = SetRun("Y", "tilt", 1, None, 2, reps, Outcome.LEFT)
    drafts = [Draft(run, day, yesterday, zone, entry="Y"), Draft(tilt, day, yesterday, zone)]
    plain.thread.submit(lambda store: store.write(drafts)).result(10)


async def test_the_morning_question_can_be_turned_off(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path)
    write_setting(plain.paths.settings, "prompt_morning", value=False)
    save_yesterdays_session(plain, reps=1)
    await plain.start()
    assert not any("yesterday" in line for line in plain.lines)
    await plain.close()


async def test_the_morning_question_comes_before_the_next_session(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path)
    save_yesterdays_session(plain, reps=1)
    plain.start_without_waiting()
    await plain.wait_until("How is it after yesterday's session?")
    plain.keys.write("3")
    await plain.wait_until("Get ready")
    assert plain.ratings() == [(Recall.MORNING, None, 3)]
    await plain.close()


async def test_no_morning_question_after_a_session_without_a_repetition(
    plain: PlainHarness,
) -> None:
    save_yesterdays_session(plain, reps=0)
    await plain.start()
    assert not any("yesterday" in line for line in plain.lines)


# Interrupted sessions, other windows, excluded exercises


async def interrupt_session(folder: Path) -> None:
    """Leave an interrupted session behind, after its first repetition."""
    plain = PlainHarness(folder)
    await plain.start()
    await plain.after(36)
    await plain.close()


async def test_an_interrupted_session_continues_at_its_place(tmp_path: Path) -> None:
    await interrupt_session(tmp_path)
    plain = PlainHarness(tmp_path)
    plain.start_without_waiting()
    await plain.wait_until("Small routine was interrupted at Small tilt, rep 2. space: continue")
    await plain.press("z", "space")
    await plain.wait_until("Continuing in 30 seconds.")
    await plain.after(31)
    assert plain.lines[-1] == "Up, 2 seconds, rep 2 of 2"
    await plain.after(105)
    await plain.wait_until("Done. 2 of 2 exercises")
    assert plain.states() == [SessionState.FINISHED]
    await plain.close()


async def test_an_interrupted_session_is_kept_and_a_new_one_starts(tmp_path: Path) -> None:
    await interrupt_session(tmp_path)
    plain = PlainHarness(tmp_path)
    plain.start_without_waiting()
    await plain.wait_until("was interrupted")
    await plain.press("k")
    await plain.wait_until("Get ready, 30 seconds. Small tilt")
    assert plain.states() == [SessionState.LEFT, SessionState.RUNNING]
    await plain.close()


async def test_a_session_interrupted_over_half_a_day_ago_is_kept_without_a_question(tmp_path: Path) -> None:
    await interrupt_session(tmp_path)
    plain = PlainHarness(tmp_path)
    plain.clock.advance(13 * 3600)
    await plain.start()
    assert not any("interrupted" in line for line in plain.lines)
    assert plain.states() == [SessionState.LEFT, SessionState.RUNNING]
    await plain.close()


async def test_an_interrupted_session_can_wait(tmp_path: Path) -> None:
    await interrupt_session(tmp_path)
    plain = PlainHarness(tmp_path)
    plain.start_without_waiting()
    await plain.wait_until("was interrupted")
    await plain.press("q")
    await plain.wait_for_end()
    assert plain.states() == [SessionState.RUNNING]
    await plain.close()


async def test_a_session_in_another_window_stays_undisturbed(plain: PlainHarness) -> None:
    lock = SessionLock(plain.paths.lock)
    assert lock.take()
    plain.start_without_waiting()
    with pytest.raises(PlainModeError, match="another window"):
        await plain.wait_for_end()
    lock.release()


async def test_the_lock_is_held_while_it_runs_and_free_afterwards(plain: PlainHarness) -> None:
    await plain.start()
    assert not SessionLock(plain.paths.lock).take()
    await plain.press("q", "q")
    await plain.wait_for_end()
    assert SessionLock(plain.paths.lock).take()


async def test_excluded_exercises_are_not_done_and_an_empty_routine_is_an_error(plain: PlainHarness) -> None:
    write_setting(plain.paths.settings, "leave_out", ["tilt"])
    plain.start_without_waiting()
    await plain.wait_until("Get ready, 30 seconds, left side. Small lift")
    await plain.press("q", "q")
    await plain.wait_for_end()
    write_setting(plain.paths.settings, "leave_out", ["tilt", "lift"])
    plain.start_without_waiting()
    with pytest.raises(PlainModeError, match="every exercise of this routine is excluded"):
        await plain.wait_for_end()


async def test_excluded_exercises_are_announced_with_what_to_do_instead(
    plain: PlainHarness,
) -> None:
    write_setting(plain.paths.settings, "leave_out", ["tilt"])
    await plain.start()
    assert plain.lines[:2] == [
        "Small routine, 1 exercise, 1:35 in all.",
        "Not in this session: Small tilt. Sit instead.",
    ]


# Skipping bending in the morning

CURL = exercise("partial-curl", "Small curl")
BENDING = Routine("small", "Small routine", (Item(TILT, TILT.dose), Item(CURL, CURL.dose)))
OFFER = "Just got up? m: skip Small curl for now, space: do everything, q: quit."
TO_SEVEN_O_CLOCK = -7 * 3600.0


@pytest.fixture
async def early_plain(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    plain = PlainHarness(tmp_path, BENDING)
    plain.clock.advance(TO_SEVEN_O_CLOCK)
    yield plain
    await plain.close()


async def test_early_in_the_day_one_key_skips_bending(early_plain: PlainHarness) -> None:
    early_plain.start_without_waiting()
    await early_plain.wait_until(OFFER)
    await early_plain.press("z", "m")
    await early_plain.wait_until("Get ready")
    assert early_plain.lines[:2] == [OFFER, OFFER]
    assert early_plain.lines[2].startswith("Small routine, 1 exercise, ")
    assert early_plain.lines[3] == "Not in this session: Small curl. Sit instead."


async def test_early_in_the_day_everything_can_be_done(early_plain: PlainHarness) -> None:
    early_plain.start_without_waiting()
    await early_plain.wait_until(OFFER)
    await early_plain.press("space")
    await early_plain.wait_until("Get ready")
    assert early_plain.lines[1].startswith("Small routine, 2 exercises, ")
    assert not any(line.startswith("Not in this session") for line in early_plain.lines)


async def test_quitting_the_morning_choice_starts_no_session(early_plain: PlainHarness) -> None:
    early_plain.start_without_waiting()
    await early_plain.wait_until(OFFER)
    await early_plain.press("q")
    await early_plain.wait_for_end()
    assert early_plain.states() == []


async def test_without_keys_everything_is_done_without_a_question(early_plain: PlainHarness) -> None:
    early_plain.keys.end()
    await early_plain.start()
    assert early_plain.lines[0].startswith("Small routine, 2 exercises, ")


async def test_later_in_the_day_nothing_is_offered(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path, BENDING)
    await plain.start()
    assert OFFER not in plain.lines
    await plain.close()


async def test_bending_is_not_skipped_when_nothing_else_remains(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path, Routine("small", "Small routine", (Item(CURL, CURL.dose),)))
    plain.clock.advance(TO_SEVEN_O_CLOCK)
    await plain.start()
    assert not any("got up" in line for line in plain.lines)
    await plain.close()


# Failed saves


async def test_a_failed_save_is_reported_and_retried(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path)
    await plain.start()
    plain.thread.hurry(1)
    with closing(sqlite3.connect(plain.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await plain.after(36)
        await plain.wait_until(lambda: plain.journal.fault is not None)
        await plain.press("space")
        await plain.wait_until("Not saved yet")
    await plain.press("q", "q")
    await plain.wait_for_end()
    await plain.wait_until(lambda: plain.states() == [SessionState.LEFT])
    assert plain.journal.fault is None
    await plain.close()
