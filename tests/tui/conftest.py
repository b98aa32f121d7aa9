"""What the tests of `tui` share."""

from pathlib import Path

import pytest

from tests.fakes import CommandLine


@pytest.fixture
def tolerable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on an empty folder, on a Sunday at 14:05."""
    return CommandLine(tmp_path / "home", capsys)
