"""The list of what was noted: paging, the detail, filters, changing and deleting, by their keys."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.observations import Activity, Note, Pain, Relief, Site
from journal.record import SessionState
from tests.tui.back_then import (
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
from tests.tui.small import House, until
from tui.dashboard.screen import DashboardScreen
from tui.entry.form import NoteForm
from tui.history.entry_list import EntryDetail, HistoryList
from tui.history.list_view import HistoryView
from tui.history.reading import PAGE
from tui.history.screen import LookBackScreen
from tui.widgets.prompt_line import AskingLine


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


# The list and the detail


async def test_an_empty_journal_says_what_will_stand_here(house: House) -> None:
    async with opened(house) as pilot:
        assert "Nothing is noted yet." in said(house, "#nothing")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(house.app.screen, DashboardScreen))


async def test_what_was_noted_stands_under_its_day_the_newest_first(house: House) -> None:
    write(house, about(Pain(4, sites=(Site.LEG,), note="after the stairs")), about(Relief("heat"), 1, 1))
    write(house, about(Activity(steps=4_500), 1))
    async with opened(house) as pilot:
        assert listed(house) == [
            "Sunday 22 November 2026 · today",
            "14:05  pain 4 now (leg)  after the stairs",
            "Saturday 21 November 2026 · yesterday",
            "       4,500 steps",
            "13:05  heat  noted later",
        ]
        await detail_of(pilot, house, "after the stairs")


async def test_the_detail_follows_the_cursor_and_tells_a_session_with_its_parts(house: House) -> None:
    write(house, *a_session(), about(Note("a day")))
    async with opened(house) as pilot:
        assert entry_lines(house) == ["14:05  note  a day", "11:05  Small routine, done, 5:00"]
        await pilot.press("down")
        await detail_of(pilot, house, "tilt: 2 of 2")
        assert "pain 3 in the session, after tilt" in said(house, "#detail-text")


async def test_the_cursor_stays_at_both_ends(house: House) -> None:
    write(house, about(Pain(1)), about(Pain(2), hours=1))
    async with opened(house) as pilot:
        entries = screen(house).query_one(HistoryList)
        await pilot.press("up")
        assert entries.entry is not None
        assert entries.entry.body == Pain(1)
        await pilot.press("down", "down", "down")
        assert entries.entry.body == Pain(2)


async def test_more_is_read_as_the_cursor_nears_the_end_and_never_all(house: House) -> None:
    write(house, *(about(Pain(n % 11), hours=n) for n in range(4 * PAGE)))
    async with opened(house) as pilot:
        assert len(entry_lines(house)) == PAGE
        await pilot.press("end")
        await until(pilot, lambda: len(entry_lines(house)) == 2 * PAGE)
        assert len(set(listed(house))) == len(listed(house))
        await pilot.press(*["pagedown"] * 12)
        await until(pilot, lambda: len(entry_lines(house)) == 4 * PAGE)


async def test_the_screen_stands_while_the_journal_is_still_read(house: House) -> None:
    write(house, about(Pain(4)))
    async with house.app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: getattr(house.app.screen_stack[1], "diary", None) is not None)
        let_go = threading.Event()
        house.thread.submit(lambda _: let_go.wait(10))
        try:
            await pilot.press("h")
            await until(pilot, lambda: isinstance(house.app.screen, LookBackScreen))
            await pilot.press("c", "left", "t", "r", "l")
            assert entry_lines(house) == []
        finally:
            let_go.set()
        await until(pilot, lambda: entry_lines(house) == ["14:05  pain 4 now"])


async def test_in_a_small_terminal_enter_shows_the_detail_and_escape_the_list(house: House) -> None:
    write(house, about(Pain(4, note="long")))
    async with opened(house, NARROW) as pilot:
        assert not screen(house).query_one(EntryDetail).display
        await pilot.press("enter")
        assert screen(house).query_one(EntryDetail).display
        assert not screen(house).query_one(HistoryList).display
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(house.app.screen, NoteForm))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(house.app.screen, LookBackScreen))
        await pilot.press("escape")
        assert screen(house).query_one(HistoryList).display
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(house.app.screen, DashboardScreen))


async def test_a_journal_that_cannot_be_read_says_so(house: House) -> None:
    async with house.app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: getattr(house.app.screen_stack[1], "diary", None) is not None)
        house.thread.close()
        await pilot.press("h")
        await until(pilot, lambda: isinstance(house.app.screen, LookBackScreen))
        await until(pilot, lambda: screen(house).query_one(HistoryView).has_class("-nothing"))
        assert "could not be read" in said(house, "#nothing")
        await pilot.press("c", "t", "l", "u")
        assert house.app.is_running


# Filters


@pytest.mark.parametrize(
    ("keys", "words", "left"),
    [
        (["k", "4"], "relief (k takes it away)", ["14:05  heat  on the sofa #stairs"]),
        (
            ["k", "right", "right", "right", "enter"],
            "relief (k takes it away)",
            ["14:05  heat  on the sofa #stairs"],
        ),
        (["w", "3"], "leg (w takes it away)", ["13:05  pain 4 now (leg)  after the stairs #stairs"]),
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
    house: House, keys: Sequence[str], words: str, left: Sequence[str]
) -> None:
    write(house, about(Pain(4, sites=(Site.LEG,), note="after the stairs", tags=("stairs",)), hours=1))
    write(house, about(Relief("heat", note="on the sofa", tags=("stairs",))), about(Note("quiet"), 1))
    async with opened(house) as pilot:
        await pilot.press(*keys)
        await until(pilot, lambda: entry_lines(house) == left)
        assert words in said(house, "#filters")
        await pilot.press(keys[0])
        await until(pilot, lambda: len(entry_lines(house)) == 3)
        assert said(house, "#filters") == "Everything, the newest first"


async def test_a_tag_is_offered_while_it_is_written(house: House) -> None:
    write(house, about(Pain(4, tags=("stairs",))), about(Pain(5), hours=1))
    async with opened(house) as pilot:
        await pilot.press("#", "s", "t")
        await pilot.pause()
        await until(pilot, lambda: "airs" in str(house.app.focused and house.app.focused._suggestion))  # type: ignore[attr-defined]
        await pilot.press("right", "enter")
        await until(pilot, lambda: len(entry_lines(house)) == 1)
        assert "tag stairs (# takes it away)" in said(house, "#filters")


async def test_an_empty_result_names_the_key_that_takes_a_filter_away(house: House) -> None:
    write(house, about(Pain(4)))
    async with opened(house) as pilot:
        await pilot.press("k", "5")
        await until(pilot, lambda: "k  takes away: skip" in said(house, "#nothing"))
        await pilot.press("k")
        await until(pilot, lambda: len(entry_lines(house)) == 1)


async def test_a_date_that_is_none_is_named_and_can_be_written_again(house: House) -> None:
    write(house, about(Pain(4)))
    async with opened(house) as pilot:
        await pilot.press("g", *"2026-11-3x", "enter")
        await until(pilot, lambda: "is no day" in said(house, "#question"))
        await pilot.press("escape")
        assert not screen(house).query_one(AskingLine).asks
        assert len(entry_lines(house)) == 1
        assert isinstance(house.app.screen, LookBackScreen)


async def test_a_day_without_anything_is_said_and_what_was_before_it_is_shown(house: House) -> None:
    write(house, about(Pain(4), 9))
    async with opened(house) as pilot:
        await pilot.press("g", *"yesterday", "enter")
        await until(pilot, lambda: "nothing like this is noted" in listed(house)[0])
        assert listed(house)[1] == "Friday 13 November 2026"


# Changing and deleting


async def test_an_entry_is_changed_in_the_form_of_its_kind_and_keeps_what_it_said(house: House) -> None:
    write(house, about(Pain(4, note="long")))
    async with opened(house) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(house.app.screen, NoteForm))
        await pilot.press("7", "enter")
        await until(pilot, lambda: bool(entry_lines(house)) and "pain 7" in entry_lines(house)[0])
        await detail_of(pilot, house, "changed")
        assert "pain 4 now" in said(house, "#detail-text")
        assert [entry.body for entry in house.entries()] == [Pain(7, note="long")]


async def test_what_is_typed_before_the_form_is_there_is_meant_for_it(house: House) -> None:
    write(house, about(Pain(4)))
    async with opened(house) as pilot:
        for key in ("e", "7", "enter"):
            house.app.simulate_key(key)
        await until(pilot, lambda: bool(entry_lines(house)) and "pain 7" in entry_lines(house)[0])
        assert isinstance(house.app.screen, LookBackScreen)
        await pilot.press("d")
        assert said(house, "#filters").startswith("d again deletes")


async def test_a_form_that_is_left_changes_nothing(house: House) -> None:
    write(house, about(Pain(4)))
    async with opened(house) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(house.app.screen, NoteForm))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(house.app.screen, LookBackScreen))
        assert [entry.body for entry in house.entries()] == [Pain(4)]


async def test_a_session_has_no_form(house: House) -> None:
    write(house, *a_session())
    async with opened(house) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(house.app.screen, LookBackScreen)


async def test_the_first_press_says_that_the_second_deletes_and_undo_is_one_key(house: House) -> None:
    write(house, about(Pain(4)), about(Pain(5), hours=1))
    async with opened(house) as pilot:
        await pilot.press("d")
        assert said(house, "#filters") == "d again deletes: pain 4 now"
        assert len(house.entries()) == 2
        await pilot.press("d")
        await until(pilot, lambda: entry_lines(house) == ["13:05  pain 5 now"])
        await pilot.press("u")
        await until(pilot, lambda: len(entry_lines(house)) == 2)
        assert [entry.body for entry in house.entries()] == [Pain(5), Pain(4)]


async def test_any_other_key_between_keeps_the_entry(house: House) -> None:
    write(house, about(Pain(4)), about(Pain(5), hours=1))
    async with opened(house) as pilot:
        await pilot.press("d", "down", "d")
        await pilot.pause()
        assert said(house, "#filters") == "d again deletes: pain 5 now"
        assert len(house.entries()) == 2


async def test_a_key_that_is_held_down_deletes_one_entry(house: House) -> None:
    write(house, *(about(Pain(n), hours=n) for n in range(6)))
    async with opened(house) as pilot:
        await pilot.press("d", "d")
        await until(pilot, lambda: len(entry_lines(house)) == 5)
        await pilot.press(*"dddd")
        assert len(house.entries()) == 5
        house.clock.advance(2)
        await pilot.press("d", "d")
        await until(pilot, lambda: len(entry_lines(house)) == 4)


async def test_a_session_is_deleted_with_its_parts_and_comes_back(house: House) -> None:
    write(house, *a_session())
    async with opened(house) as pilot:
        await pilot.press("delete", "delete")
        await until(pilot, lambda: screen(house).query_one(HistoryView).has_class("-nothing"))
        assert house.entries() == []
        await pilot.press("u")
        await until(pilot, lambda: len(entry_lines(house)) == 1)
        assert len(house.entries()) == 3


async def test_a_session_that_has_not_ended_stays(house: House) -> None:
    write(house, *a_session(SessionState.RUNNING))
    async with opened(house) as pilot:
        await pilot.press("d", "d")
        await pilot.pause()
        assert len(house.entries()) == 3


async def test_what_cannot_be_deleted_is_still_there_and_said(house: House) -> None:
    write(house, about(Pain(4)))
    told: list[str] = []
    async with opened(house) as pilot:
        house.app.notify = lambda line, **_: told.append(line)  # type: ignore[method-assign]
        house.thread.submit(lambda store: setattr(store, "read_only", "the disk is full")).result(10)
        await pilot.press("d", "d")
        await until(pilot, lambda: bool(told))
        assert "It is still there." in told[0]
        assert entry_lines(house) == ["14:05  pain 4 now"]


async def test_the_dashboard_shows_what_was_changed_here(house: House) -> None:
    write(house, about(Pain(4)))
    async with opened(house) as pilot:
        await pilot.press("d", "d")
        await until(pilot, lambda: screen(house).query_one(HistoryView).has_class("-nothing"))
        await pilot.press("q")
        dashboard = house.app.screen_stack[1]
        assert isinstance(dashboard, DashboardScreen)
        await until(pilot, lambda: dashboard.diary is not None and dashboard.diary.rows == ())
