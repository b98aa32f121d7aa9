"""The system clock, the person's zone, and the fake clock of the tests."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeClock
from tui.system.clock import Clock, SystemClock, find_zone, local_zone

CLOCKS: tuple[Clock, ...] = (FakeClock(), SystemClock())


@pytest.mark.parametrize("clock", CLOCKS)
def test_now_is_aware_and_its_zone_has_a_name_that_is_found_again(clock: Clock) -> None:
    zone = find_zone(clock.zone_name)
    assert zone is not None
    assert clock.now().utcoffset() == clock.now().astimezone(zone).utcoffset()


def test_monotonic_seconds_do_not_run_backwards() -> None:
    clock = SystemClock(("UTC", UTC))
    assert clock.monotonic() <= clock.monotonic()
    assert clock.boottime() <= clock.boottime()


async def test_waiting_ends_at_once_when_the_time_is_over() -> None:
    clock = SystemClock(("UTC", UTC))
    await asyncio.wait_for(clock.wait(asyncio.Event(), clock.monotonic() - 1), 5)


async def test_waiting_without_an_end_is_ended_by_the_event() -> None:
    clock, event = SystemClock(("UTC", UTC)), asyncio.Event()
    waiting = asyncio.create_task(clock.wait(event, None))
    event.set()
    await asyncio.wait_for(waiting, 5)


def test_the_zone_comes_from_the_environment_first(tmp_path: Path) -> None:
    assert local_zone("America/St_Johns", tmp_path)[0] == "America/St_Johns"
    assert local_zone(":America/St_Johns", tmp_path)[0] == "America/St_Johns"


def test_the_zone_comes_from_the_system_when_the_environment_names_none(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/nowhere/zoneinfo/Europe/Berlin")
    assert local_zone(None, link) == ("Europe/Berlin", ZoneInfo("Europe/Berlin"))
    assert local_zone("No/Such_Zone", link)[0] == "Europe/Berlin"


def test_without_any_zone_todays_offset_is_left(tmp_path: Path) -> None:
    name, zone = local_zone("../../etc/passwd", tmp_path / "missing")
    assert find_zone(name) is not None
    assert datetime.now(zone).utcoffset() == datetime.now(find_zone(name)).utcoffset()


def test_an_offset_is_a_zone_and_nonsense_is_none() -> None:
    zone = find_zone("-03:30")
    assert zone is not None
    assert zone.utcoffset(None) == timedelta(hours=-3, minutes=-30)
    assert [find_zone(name) for name in ("+25:00", "+x", "No/Such_Zone", "", "/etc/passwd", "a\0b")] == [
        None
    ] * 6


def test_fake_time_moves_only_when_it_is_told_to() -> None:
    clock = FakeClock()
    before = clock.monotonic(), clock.boottime(), clock.now()
    clock.advance(3)
    assert (clock.monotonic(), clock.boottime(), clock.now()) == (
        before[0] + 3,
        before[1] + 3,
        before[2] + timedelta(seconds=3),
    )


def test_a_suspend_shows_in_local_time_and_not_in_elapsed_time() -> None:
    clock = FakeClock()
    monotonic, boottime = clock.monotonic(), clock.boottime()
    clock.sleep_through(60)
    assert (clock.monotonic(), clock.boottime()) == (monotonic, boottime + 60)


def test_fake_time_passes_through_a_change_of_the_clocks() -> None:
    clock = FakeClock(datetime(2026, 3, 29, 1, 59, 59, tzinfo=ZoneInfo("Europe/Berlin")))
    clock.advance(1)
    assert f"{clock.now():%H:%M}" == "03:00"


async def test_waiting_on_fake_time_ends_at_its_time() -> None:
    clock = FakeClock()
    waiting = asyncio.create_task(clock.wait(asyncio.Event(), clock.monotonic() + 3))
    await _settle()
    clock.advance(2.5)
    await _settle()
    assert not waiting.done()
    clock.advance(0.5)
    await asyncio.wait_for(waiting, 5)


async def test_waiting_on_fake_time_ends_with_the_event() -> None:
    clock, event = FakeClock(), asyncio.Event()
    waiting = asyncio.create_task(clock.wait(event, None))
    await _settle()
    event.set()
    await asyncio.wait_for(waiting, 5)


async def _settle() -> None:
    """Let every task run as far as it can without time passing."""
    for _ in range(10):
        await asyncio.sleep(0)
