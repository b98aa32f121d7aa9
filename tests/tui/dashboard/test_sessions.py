"""Sessions on the dashboard: ratings, going on after a cut, easier, what covers it, what is left out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from journal.days import day_of
from journal.observations import Pain, Recall
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from routines.session.events import Status
from tests.tui.app_harness import SMALL, AppHarness, painted, pass_time, until
from tui.dashboard.feedback_screen import FeedbackScreen
from tui.dashboard.routine_panel import RoutinePanel
from tui.dashboard.routine_screen import RoutineScreen
from tui.dashboard.safety_screen import SafetyScreen
from tui.dashboard.screen import DashboardScreen
from tui.dashboard.timer_panel import TimerPanel
from tui.dashboard.view import DashboardView
from tui.entry.pain import PainScreen
from tui.session.lock import SessionLock

WIDE = (120, 40)


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


def dashboard(harness: AppHarness) -> DashboardScreen:
    screen = harness.app.screen_stack[1]
    assert isinstance(screen, DashboardScreen)
    return screen


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        yield pilot


@asynccontextmanager
async def running(harness: AppHarness, seconds: float = 0.0) -> AsyncIterator[Pilot[str]]:
    """A session that has run for some seconds."""
    async with opened(harness) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pass_time(harness, seconds)
        yield pilot


def status(harness: AppHarness) -> Status | None:
    session = dashboard(harness).session
    return None if session is None else session.status


def asked(harness: AppHarness) -> str:
    view = dashboard(harness).query_one(TimerPanel).view
    return "" if view is None else view.question


def ratings(harness: AppHarness) -> list[tuple[Recall, str | None, float]]:
    bodies = [entry.body for entry in harness.entries("pain")]
    return [(body.recall, body.exercise, body.nrs) for body in bodies if isinstance(body, Pain)]


def sets(harness: AppHarness) -> list[SetRun]:
    return [entry.body for entry in harness.entries("set") if isinstance(entry.body, SetRun)]


def noted(harness: AppHarness, body: Pain, ago: timedelta = timedelta()) -> Draft:
    at = harness.clock.now() - ago
    return Draft(body, day_of(at), at, harness.clock.zone_name)


def write(harness: AppHarness, drafts: Sequence[Draft]) -> None:
    harness.thread.submit(lambda store: store.write(drafts)).result(10)


async def test_before_a_session_one_key_rates_the_pain_and_belongs_to_it(harness: AppHarness) -> None:
    async with running(harness) as pilot:
        assert asked(harness).startswith("Pain before you begin?")
        await pilot.press("4")
        assert asked(harness).startswith("Saved: 4")
        assert status(harness) is Status.RUNNING
        assert ratings(harness) == [(Recall.BEFORE, None, 4)]


async def test_a_second_digit_takes_the_place_of_the_first_and_a_nought_makes_ten(
    harness: AppHarness,
) -> None:
    async with running(harness) as pilot:
        await pilot.press("7", "1", "0")
        assert ratings(harness) == [(Recall.BEFORE, None, 10)]


async def test_a_rating_under_two_hours_old_serves_as_the_one_before(harness: AppHarness) -> None:
    write(harness, [noted(harness, Pain(3), timedelta(hours=1))])
    async with running(harness):
        assert asked(harness) == ""
        assert ratings(harness) == [(Recall.NOW, None, 3), (Recall.BEFORE, None, 3)]


async def test_a_rating_of_two_hours_ago_and_more_does_not(harness: AppHarness) -> None:
    write(harness, [noted(harness, Pain(3), timedelta(hours=2, seconds=1))])
    async with running(harness):
        assert asked(harness).startswith("Pain before you begin?")


async def test_after_an_exercise_a_digit_rates_it_until_the_next_begins(harness: AppHarness) -> None:
    async with running(harness, 42) as pilot:
        assert asked(harness).startswith("Pain after Small tilt?")
        await pilot.press("6")
        await pass_time(harness, 15)
        assert asked(harness) == ""
        assert ratings(harness) == [(Recall.DURING, "tilt", 6)]
        await pilot.press("5")
        assert status(harness) is Status.PAUSED
        assert ratings(harness) == [(Recall.DURING, "tilt", 6)]


async def test_after_the_session_every_exercise_done_is_asked_about_and_none_is_filled_in(
    harness: AppHarness,
) -> None:
    async with running(harness, 42) as pilot:
        await pass_time(harness, 200)
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
        await pilot.press("5", "down", "down", "2", "enter")
        await until(pilot, lambda: len(ratings(harness)) == 2)
        assert ratings(harness) == [(Recall.AFTER, None, 2), (Recall.DURING, "tilt", 5)]


async def test_the_list_after_a_session_may_be_left_as_it_is(harness: AppHarness) -> None:
    async with running(harness, 42) as pilot:
        await pass_time(harness, 200)
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
        await pilot.press("escape")
        await until(pilot, lambda: harness.app.screen is dashboard(harness))
        assert ratings(harness) == []


async def test_the_next_morning_is_asked_about_and_linked_to_the_session(harness: AppHarness) -> None:
    yesterday = harness.clock.now() - timedelta(days=1)
    body = SessionRun("small", "Small", {}, SessionState.FINISHED, 100.0, 100.0)
    zone = harness.clock.zone_name
    done = SetRun("S", "tilt", 1, None, 2, 1, Outcome.LEFT)
    write(
        harness,
        [
            Draft(one, day_of(yesterday), yesterday, zone, Source.SESSION, e)
            for one, e in ((body, "S"), (done, "T"))
        ],
    )
    async with opened(harness) as pilot:
        await until(pilot, lambda: asked(harness).startswith("How is it after yesterday"))
        await pilot.press("1", "0")
        await until(pilot, lambda: asked(harness).startswith("Saved: 10"))
        assert [entry.body for entry in harness.entries("pain")] == [Pain(10, Recall.MORNING, session="S")]
        harness.clock.advance(5.0)
        await pilot.press("4")
        await until(pilot, lambda: asked(harness).startswith("Saved: 4"))
        assert [entry.body for entry in harness.entries("pain")] == [Pain(4, Recall.MORNING, session="S")]


async def test_a_stop_for_pain_stays_in_the_journal_when_the_exercise_is_left(harness: AppHarness) -> None:
    async with running(harness, 36) as pilot:
        await pilot.press("x", "n")
        (left,) = sets(harness)
        assert (left.outcome, left.reason, left.reps_done) == (Outcome.STOPPED, "pain", 1)


async def test_a_stop_for_pain_stays_in_the_journal_when_the_set_is_done_after_all(
    harness: AppHarness,
) -> None:
    async with running(harness, 36) as pilot:
        await pilot.press("x", "space")
        await pass_time(harness, 12)
        (done,) = sets(harness)
        assert (done.outcome, done.reason, done.reps_done) == (Outcome.DONE, "pain", 2)


async def test_after_a_form_enter_still_ends_a_stop_for_pain(harness: AppHarness) -> None:
    async with running(harness, 36) as pilot:
        await pilot.press("p", "escape", "x", "enter")
        await until(pilot, lambda: status(harness) is Status.OVER)


async def test_saving_is_not_given_up_for_the_next_question(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p", "6", "enter", "p", "escape", "a", "escape")
        await until(pilot, lambda: bool(harness.entries("pain")))
        assert ratings(harness) == [(Recall.NOW, None, 6)]


async def test_the_palette_over_a_form_offers_nothing_that_would_throw_it_away(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p", "7")
        form = harness.app.screen
        assert isinstance(form, PainScreen)
        suggestions = [command.title for command in harness.app.get_system_commands(form)]
        assert suggestions == ["Theme"]


async def test_the_palette_offers_what_the_keys_mean_now(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        screen = dashboard(harness)
        assert {"Start", "Pain", "Activity", "Undo", "Quit"} <= {
            command.title for command in harness.app.get_system_commands(screen)
        }
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        titles = {command.title for command in harness.app.get_system_commands(screen)}
        assert "Start" not in titles
        assert {"Pause", "Next", "Stop: pain"} <= titles


async def test_ctrl_q_in_a_form_keeps_what_was_typed(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p", "7", "tab", "0", "9", "ctrl+q")
        assert isinstance(harness.app.screen, PainScreen)
        assert harness.app.screen.query_one(Input).value == "09"


async def test_a_session_cut_short_goes_on_at_its_repetition_under_its_own_entry(harness: AppHarness) -> None:
    async with running(harness, 36):
        pass
    again = AppHarness(harness.context.paths.data.parent)
    async with opened(again) as pilot:
        await until(pilot, lambda: dashboard(again).state.interrupted is not None)
        await pilot.pause()
        assert "interrupted at Small tilt, rep 2" in painted(dashboard(again).query_one(TimerPanel))
        await pilot.press("space")
        await until(pilot, lambda: status(again) is Status.RUNNING)
        await pass_time(again, 300)
        await until(pilot, lambda: status(again) is Status.OVER)
        (session,) = again.entries("session")
        assert isinstance(session.body, SessionRun)
        assert session.body.state is SessionState.FINISHED
        assert {(one.exercise, one.set, one.side): one.reps_done for one in sets(again)} == {
            ("tilt", 1, None): 2,
            ("lift", 1, "left"): 1,
            ("lift", 2, "left"): 1,
            ("lift", 1, "right"): 1,
            ("lift", 2, "right"): 1,
        }


async def test_a_session_cut_short_may_be_kept_as_far_as_it_came(harness: AppHarness) -> None:
    async with running(harness, 36):
        pass
    again = AppHarness(harness.context.paths.data.parent)
    async with opened(again) as pilot:
        await until(pilot, lambda: dashboard(again).state.interrupted is not None)
        await pilot.press("k")
        await until(pilot, lambda: dashboard(again).state.interrupted is None)
        (session,) = [entry.body for entry in again.entries("session")]
        assert isinstance(session, SessionRun)
        assert session.state is SessionState.LEFT


async def test_a_session_that_runs_in_another_window_is_not_offered_nor_joined(harness: AppHarness) -> None:
    async with running(harness, 36):
        other = AppHarness(harness.context.paths.data.parent)
        async with other.app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: dashboard(other).state.today is not None)
            assert dashboard(other).state.interrupted is None
            await pilot.press("space")
            assert status(other) is None


async def test_the_lock_is_free_again_when_a_session_is_over(harness: AppHarness) -> None:
    async with running(harness) as pilot:
        lock = SessionLock(harness.context.paths.lock)
        assert not lock.take()
        await pilot.press("x", "enter")
        await until(pilot, lambda: status(harness) is Status.OVER)
        assert lock.take()
        lock.release()


async def test_the_safety_card_is_one_key_away_and_names_the_number(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("s")
        assert isinstance(harness.app.screen, SafetyScreen)
        assert "call 112" in str(harness.app.screen.query_one("#card-text", Static).render())


async def test_before_the_first_session_it_is_said_when_to_stop(harness: AppHarness) -> None:
    async with running(harness, 36) as pilot:
        await pilot.press("x", "enter")
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
    again = AppHarness(harness.context.paths.data.parent)
    async with opened(again):
        view = dashboard(again).query_one(TimerPanel).view
        assert view is not None
        assert "numbness" not in view.hint
    fresh = AppHarness(harness.context.paths.data.parent / "fresh")
    async with opened(fresh):
        view = dashboard(fresh).query_one(TimerPanel).view
        assert view is not None
        assert "numbness" in view.hint


async def test_an_exercise_left_out_stays_out_and_can_be_seen_to_be(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("down", "enter", "l")
        left_out = dashboard(harness).query_one("#left-out", Static)
        await until(pilot, lambda: "excluded" in str(left_out.render()))
        today = dashboard(harness).state.today
        assert today is not None
        assert [item.exercise.id for item in today.plan.routine] == ["tilt"]
        assert "excluded: Small lift" in str(dashboard(harness).query_one("#left-out", Static).render())
    assert AppHarness(harness.context.paths.data.parent).preferences.settings.leave_out == ("lift",)


async def test_the_large_view_is_there_once_a_session_runs_and_f_goes_back(harness: AppHarness) -> None:
    async with running(harness) as pilot:
        assert dashboard(harness).query_one(DashboardView).large_view
        assert not dashboard(harness).query_one(RoutinePanel).display
        await pilot.press("f")
        await pilot.pause()
        assert dashboard(harness).query_one(RoutinePanel).display
        assert status(harness) is Status.RUNNING


@pytest.mark.parametrize("size", [(120, 40), (110, 32), (80, 24), (60, 20), (50, 15)])
async def test_at_every_size_a_stop_for_pain_shows_how_to_go_on_and_to_end(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    harness = AppHarness(tmp_path, SMALL)
    async with opened(harness, size) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pass_time(harness, 33)
        for view in ("large", "panes"):
            await pilot.press("x")
            await pilot.pause()
            shown = " ".join(painted(dashboard(harness).query_one(TimerPanel)).replace("│", " ").split())
            assert "enter: end · s: when to get help" in shown, view
            await pilot.press("space", "f")


def own(harness: AppHarness, name: str) -> None:
    folder = harness.context.paths.routines
    folder.mkdir(parents=True, exist_ok=True)
    text = f"routine: mine\nname: {name}\nexercises: [pelvic-tilt]\n"
    (folder / "mine.yaml").write_text(text, encoding="utf-8")


async def test_an_own_routine_is_read_anew_when_its_file_changes(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path, None)
    harness.preferences.choose_routine("mine")
    async with opened(harness) as pilot:
        own(harness, "Before")
        panel = dashboard(harness).query_one(RoutinePanel)
        await until(pilot, lambda: "Before" in str(panel.border_title), patience=8)
        own(harness, "After it was changed")
        await until(pilot, lambda: "After it was changed" in str(panel.border_title), patience=8)


async def test_a_fault_in_an_own_routine_is_shown_with_its_line_and_all_else_goes_on(
    harness: AppHarness,
) -> None:
    async with opened(harness) as pilot:
        own(harness, "[not, a, name]")
        faults = dashboard(harness).query_one("#faults", Static)
        await until(pilot, lambda: "mine.yaml:2:" in str(faults.render()), patience=8)
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)


async def test_a_routine_is_chosen_and_remembered(harness: AppHarness) -> None:
    own(harness, "Mine")
    harness.preferences.refresh()
    async with opened(harness) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(harness.app.screen, RoutineScreen))
        names = list(harness.preferences.library.routines)
        harness.app.screen.query_one(OptionList).highlighted = names.index("bad-day")
        await pilot.press("enter")
        panel = dashboard(harness).query_one(RoutinePanel)
        await until(pilot, lambda: "bad day" in str(panel.border_title))
    assert AppHarness(harness.context.paths.data.parent, None).preferences.settings.routine == "bad-day"


async def test_early_in_the_day_the_curl_and_the_twist_can_wait(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path, None)
    harness.clock.advance(-7 * 3600)
    async with opened(harness) as pilot:
        assert asked(harness).startswith("Just got up?")
        await pilot.press("m")
        today = dashboard(harness).state.today
        assert today is not None
        planned = {item.exercise.id for item in today.plan.routine}
        assert planned.isdisjoint({"partial-curl", "torso-twist"})
        assert len(planned) == 5
        assert asked(harness) == ""


async def test_later_in_the_day_nothing_is_offered(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path, None)
    async with opened(harness):
        assert asked(harness) == ""


async def test_a_day_later_yesterdays_session_makes_room_for_the_question_about_it(
    harness: AppHarness,
) -> None:
    async with running(harness, 42) as pilot:
        await pass_time(harness, 200)
        await until(pilot, lambda: isinstance(harness.app.screen, FeedbackScreen))
        await pilot.press("escape")
        await until(pilot, lambda: harness.app.screen is dashboard(harness))
        harness.clock.advance(18 * 3600.0)
        await harness.app.reload()
        await until(pilot, lambda: asked(harness).startswith("How is it after yesterday"))
        assert dashboard(harness).session is None


async def test_what_was_put_off_stays_so_when_something_is_noted(tmp_path: Path) -> None:
    harness = AppHarness(tmp_path, None)
    harness.clock.advance(-7 * 3600)
    async with opened(harness) as pilot:
        await pilot.press("m", "p", "3", "enter")
        await until(pilot, lambda: bool(harness.entries("pain")))
        await harness.app.reload()
        today = dashboard(harness).state.today
        assert today is not None
        assert len(today.plan.routine.items) == 5


async def test_with_everything_left_out_it_says_so_and_nothing_breaks(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        for _ in range(2):
            await pilot.press("enter", "l")
            await until(pilot, lambda: harness.app.screen is dashboard(harness))
            await harness.app.reload()
        caution = dashboard(harness).query_one("#caution", Static)
        await until(pilot, lambda: "Every exercise of this routine is excluded" in str(caution.render()))
        await pilot.press("enter", "space")
        assert status(harness) is None


async def test_what_is_left_out_can_be_taken_in_again(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("enter", "l")
        await until(pilot, lambda: harness.preferences.settings.leave_out == ("tilt",))
        await harness.app.reload()
        await pilot.press("down", "enter", "l")
        await until(pilot, lambda: harness.preferences.settings.leave_out == ())


async def test_an_offer_that_another_window_took_is_not_taken_twice(harness: AppHarness) -> None:
    async with running(harness, 36):
        pass
    folder = harness.context.paths.data.parent
    stale = AppHarness(folder)
    async with opened(stale) as pilot:
        await until(pilot, lambda: dashboard(stale).state.interrupted is not None)
        (session,) = stale.entries("session")
        assert isinstance(session.body, SessionRun)
        over = replace(session.body, state=SessionState.FINISHED)
        draft = Draft(over, session.day, session.at, session.zone, Source.SESSION, session.id)
        stale.thread.submit(lambda store: store.write([draft])).result(10)
        await pilot.press("space")
        await until(pilot, lambda: dashboard(stale).state.interrupted is None)
        assert status(stale) is None


async def test_straight_into_a_session_still_offers_what_was_cut_short(harness: AppHarness) -> None:
    async with running(harness, 36):
        pass
    again = AppHarness(harness.context.paths.data.parent, start=True)
    async with opened(again) as pilot:
        await until(pilot, lambda: dashboard(again).state.interrupted is not None)
        assert status(again) is None
