"""What is known of a day already, beside the fields in which it would be said again."""

from collections.abc import Iterable, Iterator

from journal.days import DayRow
from journal.record import Source
from tui.text.clean import figure

ORIGINS = {Source.SESSION: ", from sessions", Source.TABLE: ", imported"}
"""Where a value comes from that nobody typed."""


def so_far(row: DayRow | None, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """For each of these values: how it stands; in no words where it is not known."""
    for name in names:
        value = None if row is None else _value(row, name)
        origin = "" if row is None else ORIGINS.get(Source(row.sources.get(name, Source.TYPED)), "")
        yield name, "" if value is None else f"so far {figure(value)}{origin}"


def _value(row: DayRow, name: str) -> float | None:
    if name in {"average", "worst"}:
        return row.average if name == "average" else row.worst
    return row.activity.get(name, row.bouts.get(name))
