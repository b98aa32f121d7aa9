"""Read the cells of a CSV table: dates and numbers, and quote them in messages."""

import re
from datetime import date

from journal.values import number

FIRST_YEAR = 1900
"""An earlier date is taken for a typing error."""

SHOWN_CHARACTERS = 40
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAIN_NUMBER = re.compile(r"([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")


class CellError(ValueError):
    """A cell that cannot be read; the message names the fault and how to correct it."""


def read_date(cell: str) -> date:
    if not cell:
        raise CellError("the date is missing")
    if not ISO_DATE.fullmatch(cell):
        raise CellError(f"{quote(cell)} is not a date; write it like 2026-01-31")
    try:
        day = date.fromisoformat(cell)
    except ValueError as error:
        raise CellError(f"{cell} does not exist in the calendar; check the day") from error
    if day.year < FIRST_YEAR:
        raise CellError(f"{cell} is before {FIRST_YEAR}; check the year")
    return day


def read_number(cell: str, key: str, largest: float) -> float | None:
    """Read the number in a cell, None when blank. Raises CellError, RecordError."""
    if not cell:
        return None
    if PLAIN_NUMBER.fullmatch(cell):
        return number(float(cell), key, largest)
    if re.fullmatch(r"[-+]?[0-9][0-9.]*(,[0-9.]+)+", cell):
        raise CellError(f"{quote(cell)} has a comma; write 1773 for thousands, 4.5 for decimals")
    if PLAIN_NUMBER.fullmatch(cell[1:]) and cell[0] in "-+":
        raise CellError(f"{quote(cell)} has a sign; write a number from 0 to {largest:g}")
    raise CellError(f"{quote(cell)} is not a number; leave the cell empty if unknown")


def quote(text: str) -> str:
    """Quote a cell for a message: short, on one line, without control characters."""
    return repr(text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}...")
