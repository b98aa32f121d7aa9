"""The rooms stay as they were laid out: sizes, names, floors, and the documents that name them."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.folders import ROOT

PACKAGES = ("tui", "journal", "routines")
MOST_MODULES_IN_TUI = 12
MOST_LINES = 300
MOST_CLASS_LINES = 200
MOST_FUNCTION_LINES = 40

DOCUMENTS = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md") if (ROOT / name).exists()
] + sorted((ROOT / "docs").rglob("*.md"))
NOT_IN_THE_PROJECT = {"settings.toml"}
"""Files of the person that documents name, too."""

PATH = re.compile(
    r"`((?:tui|journal|routines|tests|docs|\.ci)/[\w./*-]*|[\w-]+\.(?:py|md|toml|yaml|lock)|Makefile)`"
)


def sources(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_root_of_tui_holds_few_modules() -> None:
    assert len(list((ROOT / "tui").glob("*.py"))) <= MOST_MODULES_IN_TUI


def test_no_init_file_imports_anything() -> None:
    inits = [path for path in sources(*PACKAGES, "tests") if path.name == "__init__.py"]
    imports = [
        name(path)
        for path in inits
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in nodes(path))
    ]
    assert imports == []


def test_no_file_class_or_function_is_too_long() -> None:
    too_long = []
    for path in sources(*PACKAGES):
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES:
            too_long.append(f"{name(path)}: {lines} lines")
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and length(node) > MOST_CLASS_LINES:
                too_long.append(f"{name(path)}: class {node.name}: {length(node)} lines")
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                and length(node) > MOST_FUNCTION_LINES
            ):
                too_long.append(f"{name(path)}: {node.name}: {length(node)} lines")
    assert too_long == []


def test_no_class_name_stands_in_two_files() -> None:
    files = defaultdict(set)
    for path in sources(*PACKAGES, "tests"):
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                files[node.name].add(name(path))
    assert {title: sorted(paths) for title, paths in files.items() if len(paths) > 1} == {}


def test_a_module_without_a_floor_fails_the_import_contract(tmp_path: Path) -> None:
    for package in PACKAGES:
        for path in sources(package):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "tui" / "lost.py").write_text('"""A module on no floor."""\n', encoding="utf-8")
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "lost" in run.stdout


def test_pre_commit_runs_the_checks_of_make_check() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck:")[1].split("\n\n")[0].splitlines()[1:]
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0][
        "hooks"
    ]
    assert [hook["entry"] for hook in hooks] == [line.strip().replace("$(VENV)", ".venv") for line in recipe]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    places = (ROOT, document.parent)
    missing = [
        path
        for path in PATH.findall(document.read_text(encoding="utf-8"))
        if path not in NOT_IN_THE_PROJECT
        and not any(list(place.glob(path.rstrip("/"))) for place in places)
        and not (("/" not in path) and list(ROOT.rglob(path)))
    ]
    assert missing == []
