"""The command line as a process and as a whole: usage, exit statuses, streams."""

import os
import pty
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from journal.synthetic.days import Truth
from tests.fakes import CommandLine
from tests.folders import ROOT
from tui import __version__
from tui.cli import main
from tui.commands import demo, grammar
from tui.system.environment import Context


def tolerable_process(
    argv: list[str],
    environ: Mapping[str, str],
    *,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *argv],
        cwd=ROOT,
        env=environ,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(
    "argv",
    [
        ["nope"],
        ["--nope"],
        ["log"],
        ["log", "4", "5"],
        ["log", "4", "--not", "x"],
        ["history", "--js"],
        ["import"],
        ["import", "a.csv", "--list"],
        ["demo", "--truth", "\x1b[2J"],
        ["days", "--since", "whenever"],
    ],
)
def test_a_slip_on_the_command_line_is_one_line_and_status_two(
    tolerable: CommandLine, argv: list[str]
) -> None:
    said = tolerable(*argv)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tolerable: ")
    assert said.err.count("\n") == 1
    assert said.err.rstrip().isprintable()


def test_the_version_is_told(tolerable: CommandLine) -> None:
    said = tolerable("--version")
    assert (said.status, said.out) == (0, f"tolerable {__version__}\n")


def test_every_command_has_a_help_that_ends_well(tolerable: CommandLine) -> None:
    overview = tolerable("--help")
    assert overview.status == 0
    for command in grammar.COMMANDS:
        assert any(line.split()[:1] == [command] for line in overview.out.splitlines())
        said = tolerable(command, "--help")
        assert (said.status, said.err) == (0, "")
        assert said.out.startswith(f"usage: tolerable {command}")


def test_a_help_is_as_wide_as_it_is_told_to_be(environ: dict[str, str]) -> None:
    for columns, most in (("50", 50), ("120", 120), ("wide", 80), ("-1", 80)):
        shown = tolerable_process(["note", "--help"], {**environ, "COLUMNS": columns}).stdout.decode()
        assert most - 25 < max(map(len, shown.splitlines())) <= most


def test_the_truths_of_the_demo_are_those_there_are() -> None:
    assert list(demo.TRUTHS) == [truth.value for truth in Truth]


@pytest.mark.parametrize("argv", [[], ["demo"], ["session"], ["session", "no-such-routine"]])
def test_a_screen_without_a_terminal_is_refused_in_one_line(tolerable: CommandLine, argv: list[str]) -> None:
    said = tolerable(*argv)
    assert (said.status, said.out) == (2, "")
    assert "terminal" in said.err
    assert said.err.count("\n") == 1
    assert not tolerable.paths.data.exists()


def test_a_terminal_on_two_of_the_three_streams_is_not_enough(environ: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    try:
        assert tolerable_process([], environ, stdin=theirs, stdout=theirs).returncode == 2
        assert tolerable_process([], environ, stdin=theirs, stderr=theirs).returncode == 2
        assert tolerable_process([], environ, stdout=theirs, stderr=theirs).returncode == 2
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_session_of_an_unknown_routine_does_not_touch_the_screen(environ: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    try:
        done = tolerable_process(["session", "strat"], environ, stdin=theirs, stdout=theirs, stderr=theirs)
        shown = os.read(ours, 65536).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 1
    assert shown.startswith("there is no routine 'strat' (did you mean 'start'?)")
    assert shown.rstrip("\r\n").isprintable()


@pytest.mark.parametrize("argv", [["history"], ["history", "--json"], ["days"], ["--help"], ["plan"]])
def test_a_reader_that_leaves_is_no_fault(argv: list[str], environ: dict[str, str]) -> None:
    for _ in range(3):
        tolerable_process(["log", "4", "--note", "x" * 50_000], environ)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = tolerable_process(argv, environ, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("argv", [["today"], ["plan", "--json"]])
def test_a_full_disk_under_the_output_is_one_line(argv: list[str], environ: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = tolerable_process(argv, environ, stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"the output: ")


@pytest.mark.parametrize(
    "settings",
    [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1", "LANG": "de_DE"}],
)
def test_no_encoding_of_the_terminal_stops_a_command(
    settings: dict[str, str], environ: dict[str, str]
) -> None:
    environ |= settings
    noted = tolerable_process(["log", "4", "--note", "Rücken 腰 \u202e"], {**environ, "PYTHONUTF8": "1"})
    assert noted.returncode == 0
    for argv in (["history"], ["history", "--json"], ["plan", "article"], ["log", "腰"]):
        done = tolerable_process(argv, environ)
        assert done.returncode == (2 if argv[0] == "log" else 0)
        assert b"Traceback" not in done.stderr
    shown = tolerable_process(["history", "--json"], environ).stdout
    assert b'"R\\u00fccken \\u8170 \\u202e"' in shown


def test_files_are_read_as_utf_8_whatever_the_locale(tmp_path: Path, environ: dict[str, str]) -> None:
    table = tmp_path / "diary.csv"
    table.write_text("date,Rücken\n2026-01-01,4\n", encoding="utf-8")
    environ |= {"LC_ALL": "C", "PYTHONWARNDEFAULTENCODING": "1"}
    done = tolerable_process(
        ["import", str(table), "--map", "date=date,pain=Rücken"], {**environ, "PYTHONUTF8": "1"}
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_closed_streams_bring_no_traceback(environ: dict[str, str]) -> None:
    shell = f'"{sys.executable}" -m tui today >&- 2>&- <&-'
    assert subprocess.run(shell, shell=True, cwd=ROOT, env=environ, timeout=30, check=False).returncode == 0
    shell = f'"{sys.executable}" -m tui <&- >&-'
    done = subprocess.run(
        shell, shell=True, cwd=ROOT, env=environ, capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_notes_of_one_process_are_read_by_the_next(environ: dict[str, str]) -> None:
    assert tolerable_process(["log", "4"], environ).returncode == 0
    assert b'"nrs": 4' in tolerable_process(["history", "--json"], environ).stdout
    home = Path(environ["TOLERABLE_HOME"])
    assert (home / "data" / "journal.db").stat().st_mode & 0o777 == 0o600


def test_ctrl_c_ends_a_command_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> Context:
        raise KeyboardInterrupt

    assert main(["today"], interrupted) == 130
    assert capsys.readouterr() == ("", "")


def test_without_a_home_folder_it_says_what_to_set() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "today"],
        cwd=ROOT,
        env={**os.environ, "TOLERABLE_HOME": "~nobody-of-this-name/x"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "tolerable: no home folder was found: set TOLERABLE_HOME to a folder\n"


def test_a_fault_of_the_program_is_one_line_and_a_file_without_what_was_written(tmp_path: Path) -> None:
    code = (
        "import os, sys; note = os.environ['NOTE']; sys.argv = ['tolerable', 'log', '4', '--note', note];"
        "from journal.store.store import Store; Store.write = lambda self, drafts: {}[note];"
        "from tui.cli import script; sys.exit(script())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TOLERABLE_HOME": str(tmp_path), "NOTE": "my secret"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "an internal error" in done.stderr
    (crash,) = (tmp_path / "state" / "crash").iterdir()
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert "KeyError" in crash.read_text(encoding="utf-8")
    assert "my secret" not in done.stderr + crash.read_text(encoding="utf-8")
