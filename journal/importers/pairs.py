"""A table of days for the estimate alone: CSV with the header `date,pain,activity`; a blank cell is missing."""

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

HEADER = ["date", "pain", "activity"]
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]{1,3})?|\.[0-9]+([eE][+-]?[0-9]{1,3})?")
MOST_PAIN = 10.0
MOST_ACTIVITY = 1e9
MOST_FAULTS = 20
SHOWN = 40


class PairsError(ValueError):
    """A table that cannot be read; `faults` has a line for each fault."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(frozen=True)
class DayPairs:
    """The days of a table with their pain and activity, nan where the cell was blank."""

    day: tuple[date, ...]
    pain: tuple[float, ...]
    activity: tuple[float, ...]


def read_table(data: bytes, name: str) -> DayPairs:
    """The table in a file called `name`. Raises PairsError, which names every line that is at fault."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PairsError([f"{name}: is not text (UTF-8): byte {error.start}"]) from error
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise PairsError([f"{name}: is no CSV: {error}"]) from error
    if not rows or [cell.strip().lower() for cell in rows[0]] != HEADER:
        raise PairsError([f"{name}:1: the first line must be {','.join(HEADER)}"])
    found = [(number, row) for number, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)]
    if faults := list(_faults(found, name)):
        more = [f"{name}: and {len(faults) - MOST_FAULTS} more"] if len(faults) > MOST_FAULTS else []
        raise PairsError([*faults[:MOST_FAULTS], *more])
    columns = [[cell.strip() for cell in row] for _, row in found]
    return DayPairs(
        tuple(date.fromisoformat(day) for day, _, _ in columns),
        tuple(_number(pain) for _, pain, _ in columns),
        tuple(_number(activity) for _, _, activity in columns),
    )


def _faults(rows: Sequence[tuple[int, list[str]]], name: str) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, row in rows:
        where = f"{name}:{number}:"
        if len(row) != len(HEADER):
            yield f"{where} has {len(row)} cells, not {len(HEADER)}"
            continue
        day, pain, activity = (cell.strip() for cell in row)
        yield from (f"{where} {wrong}" for wrong in _wrong(day, pain, activity))
        if day in first:
            yield f"{where} {day} was there already, on line {first[day]}: a day is given once"
        first.setdefault(day, number)


def _wrong(day: str, pain: str, activity: str) -> Iterator[str]:
    if not ISO_DATE.fullmatch(day) or not _is_day(day):
        yield f"{_shown(day)} is no date: write it like 2026-11-22"
    for what, text, most in (("pain", pain, MOST_PAIN), ("activity", activity, MOST_ACTIVITY)):
        if text and not (NUMBER.fullmatch(text) and float(text) <= most):
            yield f"{what} {_shown(text)} is no number from 0 to {most:g}; leave it blank where it is not known"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _number(text: str) -> float:
    return float(text) if text else math.nan


def _shown(text: str) -> str:
    return repr(text if len(text) <= SHOWN else text[:SHOWN] + "...")
