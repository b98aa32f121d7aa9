import stat
from datetime import UTC, datetime
from pathlib import Path

from tui.system.crash import crash_report, write_crash

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


def fault() -> Exception:
    note = "what a person wrote"
    try:
        int(note)
    except ValueError as error:
        try:
            raise KeyError(note) from error
        except KeyError as outer:
            return outer
    raise AssertionError


def test_a_report_names_the_frames_of_the_error_and_its_cause() -> None:
    report = crash_report(fault())
    assert "KeyError" in report
    assert "ValueError" in report
    assert report.count("in fault") == 2


def test_a_report_holds_nothing_the_person_wrote() -> None:
    source = "what a person " + "wrote"  # so that the line of source above is the only one with it
    frames = [line for line in crash_report(fault()).splitlines() if "note =" not in line]
    assert source not in "\n".join(frames)


def test_a_crash_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = write_crash(fault(), tmp_path / "crash", NOW)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_report_that_cannot_be_written_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "crash").write_text("a file where the folder should be")
    assert write_crash(fault(), tmp_path / "crash", NOW) is None
