from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from journal.observations import Activity, Pain
from journal.record import Outcome, SessionRun, SessionState, SetRun
from routines.session.events import Status
from tests.tui.app_harness import SMALL, TILT, AppHarness, painted, pass_time, until
from tui.dashboard.exercise_screen import ExerciseScreen
from tui.dashboard.journal_pane import JournalPane
from tui.dashboard.plot_pane import PlotPane
from tui.dashboard.routine_panel import RoutinePanel
from tui.dashboard.screen import DashboardScreen
from tui.dashboard.timer_panel import TimerPanel
from tui.entry.activity import ActivityScreen
from tui.entry.pain import PainScreen
from tui.session.progress import DONE, NOW
from tui.session.view import session_view
from tui.settings.settings_file import write_setting
from tui.system.environment import Paths
from tui.widgets.help_screen import HelpScreen
from tui.widgets.text_fields import NoteArea

WIDE, NARROW, TINY = (120, 40), (80, 24), (50, 15)


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int]) -> AsyncIterator[Pilot[str]]:
    """The app over what the journal holds, read and shown."""
    async with harness.app.run_test(size=size) as pilot:
        await until(pilot, lambda: dashboard(harness).state.today is not None)
        yield pilot


def dashboard(harness: AppHarness) -> DashboardScreen:
    screen = harness.app.screen_stack[1]
    assert isinstance(screen, DashboardScreen)
    return screen


def status(harness: AppHarness) -> Status | None:
    session = dashboard(harness).session
    return None if session is None else session.status


def text(harness: AppHarness, widget: type[Static]) -> str:
    return str(dashboard(harness).query_one(widget).render())


async def test_an_empty_journal_says_the_next_key_and_offers_the_example(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await until(pilot, lambda: "Begin with one number" in text(harness, JournalPane))
        assert "p   log your pain now" in text(harness, JournalPane)
        assert "d   open an example diary" in text(harness, JournalPane)
        assert "becomes a dot" in text(harness, PlotPane)


async def test_pain_is_noted_in_three_keys_and_seen_at_once(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "4", "enter")
        await until(pilot, lambda: "14:05  pain 4" in text(harness, JournalPane))
        (entry,) = harness.entries("pain")
        assert entry.body == Pain(4)


async def test_a_ten_is_two_keys(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "1", "0", "enter")
        await until(pilot, lambda: bool(harness.entries("pain")))
        assert [entry.body for entry in harness.entries("pain")] == [Pain(10)]


async def test_enter_without_a_number_asks_for_one_and_saves_nothing(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "enter")
        assert isinstance(harness.app.screen, PainScreen)
        assert "0 to 10" in str(harness.app.screen.query_one("#fault", Static).render())
        await pilot.press("escape")
        assert harness.entries() == []


async def test_a_hostile_note_loses_only_what_a_terminal_would_obey(harness: AppHarness) -> None:
    hostile = "[/] [@click=app.quit]x \x1b]52;c;AAAA\x07 \u202eabc"
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "4")
        harness.app.screen.query_one(NoteArea).text = hostile
        await pilot.press("enter")
        await until(pilot, lambda: "14:05  pain 4" in text(harness, JournalPane))
        assert [entry.body for entry in harness.entries("pain")] == [
            Pain(4, note="[/] [@click=app.quit]x ]52;c;AAAA abc")
        ]
        shown = text(harness, JournalPane)
        assert "[/] [@click=app.quit]x" in shown
        assert not any(ch in shown for ch in "\x1b\x07\u202e")


