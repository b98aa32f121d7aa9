"""Positions: how long each lasted, and how long it stayed comfortable. They are not activity."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.observations import Position, Posture
from journal.record import Entry

LONGEST = timedelta(hours=12)
"""The longest plausible time in one position; beyond it, the end is taken as unknown."""

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A position from the moment `since` on. `minutes` is None while it lasts or when its end is unknown.

    `comfortable` is how many minutes it stayed comfortable, None if unknown.
    """

    entry: Entry
    posture: Posture
    since: datetime
    minutes: float | None
    comfortable: float | None


@dataclass(frozen=True, slots=True)
class Comfort:
    """How long a position usually stayed comfortable: the median of `count` times, in minutes."""

    posture: Posture
    minutes: float
    count: int


def stretches(entries: Iterable[Entry]) -> tuple[Stretch, ...]:
    """The positions among the entries, each until the next one; `entries` are in the order of time."""
    noted = [(entry, entry.body) for entry in entries if isinstance(entry.body, Position)]
    ends = [*(later.at for later, _ in noted[1:]), *([None] if noted else [])]
    return tuple(
        Stretch(entry, body.posture, entry.at, _minutes(entry.at, end), body.comfortable_minutes)
        for (entry, body), end in zip(noted, ends, strict=True)
    )


def _minutes(since: datetime, end: datetime | None) -> float | None:
    return None if end is None or end - since > LONGEST else (end - since) / MINUTE


def kept_now(found: Sequence[Stretch], now: datetime) -> tuple[Stretch, float] | None:
    """The position that lasts now, and for how many minutes; None when none was noted in the last twelve hours."""
    if not found or not timedelta() <= now - found[-1].since <= LONGEST:
        return None
    return found[-1], (now - found[-1].since) / MINUTE


def comforts(found: Iterable[Stretch]) -> tuple[Comfort, ...]:
    """Return how long each position stayed comfortable, if known, in the usual order."""
    from statistics import median  # noqa: PLC0415 - it takes long to import, and a status line needs no median

    times_of: Mapping[Posture, list[float]] = {posture: [] for posture in Posture}
    for stretch in found:
        if stretch.comfortable is not None:
            times_of[stretch.posture].append(stretch.comfortable)
    return tuple(Comfort(posture, median(times), len(times)) for posture, times in times_of.items() if times)


def limit_reached(
    found: Sequence[Stretch], limits: Mapping[Posture, float], now: datetime
) -> tuple[Stretch, float] | None:
    """The position that lasts now, with its minutes, when it is kept as long as the person's own limit for it.

    A posture without a limit, in minutes, is never too long.
    """
    current = kept_now(found, now)
    if current is None or current[0].posture not in limits:
        return None
    return current if current[1] >= limits[current[0].posture] else None
