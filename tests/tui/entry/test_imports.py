"""A form can be parsed without the journal's database."""

import subprocess
import sys

import pytest

from tests.folders import ROOT


@pytest.mark.parametrize("form", ["pain", "activity", "relief", "position", "note", "evening"])
def test_a_form_loads_no_database(form: str) -> None:
    code = f"import sys; import tui.entry.{form}; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
