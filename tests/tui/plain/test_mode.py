"""Plain mode: the same session as lines, with the same keys, and without a screen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from journal.record import Outcome, SessionState, SetRun
from routines.files.loader import load_library
from routines.session.machine import Session, begin, easier, look, pause, resume, start
from routines.session.plan import make_plan
from tests.tui.app_harness import SMALL
from tests.tui.plain.harness import PlainHarness
from tui.plain.lines import change_lines
from tui.settings.settings import write_setting


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    made = PlainHarness(tmp_path)
    yield made
    await made.cleared()


# The lines


async def test_each_step_is_one_line_and_the_countdown_none(room: PlainHarness) -> None:
    await room.begun()
    await room.after(40)
    first = room.said.index(next(line for line in room.said if line.startswith("Get ready")))
    assert room.said[first:][:7] == [
        "Get ready, 30 seconds. Small tilt: 2 times. Lie down. Breathe.",
        "Pain before you begin?  0 to 10, or nothing",
        "Up, 2 seconds, rep 1 of 2",
        "Hold, 3 seconds, rep 1 of 2",
        "Up, 2 seconds, rep 2 of 2",
        "Hold, 3 seconds, rep 2 of 2",
        "Get ready, 10 seconds, left side. Small lift: 2 sets of 1 a side, left first. Lie down. Breathe.",
    ]


async def test_before_it_begins_it_says_what_comes_how_long_and_which_keys(room: PlainHarness) -> None:
    await room.begun()
    assert room.said[0] == "Small routine, 2 exercises, 1:55 in all."
    assert room.said[1].startswith("Have ready")
    assert "numbness" in room.said[2]  # never before was there a session
    assert "space continues" in room.said[3]


async def test_from_the_start_to_the_end_no_key_is_needed(room: PlainHarness) -> None:
    await room.begun()
    await room.after(116)
    await room.until("Done. 2 of 2 exercises, 1:55.")
    assert room.states() == [SessionState.FINISHED]
    outcomes = {entry.body.outcome for entry in room.entries("set") if isinstance(entry.body, SetRun)}
    assert outcomes == {Outcome.DONE}
    assert "Get up, 20 seconds: roll to your side and push yourself up." in room.said
    assert any(what.startswith("say Small tilt") for _, what in room.sound.heard)


def passing(session: Session, seconds: float) -> tuple[Session, list[str]]:
    after, _ = look(session, (session.looked or 0.0) + seconds)
    return after, list(change_lines(session, after))


def test_steps_that_a_late_look_finds_are_all_told() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    for _ in range(6):
        session, _ = look(session, (session.looked or 0.0) + 4.9)
    _, told = passing(session, 4.9)
    assert told == ["Up, 2 seconds, rep 1 of 2", "Hold, 1 second, rep 1 of 2"]  # of which 2.3 s are over


def test_going_on_in_a_step_tells_what_is_left_of_it() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    session, _ = look(session, 4.0)
    paused, _ = pause(session, 4.0)
    (told,) = change_lines(session, paused)
    assert told.startswith("Paused. space: continue, n: next")
    going, _ = resume(paused, 6.0)
    (told,) = change_lines(paused, going)
    assert told.startswith("Get ready, 26 seconds. Small tilt")


async def test_after_a_pause_in_a_repetition_it_counts_in_and_says_where_it_is(room: PlainHarness) -> None:
    await room.begun()
    await room.after(33)
    await room.press("space")
    await room.after(3)
    await room.press("space")
    assert room.said[-1] == "Continuing in 5 seconds."
    await room.after(5)
    assert room.said[-1] == "Hold, 2 seconds, rep 1 of 2"


def test_no_line_of_any_moment_of_a_session_is_empty_or_holds_a_control_character() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    while session.total_left:
        session, told = passing(session, 0.5)
        assert all(line and line.isprintable() and "·" not in line for line in told)


# The keys


async def test_any_key_pauses_and_only_space_goes_on(room: PlainHarness) -> None:
    await room.begun()
    for key in ("z", "enter", "other", "k"):
        room.said.clear()
        await room.press(key)
        assert room.said[0].startswith("Paused. ")
        await room.press("z")
        assert room.said[-1].startswith("Paused. ")
        await room.press("space")
        assert room.said[-1].startswith("Get ready")


async def test_next_and_back_go_to_other_exercises(room: PlainHarness) -> None:
    await room.begun()
    await room.press("n")
    assert room.said[-1].startswith("Get ready, 10 seconds, left side. Small lift")
    await room.press("b")
    assert room.said[-2].startswith("Get ready, 30 seconds. Small tilt")


def test_an_easier_form_is_said() -> None:
    shipped = load_library().routines["start"]
    session, _ = start(begin(make_plan(shipped)), 0.0)
    while session.exercise.easier is None:
        session, _ = look(session, (session.looked or 0.0) + 4.0)
    eased, _ = easier(session, session.looked or 0.0)
    assert next(iter(change_lines(session, eased))).startswith("Easier: ")


async def test_a_stop_for_pain_freezes_and_enter_ends_it(room: PlainHarness) -> None:
    await room.begun()
    await room.after(36)
    await room.press("x")
    assert room.said[-1].startswith("Stopped. space: continue, n: skip exercise, enter: end")
    await room.press("z", "s")
    assert room.said[-1] == "pain that steadily gets worse, or is unlike your usual pain."
    await room.press("enter")
    await room.until("Pain after Small tilt?")
    assert room.states() == [SessionState.STOPPED]
    (body,) = [entry.body for entry in room.entries("set") if isinstance(entry.body, SetRun)]
    assert (body.reps_done, body.outcome, body.reason) == (1, Outcome.STOPPED, "pain")


async def test_leaving_is_asked_about_once_and_keeps_what_was_done(room: PlainHarness) -> None:
    await room.begun()
    await room.after(36)
    await room.press("q")
    assert room.said[-1].startswith("Leave the session?")
    await room.press("space", "q")
    assert room.said[-1].startswith("Leave the session?")
    await room.press("q")
    await room.ended()
    assert room.said[-1] == "Ended early. 0 of 2 exercises, 0:36."
    assert room.states() == [SessionState.LEFT]


async def test_the_card_says_when_to_get_help_and_whom_to_call(room: PlainHarness) -> None:
    write_setting(room.paths.settings, "emergency_number", "911")
    await room.begun()
    await room.press("s")
    assert any("call 911" in line for line in room.said)
    assert any(line.startswith("Paused") for line in room.said)


async def test_where_nothing_can_be_heard_the_first_session_waits_at_each_exercise(tmp_path: Path) -> None:
    room = PlainHarness(tmp_path, heard=False)
    await room.begun()
    await room.after(41)
    assert room.said[-1].startswith("Paused. ")
    await room.cleared()


async def test_a_session_that_waits_for_a_key_that_cannot_come_ends_and_is_kept(room: PlainHarness) -> None:
    await room.begun()
    await room.after(36)
    await room.press("x")
    room.keys.end()
    await room.ended()
    assert room.said[-2].startswith("No more keys can come")
    assert room.states() == [SessionState.STOPPED]


async def test_a_session_that_waits_for_nothing_runs_on_without_keys(room: PlainHarness) -> None:
    room.keys.end()
    await room.begun()
    await room.after(116)
    await room.ended()
    assert room.said[-1] == "Done. 2 of 2 exercises, 1:55."
    assert room.states() == [SessionState.FINISHED]
