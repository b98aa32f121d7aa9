"""What is put away stays so for the day, also after a restart."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.journal.samples import DAY
from tui.today.dismissals import Dismissals

TOMORROW = DAY + timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "put-away"


def test_at_first_nothing_is_put_away_and_no_file_is_made(path: Path) -> None:
    assert Dismissals(path).on(DAY) == frozenset()
    assert not path.parent.exists()


def test_it_holds_for_the_day_and_after_a_restart(path: Path) -> None:
    dismissed = Dismissals(path)
    dismissed.add({"evening"}, DAY)
    dismissed.add({"S/morning"}, DAY)
    assert dismissed.on(DAY) == Dismissals(path).on(DAY) == {"evening", "S/morning"}
    assert dismissed.on(TOMORROW) == Dismissals(path).on(TOMORROW) == frozenset()
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_another_window_put_away_stays_so(path: Path) -> None:
    mine, other = Dismissals(path), Dismissals(path)
    assert mine.on(DAY) == frozenset()
    other.add({"evening"}, DAY)
    mine.add({"banner/leg"}, DAY)
    assert Dismissals(path).on(DAY) == {"evening", "banner/leg"}


def test_an_example_writes_nothing(tmp_path: Path) -> None:
    dismissed = Dismissals(None)
    dismissed.add({"evening"}, DAY)
    assert dismissed.on(DAY) == {"evening"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", [b"", b"\xff\xfe", b"yesterday\nevening\n", b"2026-11-22", b"\x00" * 100_000]
)
def test_a_file_that_means_nothing_puts_nothing_away(path: Path, text: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    dismissed = Dismissals(path)
    assert dismissed.on(DAY) == frozenset()
    dismissed.add({"evening"}, DAY)
    assert Dismissals(path).on(DAY) == {"evening"}


def test_where_it_cannot_be_written_it_holds_until_the_end(path: Path) -> None:
    path.parent.write_text("a file in place of the folder")
    dismissed = Dismissals(path)
    dismissed.add({"evening"}, DAY)
    assert dismissed.on(DAY) == {"evening"}