async def test_activity_is_noted_and_an_empty_field_stays_unknown(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("a", *"4500", "enter")
        await until(pilot, lambda: "steps 4,500" in text(harness, JournalPane))
        (entry,) = harness.entries("activity")
        assert entry.body == Activity(steps=4500)


async def test_a_wrong_number_is_named_and_stays_in_the_form(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("a", *"45oo", "enter")
        assert isinstance(harness.app.screen, ActivityScreen)
        assert "not '45oo'" in str(harness.app.screen.query_one("#fault", Static).render())
        assert harness.app.screen.query_one("#field-steps", Input).value == "45oo"


async def test_undo_takes_back_what_was_noted_last(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "4", "enter")
        await until(pilot, lambda: "14:05  pain 4" in text(harness, JournalPane))
        await pilot.press("u")
        await until(pilot, lambda: "14:05" not in text(harness, JournalPane))
        assert harness.entries() == []


async def test_what_cannot_be_saved_comes_back_in_the_form_with_the_reason(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await until(pilot, lambda: dashboard(harness).state.diary is not None)
        harness.thread.close()
        await pilot.press("p", "4", "shift+tab", "n", "o", "ctrl+s")
        await until(
            pilot,
            lambda: (
                isinstance(harness.app.screen, PainScreen)
                and bool(str(harness.app.screen.query_one("#fault", Static).render()))
            ),
        )
        assert harness.app.screen.query_one(NoteArea).text == "no"


async def test_a_session_runs_from_one_key_to_done_and_is_in_the_journal(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pass_time(harness, 200)
        await until(pilot, lambda: status(harness) is Status.OVER)
        sets = [entry.body for entry in harness.entries("set")]
        assert len(sets) == 5
        assert all(isinstance(body, SetRun) and body.outcome is Outcome.DONE for body in sets)
        (session,) = [entry.body for entry in harness.entries("session")]
        assert isinstance(session, SessionRun)
        assert session.state is SessionState.FINISHED
        await until(pilot, lambda: set(dashboard(harness).query_one(RoutinePanel).marks.values()) == {DONE})


async def test_any_key_that_means_nothing_pauses_and_space_goes_on(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pilot.press("j")
        assert status(harness) is Status.PAUSED
        await pilot.press("j")
        assert status(harness) is Status.PAUSED
        await pilot.press("space")
        assert status(harness) is Status.RUNNING


async def test_before_a_session_a_key_that_means_nothing_does_nothing(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("z", "x", "n", "b", "4")
        assert status(harness) is None
        assert harness.entries() == []


async def test_a_stop_for_pain_freezes_and_enter_ends(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pass_time(harness, 31)
        await pilot.press("x")
        assert status(harness) is Status.FROZEN
        await pilot.press("enter")
        await until(pilot, lambda: status(harness) is Status.OVER)
        (session,) = [entry.body for entry in harness.entries("session")]
        assert isinstance(session, SessionRun)
        assert session.state is SessionState.STOPPED


async def test_the_page_keys_of_a_presenter_mean_next_and_back(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pilot.press("pagedown")
        marks = dashboard(harness).query_one(RoutinePanel).marks
        assert marks["lift"] == NOW
        await pilot.press("pageup")
        assert dashboard(harness).query_one(RoutinePanel).marks["tilt"] == NOW


async def test_a_form_over_the_session_pauses_it(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pilot.press("p")
        await until(pilot, lambda: status(harness) is Status.PAUSED)
        await pilot.press("3", "enter")
        await until(pilot, lambda: bool(harness.entries("pain")))
        assert status(harness) is Status.PAUSED


async def test_quitting_in_a_session_asks_first_and_keeps_what_was_done(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pass_time(harness, 36)
        await pilot.press("q")
        assert harness.app.is_running
        assert status(harness) is Status.PAUSED
        view = dashboard(harness).query_one(TimerPanel).view
        assert view is not None
        assert view.hint.startswith("Leave the session?")
        await pilot.press("q")
    (session,) = [entry.body for entry in harness.entries("session")]
    assert isinstance(session, SessionRun)
    assert session.state is SessionState.LEFT
    assert session.active_seconds == 36


async def test_going_on_takes_the_question_back(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pilot.press("q", "space")
        assert status(harness) is Status.RUNNING
        await pilot.press("q")
        assert harness.app.is_running


async def test_enter_on_an_exercise_shows_its_steps(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("down", "enter")
        assert isinstance(harness.app.screen, ExerciseScreen)
        card = str(harness.app.screen.query_one("#card-text", Static).render())
        assert "1. Lie down." in card
        assert "Leave it out if it hurts." in card


async def test_help_names_every_key_of_the_dashboard(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("question_mark")
        assert isinstance(harness.app.screen, HelpScreen)
        shown = str(harness.app.screen.query_one("#card-text", Static).render())
        assert all(key in shown for key in ("space", "n ", "b ", "x ", "p ", "a ", "u ", "tab", "?", "q "))


async def test_in_a_small_terminal_one_pane_is_shown_and_tab_goes_on(harness: AppHarness) -> None:
    async with opened(harness, NARROW) as pilot:
        panes: tuple[type[Widget], ...] = (RoutinePanel, TimerPanel, JournalPane, PlotPane)

        def only_shown(only: type[Widget]) -> bool:
            return [pane for pane in panes if dashboard(harness).query_one(pane).display] == [only]

        for current in [*panes[1:], *panes[:2]]:  # before the first session it comes first how to stop
            await until(pilot, partial(only_shown, current))
            await pilot.press("tab")


async def test_a_session_brings_its_pane_to_the_front(harness: AppHarness) -> None:
    async with opened(harness, NARROW) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: dashboard(harness).query_one(TimerPanel).display)


async def test_in_a_tiny_terminal_the_timer_is_alone(harness: AppHarness) -> None:
    async with harness.app.run_test(size=TINY):
        assert dashboard(harness).query_one(TimerPanel).display
        assert not dashboard(harness).query_one(RoutinePanel).display
        assert dashboard(harness).query_one(TimerPanel).size.width >= 48


async def test_every_key_has_an_id_a_description_and_a_tooltip(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p")
        bindings = [
            binding
            for screen in harness.app.screen_stack[1:]
            for binding in screen._bindings
            if not binding[1].system
        ]
        ours = [
            b
            for _, b in bindings
            if not b.action.startswith(("screen.", "app.copy", "app.focus", "command_palette"))
        ]
        assert ours
        assert [b.key for b in ours if not (b.id and b.description and b.tooltip)] == []


async def test_hostile_names_of_a_routine_are_shown_harmless(tmp_path: Path) -> None:
    hostile = "[/] \x1b[2J [@click=app.quit]"
    tilt = replace(TILT, name=hostile, steps=(hostile,))
    routine = replace(SMALL, name=hostile, items=(replace(SMALL.items[0], exercise=tilt),))
    harness = AppHarness(tmp_path, routine)
    async with opened(harness, WIDE) as pilot:
        await pilot.press("enter")
        assert isinstance(harness.app.screen, ExerciseScreen)
        await pilot.press("escape", "space")
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        session = dashboard(harness).session
        assert session is not None
        assert session_view(session).name == hostile
        shown = painted(dashboard(harness).query_one(TimerPanel))
        assert "[/] [2J [@click=app.quit]" in shown
        assert "\x1b" not in shown
        await pilot.press("space")
        assert dashboard(harness).query_one(OptionList).option_count == 1


async def test_one_rating_is_a_dot_at_once(harness: AppHarness) -> None:
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p", "4", "enter")
        await until(pilot, lambda: "◆" in text(harness, PlotPane))
        assert str(dashboard(harness).query_one(PlotPane).border_title) == "Pain, the last 14 days"


async def test_a_changed_key_works_shows_in_the_footer_and_leaves_the_others_alone(tmp_path: Path) -> None:
    write_setting(
        Paths(tmp_path / "config", tmp_path / "data", tmp_path / "state").settings, "keys.pain", "y"
    )
    harness = AppHarness(tmp_path)
    async with opened(harness, WIDE) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert harness.app.screen is dashboard(harness)  # the old key means nothing now
        assert "y" in harness.app.screen.active_bindings
        await pilot.press("y", "4", "enter")
        await until(pilot, lambda: [entry.kind for entry in harness.entries()] == ["pain"])
        await pilot.press("space")  # a key that several commands share
        await until(pilot, lambda: status(harness) is Status.RUNNING)
        await pilot.press("space")
        await until(pilot, lambda: status(harness) is Status.PAUSED)
    harness.thread.close()
