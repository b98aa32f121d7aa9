"""The names that the pages for developers give for places in the code exist there."""

import re
from pathlib import Path

import pytest

from tests.folders import ROOT

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if path.name != "calibration.md")
PLACE = re.compile(r"`((?:tui|journal|routines|tests|docs)/[\w./-]*): (\w+)`")
NAME_IN_FILE = re.compile(r"`(\w+)` in `([\w/]+\.py)`")


def defines(path: Path, name: str) -> bool:
    """Whether the file has a class, function, field or constant of this name, or a text that is just this name."""
    pattern = rf"^\s*(?:class |def |async def )?{name}\b|\"{name}\""
    return re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_name_that_a_page_refers_to_is_in_its_file(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    places = PLACE.findall(text) + [(place, name) for name, place in NAME_IN_FILE.findall(text)]
    assert not [f"{place}: {name}" for place, name in places if not defines(ROOT / place, name)]
