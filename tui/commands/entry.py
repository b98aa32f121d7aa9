"""Common to the commands that log an entry: its moment, writing it, and the confirmation."""

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
"""A lower rating alone is compared only on the dashboard: finding the usual pain takes too long here."""


def build_body(kind: Callable[..., B], **values: Any) -> B:
    """Build a body from these values. Raises UsageError when a value is not allowed."""
    try:
        return kind(**values)
    except RecordError as error:
        raise UsageError(str(error)) from error


def parse_moment(at: str | None, clock: Clock) -> DayMoment:
    """Parse WHEN; now without a text. Raises MomentError."""
    now = clock.now()
    return DayMoment(today(clock), now) if at is None else read_moment(at, now, clock.day_ends)


def whole_day(day: date, clock: Clock) -> DayMoment:
    """Return the moment of an entry for a whole day: its end, or now."""
    return end_or_now(day, clock.now(), clock.day_ends)


def parse_whole_day(text: str, clock: Clock) -> DayMoment:
    """Parse D as a whole day. Raises MomentError."""
    return whole_day(read_day(text, clock.now(), clock.day_ends), clock)


def log_entry(body: Body, about: DayMoment, context: Context) -> int:
    """Write an entry as one act and confirm it; return the exit status. Raises JournalError."""
    draft = Draft(body, about.day, about.at, context.clock.zone_name)
    with closing(context.open_journal()) as journal:
        (record,) = journal.write([draft])
        print_saved(f"{describe(body)}, {_short(draft, context.clock)}")
        for line in _safety_lines(record, journal, context):
            print(line)
    return 0


def _safety_lines(record: Record, journal: "Store", context: Context) -> list[str]:
    """Return the line that points to the safety card, when this entry alone calls for it."""
    if not _may_show_sign(record.body):
        return []
    from tui.today.safety_banner import read_banner  # noqa: PLC0415 - few entries need it

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


def _may_show_sign(body: Body) -> bool:
    """Whether an entry could hold a sign of the safety card."""
    hurts = isinstance(body, Pain) and bool(body.nrs >= HURTS or body.sites)
    return hurts or bool(
        getattr(body, "note", "") or getattr(body, "tags", ()) or getattr(body, "reason", "")
    )


def print_saved(words: str) -> None:
    """Confirm what was saved, and name the command to undo it."""
    print(f"Saved: {words}. Undo: tolerable undo")


def _short(draft: Draft, clock: Clock) -> str:
    """Describe the moment; today, the time alone."""
    time = describe_clock_time(draft, clock) if draft.day == today(clock) else ""
    return time or describe_time(draft, clock)
