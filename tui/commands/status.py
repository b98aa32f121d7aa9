"""`tolerable status`: how today stands, in short; in one line for the prompt of a shell."""

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

UNKNOWN = "not noted"


def line(name: str, *parts: str) -> str:
    """What is known of one thing behind its name."""
    return f"{name + ':':9} {'; '.join(filter(None, parts)) or UNKNOWN}"


def pain_words(row: DayRow | None) -> Iterator[str]:
    """What was said of the day's pain."""
    if row is None:
        return
    if row.now is not None:
        yield f"{format_number(row.now)} now" + (f" (mean of {row.ratings})" if row.ratings > 1 else "")
    if row.average is not None:
        yield f"{format_number(row.average)} average"
    if row.worst is not None:
        yield f"{format_number(row.worst)} worst"


def measure_words(row: DayRow | None) -> str:
    """How much was done, in the day's measures; empty when none is known."""
    return _activity({} if row is None else row.activity)


def activity_words(row: DayRow | None, entries: Sequence[Entry]) -> str:
    """How much was done, by the day's row, and what, by its entries; empty when that is unknown."""
    doing = [one for entry in entries if isinstance(entry.body, Activity) for one in entry.body.doing]
    return _activity({} if row is None else {**row.activity, **row.bouts}, doing)


def _activity(values: Mapping[str, float | None], doing: Sequence[Doing] = ()) -> str:
    known = {name: value for name, value in values.items() if value is not None}
    return describe_short(from_json(Activity.kind, {**known, "doing": doing})) if known or doing else ""


def left_out(entries: Sequence[Entry], what: Skipped) -> str:
    """That this was left out on purpose, and why; empty when it was not."""
    skips = [entry.body for entry in entries if isinstance(entry.body, Skip) and entry.body.what is what]
    reasons = dict.fromkeys(one_line(skip.reason, 60) for skip in skips if skip.reason)
    if not skips:
        return ""
    return f"left out: {', '.join(reasons)}" if reasons else "left out"


LOOK_BACK = 14
"""Days that are counted: no streak, so a gap costs nothing."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument(
        "--oneline",
        action="store_true",
        help="one line for a shell prompt: only what is known, and nothing without a journal",
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
    """What stands between the parts, in what the terminal can show."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return " · " if encoding == "utf8" else " | "


def _parts(journal: Store, day: date) -> Iterator[str]:
    """What is known of the day in few words, and on how many of the last days something was noted."""
    rows = _last_days(journal, day)
    yield from (describe_short(entry.body) for entry in _newest_pain(journal, day))
    yield from filter(None, [measure_words(_row_of(rows, day))])
    yield f"{len(rows)} of the last {LOOK_BACK} days"


def _lines(journal: Store, clock: Clock) -> Iterator[str]:
    day = today(clock)
    rows, entries = _last_days(journal, day), _of_day(journal, day)
    pains = [_rated(pain, clock) for pain in _newest_pain(journal, day)]
    done = activity_words(_row_of(rows, day), entries)
    yield line("Pain", *pains, left_out(entries, Skipped.PAIN))
    yield line("Activity", done, left_out(entries, Skipped.ACTIVITY))
    if kept := kept_now(stretches(journal.entries(kinds={Position.kind}, newest=1)), clock.now()):
        yield line("Position", f"{kept[0].posture} since {describe_clock_time(kept[0].entry, clock)}")
    yield line("Noted", f"{len(rows)} of the last {LOOK_BACK} days")


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
