"""What the tests of `tui` share."""

import os
from pathlib import Path

import pytest

from tests.fakes import CommandLine


@pytest.fixture
def tolerable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on an empty folder, on a Sunday at 14:05."""
    return CommandLine(tmp_path / "home", capsys)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment with a home of its own, in which every warning is an error."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return {**kept, "TOLERABLE_HOME": str(tmp_path / "home"), "PYTHONWARNINGS": "error"}
