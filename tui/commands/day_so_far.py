"""What is noted of a day, in words."""

from collections.abc import Iterator, Mapping, Sequence

from journal.days import DayRow
from journal.observations import Activity, Doing, Skip, Skipped
from journal.record import Entry, from_json
from tui.text.clean import figure, one_line
from tui.text.describe import said

UNKNOWN = "not noted"


def line(name: str, *parts: str) -> str:
    """What is known of one thing behind its name."""
    return f"{name + ':':9} {'; '.join(filter(None, parts)) or UNKNOWN}"


def pain_words(row: DayRow | None) -> Iterator[str]:
    """What was said of the day's pain."""
    if row is None:
        return
    if row.now is not None:
        yield f"{figure(row.now)} now" + (f" (mean of {row.ratings})" if row.ratings > 1 else "")
    if row.average is not None:
        yield f"{figure(row.average)} average"
    if row.worst is not None:
        yield f"{figure(row.worst)} worst"


def measure_words(row: DayRow | None) -> str:
    """How much was done, in the day's measures; empty when none is known."""
    return _activity({} if row is None else row.activity)


def activity_words(row: DayRow | None, entries: Sequence[Entry]) -> str:
    """How much was done, by the day's row, and what, by its entries; empty when that is unknown."""
    doing = [one for entry in entries if isinstance(entry.body, Activity) for one in entry.body.doing]
    return _activity({} if row is None else {**row.activity, **row.bouts}, doing)


def _activity(values: Mapping[str, float | None], doing: Sequence[Doing] = ()) -> str:
    known = {name: value for name, value in values.items() if value is not None}
    return said(from_json(Activity.kind, {**known, "doing": doing})) if known or doing else ""


def left_out(entries: Sequence[Entry], what: Skipped) -> str:
    """That this was left out on purpose, and why; empty when it was not."""
    skips = [entry.body for entry in entries if isinstance(entry.body, Skip) and entry.body.what is what]
    reasons = dict.fromkeys(one_line(skip.reason, 60) for skip in skips if skip.reason)
    if not skips:
        return ""
    return f"left out: {', '.join(reasons)}" if reasons else "left out"
