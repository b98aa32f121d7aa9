"""Counts as a person types them, on the command line and in a form alike."""

import re

from journal.observations import MEASURES
from journal.values import RecordError

COUNT = "[0-9]{1,7}"
GROUPED = "[0-9]{1,3}([.,' _][0-9]{3})+"
"""A number with separators: 1,773 is 1773 to one person and 1.773 to another, so neither is guessed."""


def read_count(measure: str, text: str) -> int:
    """A whole number from 0 to the largest that the measure can be. Raises RecordError with what to write."""
    return read_whole(measure.replace("_", " "), text, int(MEASURES[measure]))


def read_whole(what: str, text: str, most: int) -> int:
    """A whole number from 0 to `most`. Raises RecordError with what to write."""
    if re.fullmatch(COUNT, text) and int(text) <= most:
        return int(text)
    hint = f"; write {re.sub('[^0-9]', '', text)}" if re.fullmatch(GROUPED, text) else ""
    raise RecordError(f"{what} is a whole number from 0 to {most}, not {text[:40]!r}{hint}")
