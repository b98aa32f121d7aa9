"""Days of the calendar in words: a cell, and everything known of the chosen day."""

from collections.abc import Iterator
from datetime import date

from journal.days import DayRow
from journal.months import DayCell, rounded
from tui.text.clean import format_number
from tui.text.describe import MEASURE_UNITS

PAIN = "pain"

SHORT = 1_000
"""Numbers from here on are shown in thousands: 4.5k."""

WHOLE_THOUSANDS = 10_000

NO_ENTRY, SKIPPED = "·", "s"

LEGENDS = ("(3) added later", f"{SKIPPED} skipped", f"{NO_ENTRY} no entry")


def amount(value: float) -> str:
    """A number in four characters at most: `7`, `950`, `4.5k`, `12k`."""
    if rounded(value) < SHORT:
        return f"{rounded(value)}"
    if value < WHOLE_THOUSANDS - SHORT / 20:
        return f"{value / SHORT:.1f}k"
    return f"{rounded(value / SHORT)}k"


def cell_words(cell: DayCell | None, *, of_pain: bool) -> str:
    """The text of a day's cell: its number, in brackets when its pain was added later; or why there is none."""
    if cell is None or (cell.value is None and not cell.skipped):
        return NO_ENTRY
    if cell.value is None:
        return SKIPPED
    return f"({amount(cell.value)})" if cell.backfilled and of_pain else amount(cell.value)


def day_words(day: date, row: DayRow | None) -> str:
    """Everything known of a day, on one line."""
    name = f"{day:%A} {day.day} {day:%B} {day.year}"
    return f"{name}: {'; '.join(_known(row)) if row is not None else 'no entries'}"


def _known(row: DayRow) -> Iterator[str]:
    pain = [
        f"{format_number(value)} {when}"
        for value, when in ((row.average, "on average"), (row.now, _ratings(row)), (row.worst, "at worst"))
        if value is not None
    ]
    if pain:
        yield f"pain {', '.join(pain)}{', added later' if row.backfilled else ''}"
    values = {**row.activity, **row.bouts}
    known = [
        f"{format_number(v)} {unit}" for m, unit in MEASURE_UNITS.items() if (v := values.get(m)) is not None
    ]
    load = values.get("load")
    if amounts := [*known, *([] if load is None else [f"load {format_number(load)}"])]:
        yield ", ".join(amounts)
    yield from (f"{what} skipped" for what in row.skipped)


def _ratings(row: DayRow) -> str:
    return "from 1 rating" if row.ratings == 1 else f"from {row.ratings} ratings"
