"""Notifications."""

import pytest

from journal.values import JournalError
from tui.notices import Notifications, Severity


class NoticeRecorder:
    def __init__(self) -> None:
        self.lines: list[tuple[str, Severity]] = []

    def show(self, line: str, severity: Severity) -> None:
        self.lines.append((line, severity))


def test_each_line_has_its_severity() -> None:
    recorder = NoticeRecorder()
    notifications = Notifications(recorder.show)
    notifications.info("Saved.")
    notifications.warn("Not now.")
    notifications.error("It broke.")
    assert recorder.lines == [("Saved.", "information"), ("Not now.", "warning"), ("It broke.", "error")]


def test_a_hostile_line_loses_its_control_characters() -> None:
    recorder = NoticeRecorder()
    Notifications(recorder.show).info("two\nlines \x1b[2J")
    ((line, _),) = recorder.lines
    assert not any(ch in line for ch in "\n\x1b")


def test_a_failed_save_is_shown_once_for_each_reason() -> None:
    recorder = NoticeRecorder()
    notifications = Notifications(recorder.show)
    for reason in ("full", "full", "locked", "full"):
        notifications.save_failed(JournalError(reason))
    assert [line.split(".")[0] for line, _ in recorder.lines] == ["full", "locked", "full"]


def test_an_error_that_is_not_the_journals_is_raised() -> None:
    recorder = NoticeRecorder()
    with pytest.raises(ZeroDivisionError):
        Notifications(recorder.show).save_failed(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError), Notifications(recorder.show).journal_errors():
        raise ZeroDivisionError
    assert recorder.lines == []


def test_a_journal_error_is_shown_and_ends_the_block() -> None:
    recorder, done = NoticeRecorder(), []
    with Notifications(recorder.show).journal_errors():
        done.append("before")
        raise JournalError("the journal is gone")
    assert recorder.lines == [("the journal is gone", "error")]
    assert done == ["before"]
