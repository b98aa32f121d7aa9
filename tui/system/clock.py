"""Time, as an object that is passed in: nothing else in the program asks the system what time it is."""

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
    """What the program needs of time. Seconds are floats."""

    @property
    def zone_name(self) -> str:
        """The person's zone as entries keep it: an IANA name, or an offset such as `+02:00`."""

    @property
    def day_ends(self) -> time_of_day:
        """Local time at which the person's diary day ends."""

    def monotonic(self) -> float:
        """Seconds that never run backwards: for elapsed time."""

    def boottime(self) -> float:
        """Seconds that run on while the machine sleeps: a suspend shows against `monotonic`."""

    def now(self) -> datetime:
        """The date and time on the person's wall, aware."""

    async def wait(self, event: "asyncio.Event", until: float | None) -> None:
        """Return when `event` is set or, if given, `monotonic()` has reached `until`."""


class SystemClock:
    """The machine's own time in the person's zone, and when their day ends.

    The zone is looked for when it is first asked for: not every command needs to know what time it is.
    """

    def __init__(self, zone: tuple[str, tzinfo] | None = None, *, day_ends: time_of_day = DAY_ENDS) -> None:
        self._given = zone
        self.day_ends = day_ends

    @cached_property
    def _zone(self) -> tuple[str, tzinfo]:
        return self._given or local_zone(os.environ.get("TZ"))

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

        left = None if until is None else max(0.0, until - self.monotonic())
        with suppress(TimeoutError):
            async with asyncio.timeout(left):
                await event.wait()


def today(clock: Clock) -> date:
    """The diary day that it is now."""
    return day_of(clock.now(), clock.day_ends)


def find_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name or of an offset such as `+02:00`; None when there is none."""
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

    An offset is all that is left where the system names no zone: entries are then right, but a change of
    the clocks is seen only when the program starts anew.
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
    """The moment on the wall clock of the zone an entry keeps; in UTC when this machine has no such zone."""
    return at.astimezone(find_zone(zone_name) or UTC)
