"""`make quick` finds the tests that a change touches."""

import grimp
import pytest

from tests.quick import touched_tests


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    graph = grimp.ImportGraph()
    for user, used in [
        ("tests.tui.test_keys", "tui.keys"),
        ("tui.dashboard.keys", "tui.keys"),
        ("tests.tui.harness", "tui.app"),
        ("tests.tui.test_app", "tests.tui.harness"),
        ("tests.tui.test_other", "tui.other"),
    ]:
        graph.add_import(importer=user, imported=used)
    return graph


@pytest.mark.parametrize(
    ("path", "tests"),
    [
        ("tui/keys.py", {"tests.tui.test_keys"}),
        ("tui/app.py", {"tests.tui.test_app"}),
        ("tests/tui/harness.py", {"tests.tui.test_app"}),
        ("tests/tui/test_other.py", {"tests.tui.test_other"}),
        ("README.md", set()),
        ("tui/unknown.py", set()),
        ("setup.py", set()),
    ],
)
def test_a_change_touches_its_own_test_and_those_that_import_it(
    path: str, tests: set[str], graph: grimp.ImportGraph
) -> None:
    assert set(touched_tests([path], graph)) == tests
