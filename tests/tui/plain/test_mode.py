"""Plain mode: the same session as lines, with the same keys, and without a screen."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from journal.record import Outcome, SessionState, SetRun
from routines.files.loader import load_library
from routines.session.machine import begin, easier, look, pause, resume, start
from routines.session.plan import make_plan
from routines.session.session import Session
from tests.tui.app_harness import SMALL
from tests.tui.plain.harness import PlainHarness
from tui.plain.lines import change_lines
from tui.settings.settings_file import write_setting


@pytest.fixture
async def plain(tmp_path: Path) -> AsyncIterator[PlainHarness]:
    plain = PlainHarness(tmp_path)
    yield plain
    await plain.close()


# The lines


async def test_each_step_is_one_line_and_the_countdown_none(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(40)
    first = plain.lines.index(next(line for line in plain.lines if line.startswith("Get ready")))
    assert plain.lines[first:][:7] == [
        "Get ready, 30 seconds. Small tilt: 2 times. Lie down. Breathe.",
        "Pain before you begin? 0 to 10, or skip",
        "Up, 2 seconds, rep 1 of 2",
        "Hold, 3 seconds, rep 1 of 2",
        "Up, 2 seconds, rep 2 of 2",
        "Hold, 3 seconds, rep 2 of 2",
        "Get ready, 10 seconds, left side. Small lift: 2 sets of 1 a side, left first. Lie down. Breathe.",
    ]


async def test_before_it_starts_it_says_the_exercises_the_length_and_the_keys(plain: PlainHarness) -> None:
    await plain.start()
    assert plain.lines[0] == "Small routine, 2 exercises, 1:55 in all."
    assert plain.lines[1].startswith("Have ready")
    assert "numbness" in plain.lines[2]  # never before was there a session
    assert "space continues" in plain.lines[3]


async def test_a_session_needs_no_key(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(116)
    await plain.wait_until("Done. 2 of 2 exercises, 1:55.")
    assert plain.states() == [SessionState.FINISHED]
    outcomes = {entry.body.outcome for entry in plain.entries("set") if isinstance(entry.body, SetRun)}
    assert outcomes == {Outcome.DONE}
    assert "Get up, 20 seconds: roll to your side and push yourself up." in plain.lines
    assert any(cue.startswith("say Small tilt") for _, cue in plain.sound.played)


def passing(session: Session, seconds: float) -> tuple[Session, list[str]]:
    after, _ = look(session, (session.looked or 0.0) + seconds)
    return after, list(change_lines(session, after))


def test_every_step_gets_its_line_when_the_clock_was_late() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    for _ in range(6):
        session, _ = look(session, (session.looked or 0.0) + 4.9)
    _, line_texts = passing(session, 4.9)
    assert line_texts == [
        "Up, 2 seconds, rep 1 of 2",
        "Hold, 1 second, rep 1 of 2",
    ]  # of which 2.3 s are over


def test_continuing_in_a_step_says_its_remaining_seconds() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    session, _ = look(session, 4.0)
    paused, _ = pause(session, 4.0)
    (line_texts,) = change_lines(session, paused)
    assert line_texts.startswith("Paused. space: continue, n: next")
    resumed, _ = resume(paused, 6.0)
    (line_texts,) = change_lines(paused, resumed)
    assert line_texts.startswith("Get ready, 26 seconds. Small tilt")


async def test_after_a_pause_in_a_repetition_it_counts_down_and_names_the_step(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(33)
    await plain.press("space")
    await plain.after(3)
    await plain.press("space")
    assert plain.lines[-1] == "Continuing in 5 seconds."
    await plain.after(5)
    assert plain.lines[-1] == "Hold, 2 seconds, rep 1 of 2"


def test_no_line_of_any_moment_of_a_session_is_empty_or_holds_a_control_character() -> None:
    session, _ = start(begin(make_plan(SMALL)), 0.0)
    while session.total_left:
        session, line_texts = passing(session, 0.5)
        assert all(line and line.isprintable() and "·" not in line for line in line_texts)


# The keys


async def test_any_key_pauses_and_only_space_continues(plain: PlainHarness) -> None:
    await plain.start()
    for key in ("z", "enter", "other", "k"):
        plain.lines.clear()
        await plain.press(key)
        assert plain.lines[0].startswith("Paused. ")
        await plain.press("z")
        assert plain.lines[-1].startswith("Paused. ")
        await plain.press("space")
        assert plain.lines[-1].startswith("Get ready")


async def test_next_and_back_go_to_other_exercises(plain: PlainHarness) -> None:
    await plain.start()
    await plain.press("n")
    assert plain.lines[-1].startswith("Get ready, 10 seconds, left side. Small lift")
    await plain.press("b")
    assert plain.lines[-2].startswith("Get ready, 30 seconds. Small tilt")


def test_the_easier_version_is_announced() -> None:
    shipped = load_library().routines["start"]
    session, _ = start(begin(make_plan(shipped)), 0.0)
    while session.exercise.easier is None:
        session, _ = look(session, (session.looked or 0.0) + 4.0)
    eased, _ = easier(session, session.looked or 0.0)
    assert next(iter(change_lines(session, eased))).startswith("Easier: ")


async def test_a_stop_for_pain_freezes_and_enter_ends_it(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(36)
    await plain.press("x")
    assert plain.lines[-1].startswith("Stopped. space: continue, n: skip exercise, enter: end")
    await plain.press("z", "s")
    assert plain.lines[-1] == "pain that steadily gets worse, or is unlike your usual pain."
    await plain.press("enter")
    await plain.wait_until("Pain after Small tilt?")
    assert plain.states() == [SessionState.STOPPED]
    (body,) = [entry.body for entry in plain.entries("set") if isinstance(entry.body, SetRun)]
    assert (body.reps_done, body.outcome, body.reason) == (1, Outcome.STOPPED, "pain")


async def test_leaving_asks_once_and_keeps_what_was_done(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(36)
    await plain.press("q")
    assert plain.lines[-1].startswith("Leave the session?")
    await plain.press("space", "q")
    assert plain.lines[-1].startswith("Leave the session?")
    await plain.press("q")
    await plain.wait_for_end()
    assert plain.lines[-1] == "Ended early. 0 of 2 exercises, 0:36."
    assert plain.states() == [SessionState.LEFT]


async def test_the_safety_card_says_when_to_get_help_and_whom_to_call(plain: PlainHarness) -> None:
    write_setting(plain.paths.settings, "emergency_number", "911")
    await plain.start()
    await plain.press("s")
    assert any("call 911" in line for line in plain.lines)
    assert any(line.startswith("Paused") for line in plain.lines)


async def test_without_sound_the_first_session_waits_at_each_exercise(tmp_path: Path) -> None:
    plain = PlainHarness(tmp_path, audible=False)
    await plain.start()
    await plain.after(41)
    assert plain.lines[-1].startswith("Paused. ")
    await plain.close()


async def test_a_paused_session_ends_when_no_key_can_come(plain: PlainHarness) -> None:
    await plain.start()
    await plain.after(36)
    await plain.press("x")
    plain.keys.end()
    await plain.wait_for_end()
    assert plain.lines[-2].startswith("No more keys can come")
    assert plain.states() == [SessionState.STOPPED]


async def test_a_running_session_continues_without_keys(plain: PlainHarness) -> None:
    plain.keys.end()
    await plain.start()
    await plain.after(116)
    await plain.wait_for_end()
    assert plain.lines[-1] == "Done. 2 of 2 exercises, 1:55."
    assert plain.states() == [SessionState.FINISHED]
