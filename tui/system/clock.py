"""The clock, passed in wherever time is needed; nothing else asks the system for the time."""

import os
import time
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from datetime import time as time_of_day
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from journal.days import DAY_ENDS, day_of

if TYPE_CHECKING:
    import asyncio

LOCALTIME = Path("/etc/localtime")


class Clock(Protocol):
    """A clock. Seconds are floats."""

    @property
    def zone_name(self) -> str:
        """The person's time zone: an IANA name, or an offset such as `+02:00`."""

    @property
    def day_ends(self) -> time_of_day:
        """The local time at which the diary day ends."""

    def monotonic(self) -> float:
        """Seconds that never run backwards, for elapsed time."""

    def boottime(self) -> float:
        """Seconds that include the computer's sleep; `monotonic` leaves it out."""

    def now(self) -> datetime:
        """The person's local date and time, aware."""

    async def wait(self, event: "asyncio.Event", until: float | None) -> None:
        """Return when `event` is set or, if given, `monotonic()` has reached `until`."""


class SystemClock:
    """The system's time in the person's zone.

    The zone is found on first use, because not every command needs it.
    """

    def __init__(self, zone: tuple[str, tzinfo] | None = None, *, day_ends: time_of_day = DAY_ENDS) -> None:
        self._fixed_zone = zone
        self.day_ends = day_ends

    @cached_property
    def _zone(self) -> tuple[str, tzinfo]:
        return self._fixed_zone or local_zone(os.environ.get("TZ"))

    @property
    def zone_name(self) -> str:
        return self._zone[0]

    def monotonic(self) -> float:
        return time.monotonic()

    def boottime(self) -> float:
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.time()

    def now(self) -> datetime:
        return datetime.now(self._zone[1])

    async def wait(self, event: "asyncio.Event", until: float | None) -> None:
        import asyncio  # noqa: PLC0415 - commands without a screen start faster without it

        timeout = None if until is None else max(0.0, until - self.monotonic())
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                await event.wait()


def today(clock: Clock) -> date:
    """The current diary day."""
    return day_of(clock.now(), clock.day_ends)


def find_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name or an offset such as `+02:00`; None when it is unknown."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only where a zone is needed

    if name[:1] in {"+", "-"}:
        with suppress(ValueError):
            return datetime.strptime(name, "%z").tzinfo
        return None
    with suppress(ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(name)
    return None


def local_zone(tz: str | None, link: Path = LOCALTIME) -> tuple[str, tzinfo]:
    """The person's zone and its name: from `TZ`, else from the system's link, else today's offset.

    With an offset entries are right, but a change of the clocks is noticed only at the next start.
    """
    names = [tz.lstrip(":")] if tz else []
    with suppress(OSError):
        target = str(link.resolve())
        if "/zoneinfo/" in target:
            names.append(target.split("/zoneinfo/", 1)[1])
    for name in names:
        if (zone := find_zone(name)) is not None:
            return name, zone
    now = datetime.now(UTC).astimezone()
    return now.strftime("%z")[:3] + ":" + now.strftime("%z")[3:5], now.tzinfo or UTC


def local_time(at: datetime, zone_name: str) -> datetime:
    """The moment in this zone, as an entry stores it; in UTC when the zone is unknown here."""
    return at.astimezone(find_zone(zone_name) or UTC)
