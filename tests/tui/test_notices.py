"""What the person is told in passing."""

import pytest

from journal.store.store import JournalError
from tui.notices import Notifications, Severity


class NoticeRecorder:
    def __init__(self) -> None:
        self.lines: list[tuple[str, Severity]] = []

    def put_up(self, line: str, severity: Severity) -> None:
        self.lines.append((line, severity))


def test_each_line_says_how_bad_it_is() -> None:
    wall = NoticeRecorder()
    notifications = Notifications(wall.put_up)
    notifications.info("Saved.")
    notifications.warn("Not now.")
    notifications.error("It broke.")
    assert wall.lines == [("Saved.", "information"), ("Not now.", "warning"), ("It broke.", "error")]


def test_a_hostile_line_loses_what_a_terminal_would_obey() -> None:
    wall = NoticeRecorder()
    Notifications(wall.put_up).info("two\nlines \x1b[2J")
    ((line, _),) = wall.lines
    assert not any(ch in line for ch in "\n\x1b")


def test_what_cannot_be_saved_is_told_once_and_another_reason_again() -> None:
    wall = NoticeRecorder()
    notifications = Notifications(wall.put_up)
    for reason in ("full", "full", "locked", "full"):
        notifications.save_failed(JournalError(reason))
    assert [line.split(".")[0] for line, _ in wall.lines] == ["full", "locked", "full"]


def test_a_fault_that_is_not_the_journals_is_not_hidden() -> None:
    wall = NoticeRecorder()
    with pytest.raises(ZeroDivisionError):
        Notifications(wall.put_up).save_failed(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError), Notifications(wall.put_up).journal_errors():
        raise ZeroDivisionError
    assert wall.lines == []


def test_a_fault_of_the_journal_is_told_and_the_rest_left_undone() -> None:
    wall, done = NoticeRecorder(), []
    with Notifications(wall.put_up).journal_errors():
        done.append("before")
        raise JournalError("the journal is gone")
    assert wall.lines == [("the journal is gone", "error")]
    assert done == ["before"]
