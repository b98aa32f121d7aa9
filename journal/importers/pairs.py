"""Read a CSV table for the estimate alone: the columns date, pain and activity."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journal.importers.table import read_rows

LARGEST: Mapping[str, float] = {"pain": 10, "activity": 1e9}
"""The columns of numbers, each with its largest value."""


@dataclass(frozen=True)
class DayPairs:
    """Days with their pain and activity; nan for a blank cell."""

    day: tuple[date, ...]
    pain: tuple[float, ...]
    activity: tuple[float, ...]


def read_pairs(data: bytes, name: str) -> DayPairs:
    """Read the table in a file called `name`, in the order of its rows. Raises TableError with all its faults."""
    rows = read_rows(data, name, LARGEST)
    pain, activity = (tuple(_known(row.values[key]) for row in rows) for key in LARGEST)
    return DayPairs(tuple(row.day for row in rows), pain, activity)


def _known(value: float | None) -> float:
    return math.nan if value is None else float(value)
