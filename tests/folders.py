"""The folders that tests read from."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
"""The project."""

SHARED = ROOT.parent / "shared"
"""Sample data and reference numbers beside the project; they may be missing."""
