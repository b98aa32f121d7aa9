"""What the README shows is run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from routines.files.loader import load_library
from tests.folders import ROOT
from tui.dashboard.screen import DashboardScreen

README = (ROOT / "README.md").read_text(encoding="utf-8")
WITH_A_SCREEN = {"tolerable session mornings"}

DIARY = """\
date,pain_mean,steps
2026-01-01,3.5,4100
2026-01-02,,5200
2026-01-03,4,
"""


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    lines = [line[2:] for block in blocks("console") for line in block.splitlines()]
    return [line for line in lines if line.startswith("tolerable ")]


def test_every_command_of_the_readme_runs(tmp_path: Path) -> None:
    (tmp_path / "diary.csv").write_text(DIARY, encoding="utf-8")
    environ = {**os.environ, "TOLERABLE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    assert len(commands()) >= 10
    for command in commands():
        done = subprocess.run(
            [sys.executable, "-m", "tui", *shlex.split(command)[1:]],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_routine_of_the_readme_loads(tmp_path: Path) -> None:
    (text,) = blocks("yaml")
    (tmp_path / "mornings.yaml").write_text(text, encoding="utf-8")
    library = load_library(tmp_path)
    assert library.faults == ()
    assert [item.dose.reps for item in library.routines["mornings"].items] == [3, 8, 5]


@pytest.mark.parametrize("key", ["space", "p", "a", "h", "u", "tab", "q", "n", "b", "x", "enter"])
def test_the_keys_of_the_readme_are_those_of_the_dashboard(key: str) -> None:
    bound = {part for binding in DashboardScreen.BINDINGS for part in getattr(binding, "key", "").split(",")}
    assert key in bound
    assert f"`{key}`" in README


def test_the_picture_of_the_readme_is_there() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (ROOT / picture).stat().st_size > 10_000
