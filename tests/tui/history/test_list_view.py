"""The list of what was noted: paging, the detail, filters, changing and deleting, by their keys."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.observations import Activity, Note, Pain, Relief, Site
from journal.record import SessionState
from tests.tui.app_harness import AppHarness, until
from tests.tui.history.diaries import (
    NARROW,
    WIDE,
    a_session,
    about,
    detail_of,
    entry_lines,
    listed,
    opened,
    said,
    screen,
    write,
)
from tui.dashboard.screen import DashboardScreen
from tui.entry.form import EntryForm
from tui.history.entry_list import EntryDetail, HistoryList
from tui.history.list_view import HistoryView
from tui.history.reading import PAGE
from tui.history.screen import HistoryScreen
from tui.widgets.prompt_line import PromptLine


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


# The list and the detail


async def test_an_empty_journal_says_what_will_stand_here(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        assert "No entries yet." in said(harness, "#nothing")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, DashboardScreen))


async def test_what_was_noted_stands_under_its_day_the_newest_first(harness: AppHarness) -> None:
    write(harness, about(Pain(4, sites=(Site.LEG,), note="after the stairs")), about(Relief("heat"), 1, 1))
    write(harness, about(Activity(steps=4_500), 1))
    async with opened(harness) as pilot:
        assert listed(harness) == [
            "Sunday 22 November 2026 · today",
            "14:05  pain 4 now (leg)  after the stairs",
            "Saturday 21 November 2026 · yesterday",
            "       4,500 steps",
            "13:05  heat  added later",
        ]
        await detail_of(pilot, harness, "after the stairs")


async def test_the_detail_follows_the_cursor_and_tells_a_session_with_its_parts(harness: AppHarness) -> None:
    write(harness, *a_session(), about(Note("a day")))
    async with opened(harness) as pilot:
        assert entry_lines(harness) == ["14:05  note  a day", "11:05  Small routine, done, 5:00"]
        await pilot.press("down")
        await detail_of(pilot, harness, "tilt: 2 of 2")
        assert "pain 3 in the session, after tilt" in said(harness, "#detail-text")


async def test_the_cursor_stays_at_both_ends(harness: AppHarness) -> None:
    write(harness, about(Pain(1)), about(Pain(2), hours=1))
    async with opened(harness) as pilot:
        entries = screen(harness).query_one(HistoryList)
        await pilot.press("up")
        assert entries.entry is not None
        assert entries.entry.body == Pain(1)
        await pilot.press("down", "down", "down")
        assert entries.entry.body == Pain(2)


async def test_more_is_read_as_the_cursor_nears_the_end_and_never_all(harness: AppHarness) -> None:
    write(harness, *(about(Pain(n % 11), hours=n) for n in range(4 * PAGE)))
    async with opened(harness) as pilot:
        assert len(entry_lines(harness)) == PAGE
        await pilot.press("end")
        await until(pilot, lambda: len(entry_lines(harness)) == 2 * PAGE)
        assert len(set(listed(harness))) == len(listed(harness))
        await pilot.press(*["pagedown"] * 12)
        await until(pilot, lambda: len(entry_lines(harness)) == 4 * PAGE)


async def test_the_screen_stands_while_the_journal_is_still_read(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with harness.app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: harness.is_ready)
        let_go = threading.Event()
        harness.thread.submit(lambda _: let_go.wait(10))
        try:
            await pilot.press("h")
            await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
            await pilot.press("c", "left", "t", "r", "l")
            assert entry_lines(harness) == []
        finally:
            let_go.set()
        await until(pilot, lambda: entry_lines(harness) == ["14:05  pain 4 now"])


async def test_in_a_small_terminal_enter_shows_the_detail_and_escape_the_list(harness: AppHarness) -> None:
    write(harness, about(Pain(4, note="long")))
    async with opened(harness, NARROW) as pilot:
        assert not screen(harness).query_one(EntryDetail).display
        await pilot.press("enter")
        assert screen(harness).query_one(EntryDetail).display
        assert not screen(harness).query_one(HistoryList).display
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(harness.app.screen, EntryForm))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
        await pilot.press("escape")
        assert screen(harness).query_one(HistoryList).display
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, DashboardScreen))


async def test_a_journal_that_cannot_be_read_says_so(harness: AppHarness) -> None:
    async with harness.app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: harness.is_ready)
        harness.thread.close()
        await pilot.press("h")
        await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
        await until(pilot, lambda: screen(harness).query_one(HistoryView).has_class("-nothing"))
        assert "could not be read" in said(harness, "#nothing")
        await pilot.press("c", "t", "l", "u")
        assert harness.app.is_running


# Filters


@pytest.mark.parametrize(
    ("keys", "words", "left"),
    [
        (["k", "4"], "relief (k: clear)", ["14:05  heat  on the sofa #stairs"]),
        (
            ["k", "right", "right", "right", "enter"],
            "relief (k: clear)",
            ["14:05  heat  on the sofa #stairs"],
        ),
        (["w", "3"], "leg (w: clear)", ["13:05  pain 4 now (leg)  after the stairs #stairs"]),
        (
            ["/", *"STAIRS", "enter"],
            "“STAIRS” in the note",
            ["13:05  pain 4 now (leg)  after the stairs #stairs"],
        ),
        (["g", *"yesterday", "enter"], "Sat 21 Nov 2026 and before", ["14:05  note  quiet"]),
        (["g", *"2026-11-21", "enter"], "Sat 21 Nov 2026 and before", ["14:05  note  quiet"]),
    ],
)
async def test_a_filter_is_a_few_keys_and_its_own_key_takes_it_away(
    harness: AppHarness, keys: Sequence[str], words: str, left: Sequence[str]
) -> None:
    write(harness, about(Pain(4, sites=(Site.LEG,), note="after the stairs", tags=("stairs",)), hours=1))
    write(harness, about(Relief("heat", note="on the sofa", tags=("stairs",))), about(Note("quiet"), 1))
    async with opened(harness) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: entry_lines(harness) == left)
        assert words in said(harness, "#filters")
        await pilot.press(keys[0])
        await until(pilot, lambda: len(entry_lines(harness)) == 3)
        assert said(harness, "#filters") == "All entries, newest first"


async def test_a_tag_is_offered_while_it_is_written(harness: AppHarness) -> None:
    write(harness, about(Pain(4, tags=("stairs",))), about(Pain(5), hours=1))
    async with opened(harness) as pilot:
        await pilot.press("#", "s", "t")
        await pilot.pause()
        await until(pilot, lambda: "airs" in str(harness.app.focused and harness.app.focused._suggestion))  # type: ignore[attr-defined]
        await pilot.press("right", "enter")
        await until(pilot, lambda: len(entry_lines(harness)) == 1)
        assert "tag stairs (#: clear)" in said(harness, "#filters")


async def test_an_empty_result_names_the_key_that_takes_a_filter_away(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press("k", "5")
        await until(pilot, lambda: "k: clear skip" in said(harness, "#nothing"))
        await pilot.press("k")
        await until(pilot, lambda: len(entry_lines(harness)) == 1)


async def test_a_date_that_is_none_is_named_and_can_be_written_again(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press("g", *"2026-11-3x", "enter")
        await until(pilot, lambda: "is not a day" in said(harness, "#question"))
        await pilot.press("escape")
        assert not screen(harness).query_one(PromptLine).is_open
        assert len(entry_lines(harness)) == 1
        assert isinstance(harness.app.screen, HistoryScreen)


async def test_a_day_without_anything_is_said_and_what_was_before_it_is_shown(harness: AppHarness) -> None:
    write(harness, about(Pain(4), 9))
    async with opened(harness) as pilot:
        await pilot.press("g", *"yesterday", "enter")
        await until(pilot, lambda: "No entry on" in listed(harness)[0])
        assert listed(harness)[1] == "Friday 13 November 2026"


# Changing and deleting


async def test_an_entry_is_changed_in_the_form_of_its_kind_and_keeps_what_it_said(
    harness: AppHarness,
) -> None:
    write(harness, about(Pain(4, note="long")))
    async with opened(harness) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(harness.app.screen, EntryForm))
        await pilot.press("7", "enter")
        await until(pilot, lambda: bool(entry_lines(harness)) and "pain 7" in entry_lines(harness)[0])
        await detail_of(pilot, harness, "changed")
        assert "pain 4 now" in said(harness, "#detail-text")
        assert [entry.body for entry in harness.entries()] == [Pain(7, note="long")]


async def test_what_is_typed_before_the_form_is_there_is_meant_for_it(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        for key in ("e", "7", "enter"):
            harness.app.simulate_key(key)
        await until(pilot, lambda: bool(entry_lines(harness)) and "pain 7" in entry_lines(harness)[0])
        assert isinstance(harness.app.screen, HistoryScreen)
        await pilot.press("d")
        assert said(harness, "#filters").startswith("Press d again to delete")


async def test_a_form_that_is_left_changes_nothing(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(harness.app.screen, EntryForm))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(harness.app.screen, HistoryScreen))
        assert [entry.body for entry in harness.entries()] == [Pain(4)]


async def test_a_session_has_no_form(harness: AppHarness) -> None:
    write(harness, *a_session())
    async with opened(harness) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(harness.app.screen, HistoryScreen)


async def test_the_first_press_says_that_the_second_deletes_and_undo_is_one_key(harness: AppHarness) -> None:
    write(harness, about(Pain(4)), about(Pain(5), hours=1))
    async with opened(harness) as pilot:
        await pilot.press("d")
        assert said(harness, "#filters") == "Press d again to delete: pain 4 now"
        assert len(harness.entries()) == 2
        await pilot.press("d")
        await until(pilot, lambda: entry_lines(harness) == ["13:05  pain 5 now"])
        await pilot.press("u")
        await until(pilot, lambda: len(entry_lines(harness)) == 2)
        assert [entry.body for entry in harness.entries()] == [Pain(5), Pain(4)]


async def test_any_other_key_between_keeps_the_entry(harness: AppHarness) -> None:
    write(harness, about(Pain(4)), about(Pain(5), hours=1))
    async with opened(harness) as pilot:
        await pilot.press("d", "down", "d")
        await pilot.pause()
        assert said(harness, "#filters") == "Press d again to delete: pain 5 now"
        assert len(harness.entries()) == 2


async def test_a_key_that_is_held_down_deletes_one_entry(harness: AppHarness) -> None:
    write(harness, *(about(Pain(n), hours=n) for n in range(6)))
    async with opened(harness) as pilot:
        await pilot.press("d", "d")
        await until(pilot, lambda: len(entry_lines(harness)) == 5)
        await pilot.press(*"dddd")
        assert len(harness.entries()) == 5
        harness.clock.advance(2)
        await pilot.press("d", "d")
        await until(pilot, lambda: len(entry_lines(harness)) == 4)


async def test_a_session_is_deleted_with_its_parts_and_comes_back(harness: AppHarness) -> None:
    write(harness, *a_session())
    async with opened(harness) as pilot:
        await pilot.press("delete", "delete")
        await until(pilot, lambda: screen(harness).query_one(HistoryView).has_class("-nothing"))
        assert harness.entries() == []
        await pilot.press("u")
        await until(pilot, lambda: len(entry_lines(harness)) == 1)
        assert len(harness.entries()) == 3


async def test_a_session_that_has_not_ended_stays(harness: AppHarness) -> None:
    write(harness, *a_session(SessionState.RUNNING))
    async with opened(harness) as pilot:
        await pilot.press("d", "d")
        await pilot.pause()
        assert len(harness.entries()) == 3


async def test_what_cannot_be_deleted_is_still_there_and_said(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    told: list[str] = []
    async with opened(harness) as pilot:
        harness.app.notify = lambda line, **_: told.append(line)  # type: ignore[method-assign]
        harness.thread.submit(lambda store: setattr(store, "read_only", "the disk is full")).result(10)
        await pilot.press("d", "d")
        await until(pilot, lambda: bool(told))
        assert "It was not deleted." in told[0]
        assert entry_lines(harness) == ["14:05  pain 4 now"]


async def test_the_dashboard_shows_what_was_changed_here(harness: AppHarness) -> None:
    write(harness, about(Pain(4)))
    async with opened(harness) as pilot:
        await pilot.press("d", "d")
        await until(pilot, lambda: screen(harness).query_one(HistoryView).has_class("-nothing"))
        await pilot.press("q")
        dashboard = harness.app.screen_stack[1]
        assert isinstance(dashboard, DashboardScreen)
        await until(pilot, lambda: dashboard.state.diary is not None and dashboard.state.diary.rows == ())
