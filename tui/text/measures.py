"""Measures and counts in words."""

from collections.abc import Mapping

from journal.medium.words import KINDS


def count_days(count: int, more: str = "") -> str:
    """`1 day`, `3 more days`."""
    return f"{count} {more}{'day' if count == 1 else 'days'}"


MEASURE_NAMES: Mapping[str, str] = {measure: kind.name for measure, kind in KINDS.items()}
