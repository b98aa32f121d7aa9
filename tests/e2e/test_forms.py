"""Forms in a real terminal: what is typed in one go reaches them, and what is typed in them outlives a kill."""

import json
import signal
import time
from pathlib import Path

import pytest

from journal.observations import Activity, Pain
from journal.record import Entry
from tests.e2e.terminal import Terminal
from tests.fakes import FakeClock
from tui.system.environment import Context, find_paths

AT_MOST_LOST = 2.0
"""Seconds of typing that a kill may take away."""


def entries(home: Path) -> list[Entry]:
    paths = find_paths({"TOLERABLE_HOME": str(home)})
    store = Context(clock=FakeClock(), paths=paths).open_journal()
    try:
        return store.entries()
    finally:
        store.close()


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("p4\r", "pain"),
        ("a5000\r", "activity"),
        ("os\r", "position"),
        ("wh\r", "relief"),
        ("v3\r", "pain"),
        ("jslept badly\x13", "note"),
    ],
)
def test_keys_sent_in_one_go_all_reach_the_form(tmp_path: Path, keys: str, kind: str) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        terminal.press(keys)
        terminal.wait_for("Saved ")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert [entry.kind for entry in entries(tmp_path)] == [kind]


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        ("a5000\r\r", ["activity"]),
        ("p4\r\r\r", ["pain"]),
        ("jso\x13\x13", ["note"]),
        ("ppp4\r", ["pain"]),
        ("p4\ra5000\r", ["pain", "activity"]),
        ("p4\rp5\ros\rwh\r", ["pain", "pain", "position", "relief"]),
        ("p4\t08:00\x1b[B\x1b[Ba\r", ["pain"]),
    ],
)
def test_keys_pressed_faster_than_forms_can_follow_all_mean_what_they_say(
    tmp_path: Path, keys: str, kinds: list[str]
) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        terminal.press(keys)
        terminal.wait_for(lambda: len(entries(tmp_path)) >= len(kinds))
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    found = [entry.body for entry in entries(tmp_path)]
    assert sorted(body.kind for body in found) == sorted(kinds)
    assert [body.nrs for body in found if isinstance(body, Pain)] == [4, 5][: kinds.count("pain")]
    assert all(body.steps == 5000 for body in found if isinstance(body, Activity))


def test_ten_notes_in_a_row_without_a_breath_are_ten(tmp_path: Path) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        for number in range(10):
            terminal.press(f"p{number}\r")
            terminal.wait_for(f"Saved pain {number} now")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert [entry.body.nrs for entry in entries(tmp_path)] == list(range(10))  # type: ignore[union-attr]


def test_what_is_typed_in_a_form_outlives_a_kill(tmp_path: Path) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        terminal.press("jThe stairs [/] were long")
        terminal.wait_for("stairs [/] were long")
        time.sleep(AT_MOST_LOST)
        terminal.process.send_signal(signal.SIGKILL)
        terminal.wait_for_exit()
    draft = tmp_path / "state" / "drafts" / "note.json"
    assert json.loads(draft.read_text()) == {"note": "The stairs [/] were long"}
    assert draft.stat().st_mode & 0o777 == 0o600
    assert draft.parent.stat().st_mode & 0o777 == 0o700
    with Terminal(["-m", "tui"], home=tmp_path) as again:
        again.wait_for("Ready")
        again.press("j")
        again.wait_for("not saved yet")
        again.wait_for("stairs [/] were long")
        again.press("\x13")
        again.wait_for("Saved ")
        again.press("q")
        assert again.wait_for_exit() == 0
    assert not draft.exists()
    assert [entry.body.note for entry in entries(tmp_path)] == ["The stairs [/] were long"]  # type: ignore[union-attr]


def test_a_closed_window_keeps_what_was_typed_a_moment_ago(tmp_path: Path) -> None:
    with Terminal(["-m", "tui"], home=tmp_path) as terminal:
        terminal.wait_for("Ready")
        terminal.press("jjust now")
        terminal.wait_for("just now")
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP
    assert json.loads((tmp_path / "state" / "drafts" / "note.json").read_text()) == {"note": "just now"}


def test_the_example_keeps_no_drafts(tmp_path: Path) -> None:
    with Terminal(["-m", "tui", "demo"], home=tmp_path) as terminal:
        terminal.wait_for("example diary")
        terminal.press("jinvented")
        terminal.wait_for("invented")
        time.sleep(1)
        terminal.process.send_signal(signal.SIGTERM)
        terminal.wait_for_exit()
    assert not (tmp_path / "state" / "drafts").exists()
