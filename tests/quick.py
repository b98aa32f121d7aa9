"""The tests that a change touches: `python -m tests.quick [BASE]` prints their files, for `make quick`.

A change is what differs from BASE (default: the last commit), committed or not. It touches the test files that changed
themselves, those that import a changed module directly, and those that import a changed helper of the tests.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import grimp

from tests.folders import ROOT

PACKAGES = ("tui", "routines", "journal", "tests")


def changed_files(base: str, root: Path = ROOT) -> list[str]:
    """The paths that differ from `base`, with files that git does not track yet."""
    commands = (
        ["git", "diff", "--name-only", base],
        ["git", "ls-files", "--others", "--exclude-standard"],
    )
    outputs = [
        subprocess.run(command, cwd=root, capture_output=True, text=True, check=True) for command in commands
    ]
    return [line for output in outputs for line in output.stdout.splitlines()]


def module_of(path: str) -> str | None:
    """The module in this file; None for other files and for what is in no package of ours."""
    if not path.endswith(".py") or path.split("/", 1)[0] not in PACKAGES:
        return None
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def touched_tests(paths: Iterable[str], graph: grimp.ImportGraph) -> Iterator[str]:
    """The test modules that a change of these files touches."""
    for path in paths:
        module = module_of(path)
        if module is None or module not in graph.modules:
            continue
        users = {module, *graph.find_modules_that_directly_import(module)}
        helpers = {user for user in users if user.startswith("tests.") and not is_test(user)}
        for helper in helpers:
            users |= graph.find_modules_that_directly_import(helper)
        yield from (user for user in users if is_test(user))


def is_test(module: str) -> bool:
    """Whether pytest collects the module."""
    return module.startswith("tests.") and module.rpartition(".")[2].startswith("test_")


def main() -> None:
    base = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    modules = sorted(set(touched_tests(changed_files(base), graph)))
    # End-to-end tests and the calibration take longer than a quick look: `make test` runs them.
    slow = ("tests.e2e.", "tests.calibration.")
    print(*(f"{module.replace('.', '/')}.py" for module in modules if not module.startswith(slow)))


if __name__ == "__main__":
    main()
