"""Reference numbers beside the project, where they are there: from NIST, and from R."""

import csv
import json
from typing import Any

import pytest

from journal.medium.numeric import NDArray, np
from tests.folders import SHARED

ORACLES = SHARED / "oracles"

needed = pytest.mark.skipif(not ORACLES.is_dir(), reason="the reference numbers are not beside the project")
"""For tests that compare with them."""


def reference(name: str) -> Any:
    """What a file of reference numbers holds."""
    return json.loads((ORACLES / name).read_text(encoding="utf-8"))


def table(name: str) -> dict[str, NDArray[np.float64]]:
    """The columns of a CSV file."""
    with (ORACLES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: np.array([float(row[column]) for row in rows]) for column in rows[0]}


def furthest(found: Any, wanted: Any) -> float:
    """The largest relative difference."""
    found, wanted = np.asarray(found, dtype=float), np.asarray(wanted, dtype=float)
    return float(np.max(np.abs(found - wanted) / np.abs(wanted)))
