"""`tolerable status`: a summary of today, or one line for a shell prompt."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from journal.days import DayRow
from journal.observations import Activity, Doing, Pain, Position, Skip, Skipped
from journal.positions import kept_now, stretches
from journal.record import Entry, from_json
from journal.store.store import Store
from tui.commands.reading import journal_to_read
from tui.system.clock import Clock, today
from tui.system.environment import Context
from tui.text.clean import format_number, one_line
from tui.text.describe import describe_clock_time, describe_short

UNKNOWN = "no entry"


def line(name: str, *parts: str) -> str:
    """Format a name and its values; without values, no entry."""
    return f"{name + ':':9} {'; '.join(filter(None, parts)) or UNKNOWN}"


def pain_words(row: DayRow | None) -> Iterator[str]:
    """Describe the day's pain."""
    if row is None:
        return
    if row.now is not None:
        yield f"{format_number(row.now)} now" + (f" (mean of {row.ratings})" if row.ratings > 1 else "")
    if row.average is not None:
        yield f"{format_number(row.average)} average"
    if row.worst is not None:
        yield f"{format_number(row.worst)} worst"


def measure_words(row: DayRow | None) -> str:
    """Describe the day's measures of activity; empty without any."""
    return _activity({} if row is None else row.activity)


def activity_words(row: DayRow | None, entries: Sequence[Entry]) -> str:
    """Describe the day's activity: amounts by its row, kinds by its entries; empty without any."""
    doing = [kind for entry in entries if isinstance(entry.body, Activity) for kind in entry.body.doing]
    return _activity({} if row is None else {**row.activity, **row.bouts}, doing)


def _activity(values: Mapping[str, float | None], doing: Sequence[Doing] = ()) -> str:
    known = {name: value for name, value in values.items() if value is not None}
    return describe_short(from_json(Activity.kind, {**known, "doing": doing})) if known or doing else ""


def skip_words(entries: Sequence[Entry], skipped: Skipped) -> str:
    """Say that this was skipped and why; empty when it was not."""
    skips = [entry.body for entry in entries if isinstance(entry.body, Skip) and entry.body.what is skipped]
    reasons = dict.fromkeys(one_line(skip.reason, 60) for skip in skips if skip.reason)
    if not skips:
        return ""
    return f"skipped: {', '.join(reasons)}" if reasons else "skipped"


LOOK_BACK = 14
"""Days that are counted; not a streak, so a gap resets nothing."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "--oneline",
        action="store_true",
        help="one line for a shell prompt; nothing without a journal",
    )


def run(arguments: Namespace, context: Context) -> int:
    if arguments.oneline and not context.has_journal():
        return 0
    with journal_to_read(context) as journal:
        if arguments.oneline:
            print(_separator().join(_parts(journal, today(context.clock))))
        else:
            print("\n".join(_lines(journal, context.clock)))
    return 0


def _separator() -> str:
    """Return a separator that the terminal can show."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return " · " if encoding == "utf8" else " | "


def _parts(journal: Store, day: date) -> Iterator[str]:
    """Yield the day's pain and activity in short, and the count of recent days with entries."""
    rows = _last_days(journal, day)
    yield from (describe_short(entry.body) for entry in _newest_pain(journal, day))
    yield from filter(None, [measure_words(_row_of(rows, day))])
    yield f"{len(rows)} of the last {LOOK_BACK} days"


def _lines(journal: Store, clock: Clock) -> Iterator[str]:
    day = today(clock)
    rows, entries = _last_days(journal, day), _of_day(journal, day)
    pains = [_rated(pain, clock) for pain in _newest_pain(journal, day)]
    done = activity_words(_row_of(rows, day), entries)
    yield line("Pain", *pains, skip_words(entries, Skipped.PAIN))
    yield line("Activity", done, skip_words(entries, Skipped.ACTIVITY))
    if current := kept_now(stretches(journal.entries(kinds={Position.kind}, newest=1)), clock.now()):
        yield line("Position", f"{current[0].posture} since {describe_clock_time(current[0].entry, clock)}")
    yield line("Logged", f"{len(rows)} of the last {LOOK_BACK} days")


def _rated(pain: Entry, clock: Clock) -> str:
    words = describe_short(pain.body).removeprefix(f"{Pain.kind} ")
    return ", ".join(filter(None, [words, describe_clock_time(pain, clock)]))


def _last_days(journal: Store, day: date) -> Sequence[DayRow]:
    return journal.days(since=day - timedelta(days=LOOK_BACK - 1), until=day)


def _newest_pain(journal: Store, day: date) -> Sequence[Entry]:
    return journal.entries(since=day, until=day, kinds={Pain.kind}, newest=1)


def _of_day(journal: Store, day: date) -> Sequence[Entry]:
    return journal.entries(since=day, until=day, kinds={Activity.kind, Skip.kind})


def _row_of(rows: Sequence[DayRow], day: date) -> DayRow | None:
    return next((row for row in rows if row.day == day), None)
