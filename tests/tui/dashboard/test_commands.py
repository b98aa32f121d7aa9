"""What the keys mean, by what is known."""

from dataclasses import replace

import pytest

from routines.files.loader import load_library
from routines.session.machine import pause, stop_for_pain
from tests.fakes import A_SUNDAY
from tests.tui.today.states import CUT_SHORT, a_night_after, before_a_session, live_session, session, todays
from tui.dashboard.acts import ACT, BEFORE_A_SESSION, OFFERS, meanings, means
from tui.dashboard.keys import KEYS, REQUESTS
from tui.session.commands import BY_NAME
from tui.session.live import LiveSession
from tui.today.state import DashboardState

RUNNING = live_session(session(36))
PAUSED = live_session(pause(session(36), 36.0)[0])
STOPPED = live_session(stop_for_pain(session(36), 36.0)[0])
OVER = live_session(session(300))


def during(of: LiveSession) -> DashboardState:
    return replace(before_a_session(), live_session=of)


@pytest.mark.parametrize(
    ("of", "acts"),
    [
        (LiveSession(), set()),
        (RUNNING, {"pause", "next", "back", "easier", "stop"}),
        (PAUSED, {"resume", "next", "back", "easier", "stop"}),
        (STOPPED, {"resume", "next", "easier", "end"}),
        (OVER, set()),
    ],
)
def test_a_command_means_something_only_where_the_session_can_follow_it(
    of: LiveSession, acts: set[str]
) -> None:
    assert {name for name in BY_NAME if means(during(of), ACT, name)} == acts


@pytest.mark.parametrize("of", [RUNNING, PAUSED, STOPPED])
def test_what_belongs_before_a_session_means_nothing_in_one(of: LiveSession) -> None:
    assert not any(means(during(of), "ask", what) for what in BEFORE_A_SESSION)
    assert all(means(during(of), "ask", what) for what in ("pain", "safety", "help", "quit"))


def test_space_starts_or_goes_on_with_what_was_cut_short_never_both() -> None:
    fresh, cut = before_a_session(), replace(before_a_session(), cut_short=CUT_SHORT)
    assert [means(fresh, "start", "start"), means(fresh, "ask", "take_up")] == [True, False]
    assert [means(cut, "start", "start"), means(cut, "ask", "take_up")] == [False, True]
    assert means(cut, "ask", "keep")


def test_the_example_is_offered_while_the_persons_own_diary_is_empty() -> None:
    empty = before_a_session()
    assert OFFERS["example"](empty)
    assert not OFFERS["example"](replace(empty, example=True))
    assert not OFFERS["example"](replace(empty, diary=None))
    assert not OFFERS["example"](before_a_session(a_night_after()))


def test_putting_off_is_offered_early_in_the_day() -> None:
    routine = todays(load_library().routines["start"])
    early = replace(before_a_session(now=A_SUNDAY.replace(hour=7)), today=routine)
    assert OFFERS["later"](early)
    assert not OFFERS["later"](replace(early, now=A_SUNDAY))


def test_the_meanings_change_with_the_state_of_a_session_and_not_with_its_time() -> None:
    assert meanings(during(RUNNING)) == meanings(during(live_session(session(37))))
    assert meanings(during(RUNNING)) != meanings(during(PAUSED))
    assert meanings(during(OVER)) == meanings(before_a_session())


def test_every_key_is_of_an_act_or_a_request_that_there_is() -> None:
    actions = [getattr(binding, "action", "") for binding in KEYS]
    asked = {action[5:-2] for action in actions if action.startswith("ask(")}
    given = {action[5:-2] for action in actions if action.startswith("act(")}
    assert asked == set(REQUESTS)
    assert given == set(BY_NAME)
