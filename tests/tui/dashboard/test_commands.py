"""Which commands are available, by what the dashboard is doing."""

from dataclasses import replace

import pytest
from textual.binding import Binding

from routines.files.loader import load_library
from routines.session.machine import pause, stop_for_pain
from tests.fakes import A_SUNDAY
from tests.tui.today.states import CUT_SHORT, a_night_after, before_a_session, live_session, session, todays
from tui.dashboard.keys import BINDINGS, availability, help_lines, is_available, textual_keymap
from tui.keys import BY_NAME, COMMANDS, DEFAULT_KEYMAP, IDLE, Keymap, Target
from tui.session import commands
from tui.session.live import LiveSession
from tui.today.state import DashboardState

RUNNING = live_session(session(36))
PAUSED = live_session(pause(session(36), 36.0)[0])
STOPPED = live_session(stop_for_pain(session(36), 36.0)[0])
OVER = live_session(session(300))


def during(of: LiveSession) -> DashboardState:
    return replace(before_a_session(), live_session=of)


def available(state: DashboardState, target: Target | None = None) -> set[str]:
    rows = [row for row in COMMANDS if target is None or row.target is target]
    return {row.name for row in rows if is_available(state, row.name)}


@pytest.mark.parametrize(
    ("of", "names"),
    [
        (LiveSession(), set()),
        (RUNNING, {"pause", "next", "back", "easier", "stop"}),
        (PAUSED, {"resume", "next", "back", "easier", "stop"}),
        (STOPPED, {"resume", "next", "easier", "end"}),
        (OVER, set()),
    ],
)
def test_a_session_command_is_available_only_where_the_session_can_follow_it(
    of: LiveSession, names: set[str]
) -> None:
    assert available(during(of), Target.SESSION) == names


@pytest.mark.parametrize("of", [RUNNING, PAUSED, STOPPED])
def test_commands_for_before_a_session_are_not_available_in_one(of: LiveSession) -> None:
    idle = {row.name for row in COMMANDS if row.moments <= IDLE}
    assert not available(during(of)) & idle
    assert {"pain", "safety", "help", "quit"} <= available(during(of))


def test_space_starts_a_session_or_continues_an_interrupted_one_never_both() -> None:
    fresh, interrupted = before_a_session(), replace(before_a_session(), interrupted=CUT_SHORT)
    by_space = {row.name for row in COMMANDS if row.key == "space"}
    assert available(fresh) & by_space == {"start"}
    assert available(interrupted) & by_space == {"continue"}
    assert "keep" in available(interrupted)


def test_the_example_is_available_while_the_persons_own_diary_is_empty() -> None:
    empty = before_a_session()
    assert is_available(empty, "example")
    assert not is_available(replace(empty, is_example=True), "example")
    assert not is_available(replace(empty, diary=None), "example")
    assert not is_available(before_a_session(a_night_after()), "example")


def test_exercises_can_be_postponed_early_in_the_day() -> None:
    routine = todays(load_library().routines["start"])
    early = replace(before_a_session(now=A_SUNDAY.replace(hour=7)), today=routine)
    assert is_available(early, "later")
    assert not is_available(replace(early, now=A_SUNDAY), "later")


def test_availability_changes_with_the_status_of_a_session_and_not_with_its_time() -> None:
    assert availability(during(RUNNING)) == availability(during(live_session(session(37))))
    assert availability(during(RUNNING)) != availability(during(PAUSED))
    assert availability(during(OVER)) == availability(before_a_session())


def test_the_session_can_follow_each_of_its_commands_in_the_moments_of_the_table() -> None:
    table = {row.name: {str(moment) for moment in row.moments} for row in COMMANDS}
    assert {command.name: {status.value for status in command.statuses} for command in commands.COMMANDS} == {
        row.name: table[row.name] for row in COMMANDS if row.target is Target.SESSION
    }


def test_every_binding_comes_from_the_table() -> None:
    assert [binding.id for binding in BINDINGS if isinstance(binding, Binding)] == list(BY_NAME)


def test_a_changed_key_is_in_the_help_and_in_what_textual_gets() -> None:
    keymap = Keymap().with_key("undo", "z")
    assert ("z", BY_NAME["undo"].tooltip) in help_lines(keymap)
    assert textual_keymap(keymap) == {
        **{row.name: ",".join(DEFAULT_KEYMAP.keys(row.name)) for row in COMMANDS},
        "undo": "z",
    }
    assert textual_keymap(DEFAULT_KEYMAP) == {}
