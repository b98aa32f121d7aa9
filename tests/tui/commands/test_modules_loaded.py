"""What commands import, which is what their start takes: no screen, and nothing that they do not use."""

import subprocess
import sys

import pytest

from tests.folders import ROOT
from tui.commands import grammar

QUICK = [
    ["log", "4"],
    ["activity", "--steps", "5"],
    ["relief", "heat"],
    ["position", "sitting"],
    ["note", "a word"],
    ["skip"],
    ["undo"],
    ["today"],
    ["status"],
    ["status", "--oneline"],
    ["history"],
    ["history", "--json"],
    ["days"],
    ["days", "--json"],
    ["set"],
]
"""What is called several times a day, or by a shell for each prompt: `tests.bench.startup` measures them."""

SCREENLESS = [
    *QUICK,
    ["plan", "--json"],
    ["check"],
    ["import", "--list"],
    ["--version"],
]
AND_SAY_WHAT_WAS_IMPORTED = """
import sys
from tui.cli import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


def imported_by(argv: list[str], environ: dict[str, str]) -> set[str]:
    """The packages and modules of the outermost level that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", AND_SAY_WHAT_WAS_IMPORTED, *argv],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    return set(done.stderr.split())


@pytest.mark.parametrize("argv", SCREENLESS, ids=" ".join)
def test_commands_without_a_screen_import_none_of_its_libraries(
    argv: list[str], environ: dict[str, str]
) -> None:
    imported = imported_by(argv, environ)
    assert "tui" in imported
    assert not imported & {"textual", "rich", "plotext", "numpy", "asyncio", "platformdirs", "secrets"}
    assert ("yaml" in imported) == (argv[0] == "plan")


@pytest.mark.parametrize("argv", QUICK, ids=" ".join)
def test_commands_for_every_day_import_nothing_that_they_do_not_use(
    argv: list[str], environ: dict[str, str]
) -> None:
    unused = {"yaml", "tomllib", "tomlkit", "difflib", "statistics", "hashlib", "shutil", "routines"}
    assert not imported_by(argv, environ) & unused - ({"routines"} if argv == ["set"] else set())


def test_only_the_arguments_of_the_command_asked_for_are_made(environ: dict[str, str]) -> None:
    code = (
        "import sys; from tui.commands.grammar import parse; parse(['log', '4']);"
        "print(*(name for name in sys.modules if name.startswith('tui.commands.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    commands = {f"tui.commands.{name}" for name in grammar.COMMANDS}
    assert commands & set(done.stdout.split()) == {"tui.commands.log"}


def test_without_a_terminal_nothing_slow_is_imported(environ: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AND_SAY_WHAT_WAS_IMPORTED],
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert not set(done.stderr.split()) & {"textual", "rich", "yaml"}
