"""What is new is read anew and shown."""

from pathlib import Path

from journal.days import day_of
from journal.observations import Pain
from journal.record import Draft
from tests.tui.surroundings import Surroundings, surroundings
from tui.today.refresh import Refresher
from tui.today.snapshot import Snapshot


def refresher(around: Surroundings, shown: list[Snapshot]) -> Refresher:
    return Refresher(around.journal, around.preferences, around.clock, around.notifications, shown.append)


def noted(around: Surroundings, body: Pain) -> Draft:
    now = around.clock.now()
    return Draft(body, day_of(now), now, around.clock.zone_name)


async def test_a_look_shows_the_routine_and_what_the_journal_holds(tmp_path: Path) -> None:
    shown: list[Snapshot] = []
    with surroundings(tmp_path) as around:
        around.write(noted(around, Pain(3)))
        await refresher(around, shown).refresh()
    (known,) = shown
    assert [entry.body for entry in known.diary.entries] == [Pain(3)]
    assert known.today is not None
    assert known.today.plan.routine.id == "small"
    assert known.interrupted is None


async def test_a_journal_that_cannot_be_read_is_told_and_nothing_is_shown(tmp_path: Path) -> None:
    shown: list[Snapshot] = []
    with surroundings(tmp_path) as around:
        around.thread.close()
        await refresher(around, shown).refresh()
        ((_, severity),) = around.notices
        assert severity == "error"
    assert shown == []


async def test_the_turn_of_the_day_is_seen_once(tmp_path: Path) -> None:
    shown: list[Snapshot] = []
    with surroundings(tmp_path) as around:
        looks = refresher(around, shown)
        await looks.refresh_if_new_day()
        assert shown == []  # nothing was shown that could be out of date
        await looks.refresh()
        await looks.refresh_if_new_day()
        assert len(shown) == 1
        around.clock.advance(14 * 3600.0)
        await looks.refresh_if_new_day()
        await looks.refresh_if_new_day()
    assert [str(known.diary.today) for known in shown] == ["2026-11-22", "2026-11-23"]


async def test_a_routine_of_the_persons_own_is_read_when_its_file_changes(tmp_path: Path) -> None:
    shown: list[Snapshot] = []
    with surroundings(tmp_path) as around:
        looks = refresher(around, shown)
        await looks.refresh_if_files_changed()
        assert shown == []
        around.paths.routines.mkdir(parents=True)
        text = "routine: mine\nname: Mine\nexercises: [pelvic-tilt]\n"
        (around.paths.routines / "mine.yaml").write_text(text, encoding="utf-8")
        await looks.refresh_if_files_changed()
        assert len(shown) == 1
        assert "mine" in around.preferences.library.routines
