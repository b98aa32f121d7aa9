"""What the commands have in common that note something: about which moment, and what is said then."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from journal.days import ONE_DAY
from journal.observations import Pain
from journal.record import Body, Draft, Record
from journal.values import RecordError
from tui.commands.terminal import UsageError
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.describe import describe, describe_clock_time, describe_time
from tui.text.parse import DayMoment, end_or_now, read_day, read_moment

if TYPE_CHECKING:
    from journal.store.store import Store

B = TypeVar("B")

HURTS = 5
"""A lower rating alone is told of on the dashboard only: to look what is usual takes a command too long."""


def made(kind: Callable[..., B], **values: Any) -> B:
    """A body of these values. Raises UsageError when none can hold them."""
    try:
        return kind(**values)
    except RecordError as error:
        raise UsageError(str(error)) from error


def moment_of(at: str | None, clock: Clock) -> DayMoment:
    """The moment meant by WHEN; now where nothing was said. Raises WhenError."""
    now = clock.now()
    return DayMoment(today(clock), now) if at is None else read_moment(at, now, clock.day_ends)


def whole_day(day: date, clock: Clock) -> DayMoment:
    """The moment of what is about all of a day: its end, or now."""
    return end_or_now(day, clock.now(), clock.day_ends)


def day_named(text: str, clock: Clock) -> DayMoment:
    """All of the day meant by D. Raises WhenError."""
    return whole_day(read_day(text, clock.now(), clock.day_ends), clock)


def note_down(body: Body, about: DayMoment, context: Context) -> int:
    """Write this as an act of its own, and say so; the exit status. Raises JournalError."""
    draft = Draft(body, about.day, about.at, context.clock.zone_name)
    with closing(context.open_journal()) as journal:
        (record,) = journal.write([draft])
        say_saved(f"{describe(body)}, {_short(draft, context.clock)}")
        for line in _what_the_card_speaks_of(record, journal, context):
            print(line)
    return 0


def _what_the_card_speaks_of(record: Record, journal: "Store", context: Context) -> list[str]:
    """The line that points to the safety card, when it speaks of this and of nothing else that was noted lately."""
    if not _may_matter(record.body):
        return []
    from tui.today.safety_banner import read_banner  # noqa: PLC0415 - few things that are noted need it

    day, ends = today(context.clock), context.clock.day_ends
    if (banner := read_banner(journal, day, ends)) is None:
        return []
    entries = journal.entries(since=day - ONE_DAY, until=day)
    before = read_banner(journal, day, ends, [entry for entry in entries if entry.id != record.entry])
    if before is not None and (banner := banner.without(before.keys)) is None:
        return []
    from tui.settings.settings_file import read_settings  # noqa: PLC0415 - as above

    settings, _ = read_settings(context.paths.settings)
    return [f"{banner.words(settings.emergency_number)} When to get help: s on the dashboard."]


def _may_matter(body: Body) -> bool:
    """Whether it says more than that something is as it may be on any day."""
    hurts = isinstance(body, Pain) and bool(body.nrs >= HURTS or body.sites)
    return hurts or bool(
        getattr(body, "note", "") or getattr(body, "tags", ()) or getattr(body, "reason", "")
    )


def say_saved(words: str) -> None:
    """Say what was noted, and how to take it back."""
    print(f"Saved: {words}. Undo: tolerable undo")


def _short(draft: Draft, clock: Clock) -> str:
    """When that was: the time alone, if it was today."""
    time = describe_clock_time(draft, clock) if draft.day == today(clock) else ""
    return time or describe_time(draft, clock)
